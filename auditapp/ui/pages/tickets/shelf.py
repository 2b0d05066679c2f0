"""Beside the audit: where its tickets lie, and the mappings that are kept for its organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.errors import UserError
from auditapp.ops import ticket_import
from auditapp.ops.queries.plan import frame
from auditapp.paths import user_paths
from auditapp.tickets.populations import TicketFiles
from auditapp.ui.pages.tickets.kept import KeptMappings

if TYPE_CHECKING:
    from uuid import UUID

    from auditapp.tickets.fields import Table
    from auditapp.tickets.mapping import ColumnMapping
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.tickets.draft import ImportDraft


class TicketShelf:
    """What the page needs that is in no table of the audit."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._kept = KeptMappings(user_paths().mappings_file)
        self._files: tuple[UUID, TicketFiles] | None = None

    def files(self) -> TicketFiles:
        """Where the tickets of the open audit lie; what a crash left is put right once."""
        audit = self._context.audit
        if self._files is None or self._files[0] != audit.audit_id:
            made = TicketFiles(audit.path, audit.audit_id)
            ticket_import.sweep_tickets(audit, made)
            self._files = audit.audit_id, made
        return self._files[1]

    def find_kept(self, table: Table) -> ColumnMapping | None:
        """The mapping that the organisation's last extract was read with."""
        return self._kept.find(self._organisation(), table)

    def keep(self, draft: ImportDraft) -> None:
        """Keep the mappings of an import; says so where the folder cannot be written."""
        try:
            for source in draft.listed:
                self._kept.keep(self._organisation(), source.mapping())
        except OSError:
            folder = str(user_paths().data)
            self._context.refused.emit(UserError("read_only_folder", path=folder))

    def forget(self) -> None:
        """The audit was closed."""
        self._files = None

    def _organisation(self) -> str:
        found = frame(self._context.audit)
        return found.texts["organisation"].best(found.main_lang)
