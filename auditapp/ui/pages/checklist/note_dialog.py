"""A quick note, an interview, an observation, a document reference: typed, not attached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from auditapp.domain.vocabulary import EvidenceKind
from auditapp.ops.evidence import EvidenceFacts
from auditapp.ui._gen.ui_checklist_note_dialog import Ui_ChecklistNoteDialog

if TYPE_CHECKING:
    from auditapp.domain.vocabulary import Lang
    from auditapp.texts import Texts

KINDS: Final = (EvidenceKind.NOTE, EvidenceKind.INTERVIEW, EvidenceKind.OBSERVATION)


class NoteDialog(QDialog):
    """Asks for a typed record; ``kind`` and ``facts`` say what was typed."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_ChecklistNoteDialog()
        self.ui.setupUi(self)
        for kind in KINDS:
            self.ui.kind_combo.addItem(texts.enum(kind))
        self.ui.problem_label.hide()
        save = self.ui.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setDefault(True)
        save.setToolTip("Ctrl+Return")
        self.ui.buttons.accepted.connect(self.accept)
        self.ui.buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)
        self.ui.body_edit.setFocus()

    @property
    def kind(self) -> EvidenceKind:
        """What kind of record it is."""
        return KINDS[self.ui.kind_combo.currentIndex()]

    def facts(self, lang: Lang) -> EvidenceFacts:
        """What was typed; without a title the record's first line is one."""
        body = self.ui.body_edit.toPlainText().strip()
        title = self.ui.title_edit.text().strip() or body.splitlines()[0][:60]
        return EvidenceFacts(
            title={lang: title},
            body=body,
            holder=self.ui.holder_edit.text(),
            role=self.ui.role_edit.text(),
            place=self.ui.place_edit.text(),
        )

    def accept(self) -> None:
        """Only with a record."""
        if not self.ui.body_edit.toPlainText().strip():
            self.ui.problem_label.setText(self.tr("Type the record first."))
            self.ui.problem_label.show()
            self.ui.body_edit.setFocus()
            return
        super().accept()
