"""The audit trail: who changed what, when, from what to what; newest first, in pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from sqlalchemy import text

from auditapp.ops.queries.journal import STEP_CELLS, RawStep, StepView, views_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from auditapp.store.audit_file import AuditFile

PAGE: Final = 100


@dataclass(frozen=True, slots=True)
class TrailFilter:
    """What the trail is narrowed to; ``row`` is a table and a row's id; ``text`` stands in a value
    before or after (ASCII letters in either case)."""

    actor_id: UUID | None = None
    ops: frozenset[str] = frozenset()
    row: tuple[str, UUID] | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class TrailPage:
    """A page of steps, newest first; ``total`` counts all that the filter lets through."""

    steps: tuple[StepView, ...]
    offset: int
    total: int

    @property
    def has_more(self) -> bool:
        """Whether older steps follow."""
        return self.offset + len(self.steps) < self.total


def trail(
    audit: AuditFile, wanted: TrailFilter | None = None, *, offset: int = 0, limit: int = PAGE
) -> TrailPage:
    """A page of the trail."""
    wanted = wanted or TrailFilter()

    def work(session: Session) -> TrailPage:
        where, args = _where(wanted)
        total = session.execute(text(f"SELECT COUNT(*) FROM step s{where}"), args).scalar_one()  # noqa: S608
        rows = session.execute(
            text(
                f"SELECT {STEP_CELLS} FROM step s{where}"  # noqa: S608
                " ORDER BY s.at DESC, s.seq DESC LIMIT :n OFFSET :start"
            ),
            {**args, "n": limit, "start": offset},
        ).all()
        steps = [RawStep(*row) for row in rows]
        return TrailPage(views_of(session, steps), offset, total)

    return audit.read(work)


def trail_ops(audit: AuditFile) -> tuple[str, ...]:
    """The op codes that occur, sorted: the choices of the trail's filter."""
    return audit.read(
        lambda session: tuple(
            row[0] for row in session.execute(text("SELECT DISTINCT op FROM step ORDER BY op"))
        )
    )


def history_of(
    audit: AuditFile, table: str, row_id: UUID, *, with_texts: bool = True
) -> tuple[StepView, ...]:
    """Every step that touched a row, newest first, with its changes of that row only.

    ``with_texts`` adds the changes of the row's printed texts.
    """
    return audit.read(lambda session: load_history(session, table, row_id, with_texts=with_texts))


def load_history(
    session: Session, table: str, row_id: UUID, *, with_texts: bool = True
) -> tuple[StepView, ...]:
    """The history of a row inside an open read."""
    own = {(table, row_id)}
    if with_texts:
        found = session.execute(
            text("SELECT id FROM text WHERE owner_id = :id"), {"id": row_id.bytes}
        ).all()
        own |= {("text", UUID(bytes=key)) for (key,) in found}
    args = {f"p{n}": key.bytes for n, (_, key) in enumerate(sorted(own))}
    rows = session.execute(
        text(
            f"SELECT {STEP_CELLS} FROM step s WHERE s.hash IN (SELECT step FROM change"  # noqa: S608
            f" WHERE row_id IN ({', '.join(f':{name}' for name in args)}))"
            " ORDER BY s.at DESC, s.seq DESC"
        ),
        args,
    ).all()
    steps = [RawStep(*row) for row in rows]
    views = views_of(session, steps, only=own)
    return tuple(view for view in views if view.changes)


def _where(wanted: TrailFilter) -> tuple[str, dict[str, Any]]:
    parts: list[str] = []
    args: dict[str, Any] = {}
    if wanted.actor_id is not None:
        parts.append("s.actor_id = :actor")
        args["actor"] = wanted.actor_id.bytes
    if wanted.ops:
        names = [f"op{n}" for n in range(len(wanted.ops))]
        parts.append(f"s.op IN ({', '.join(f':{name}' for name in names)})")
        args |= dict(zip(names, sorted(wanted.ops), strict=True))
    if wanted.row is not None:
        parts.append('s.hash IN (SELECT step FROM change WHERE row_id = :row AND "table" = :table)')
        args |= {"table": wanted.row[0], "row": wanted.row[1].bytes}
    if wanted.text:
        # LIKE needs no index here: it scans the values once.
        parts.append(
            "s.hash IN (SELECT step FROM change WHERE (typeof(after) = 'text' AND after LIKE :text"
            " ESCAPE '\\') OR (typeof(before) = 'text' AND before LIKE :text ESCAPE '\\'))"
        )
        escaped = wanted.text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        args["text"] = f"%{escaped}%"
    return (f" WHERE {' AND '.join(parts)}" if parts else ""), args
