"""The backups of all audits: look, make one now, restore one as a new file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QPushButton, QWidget

from auditapp.ui._gen.ui_backups_dialog import Ui_BackupsDialog
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from uuid import UUID

    from auditapp.errors import UserError
    from auditapp.jobs.progress import Progress
    from auditapp.store.backup import BackupInfo
    from auditapp.store.keeping import KeptAudit
    from auditapp.store.restore import Restored
    from auditapp.ui.context import AppContext

ENDING: Final = ".audit"
translate = QCoreApplication.translate


class BackupsDialog(QDialog):
    """Lists time, reason and size; restores beside the audit, never over it."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kept: list[KeptAudit] = []
        self._ui = Ui_BackupsDialog()
        self._ui.setupUi(self)
        say = context.texts
        self._model = RowsModel[Any](
            (
                Column[Any](
                    lambda: translate("BackupsDialog", "Made"),
                    lambda info: say.time(info.at),
                    lambda info: info.at,
                    stretch=True,
                ),
                Column[Any](
                    lambda: translate("BackupsDialog", "Reason"),
                    lambda info: say.enum(info.reason),
                    width=200,
                ),
                Column[Any](
                    lambda: translate("BackupsDialog", "Size"),
                    lambda info: say.size(info.size),
                    lambda info: info.size,
                    width=96,
                    right=True,
                ),
            ),
            lambda info: info.path,
            self,
        )
        self.table = RowTable[Any](self._model, self)
        self.table.setAccessibleName(self.tr("Backups"))
        self._ui.table_slot.addWidget(self.table)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.make_button: QPushButton = self._ui.buttons.addButton(self.tr("Back up now"), role)
        self.restore_button: QPushButton = self._ui.buttons.addButton(
            self.tr("Restore as a new file"), role
        )
        self._connect()
        self.load()

    @property
    def target(self) -> Path:
        """Where the restored file is to lie."""
        return Path(self._ui.target_edit.text())

    @target.setter
    def target(self, path: Path) -> None:
        self._ui.target_edit.setText(str(path))

    def load(self) -> None:
        """Read what backups there are; the open audit's stand first."""
        context = self._context
        self._kept = context.services.kept_audits()
        mine = context.audit.audit_id if context.is_open else None
        self._kept.sort(key=lambda kept: kept.audit_id != mine)
        combo = self._ui.audit_combo
        chosen = cast("UUID | None", combo.currentData())
        combo.clear()
        for kept in self._kept:
            title = kept.titles.get(context.lang.value) or next(iter(kept.titles.values()), "")
            combo.addItem(f"{kept.number} {title}".strip(), kept.audit_id)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        self.make_button.setEnabled(context.is_open)
        self._ui.empty_label.setVisible(not self._kept)
        self._show_audit()

    def make_now(self) -> None:
        """Back up the open audit; the list shows it when it is there."""
        self._context.flush_requested.emit()
        self._context.backups.make_now(self._refuse)

    def restore(self) -> None:
        """Put the chosen backup together as a new file, check it, open it."""
        kept, info = self._kept_audit(), cast("BackupInfo | None", self.table.current_row)
        if kept is None or info is None:
            return
        services, audit_id, target = self._context.services, kept.audit_id, self.target

        def work(progress: Progress) -> Restored:
            progress.check()
            return services.restore(audit_id, info, target)

        self._context.jobs.run(
            work,
            self._on_restored,
            title=self.tr("Restoring a backup"),
            on_error=self._refuse,
            blocking=True,
        )

    # -- inside -------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._ui.audit_combo.currentIndexChanged.connect(self._show_audit)
        self._ui.choose_button.clicked.connect(self._choose)
        self._ui.choose_button.setAutoDefault(False)
        self._ui.buttons.rejected.connect(self.reject)
        self.make_button.clicked.connect(self.make_now)
        self.restore_button.clicked.connect(self.restore)
        self.table.row_chosen.connect(self._on_chosen)
        self._context.backups.made.connect(self._on_made)

    def _kept_audit(self) -> KeptAudit | None:
        wanted = cast("UUID | None", self._ui.audit_combo.currentData())
        return next((kept for kept in self._kept if kept.audit_id == wanted), None)

    def _show_audit(self) -> None:
        kept = self._kept_audit()
        self._model.set_rows(() if kept is None else kept.backups)
        if kept is not None:
            self.table.choose(kept.backups[0].path)
        self._on_chosen()

    def _on_chosen(self) -> None:
        kept, info = self._kept_audit(), cast("BackupInfo | None", self.table.current_row)
        self.restore_button.setEnabled(info is not None)
        if kept is not None and info is not None:
            self.target = self._proposal(kept, info)

    def _proposal(self, kept: KeptAudit, info: BackupInfo) -> Path:
        context = self._context
        stamp = f"{info.at.astimezone():%Y-%m-%d %H%M%S}"
        if context.is_open and context.audit.audit_id == kept.audit_id:
            folder, stem = context.audit.path.parent, context.audit.path.stem
        else:
            recent = next(iter(context.settings.recent), "")
            folder = Path(recent).parent if recent else Path.home()
            stem = "".join(it if it.isalnum() or it in "-_" else "_" for it in kept.number)
        first = folder / f"{stem or 'audit'} {stamp}{ENDING}"
        free = (folder / f"{first.stem} ({n}){ENDING}" for n in range(2, 1000))
        return next(free) if first.exists() else first

    def _choose(self) -> None:
        kinds = self.tr("Audit files") + f" (*{ENDING})"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Restore as"), str(self.target), kinds)
        if name:
            self.target = Path(name)

    def _on_made(self, info: BackupInfo) -> None:
        self.load()
        self.table.choose(info.path)

    def _on_restored(self, restored: Restored) -> None:
        context = self._context
        said = self.tr("Restored and verified: {name}").format(name=restored.path.name)
        if restored.missing:
            said = self.tr(
                "Restored: {name}. %n attachment(s) could not be found in any backup.",
                "",
                len(restored.missing),
            ).format(name=restored.path.name)
        self.accept()
        if context.open(restored.path):
            context.go("overview")
            context.notify(said)

    def _refuse(self, error: UserError) -> None:
        self._context.refused.emit(error)


def show_backups(context: AppContext, window: QWidget) -> BackupsDialog:
    """Open the dialog over the window."""
    dialog = BackupsDialog(context, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def back_up_now(context: AppContext) -> None:
    """Back up the open audit; the context says when it is done. Says so when none is open."""
    if not context.is_open:
        context.notify(translate("BackupsDialog", "Open an audit first: backups are made of it."))
        return
    context.flush_requested.emit()
    context.backups.make_now(context.refused.emit)
