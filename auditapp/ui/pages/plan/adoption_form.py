"""The proof that a standard was adopted: document, date, clauses, units, file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from auditapp.domain import clauses as clause_tree
from auditapp.ui._gen.ui_plan_adoption import Ui_PlanAdoption
from auditapp.ui.pages.plan.file_button import FileDrop

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from auditapp.ui.context import AppContext

STANDARD: Final = "ISO 10002:2018"
_KEY: Final = Qt.ItemDataRole.UserRole


class AdoptionForm(QWidget):
    """A proof is whole or none: nothing is stored before document, date, clauses and units are
    there.

    Signals:
        add_wanted, withdraw_wanted: the buttons.
        changed: something was typed (the wizard looks at it).
    """

    add_wanted = Signal()
    withdraw_wanted = Signal()
    changed = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._path: Path | None = None
        self._shown_file = ""
        self.ui = Ui_PlanAdoption()
        self.ui.setupUi(self)
        ui = self.ui
        ui.date_edit.set_icons(context.icons)
        ui.standard_edit.setText(STANDARD)
        ui.problem_label.hide()
        ui.units_list.setMinimumHeight(72)
        ui.units_list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        ui.add_button.clicked.connect(self.add_wanted)
        ui.withdraw_button.clicked.connect(self.withdraw_wanted)
        for editor in (ui.document_edit, ui.clauses_edit, ui.standard_edit):
            editor.textEdited.connect(self.changed)
        ui.date_edit.chosen.connect(self.changed)
        ui.units_list.itemChanged.connect(self.changed)
        self.ui.units_list.setStyleSheet("QListWidget::item { min-height: 28px; }")
        self._drop = FileDrop(ui.file_button)
        self._drop.chosen.connect(self._on_file)

    @property
    def path(self) -> Path | None:
        """The file that proves it."""
        return self._path

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses as typed, in reading order; ranges are read out."""
        text = self.ui.clauses_edit.text().replace(" ", ",")
        return tuple(clause_tree.in_order(clause_tree.parse_list(text)))

    @property
    def units(self) -> tuple[str, ...]:
        """The keys of the units that are ticked."""
        items = (self.ui.units_list.item(row) for row in range(self.ui.units_list.count()))
        return tuple(
            str(item.data(_KEY)) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        ui = self.ui
        return not (ui.document_edit.text().strip() or ui.clauses_edit.text().strip())

    def retranslate(self) -> None:
        """Set every string again."""
        self.ui.retranslateUi(self)
        self._say_file()

    def set_units(self, units: Sequence[tuple[str, str]]) -> None:
        """The units that can be ticked; a new one is ticked."""
        known = {
            str(self.ui.units_list.item(row).data(_KEY)): self.ui.units_list.item(row).checkState()
            for row in range(self.ui.units_list.count())
        }
        self.ui.units_list.blockSignals(True)
        self.ui.units_list.clear()
        for key, shown in units:
            item = QListWidgetItem(shown)
            item.setData(_KEY, key)
            item.setCheckState(known.get(key, Qt.CheckState.Checked))
            self.ui.units_list.addItem(item)
        self.ui.units_list.blockSignals(False)

    def tick(self, units: Sequence[str]) -> None:
        """Tick just these."""
        for row in range(self.ui.units_list.count()):
            item = self.ui.units_list.item(row)
            on = str(item.data(_KEY)) in units
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def clear(self) -> None:
        """An empty form."""
        ui = self.ui
        ui.standard_edit.setText(STANDARD)
        for editor in (ui.document_edit, ui.clauses_edit):
            editor.clear()
        ui.date_edit.set_day(None)
        self.set_file(None)
        self.say("")

    def set_file(self, path: Path | None, shown: str = "") -> None:
        """The file, or what stands for one that is stored."""
        self._path, self._shown_file = path, shown
        self._say_file()

    def lock(self, *, is_locked: bool) -> None:
        """A stored proof is shown and not changed."""
        ui = self.ui
        for editor in (ui.standard_edit, ui.document_edit, ui.clauses_edit, ui.date_edit):
            editor.setReadOnly(is_locked)
        ui.units_list.setEnabled(not is_locked)
        ui.file_button.setEnabled(not is_locked)
        ui.add_button.setVisible(not is_locked)
        ui.withdraw_button.setVisible(is_locked)

    def problem(self) -> str:
        """What is missing, in one sentence; empty when nothing is."""
        missing: list[str] = []
        if not self.ui.document_edit.text().strip():
            missing.append(self.tr("the document"))
        if self.ui.date_edit.day is None:
            missing.append(self.tr("its date"))
        if not self.clauses:
            missing.append(self.tr("the clauses"))
        if not self.units:
            missing.append(self.tr("the units"))
        if not missing:
            return ""
        return self.tr("The proof of adoption still needs {what}.").format(
            what=self._context.texts.join(missing)
        )

    def say(self, problem: str) -> None:
        """Show what is missing."""
        self.ui.problem_label.setText(problem)
        self.ui.problem_label.setVisible(bool(problem))

    def _on_file(self, path: Path) -> None:
        self.set_file(path)
        if not self.ui.document_edit.text().strip():
            self.ui.document_edit.setText(path.stem)
        self.changed.emit()

    def _say_file(self) -> None:
        shown = self._shown_file or (self._path.name if self._path else "")
        metrics = self.ui.file_button.fontMetrics()
        self.ui.file_button.setText(
            metrics.elidedText(shown, Qt.TextElideMode.ElideMiddle, 160)
            if shown
            else self.tr("Choose or drop …")
        )
        self.ui.file_button.setToolTip(
            shown or self.tr("The document becomes evidence and is linked to the proof")
        )
        self.ui.file_button.setAccessibleName(self.tr("File of the document"))
