"""Does an audit file hold together: chain, tables against journal, bytes, sign-offs.

docs/audit-file.md describes each check for strangers; tests/store/test_verify_twin.py repeats them
with the standard library alone.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.errors import UserError
from auditapp.store import ancestry as ancestry_of
from auditapp.store import driver
from auditapp.store.blobs import BlobStore
from auditapp.store.chain import NAMING_FIELDS, Finder, Problem, check_chain, named_erasures
from auditapp.store.models.base import UNJOURNALLED
from auditapp.store.replay import State, replay
from auditapp.store.signed import CoverCheck, check_sign_offs
from auditapp.store.tables import Row, Schema, Tables, quoted, read_schema, read_tables

if TYPE_CHECKING:
    from auditapp.store.ancestry import Ancestry

LIMIT: Final = 200
"""Problems that a report lists; all are counted."""
REMOVING_OPS: Final = ("erase", "compact", "branch_copy")
"""Ops whose argument ``blobs`` names bytes that are rightly not in the file any more."""
WHOLE: Final = 256 << 20
"""Files up to this size (bytes) are checked in a copy in memory; of larger ones all but blobs."""
_HEAD: Final = re.compile(r"[0-9a-f]{64}\Z")
_READ: Final = 1 << 20
_OBJECTS: Final = frozenset({"table", "index"})


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was checked and what is wrong; ``ok`` only if nothing is.

    ``steps``, ``erased`` (values), ``blobs`` and ``conflicts`` count what the file has;
    ``linked_absent`` names linked files that are not on this machine, which is no fault;
    ``signed_outdated`` counts sign-offs whose subject was edited afterwards, which is none either.
    """

    problems: tuple[Problem, ...]
    problem_count: int
    heads: tuple[str, ...]
    steps: int = 0
    erased: int = 0
    blobs: int = 0
    drafts: int = 0
    conflicts: int = 0
    linked_absent: tuple[str, ...] = ()
    signed: int = 0
    signed_outdated: int = 0
    signed_unprovable: int = 0

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return self.problem_count == 0


@dataclass(slots=True)
class _Counts:
    steps: int = 0
    erased: int = 0
    blobs: int = 0
    drafts: int = 0
    conflicts: int = 0
    linked_absent: list[str] = field(default_factory=list[str])
    signed: int = 0
    signed_outdated: int = 0
    signed_unprovable: int = 0


def verify(
    source: Path | driver.Connection,
    *,
    head: str | None = None,
    covers: CoverCheck | None = None,
    folder: Path | None = None,
) -> VerifyReport:
    """Check a file, or the one behind a connection, without writing anything.

    ``head`` is a hash kept elsewhere (several joined by ``+``): is that step in the file?
    ``covers`` computes what a sign-off covers; without it only the sign-offs' heads are checked.
    ``folder`` is where relative paths of linked files start (default: beside the file). Raises
    UserError for what is no audit file, and ``bad_head``.
    """
    heads = _parse_heads(head)
    if not isinstance(source, Path):
        return _Verifier(source, covers, folder).run(heads)
    driver.require_audit(source)
    try:
        with closing(driver.open_reader(source)) as connection:
            return _Verifier(connection, covers, folder or source.parent).run(heads)
    except driver.DatabaseError as error:
        known = driver.explain(error, source)
        if known is not None and known.code not in {"file_damaged", "not_an_audit_file"}:
            raise known from error
        return VerifyReport((Problem("integrity", {"detail": str(error)}),), 1, ())


def snapshot(connection: driver.Connection, *, rows: bool = True) -> driver.Connection:
    """A copy in memory of all tables but ``blob``, taken in one read that blocks a writer shortly.

    Without ``rows`` just the empty tables.
    """
    memory = driver.open_memory()
    memory.execute("PRAGMA foreign_keys=OFF")
    mine = not connection.in_transaction
    if mine:
        connection.execute("BEGIN")
    try:
        objects = connection.execute(
            "SELECT type, name, sql FROM main.sqlite_master WHERE sql IS NOT NULL"
            " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type DESC, name"
        ).fetchall()
        memory.execute("BEGIN")
        for kind, name, sql in objects:
            if kind not in _OBJECTS:
                continue
            memory.execute(sql)
            if kind == "table" and name != "blob" and rows:
                _copy_rows(connection, memory, name)
        memory.execute("COMMIT")
    except BaseException:
        memory.close()
        raise
    finally:
        if mine and connection.in_transaction:
            connection.execute("COMMIT")
    return memory


def _copy_rows(connection: driver.Connection, memory: driver.Connection, table: str) -> None:
    count = len(connection.execute(f"PRAGMA main.table_info({quoted(table)})").fetchall())
    marks = ", ".join("?" for _ in range(count))
    memory.executemany(
        f"INSERT INTO {quoted(table)} VALUES ({marks})",
        connection.execute(f"SELECT * FROM main.{quoted(table)}"),
    )


class _Verifier:
    def __init__(
        self, source: driver.Connection, covers: CoverCheck | None, folder: Path | None
    ) -> None:
        self._source = source
        self._is_copy = False
        self._covers = covers
        self._folder = folder
        self._finder = Finder(LIMIT)
        self._counts = _Counts()

    def run(self, wanted_heads: list[str]) -> VerifyReport:
        with closing(driver.open_memory()) as memory:
            # Copying pages is the shortest read: whoever has the file open goes on writing.
            if _size_of(self._source) <= WHOLE:
                driver.copy_into(self._source, memory)
                self._source, self._is_copy = memory, True
            return self._run(wanted_heads)

    def _run(self, wanted_heads: list[str]) -> VerifyReport:
        for detail in driver.integrity_errors(self._source):
            self._finder.note("integrity", detail=detail)
        heads: tuple[str, ...] = ()
        if self._schema_holds():
            with self._tables() as memory:
                heads = self._check_all(memory, wanted_heads)
        counts = self._counts
        return VerifyReport(
            problems=tuple(self._finder.problems),
            problem_count=self._finder.count,
            heads=heads,
            steps=counts.steps,
            erased=counts.erased,
            blobs=counts.blobs,
            drafts=counts.drafts,
            conflicts=counts.conflicts,
            linked_absent=tuple(counts.linked_absent),
            signed=counts.signed,
            signed_outdated=counts.signed_outdated,
            signed_unprovable=counts.signed_unprovable,
        )

    def _tables(self) -> AbstractContextManager[driver.Connection]:
        if self._is_copy:
            return nullcontext(self._source)
        return closing(snapshot(self._source))

    def _check_all(self, memory: driver.Connection, wanted: list[str]) -> tuple[str, ...]:
        chain = check_chain(memory, self._finder)
        self._counts.steps, self._counts.erased = chain.steps, chain.erased
        for head in wanted:
            if bytes.fromhex(head) not in chain.known:
                self._finder.note("head_missing", head=head)
        ancestry = ancestry_of.load(memory)
        if len(ancestry.places) != chain.steps:
            self._finder.note("step_circle")
        state = replay(memory, ancestry=ancestry)
        self._counts.conflicts = len(state.conflicts)
        schema = read_schema(memory)
        tables = read_tables(memory, schema)
        self._compare(schema, tables, state)
        self._check_drafts(memory, schema)
        self._check_blobs(memory, tables)
        self._check_links(tables)
        self._check_signed(memory, ancestry, tables, chain.known)
        return tuple(sorted(head.hex() for head in chain.heads))

    def _schema_holds(self) -> bool:
        """Only tables and their indexes: a trigger or a view would act behind the journal."""
        rows = self._source.execute("SELECT type, name FROM main.sqlite_master").fetchall()
        names = {name for kind, name in rows if kind == "table"}
        for kind, name in rows:
            if kind not in _OBJECTS:
                self._finder.note("schema_alien", kind=kind, name=name)
        missing = [name for name in UNJOURNALLED if name not in names]
        for name in missing:
            self._finder.note("schema_missing", name=name)
        return not missing

    def _compare(self, schema: Schema, tables: Tables, state: State) -> None:
        for table in sorted(schema.keys() | state.tables.keys()):
            held, told = tables.get(table, {}), state.tables.get(table, {})
            for row_id in held.keys() - told.keys():
                self._finder.note("row_unjournalled", table=table, row=_shown(row_id))
            for row_id in told.keys() - held.keys():
                self._finder.note("row_missing", table=table, row=_shown(row_id))
            for row_id in held.keys() & told.keys():
                if held[row_id] != told[row_id]:
                    self._compare_row(schema, state, (table, row_id), held[row_id])

    def _compare_row(self, schema: Schema, state: State, key: tuple[str, bytes], held: Row) -> None:
        table, row_id = key
        told = state.tables[table][row_id]
        for name in sorted(held.keys() | told.keys()):
            value = held.get(name)
            if value == told.get(name) and type(value) is type(told.get(name)):
                continue
            if (table, row_id, name) in state.erased and value == schema[table][name].blank:
                continue
            self._finder.note("cell_differs", table=table, row=_shown(row_id), field=name)

    def _check_drafts(self, memory: driver.Connection, schema: Schema) -> None:
        rows = memory.execute(f"SELECT {quoted('table')}, field FROM draft").fetchall()
        self._counts.drafts = len(rows)
        for table, name in rows:
            if name not in schema.get(table, {}):
                self._finder.note("draft_alien", table=table, field=name)

    def _check_blobs(self, memory: driver.Connection, tables: Tables) -> None:
        named = {
            str(row[0])
            for row in memory.execute(
                "SELECT DISTINCT after FROM change WHERE field IN (?, ?) AND after IS NOT NULL",
                NAMING_FIELDS,
            ).fetchall()
        }
        present = [
            str(row[0])
            for row in self._source.execute("SELECT DISTINCT sha256 FROM blob").fetchall()
        ]
        self._counts.blobs = len(present)
        store = BlobStore(self._source)
        for sha256 in present:
            if sha256 not in named:
                self._finder.note("blob_unnamed", sha256=sha256)
            self._check_blob(store, sha256)
        removed = _removed_blobs(memory)
        for number, sha256 in sorted(_needed_blobs(tables) - {("", "")}):
            if sha256 not in present and sha256 not in removed:
                self._finder.note("blob_missing", number=number, sha256=sha256)

    def _check_blob(self, store: BlobStore, sha256: str) -> None:
        digest, count = hashlib.sha256(), 0
        stored = self._source.execute(
            "SELECT count(*), sum(typeof(piece) = 'blob') FROM blob WHERE sha256 = ?", (sha256,)
        ).fetchone()
        if stored[0] == stored[1]:
            for piece in store.pieces(sha256):
                digest.update(piece)
                count += 1
        if digest.hexdigest() != sha256 or stored[0] != count:
            self._finder.note("blob_damaged", sha256=sha256)

    def _check_links(self, tables: Tables) -> None:
        for row in tables.get("evidence", {}).values():
            path, sha256 = row.get("path"), row.get("sha256")
            if row.get("storage") != "linked" or not isinstance(path, str):
                continue
            number = str(row.get("number", ""))
            found = _hash_of(Path(path) if self._folder is None else self._folder / path)
            if found is None:
                self._counts.linked_absent.append(number)
            elif found != sha256:
                self._finder.note("linked_changed", number=number, path=path)

    def _check_signed(
        self,
        memory: driver.Connection,
        ancestry: Ancestry,
        tables: Tables,
        known: frozenset[bytes],
    ) -> None:
        rows = tables.get("sign_off", {})
        self._counts.signed = len(rows)
        for row_id, row in rows.items():
            for head in str(row.get("head", "")).split("+"):
                if head and (not _HEAD.match(head) or bytes.fromhex(head) not in known):
                    self._finder.note("sign_off_head", row=_shown(row_id), head=head)
        if self._covers is None or not rows:
            return
        with closing(snapshot(memory, rows=False)) as scratch:
            found = check_sign_offs(memory, scratch, ancestry, self._covers)
        for row_id in found.wrong:
            # What was erased later can no longer be hashed: that is no tampering.
            if self._counts.erased:
                self._counts.signed_unprovable += 1
            else:
                self._finder.note("sign_off_covers", row=_shown(row_id))
        self._counts.signed_outdated = found.outdated


def _size_of(connection: driver.Connection) -> int:
    pages = connection.execute("PRAGMA main.page_count").fetchone()
    return int(pages[0]) * driver.PAGE_SIZE


def _needed_blobs(tables: Tables) -> set[tuple[str, str]]:
    """(number, sha256) of what tables say is in the file."""
    found: set[tuple[str, str]] = set()
    for row in tables.get("evidence", {}).values():
        if row.get("storage") == "embedded":
            number = str(row.get("number", ""))
            found.update((number, str(row[name])) for name in NAMING_FIELDS if name in row)
    for row in tables.get("frozen_pack", {}).values():
        found.add((str(row.get("pack_id", "")), str(row.get("sha256", ""))))
    results = tables.get("rule_result", {})
    for row in tables.get("rule_exceptions", {}).values():
        result_id = row.get("result_id")
        result = results.get(result_id) if isinstance(result_id, bytes) else None
        rule = "" if result is None else str(result.get("rule_id", ""))
        found.add((rule, str(row.get("sha256", ""))))
    return found


def _removed_blobs(connection: driver.Connection) -> set[str]:
    found: set[str] = set()
    for op in REMOVING_OPS:
        found |= named_erasures(connection, op).blobs
    return found


def _hash_of(path: Path) -> str | None:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_READ):
                digest.update(piece)
    except OSError:
        return None
    return digest.hexdigest()


def _parse_heads(head: str | None) -> list[str]:
    heads = [] if head is None else head.strip().lower().split("+")
    for one in heads:
        if not _HEAD.match(one):
            raise UserError("bad_head", head=head)
    return heads


def _shown(row_id: object) -> str:
    return row_id.hex() if isinstance(row_id, bytes) else str(row_id)
