"""What can be done with the key of the pseudonyms: change its passphrase, take one over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from auditapp.ops import ticket_import
from auditapp.ops.queries.tickets import ticket_keys
from auditapp.store.audit_file import AuditFile
from auditapp.ui.pages.tickets.key_dialog import KeyDialog, Wish

if TYPE_CHECKING:
    from auditapp.jobs.progress import Progress
    from auditapp.store.op import Outcome
    from auditapp.tickets.keys import TicketKey
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.tickets.importing import Importer


class KeyDeeds(QObject):
    """The menu of the key."""

    def __init__(self, context: AppContext, importer: Importer, owner: QWidget) -> None:
        super().__init__(owner)
        self._context = context
        self._importer = importer
        self._owner = owner

    def popup(self) -> None:
        """Show the menu where the key's button is, else at the pointer."""
        button = self.sender()
        at = button.mapToGlobal(button.rect().bottomLeft()) if isinstance(button, QWidget) else None
        self.menu(self._owner).popup(QCursor.pos() if at is None else at)

    def menu(self, parent: QWidget) -> QMenu:
        """What can be done now, with a line that says how things stand."""
        known = ticket_keys(self._context.audit)
        menu = QMenu(parent)
        if known:
            said = self.tr("Key {mark}: in this audit, sealed under the team's passphrase")
            said = said.format(mark=known[0][1])
        else:
            said = self.tr("No key yet: it is made with the first import")
        menu.addAction(said).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Change the passphrase …"), self.change).setEnabled(bool(known))
        menu.addAction(self.tr("Take over the key of an earlier audit …"), self.ask_audit)
        menu.addSeparator()
        hint = self.tr("To hand the key over, give the audit file, and the passphrase by word")
        menu.addAction(hint).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def change(self) -> None:
        """Ask for the old and the new passphrase, and seal the key anew."""
        dialog = KeyDialog(Wish.CHANGE, self._owner)
        context = self._context
        audit, actor = context.audit, context.heading.actor

        def answer(found: tuple[str, str]) -> None:
            old, new = found

            def work(_progress: Progress) -> Outcome[None]:
                return ticket_import.change_passphrase(audit, old, new, actor=actor)

            def done(outcome: Outcome[None]) -> None:
                context.announce(outcome, self)
                context.notify(self.tr("The passphrase was changed"))

            title = self.tr("Sealing the key")
            context.jobs.run(work, done, title=title, uses_audit=True, blocking=True)

        dialog.answered.connect(answer)
        dialog.open()

    def ask_audit(self) -> None:
        """Choose the earlier audit."""
        name, _ = QFileDialog.getOpenFileName(
            self._owner, self.tr("The earlier audit"), "", self.tr("Audits (*.audit)")
        )
        if name:
            self.take_from(Path(name))

    def take_from(self, path: Path) -> None:
        """Take the key of another audit file over."""
        dialog = KeyDialog(Wish.TAKE, self._owner)
        context = self._context
        audit, actor = context.audit, context.heading.actor

        def answer(found: tuple[str, str]) -> None:
            passphrase = found[0]

            def work(_progress: Progress) -> TicketKey:
                with AuditFile.open_for_reading(path) as earlier:
                    return ticket_import.take_key(audit, earlier, passphrase, actor=actor)

            def done(key: TicketKey) -> None:
                self._importer.take_key(key)
                context.notify(self.tr("The key was taken over"))

            title = self.tr("Opening the key")
            context.jobs.run(work, done, title=title, uses_audit=True, blocking=True)

        dialog.answered.connect(answer)
        dialog.open()
