"""The derived index of audits: what the home screen and headquarters list without opening files.

A small SQLite file in the user's data folder. It holds nothing that the audit files do not hold; it
can be deleted and rebuilt. Read through ``store.driver`` alone: a start needs no SQLAlchemy.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self, cast

from auditapp.domain.due import DUE_SOON_DAYS
from auditapp.errors import UserError
from auditapp.store import driver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

FORMAT: Final = 2
_SCHEMA: Final = (
    (
        "CREATE TABLE audit (path TEXT PRIMARY KEY, audit_id TEXT NOT NULL, opened TEXT NOT NULL,"
        " summary TEXT NOT NULL, words TEXT NOT NULL)"
    ),
    "CREATE INDEX audit_opened ON audit (opened)",
    f"PRAGMA user_version={FORMAT}",
)


@dataclass(frozen=True)
class Known:
    """An audit of the index; ``summary`` is that of ``ops.queries.portfolio``.

    ``missing``: the file is no longer where it was.
    """

    path: str
    audit_id: str
    opened: datetime
    summary: Mapping[str, Any]
    missing: bool

    def title(self, lang: str) -> str:
        """The title in a language, else in the audit's main one, else in any, else the path."""
        return self.best("title", lang) or self.path

    def best(self, field: str, lang: str) -> str:
        """A text in a language, else in the audit's main one, else in any, else nothing."""
        return best_of(self.summary.get(field), lang, str(self.summary.get("main_lang", "")))

    def overdue(self, today: date) -> int:
        """How many of its actions are overdue today (time passes while a file is closed)."""
        return sum(is_overdue(action, today) for action in self.actions)

    @property
    def actions(self) -> tuple[Mapping[str, Any], ...]:
        """The open actions with a due date or to be verified, the most urgent first."""
        return tuple(cast("list[Mapping[str, Any]]", self.summary.get("actions") or []))


@dataclass(frozen=True)
class Rebuilt:
    """What reading files came to; ``refused`` names the files that could not be read, and why."""

    kept: int
    refused: tuple[tuple[str, UserError], ...]


class PortfolioIndex:
    """The index file. A damaged or foreign one is thrown away and begun anew: it is only derived.

    A folder that cannot be written costs the index, nothing else: ``put`` and ``forget`` then do
    nothing, and reading gives what is there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing stays open between calls."""

    def put(
        self, path: Path, summary: Mapping[str, object], *, opened: datetime | None = None
    ) -> None:
        """Remember an audit's summary; ``opened`` is now unless given."""
        when = (opened or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")
        row = (
            str(path.absolute()),
            str(summary.get("id", "")),
            when,
            json.dumps(summary, ensure_ascii=False, sort_keys=True),
            _words(path, summary),
        )
        self._write(
            "INSERT INTO audit (path, audit_id, opened, summary, words) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (path) DO UPDATE SET audit_id = excluded.audit_id,"
            " opened = excluded.opened, summary = excluded.summary, words = excluded.words",
            row,
        )

    def forget(self, path: Path) -> None:
        """Drop an audit from the index; the file stays."""
        self._write("DELETE FROM audit WHERE path = ?", (str(path.absolute()),))

    def recent(self, limit: int = 50) -> tuple[Known, ...]:
        """The audits, last opened first."""
        return self._read("", (), limit)

    def find(self, path: Path) -> Known | None:
        """One audit by its path."""
        found = self._read(" WHERE path = ?", (str(path.absolute()),), 1)
        return found[0] if found else None

    def paths(self) -> frozenset[str]:
        """Where all its audits lie, or lay."""
        return frozenset(row[0] for row in self._rows("", (), -1))

    def search(self, text: str, limit: int = 50) -> tuple[Known, ...]:
        """The audits whose number, title, organisation or file name hold every word."""
        found = self._read("", (), -1, keep=lambda hay: holds(text, hay))
        return found[:limit]

    def add(
        self, paths: Iterable[Path], summarise: Callable[[Path], Mapping[str, object]]
    ) -> Rebuilt:
        """Take files in; they count as opened when they were last changed.

        ``summarise`` opens a file for reading and gives its summary (it raises UserError for one
        that is no audit file): handed in, because reading an audit takes more than a start may.
        """
        kept = 0
        refused: list[tuple[str, UserError]] = []
        for path in paths:
            try:
                self.put(path, summarise(path), opened=_changed(path))
            except UserError as error:
                refused.append((path.name, error))
            else:
                kept += 1
        return Rebuilt(kept, tuple(refused))

    def rebuild(
        self, paths: Iterable[Path], summarise: Callable[[Path], Mapping[str, object]]
    ) -> Rebuilt:
        """Throw the index away and make it again from files; see :meth:`add`."""
        self._discard()
        return self.add(paths, summarise)

    def _read(
        self,
        where: str,
        args: tuple[str, ...],
        limit: int,
        *,
        keep: Callable[[str], bool] | None = None,
    ) -> tuple[Known, ...]:
        rows = self._rows(where, args, limit)
        return tuple(_known(row) for row in rows if keep is None or keep(row[4]))

    def _rows(
        self, where: str, args: tuple[str, ...], limit: int
    ) -> Sequence[tuple[str, str, str, str, str]]:
        if not self._path.exists():
            return ()
        try:
            connection = driver.open_reader(self._path)
        except driver.Error:
            return ()
        try:
            if not _is_ours(connection):
                return ()
            return connection.execute(
                f"SELECT path, audit_id, opened, summary, words FROM audit{where}"  # noqa: S608
                " ORDER BY opened DESC LIMIT ?",
                (*args, limit),
            ).fetchall()
        except driver.Error:
            return ()
        finally:
            connection.close()

    def _write(self, statement: str, args: tuple[str, ...]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = self._open()
        except (OSError, driver.Error):
            return
        try:
            connection.execute(statement, args)
            driver.settle(connection)
        except driver.Error:
            pass  # a full disk or a busy index costs the figures on the home screen only
        finally:
            connection.close()

    def _open(self) -> driver.Connection:
        for attempt in range(2):
            try:
                connection = driver.open_writer(self._path)
            except driver.OperationalError:
                raise  # busy, or a folder that cannot be written: nothing is damaged
            except driver.DatabaseError:
                if attempt:
                    raise
                self._discard()
                continue
            try:
                if _is_ours(connection):
                    return connection
                empty = not connection.execute("SELECT 1 FROM sqlite_master").fetchone()
            except driver.DatabaseError:
                empty = False
            if empty:
                for statement in _SCHEMA:
                    connection.execute(statement)
                return connection
            connection.close()
            self._discard()
        raise driver.DatabaseError("the index cannot be made")

    def _discard(self) -> None:
        for suffix in ("", "-journal"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)


def best_of(bodies: object, lang: str, main: str = "") -> str:
    """A text of a summary in a language, else in ``main``, else in any, else nothing."""
    if not isinstance(bodies, dict):
        return ""
    texts = cast("dict[str, str]", bodies)
    return texts.get(lang) or texts.get(main) or next(iter(texts.values()), "")


def is_overdue(action: Mapping[str, Any], today: date) -> bool:
    """Whether the due date of an action has passed today and it is not reported as done."""
    due = action.get("due_on")
    return bool(due) and bool(action.get("undone")) and str(due) < today.isoformat()


def is_due_soon(action: Mapping[str, Any], today: date) -> bool:
    """Whether an action is due within the next days, counted from today, and not done."""
    due = action.get("due_on")
    if not due or not action.get("undone"):
        return False
    last = today + timedelta(days=DUE_SOON_DAYS)
    return today.isoformat() <= str(due) <= last.isoformat()


def holds(text: str, hay: str) -> bool:
    """Whether every word of a search stands in ``hay`` (casefolded)."""
    return all(word in hay for word in text.casefold().split())


def _changed(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None


def _is_ours(connection: driver.Connection) -> bool:
    return connection.execute("PRAGMA user_version").fetchone()[0] == FORMAT


def _known(row: tuple[str, str, str, str, str]) -> Known:
    path, audit_id, opened, summary, _ = row
    return Known(
        path,
        audit_id,
        datetime.fromisoformat(opened),
        cast("dict[str, Any]", json.loads(summary)),
        not Path(path).exists(),
    )


def _words(path: Path, summary: Mapping[str, object]) -> str:
    parts = [path.stem, str(summary.get("number", ""))]
    for name in ("title", "organisation"):
        bodies = summary.get(name)
        if isinstance(bodies, dict):
            parts += cast("dict[str, str]", bodies).values()
    return "\n".join(parts).casefold()
