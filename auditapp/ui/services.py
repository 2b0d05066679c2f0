"""What the window needs from the core, as callables that bootstrap fills in.

So the home screen starts without the store: SQLAlchemy is imported when the first callable that
needs it is called.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from uuid import UUID

    from auditapp.domain.vocabulary import Lang
    from auditapp.jobs.progress import Progress
    from auditapp.ops.queries.content import PackShelf
    from auditapp.packs.content import Library
    from auditapp.settings import Person, Settings
    from auditapp.store.audit_file import AuditFile
    from auditapp.store.backup import BackupInfo
    from auditapp.store.keeping import Keeper, KeptAudit
    from auditapp.store.op import Outcome
    from auditapp.store.restore import Restored


@dataclass(frozen=True)
class UnitChoice:
    """A unit as the switcher offers it."""

    id: UUID
    code: str
    name: str


@dataclass(frozen=True)
class AuditHeading:
    """What the window's frame shows of the open audit, who this user is in it, and in whose
    words (set of terms) it speaks."""

    title: str
    number: str = ""
    state: str = ""
    units: tuple[UnitChoice, ...] = ()
    team: tuple[Person, ...] = ()
    actor: UUID | None = None
    terms: str = "system_audit"


@dataclass(frozen=True)
class Services:
    """The core, seen from the window.

    ``describe`` is called after opening and after what it shows changed; ``make_shelf`` once per
    open audit; ``summarise`` gives the figures that the portfolio index keeps of an open audit,
    ``summarise_file`` those of a file (a job; raises UserError for what is no audit); ``join`` puts
    a person into the team; ``load_library`` reads the shipped packs; ``build_example`` is a job;
    ``make_keeper`` backs an audit up below a size in bytes (None: the default); ``kept_audits`` are
    those that have backups; ``restore`` makes a file of one; ``warm_up`` imports, idle, what
    opening will need.
    """

    open_audit: Callable[[Path, Settings], AuditFile]
    describe: Callable[[AuditFile, Person, Lang], AuditHeading]
    make_shelf: Callable[[AuditFile], PackShelf]
    summarise: Callable[[AuditFile, PackShelf], Mapping[str, object]]
    summarise_file: Callable[[Path], Mapping[str, object]]
    join: Callable[[AuditFile, Person], Outcome[UUID]]
    load_library: Callable[[], Library]
    build_example: Callable[[Progress, Lang], Path] | None
    make_keeper: Callable[[AuditFile, int | None], Keeper]
    kept_audits: Callable[[], list[KeptAudit]]
    restore: Callable[[UUID, BackupInfo, Path], Restored]
    warm_up: Callable[[Progress], None]
