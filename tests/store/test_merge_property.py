"""Random ops on three copies, exchanged in any order and twice: the same tables everywhere."""

from __future__ import annotations

import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditapp.exchange.merge import merge
from tests.store.copies import MOVES, Copy, make_copies
from tests.store.test_verify_twin import Twin

EXAMPLES = int(os.environ.get("AUDITAPP_MERGE_EXAMPLES", "25"))

NUMBER = st.integers(0, 11)
WHO = st.integers(0, 2)
MOVE = st.tuples(st.just("move"), WHO, st.sampled_from(MOVES), NUMBER, NUMBER)
EXCHANGE = st.tuples(st.just("merge"), WHO, WHO)
STORY = st.lists(st.one_of(MOVE, MOVE, MOVE, MOVE, EXCHANGE), min_size=8, max_size=45)
TICKS = st.lists(st.tuples(st.integers(-90, 90), st.integers(0, 200)), min_size=3, max_size=3)
ORDER = st.permutations([(a, b) for a in range(3) for b in range(3) if a != b])


@pytest.mark.timeout(300)
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(story=STORY, ticks=TICKS, first=ORDER, second=ORDER, third=ORDER)
def test_copies_come_together(
    story: list[tuple[str | int, ...]],
    ticks: list[tuple[int, int]],
    first: list[tuple[int, int]],
    second: list[tuple[int, int]],
    third: list[tuple[int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        copies = make_copies(Path(folder), ticks)
        stack.callback(lambda: [copy.audit.close() for copy in copies])
        tell(copies, story)
        for copy in copies:
            copy.audit.flush_drafts()
        for one, other in [*first, *second]:
            merge(copies[one].audit, copies[other].audit)
        for copy in copies:
            copy.check()
        twin = Twin(copies[0].path)
        assert twin.check() == []
        assert twin.conflicts == {
            (one.table, one.row_id, one.field) for one in copies[0].conflicts()
        }
        assert copies[0].journal() == copies[1].journal() == copies[2].journal()
        assert copies[0].tables() == copies[1].tables() == copies[2].tables()
        assert copies[0].conflicts() == copies[1].conflicts() == copies[2].conflicts()
        before = [copy.tables() for copy in copies]
        for one, other in third:
            report = merge(copies[one].audit, copies[other].audit)
            assert (report.steps, report.blobs, report.rows, report.erased) == (0, 0, 0, 0)
        assert [copy.tables() for copy in copies] == before


def tell(copies: list[Copy], story: list[tuple[str | int, ...]]) -> None:
    for kind, who, *rest in story:
        if kind == "merge":
            if who != rest[0]:
                merge(copies[who].audit, copies[rest[0]].audit)
                copies[who].check()
        else:
            copies[who].play(*rest)
