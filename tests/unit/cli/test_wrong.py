"""Whatever is wrong ends with one sentence and the right exit code, and changes nothing."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def made(run_at: Run) -> Run:
    """An audit of two units beside a file that only pretends to be a picture."""
    words = ("--title", "T", "--pack", "P02", "--unit", "A=Alpha", "--unit", "B=Beta", "--as", "ZM")
    assert run_at("new", "a.audit", *words).code == 0
    (run_at.home / "bad.png").write_text("no picture", encoding="utf-8")
    return run_at


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("new", "x.audit", "--title", "T", "--pack", "P02"), 1, "--as"),
        (("new", "a.audit", "--title", "T", "--pack", "P02", "--as", "ZM"), 1, "already exists"),
        (("new", "x.audit", "--title", "T", "--pack", "P99", "--as", "ZM"), 1, "P99"),
        (("new", "x.audit", "--title", " ", "--pack", "P02", "--as", "ZM"), 1, "title"),
        (("new", "x.audit", "--title", "T", "--pack", "P02", "--as", "Z1"), 1, "Z1"),
        (("new", "no/x.audit", "--title", "T", "--pack", "P02", "--as", "ZM"), 1, "no"),
        (("new", "x.audit", "--pack", "P02", "--as", "ZM"), 2, "--title"),
        (("new", "x.audit", "--title", "T", "--pack", "P02", "--unit", "A"), 2, "CODE=NAME"),
        (("new", "x.audit", "--title", "T", "--pack", "P02", "--lang", "fr"), 2, "fr"),
        (("answer", "a.audit", "P02-4-01", "conforming"), 1, "--as"),
        (("answer", "a.audit", "P02-4-01", "conforming", "--as", "XX"), 1, "XX"),
        (("answer", "a.audit", "P99-1", "conforming", "--as", "ZM"), 1, "P99-1"),
        (("answer", "a.audit", "P02-4-03", "conforming", "--as", "ZM"), 1, "--unit"),
        (("answer", "a.audit", "P02-4-03", "minor", "--unit", "Q", "--as", "ZM"), 1, "Q"),
        (("answer", "a.audit", "P02-4-01", "minor", "--unit", "B", "--as", "ZM"), 1, "B"),
        (
            ("answer", "a.audit", "P02-7-04", "not_applicable", "--unit", "A", "--as", "ZM"),
            1,
            "reason",
        ),
        (
            ("answer", "a.audit", "P02-4-01", "conforming", "--evidence", "no.pdf", "--as", "ZM"),
            1,
            "no.pdf",
        ),
        (("answer", "a.audit", "P02-4-01", "perfect"), 2, "perfect"),
        (("answer", "a.audit", "P02-4-01", "minor", "--fulfilment", "4"), 2, "--fulfilment"),
        (("answer", "a.audit", "P02-4-01"), 2, "RESULT"),
        (("info", "none.audit"), 1, "none.audit"),
        (("info", "bad.png"), 1, "not an audit file"),
        (("info",), 2, "FILE"),
        (("export", "a.audit"), 2, "--register"),
        (("export", "a.audit", "--register", "a.audit"), 1, "audit file itself"),
        (("export", "a.audit", "--report", "no/x.pdf"), 1, "x.pdf"),
        (("export", "a.audit", "--report", "x.pdf", "--masked", "--unmasked"), 2, "--unmasked"),
        (("export", "a.audit", "--report", "x.pdf", "--lang", "fr"), 2, "fr"),
        (("verify", "none.audit"), 1, "none.audit"),
        (("verify", "a.audit", "--head", "12"), 1, "12"),
        (("packs",), 2, "list"),
        (("packs", "to-excel", "P99", "x.xlsx"), 1, "P99"),
        (("packs", "to-excel", "P01", "x.pdf"), 1, "x.pdf"),
        (("packs", "from-excel", "bad.png", "y.yaml"), 1, "bad.png"),
        (("packs", "from-excel", "bad.png"), 2, "Y.yaml"),
        (("packs", "show", "P99"), 1, "P99"),
        (("packs", "check", "bad.png"), 1, "error"),
        (("tickets",), 2, "inspect"),
        (("tickets", "inspect", "x.csv"), 1, "x.csv"),
        (("--nonsense",), 2, "--nonsense"),
        (("demo",), 2, "--out"),
        (("./demo",), 1, "display"),
        (("--exit-when-ready",), 1, "display"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_is_wrong_is_one_sentence_and_changes_nothing(
    made: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    before = sha(made.home / "a.audit")
    ended = made(*words)
    assert ended.code == code, ended.err
    assert len(ended.err.splitlines()) == 1, ended.err
    assert said in ended.err
    if words[:2] != ("packs", "check"):
        assert ended.out == ""
    assert sha(made.home / "a.audit") == before
    assert not (made.home / "x.audit").exists()
    assert not list(made.home.glob("*.lock"))


def test_a_half_made_audit_is_taken_away(made: Run) -> None:
    words = ("--title", "T", "--pack", "P02", "--as", "ZM")
    ended = made("new", "x.audit", *words, "--unit", "A=Alpha", "--unit", "a=again")
    assert ended.code == 1
    assert "A" in ended.err
    assert not (made.home / "x.audit").exists()
