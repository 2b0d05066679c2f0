"""A key press on 3,000 questions redraws what it changed and nothing else.

The time is printed by ``tests/bench``; here the work is counted, which no busy machine changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.domain.vocabulary import Result
from tests.ui.checklist.stage import big_pack, build_stage, library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.checklist.conftest import Bench

COUNT = 3000


def test_a_key_changes_one_row_of_three_thousand(
    open_bench: Callable[..., Bench], tmp_path: Path
) -> None:
    shelf = library()
    pack = big_pack(shelf.pack("P01"), COUNT)
    stage = build_stage(tmp_path / "big.audit", packs=[pack], shelf=shelf, units=("HZ",))
    bench = open_bench(stage)
    model = bench.page.frame.clauses.model
    assert len(bench.page.desk.listing.shown) == COUNT
    resets: list[int] = []
    changed: list[object] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda first, last: changed.append((first, last)))
    pair = bench.page.desk.pair
    assert pair is not None
    bench.press("1")
    assert bench.page.desk.pair != pair
    assert bench.page.desk.listing.rows[pair].result is Result.CONFORMING
    assert resets == []
    assert len(changed) == 3, "the question, its section and the section above"
