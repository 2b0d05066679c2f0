"""Adding evidence of any kind; other pages open it with what the evidence is for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QDialog, QDialogButtonBox, QFileDialog

from auditapp.domain.vocabulary import EvidenceKind, PersonalData
from auditapp.ops import evidence as ops
from auditapp.ops.queries import evidence_extra
from auditapp.store.op import uuid7
from auditapp.ui._gen.ui_add_evidence_dialog import Ui_AddEvidenceDialog
from auditapp.ui.pages.evidence.adding import (
    PICTURES,
    AddTarget,
    EvidenceAdder,
    image_of,
    local_files,
)
from auditapp.ui.pages.evidence.words import WITH_FILE, WRITTEN, kind_word
from auditapp.ui.pages.records.layout import offer
from auditapp.ui.widgets.inputs import Segment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
    from PySide6.QtWidgets import QLineEdit, QWidget

    from auditapp.ui.context import AppContext

_KINDS: Final = tuple(EvidenceKind)
_BY_NUMBER: Final = frozenset({EvidenceKind.DOCUMENT, EvidenceKind.TICKET})
_WITH_ROLE: Final = frozenset({EvidenceKind.INTERVIEW})
_WITH_PLACE: Final = frozenset(
    {EvidenceKind.INTERVIEW, EvidenceKind.OBSERVATION, EvidenceKind.PHOTO}
)


class AddEvidenceDialog(QDialog):
    """One item, or several files at once. Make it, say where to begin, then ``open()``.

    Example: ``AddEvidenceDialog(context, AddTarget(answers=((question, unit),)), page)``.

    Hear of the new items by ``dialog.adder.added``: files are read after the dialog is closed, and
    the adder lives with ``parent``.
    """

    def __init__(self, context: AppContext, target: AddTarget, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._paths: tuple[Path, ...] = ()
        self._image: QImage | None = None
        self.adder = EvidenceAdder(context, parent)
        self.adder.target = target
        self._ui = Ui_AddEvidenceDialog()
        self._ui.setupUi(self)
        self._group = QButtonGroup(self)
        for number, kind in enumerate(_KINDS):
            segment = Segment(context.theme, self)
            segment.dress(token="accent", soft="accent_soft", key=str(number + 1))  # noqa: S106
            segment.setText(kind_word(kind))
            segment.setToolTip(f"{context.texts.enum(kind)}  Alt+{number + 1}")
            segment.setAccessibleName(context.texts.enum(kind))
            self._group.addButton(segment, number)
            self._ui.kinds_row.addWidget(segment, 1)
            key = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            key.activated.connect(segment.click)
        self._fill(target)
        self.setAcceptDrops(True)
        self._ui.problem_label.hide()
        self._group.idClicked.connect(self._on_kind)
        self._ui.choose_button.clicked.connect(self._on_choose)
        self._ui.buttons.accepted.connect(self._on_accepted)
        self._ui.buttons.rejected.connect(self.reject)
        ok = self._ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(self.tr("Add"))
        ok.setToolTip(self.tr("Add") + "  Ctrl+Return")
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_accepted)
        self.begin(EvidenceKind.FILE)

    @property
    def kind(self) -> EvidenceKind:
        """The kind that is chosen."""
        return _KINDS[self._group.checkedId()]

    def begin(self, kind: EvidenceKind) -> None:
        """Choose the kind and show its fields."""
        self._group.button(_KINDS.index(kind)).setChecked(True)
        ui, fields = self._ui, self._ui.fields
        written, by_number = kind in WRITTEN, kind in _BY_NUMBER
        fields.setRowVisible(ui.file_row, kind in WITH_FILE)
        fields.setRowVisible(ui.body_edit, written)
        fields.setRowVisible(ui.reference_edit, by_number)
        fields.setRowVisible(ui.role_edit, kind in _WITH_ROLE)
        fields.setRowVisible(ui.second_edit, kind in _WITH_ROLE)
        fields.setRowVisible(ui.place_edit, kind in _WITH_PLACE)
        fields.setRowVisible(ui.when_edit, written or kind is EvidenceKind.PHOTO)
        fields.setRowVisible(ui.holder_edit, not written)
        ui.original_check.setVisible(kind is EvidenceKind.PHOTO)
        self._say_chosen()
        first: QWidget = ui.choose_button if kind in WITH_FILE else ui.name_edit
        first.setFocus()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Begin with files that were dropped or pasted."""
        self._paths, self._image = tuple(paths), None
        pictures = bool(paths) and all(path.suffix.lower() in PICTURES for path in paths)
        self.begin(EvidenceKind.PHOTO if pictures else EvidenceKind.FILE)
        if len(paths) == 1 and not self._ui.name_edit.text():
            self._ui.name_edit.setText(paths[0].stem)

    def take_image(self, image: QImage) -> None:
        """Begin with a picture from the clipboard."""
        self._paths, self._image = (), image
        self.begin(EvidenceKind.SCREENSHOT)

    def take_text(self, text: str) -> None:
        """Begin with words from the clipboard, as a note."""
        self._ui.body_edit.setPlainText(text)
        self.begin(EvidenceKind.NOTE)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the dropped files."""
        paths = local_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.take_files(paths)

    def _fill(self, target: AddTarget) -> None:
        context = self._context
        unit = target.unit_id or (target.answers[0][1] if target.answers else context.unit)
        if unit is None and target.finding_id is not None:
            today = context.audit.now().astimezone().date()
            unit = evidence_extra.unit_of_finding(context.audit, target.finding_id, today=today)
        units = [(it.id, f"{it.code}  {it.name}") for it in context.heading.units]
        offer(self._ui.unit_combo, [(None, self.tr("Whole organization")), *units], unit)
        marks = [(mark, context.texts.enum(mark)) for mark in PersonalData]
        offer(self._ui.mark_combo, marks, PersonalData.NONE)
        self._ui.when_edit.setText(f"{context.audit.now().astimezone():%Y-%m-%d %H:%M}")
        paste = QShortcut(QKeySequence("Ctrl+Shift+V"), self)
        paste.activated.connect(self._on_paste)

    def _on_kind(self, number: int) -> None:
        self.begin(_KINDS[number])

    def _on_choose(self) -> None:
        if self.kind is EvidenceKind.SCREENSHOT and self._on_paste():
            return
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose evidence files"))
        if names:
            self._paths, self._image = tuple(Path(name) for name in names), None
            if len(names) == 1 and not self._ui.name_edit.text():
                self._ui.name_edit.setText(self._paths[0].stem)
            self._say_chosen()

    def _on_paste(self) -> bool:
        image = image_of(QGuiApplication.clipboard().mimeData())
        if image is not None:
            self.take_image(image)
        return image is not None

    def _say_chosen(self) -> None:
        if self._image is not None:
            size = self._image.size()
            words = self.tr("Pasted picture, {width} × {height}").format(
                width=size.width(), height=size.height()
            )
        elif len(self._paths) == 1:
            words = self._paths[0].name
        elif self._paths:
            words = self.tr("{n} files").format(n=len(self._paths))
        else:
            words = self.tr("Nothing chosen; drop files here, or paste with Ctrl+Shift+V")
        self._ui.chosen_label.setText(words)

    def _facts(self) -> ops.EvidenceFacts:
        ui, kind = self._ui, self.kind
        main = evidence_extra.languages(self._context.audit).main
        title = ui.name_edit.text().strip()

        def shown(edit: QLineEdit) -> str | None:
            return (edit.text().strip() or None) if ui.fields.isRowVisible(edit) else None

        when = moment_of(shown(ui.when_edit) or "")
        return ops.EvidenceFacts(
            title={main: title} if title else {},
            personal_data=cast("PersonalData", ui.mark_combo.currentData()),
            unit_id=cast("UUID | None", ui.unit_combo.currentData()),
            body=ui.body_edit.toPlainText().strip() or None if kind in WRITTEN else None,
            holder=shown(ui.holder_edit),
            role=shown(ui.role_edit),
            place=shown(ui.place_edit),
            second_source=shown(ui.second_edit),
            reference=shown(ui.reference_edit),
            observed_at=when,
        )

    def _on_accepted(self) -> None:
        facts, kind = self._facts(), self.kind
        ui = self._ui
        dated = ui.fields.isRowVisible(ui.when_edit) and bool(ui.when_edit.text().strip())
        if dated and facts.observed_at is None:
            self._say(self._context.texts.say("error.bad_date", text=ui.when_edit.text()))
        elif kind in WITH_FILE and not self._paths and self._image is None:
            self._say(self.tr("Choose a file first, or paste a picture."))
        elif kind in WRITTEN and not facts.body:
            self._say(self.tr("Write down what was seen or said first."))
        elif kind in _BY_NUMBER and not facts.reference:
            self._say(self.tr("Give the number of the document or ticket first."))
        elif kind not in WITH_FILE:
            added = self.adder.add(kind, facts, None, uuid7())
            if added is not None:
                self.adder.added.emit((added,))
                self.accept()
        elif self._image is not None:
            if self.adder.add_image(self._image, facts) is not None:
                self.accept()
        else:
            keep = self._ui.original_check.isChecked() and kind is EvidenceKind.PHOTO
            self.adder.add_files(self._paths, facts=facts, kind=kind, keep_original=keep)
            self.accept()

    def _say(self, problem: str) -> None:
        self._ui.problem_label.setText(problem)
        self._ui.problem_label.show()


def moment_of(text: str) -> datetime | None:
    """A typed day and time in this machine's zone; None for what is none."""
    try:
        return datetime.fromisoformat(text.strip().replace("/", "-")).astimezone()
    except ValueError:
        return None


def open_add_dialog(context: AppContext, target: AddTarget, parent: QWidget) -> AddEvidenceDialog:
    """A dialog that deletes itself when closed; the caller begins and opens it."""
    dialog = AddEvidenceDialog(context, target, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
