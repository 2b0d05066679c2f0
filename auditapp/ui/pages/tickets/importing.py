"""From a draft to a population: the key of the pseudonyms, the job, the question about dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from auditapp.errors import UserError
from auditapp.ops import ticket_import
from auditapp.ops.queries.plan import frame
from auditapp.ops.queries.tickets import ticket_keys
from auditapp.ops.tickets import CardFacts
from auditapp.tickets.reading.shapes import DateOrder
from auditapp.ui.pages.tickets.dates_dialog import DatesDialog
from auditapp.ui.pages.tickets.key_dialog import KeyDialog, Wish

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from auditapp.jobs.progress import Progress
    from auditapp.ops.tickets import NewSource
    from auditapp.store.op import Outcome
    from auditapp.tickets.database import Connection
    from auditapp.tickets.keys import TicketKey
    from auditapp.tickets.populations import TicketFiles
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.tickets.draft import ImportDraft, SourceDraft

DATES = frozenset({"tickets_dates_ambiguous", "tickets_dates_mixed"})


class Importer(QObject):
    """Runs one import at a time. The key stays open, in memory, as long as the audit is open.

    Signals:
        imported: it is done (the population's id).
    """

    imported = Signal(object)

    def __init__(self, context: AppContext, draft: ImportDraft, owner: QWidget) -> None:
        super().__init__(owner)
        self._context = context
        self._draft = draft
        self._owner = owner
        self._key: TicketKey | None = None
        self._asked: SourceDraft | None = None
        self.previous: UUID | None = None
        context.audit_closed.connect(self._forget)

    @property
    def has_key(self) -> bool:
        """Whether the key is open."""
        return self._key is not None

    def start(self, files: TicketFiles) -> None:
        """Import the draft; asks for the passphrase first, once."""
        context = self._context
        if context.heading.actor is None:
            (context.join_needed if context.settings.me.is_known else context.person_needed).emit()
            return
        if self._key is not None:
            self._import(files, self._key)
            return
        known = bool(ticket_keys(context.audit))
        dialog = KeyDialog(Wish.UNLOCK if known else Wish.MAKE, self._owner)
        dialog.allow_without()

        def answer(found: tuple[str, str]) -> None:
            if found[0]:
                self._open_key(files, found[0], make=not known)
            else:
                self._import(files, None)

        dialog.answered.connect(answer)
        dialog.open()

    # -- inside -------------------------------------------------------------------------------

    def _open_key(self, files: TicketFiles, passphrase: str, *, make: bool) -> None:
        context = self._context
        audit, actor = context.audit, context.heading.actor

        def work(_progress: Progress) -> TicketKey:
            if make:
                return ticket_import.new_key(audit, passphrase, actor=actor)
            return ticket_import.unlock(audit, passphrase)

        def done(key: TicketKey) -> None:
            self._key = key
            self._import(files, key)

        context.jobs.run(
            work, done, title=self.tr("Opening the key"), uses_audit=True, blocking=True
        )

    def _import(self, files: TicketFiles, key: TicketKey | None) -> None:
        context = self._context
        audit, actor, tickets = context.audit, context.heading.actor, self._draft.listed
        if not tickets:
            return
        title = tickets[0].path.stem
        card = CardFacts(title={frame(audit).main_lang: title})
        readers = tuple(_Reader(source, self) for source in tickets)
        plan = ticket_import.ImportPlan(card, readers, key, self.previous)
        self._asked = None

        def work(progress: Progress) -> Outcome[UUID]:
            return ticket_import.import_population(
                audit, files, plan, actor=actor, progress=progress
            )

        def done(outcome: Outcome[UUID]) -> None:
            context.announce(outcome, self)
            self.imported.emit(outcome.value)

        def failed(error: UserError) -> None:
            if error.code in DATES and self._asked is not None:
                self._ask_dates(files, key, self._asked, error)
            else:
                context.refused.emit(error)

        context.jobs.run(
            work,
            done,
            title=self.tr("Importing {file}").format(file=tickets[0].path.name),
            on_error=failed,
            uses_audit=True,
            blocking=True,
        )

    def note(self, source: SourceDraft) -> None:
        """A reader says which source its refusal is about."""
        self._asked = source

    def _ask_dates(
        self, files: TicketFiles, key: TicketKey | None, source: SourceDraft, error: UserError
    ) -> None:
        given: dict[str, Any] = dict(error.args_by_name)
        orders = [DateOrder(it) for it in str(given.get("orders", "")).split("|") if it]
        dialog = DatesDialog(self._context, self._owner)
        dialog.ask(str(given.get("column", "")), str(given.get("example", "")), orders)

        def answer(order: object) -> None:
            source.options = replace(source.options, dates=DateOrder(str(order)))
            self._draft.touch()
            self._import(files, key)

        dialog.answered.connect(answer)
        dialog.open()

    def take_key(self, key: TicketKey | None) -> None:
        """Use a key that was opened elsewhere (handed over, or put under another passphrase)."""
        self._key = key

    def _forget(self) -> None:
        self._key = None


@dataclass(frozen=True)
class _Reader:
    """Reads one source of the draft; runs in the job's thread."""

    source: SourceDraft
    owner: Importer

    def __call__(self, connection: Connection, progress: Progress) -> NewSource:
        source = self.source
        read = ticket_import.source_reader(source.path, source.mapping(), source.options)
        try:
            return read(connection, progress)
        except UserError:
            self.owner.note(source)
            raise
        except FileNotFoundError as error:
            raise UserError("file_not_found", path=source.path.name) from error
