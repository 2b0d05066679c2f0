"""Newer versions of the packs in use: found in the library, offered, taken as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from auditapp.ops import upgrade
from auditapp.ops.queries import upgrade as queries
from auditapp.packs.freeze import freeze
from auditapp.ui.pages.plan.drafts import when_accepted
from auditapp.ui.pages.plan.upgrade_dialog import UpgradeDialog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from auditapp.ops.queries.upgrade import UpgradeView
    from auditapp.ops.upgrade import Decision
    from auditapp.packs.content import CriterionCard, Library, Pack
    from auditapp.ui.pages.plan.desk import PlanDesk


class Upgrading(QObject):
    """The button and what it opens; without a newer version there is no button.

    Signals:
        opened: a dialog was opened (UpgradeDialog).
    """

    opened = Signal(object)

    def __init__(self, desk: PlanDesk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self._library: Library | None = None
        self._found: tuple[UpgradeView, ...] = ()
        self.button = QPushButton(owner)
        self.button.hide()
        self.button.clicked.connect(self._on_clicked)
        desk.context.icons.assign(self.button, "history", "accent", 16)

    def look(self, library: Library | None) -> None:
        """Look for newer versions in the library."""
        desk = self._desk
        self._library = library
        if library is None or not desk.context.is_open:
            return
        self._found = queries.upgrades(desk.context.audit, desk.shelf, library)
        self.button.setVisible(bool(self._found))
        self.button.setEnabled(desk.is_open)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every string again."""
        self.button.setText(self.tr("Newer versions: {n} …").format(n=len(self._found)))
        self.button.setToolTip(
            self.tr("The library has newer versions of packs in this audit: see what would change")
        )

    def open_dialog(self, view: UpgradeView) -> UpgradeDialog:
        """Show what upgrading one pack would do."""
        context = self._desk.context
        dialog = UpgradeDialog(context, view, self._title(view), self._owner.window())

        def upgrade_now(decisions: dict[str, Decision]) -> None:
            self._upgrade(view, decisions)

        dialog.decided.connect(upgrade_now)
        dialog.open()
        self.opened.emit(dialog)
        return dialog

    def _title(self, view: UpgradeView) -> str:
        pack_id, lang = view.diff.pack_id, self._desk.context.lang
        if self._library is None:
            return pack_id
        return f"{pack_id} {self._library.pack(pack_id).title.get(lang)}"

    def _on_clicked(self) -> None:
        if len(self._found) == 1:
            self.open_dialog(self._found[0])
            return
        menu = QMenu(self._owner)
        menu.aboutToHide.connect(menu.deleteLater)
        for view in self._found:
            versions = f"v{view.diff.old_version} → v{view.diff.new_version}"
            action = menu.addAction(f"{self._title(view)}  {versions}")
            action.triggered.connect(self._opening(view))
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _opening(self, view: UpgradeView):
        def run() -> None:
            self.open_dialog(view)

        return run

    def _upgrade(self, view: UpgradeView, decisions: dict[str, Decision]) -> None:
        if self._library is None:
            return
        pack = self._library.pack(view.diff.pack_id)
        criteria = self._library.criteria

        def upgrade_to() -> None:
            self._freeze(view, pack, criteria, decisions)

        when_accepted(self._desk.context, self._owner.window(), [pack], upgrade_to)

    def _freeze(
        self,
        view: UpgradeView,
        pack: Pack,
        criteria: Mapping[str, CriterionCard],
        decisions: dict[str, Decision],
    ) -> None:
        content = freeze(pack, criteria, accept_draft=True)
        op = upgrade.upgrade_pack(view.frozen_id, content=content, decisions=decisions)
        outcome = self._desk.context.perform(op)
        if outcome is not None:
            said = self.tr("{pack} upgraded to version {n}; {reopened} answers to judge again.")
            context = self._desk.context
            context.notify(
                said.format(pack=pack.id, n=pack.version, reopened=outcome.value.reopened),
                self.tr("Undo"),
                context.undo,
            )
