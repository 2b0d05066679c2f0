"""The derived index of audits: kept, found, forgotten, made anew, and never in the way."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from auditapp.errors import UserError
from auditapp.exchange.portfolio import PortfolioIndex
from auditapp.store.driver import FileKind, kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def summary(number: str, **more: object) -> dict[str, object]:
    return {
        "id": number.lower(),
        "number": number,
        "title": {"zh": f"审核 {number}", "en": f"Audit {number}"},
        "organisation": {"zh": "浙江分公司"},
        "main_lang": "zh",
        "progress": 0.5,
        **more,
    }


def test_the_last_opened_comes_first_and_a_path_stands_once(tmp_path: Path) -> None:
    index = PortfolioIndex(tmp_path / "deep" / "portfolio.db")
    one, two = tmp_path / "one.audit", tmp_path / "two.audit"
    one.write_bytes(b"")
    index.put(one, summary("IA-1"), opened=datetime(2026, 11, 1, tzinfo=UTC))
    index.put(two, summary("IA-2"), opened=datetime(2026, 11, 2, tzinfo=UTC))
    assert [known.summary["number"] for known in index.recent()] == ["IA-2", "IA-1"]
    assert [known.missing for known in index.recent()] == [True, False]
    index.put(one, summary("IA-1", progress=1.0), opened=datetime(2026, 11, 3, tzinfo=UTC))
    recent = index.recent()
    assert [(known.audit_id, known.summary["progress"]) for known in recent] == [
        ("ia-1", 1.0),
        ("ia-2", 0.5),
    ]
    assert recent[0].opened == datetime(2026, 11, 3, tzinfo=UTC)
    assert index.recent(limit=1) == recent[:1]
    found = index.find(two)
    assert found is not None
    assert (found.title("en"), found.title("fr")) == ("Audit IA-2", "审核 IA-2")


def test_search_folds_case_and_takes_one_character(tmp_path: Path) -> None:
    index = PortfolioIndex(tmp_path / "portfolio.db")
    index.put(tmp_path / "Nord.audit", summary("IA-1"))
    index.put(tmp_path / "sued.audit", summary("IA-2", organisation={"zh": "西湖营业厅"}))
    assert [known.audit_id for known in index.search("浙")] == ["ia-1"]
    assert [known.audit_id for known in index.search("AUDIT ia-2")] == ["ia-2"]
    assert [known.audit_id for known in index.search("nord")] == ["ia-1"]
    assert len(index.search("审核")) == 2
    assert index.search("nothing") == ()


def test_forgetting_leaves_the_file(tmp_path: Path) -> None:
    index = PortfolioIndex(tmp_path / "portfolio.db")
    path = tmp_path / "one.audit"
    path.write_bytes(b"x")
    index.put(path, summary("IA-1"))
    index.forget(path)
    assert index.recent() == ()
    assert path.read_bytes() == b"x"


def test_overdue_is_counted_for_today(tmp_path: Path) -> None:
    index = PortfolioIndex(tmp_path / "portfolio.db")
    actions = [
        {"due_on": "2026-11-10", "undone": True},
        {"due_on": "2026-11-10", "undone": False},
        {"due_on": None, "undone": True},
    ]
    index.put(tmp_path / "one.audit", summary("IA-1", actions=actions))
    (known,) = index.recent()
    assert known.overdue(date(2026, 11, 10)) == 0
    assert known.overdue(date(2026, 11, 11)) == 1


@pytest.mark.parametrize(
    "content", [b"", b"no database at all", b"SQLite format 3\x00" + b"\x07" * 5000]
)
def test_a_damaged_index_is_made_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "portfolio.db"
    path.write_bytes(content)
    index = PortfolioIndex(path)
    assert index.recent() == ()
    index.put(tmp_path / "one.audit", summary("IA-1"))
    assert len(index.recent()) == 1


def test_a_folder_that_cannot_be_written_costs_the_index_only(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    index = PortfolioIndex(blocked / "portfolio.db")
    index.put(tmp_path / "one.audit", summary("IA-1"))
    index.forget(tmp_path / "one.audit")
    assert index.recent() == ()
    assert blocked.read_text() == "in the way"


def test_rebuilding_reads_the_files_and_says_what_it_could_not(tmp_path: Path) -> None:
    index = PortfolioIndex(tmp_path / "portfolio.db")
    index.put(tmp_path / "gone.audit", summary("IA-0"))
    good, bad = tmp_path / "good.audit", tmp_path / "bad.audit"

    def summarise(path: Path) -> Mapping[str, object]:
        if path == bad:
            raise UserError("not_an_audit_file", path=path.name)
        return summary("IA-1")

    done = index.rebuild([good, bad], summarise)
    assert done.kept == 1
    assert [(name, error.code) for name, error in done.refused] == [
        ("bad.audit", "not_an_audit_file")
    ]
    assert [known.audit_id for known in index.recent()] == ["ia-1"]


def test_the_index_is_no_audit_file(tmp_path: Path) -> None:
    path = tmp_path / "portfolio.db"
    PortfolioIndex(path).put(tmp_path / "one.audit", summary("IA-1"))
    assert kind_of(path) is FileKind.OTHER_DATABASE


def test_a_start_reads_it_without_sqlalchemy(tmp_path: Path) -> None:
    path = tmp_path / "portfolio.db"
    PortfolioIndex(path).put(tmp_path / "one.audit", summary("IA-1"))
    program = (
        "import sys; from pathlib import Path;"
        "from auditapp.exchange.portfolio import PortfolioIndex;"
        f"print(len(PortfolioIndex(Path({str(path)!r})).recent()));"
        "print(sorted({'sqlalchemy', 'alembic', 'pydantic'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n")[:2] == ["1", "[]"]
