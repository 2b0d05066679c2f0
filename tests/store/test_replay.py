"""From the set of steps to the tables: small journals, each rule by itself."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from auditapp.store import ancestry, driver, migrate
from auditapp.store.encoding import Cell, CellChange, StepHead, join_parents, step_hash
from auditapp.store.journal import StepRow, write_step
from auditapp.store.replay import Candidate, find_conflicts, replay, replay_rows
from auditapp.store.tables import insert_row

if TYPE_CHECKING:
    from collections.abc import Iterator

R, S, T = (bytes([n]) * 16 for n in (1, 2, 3))
SALT = b"s" * 16


@dataclass
class Book:
    """Writes steps with any parents into a real file's tables."""

    connection: driver.Connection
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def step(
        self, parents: list[bytes], *changes: tuple[str, bytes, str, str, Cell], at: int = 0
    ) -> bytes:
        n = next(self.numbers)
        rows = [
            CellChange(table, row_id, kind, name, None, value, SALT, SALT)
            for table, row_id, kind, name, value in changes
        ]
        row = StepRow(
            b"",
            bytes([n]) * 16,
            1,
            join_parents(parents),
            f"2026-11-02T09:{at or n:02}:00.000000Z",
            bytes([n]) * 16,
            "x",
            "{}",
            b"g" * 16,
            None,
            "0002",
        )
        head: StepHead = row.head()
        digest = step_hash(head, rows)
        write_step(self.connection, StepRow(digest, *list(vars_of(row))[1:]), rows)
        return digest


def vars_of(row: StepRow) -> list[object]:
    return [getattr(row, name) for name in StepRow.__slots__]


@pytest.fixture
def book() -> Iterator[Book]:
    connection = driver.open_memory()
    migrate.upgrade(connection)
    yield Book(connection)
    connection.close()


def unit(row_id: bytes, kind: str, **cells: Cell) -> list[tuple[str, bytes, str, str, Cell]]:
    return [("unit", row_id, kind, name, value) for name, value in cells.items()]


def tables(book: Book) -> dict[bytes, dict[str, Cell]]:
    return replay(book.connection).tables["unit"]


def test_last_write_of_a_line_wins(book: Book) -> None:
    a = book.step([], *unit(R, "insert", code="U", weight=1))
    b = book.step([a], *unit(R, "update", weight=2))
    book.step([b], *unit(R, "update", weight=3), at=1)
    assert tables(book) == {R: {"code": "U", "weight": 3}}
    assert ancestry.is_one_line(book.connection)


def test_delete_and_new_insert_start_afresh(book: Book) -> None:
    a = book.step([], *unit(R, "insert", code="U", weight=1))
    b = book.step([a], *unit(R, "delete", code=None, weight=None))
    assert tables(book) == {}
    book.step([b], *unit(R, "insert", code="V"))
    assert tables(book) == {R: {"code": "V"}}


def test_insert_has_no_opinion_on_what_it_leaves_empty(book: Book) -> None:
    a = book.step([], ("audit", T, "insert", "number", "A"))
    book.step([a], *unit(R, "insert", code="U", weight=1))
    book.step([a], *unit(R, "insert", code="U", position=2))
    state = replay(book.connection)
    assert state.tables["unit"] == {R: {"code": "U", "weight": 1, "position": 2}}
    assert state.conflicts == []


def test_different_writes_beside_each_other_conflict(book: Book) -> None:
    a = book.step([], *unit(R, "insert", code="U", weight=1))
    b = book.step([a], *unit(R, "update", weight=2), at=9)
    c = book.step([a], *unit(R, "update", weight=3), at=8)
    insert_row(book.connection, "unit", R, unit_cells())
    state = replay(book.connection)
    assert state.tables["unit"][R]["weight"] == 2
    conflict = state.conflicts[0]
    assert (conflict.table, conflict.row_id, conflict.field) == ("unit", R, "weight")
    assert conflict.candidates == (
        Candidate(2, "2026-11-02T09:09:00.000000Z", bytes([2]) * 16, b),
        Candidate(3, "2026-11-02T09:08:00.000000Z", bytes([3]) * 16, c),
    )
    assert find_conflicts(book.connection) == [conflict]
    d = book.step([b, c], *unit(R, "update", weight=2))
    assert replay(book.connection).conflicts == find_conflicts(book.connection) == []
    book.step([d], *unit(R, "update", weight=5))
    assert tables(book)[R]["weight"] == 5


def unit_cells() -> dict[str, Cell]:
    names = ("weight", "position", "in_sample", "withdrawn")
    return {"code": "U", "kind": "branch", **dict.fromkeys(names, 1)}


def test_same_value_from_two_is_no_conflict_but_types_count(book: Book) -> None:
    a = book.step([], *unit(R, "insert", code="U", why_not="x"))
    b = book.step([a], *unit(R, "update", why_not="1"))
    c = book.step([a], *unit(R, "update", why_not="1"))
    assert replay(book.connection).conflicts == []
    d = book.step([b], *unit(R, "update", why_not=1))
    assert len(replay(book.connection).conflicts) == 1
    book.step([c, d], *unit(R, "update", why_not=None))
    assert replay(book.connection).conflicts == []
    assert tables(book)[R] == {"code": "U"}


def test_equal_times_are_settled_by_hash(book: Book) -> None:
    a = book.step([], *unit(R, "insert", code="U"))
    writes = {book.step([a], *unit(R, "update", weight=n), at=9): n for n in range(5)}
    assert tables(book)[R]["weight"] == writes[max(writes)]


def test_exists_wins_over_gone_and_fields_are_whole(book: Book) -> None:
    a = book.step([], *unit(R, "insert", code="U", weight=1))
    b = book.step([a], *unit(R, "delete", code=None, weight=None))
    c = book.step([a], *unit(R, "update", position=7))
    assert tables(book) == {R: {"code": "U", "weight": 1, "position": 7}}
    book.step([b, c], *unit(R, "delete", code=None, weight=None, position=None))
    assert tables(book) == {}


def test_row_that_is_referred_to_beside_its_deletion_stays(book: Book) -> None:
    a = book.step([], *unit(R, "insert", code="P"))
    b = book.step([a], *unit(R, "delete", code=None))
    c = book.step([a], *unit(S, "insert", code="C", parent_id=R))
    assert tables(book).keys() == {R, S}
    # Deleting the child afterwards does not take the parent along: nobody wrote that.
    d = book.step([b, c], *unit(S, "delete", code=None, parent_id=None))
    assert tables(book).keys() == {R}
    book.step([d], *unit(R, "delete", code=None))
    assert tables(book) == {}


def test_referring_reaches_through_several_rows(book: Book) -> None:
    a = book.step([], *unit(R, "insert", code="G"), *unit(S, "insert", code="P", parent_id=R))
    a = book.step([a], *unit(T, "insert", code="C", parent_id=S))
    b = book.step([a], *unit(T, "delete", code=None, parent_id=None))
    b = book.step([b], *unit(S, "delete", code=None, parent_id=None))
    book.step([b], *unit(R, "delete", code=None))
    book.step([a], *unit(T, "update", weight=2))
    assert tables(book).keys() == {R, S, T}


def test_delete_seen_by_the_referring_write_stands(book: Book) -> None:
    a = book.step([], *unit(R, "insert", code="P"), *unit(S, "insert", code="C", parent_id=R))
    b = book.step([a], *unit(S, "update", parent_id=None))
    c = book.step([b], *unit(R, "delete", code=None))
    book.step([c], *unit(S, "update", weight=2))
    book.step([a], ("audit", T, "insert", "number", "A"))
    assert tables(book).keys() == {S}


def test_counter_holds_the_highest(book: Book) -> None:
    def last(kind: str, value: int) -> tuple[str, bytes, str, str, Cell]:
        return ("counter", R, kind, "last", value)

    a = book.step([], last("insert", 1))
    b = book.step([a], last("update", 7))
    c = book.step([a], last("update", 4), at=50)
    assert replay(book.connection).tables["counter"][R] == {"last": 7}
    book.step([b, c], last("update", 8))
    assert replay(book.connection).tables["counter"][R] == {"last": 8}
    assert replay(book.connection).conflicts == []


def test_erased_gives_way(book: Book) -> None:
    a = book.step([], *unit(R, "insert", code="U"))
    book.step([a], *unit(R, "update", why_not="kept"), at=1)
    b = book.step([a], *unit(R, "update", why_not=None), at=50)
    erase = "UPDATE change SET salt_after = zeroblob(32) WHERE step = ?"
    book.connection.execute(erase, (b,))
    state = replay(book.connection)
    assert state.tables["unit"][R]["why_not"] == "kept"
    assert (state.erased, state.conflicts) == (set(), [])
    book.step([b], *unit(R, "update", why_not=None))
    book.connection.execute("UPDATE change SET salt_after = zeroblob(32) WHERE field = 'why_not'")
    assert replay(book.connection).erased == {("unit", R, "why_not")}


def test_affirmation_beside_nothing_changes_nothing(book: Book) -> None:
    a = book.step([], *unit(R, "insert", code="U", weight=1))
    book.step([a], *unit(R, "update", weight=1))
    assert tables(book) == {R: {"code": "U", "weight": 1}}


def test_some_rows_only(book: Book) -> None:
    a = book.step([], *unit(R, "insert", code="U"), *unit(S, "insert", code="V"))
    book.step([a], *unit(S, "update", code="W"))
    assert replay_rows(book.connection, [("unit", S)]).tables == {"unit": {S: {"code": "W"}}}


def test_state_as_it_was(book: Book) -> None:
    a = book.step([], *unit(R, "insert", code="U"))
    b = book.step([a], *unit(R, "update", code="V"))
    c = book.step([a], *unit(S, "insert", code="W"))
    book.step([b, c], *unit(R, "update", code="X"))
    known = ancestry.load(book.connection)
    for heads, expected in (
        ([a], {R: {"code": "U"}}),
        ([b], {R: {"code": "V"}}),
        ([b, c], {R: {"code": "V"}, S: {"code": "W"}}),
    ):
        past = known.past_of(heads)
        assert replay(book.connection, only=past).tables["unit"] == expected


def test_runs_stay_few_and_know_what_they_saw(book: Book) -> None:
    line = [book.step([])]
    for _ in range(20):
        line.append(book.step([line[-1]]))
    left = [book.step([line[10]])]
    left.append(book.step(left))
    join = book.step([left[-1], line[-1]])
    known = ancestry.load(book.connection)
    assert known.run_count == 4
    assert known.has_seen(join, line[0])
    assert known.has_seen(left[1], line[10])
    assert not known.has_seen(left[1], line[11])
    assert not known.has_seen(line[20], left[0])
    assert not known.has_seen(join, join)
    assert known.past_of([left[0]]) == {*line[:11], left[0]}
    assert len(known.forked_runs()) == 2
    assert not ancestry.is_one_line(book.connection)


def test_missing_parent_and_alien_changes_do_not_stop_it(book: Book) -> None:
    a = book.step([rb"\9" * 32], *unit(R, "insert", code="U"))
    book.step([a], ("nowhere", R, "insert", "x", 1))
    book.connection.execute("UPDATE change SET step = zeroblob(32) WHERE field = 'x'")
    assert tables(book) == {R: {"code": "U"}}
