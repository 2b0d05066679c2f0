"""Line breaking: what may stand at a line's ends, and that nothing is lost."""

# ruff: noqa: E501, RUF001
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditapp.reports.pdf.breaking import break_lines, pieces

CLOSING = set("，。、；：？！）》〉」』】〕”’…％")
OPENING = set("（《〈「『【〔“‘([{")
ALPHABET = "投诉处理（）《》“”，。、；！？…—()ab19 -/%.\n资费"


def measure(text: str) -> float:
    return float(sum(2 if ord(char) > 0x2000 else 1 for char in text))


@pytest.mark.parametrize("width", range(8, 40))
def test_no_opening_mark_ends_and_no_closing_mark_begins_a_line(width: int) -> None:
    text = "未见对重复原因（《资费变更通知》不清）的评价，“延期”应在 15 个工作日内告知（见 ISO 10002:2018）。"
    lines = break_lines(text, width, measure)
    assert not [line for line in lines if line[-1] in OPENING]
    assert not [line for line in lines if line[0] in CLOSING]


@settings(max_examples=300, deadline=None)
@given(st.text(ALPHABET, max_size=120), st.integers(12, 60))
def test_lines_keep_the_text_and_fit(text: str, width: int) -> None:
    lines = break_lines(text, width, measure)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(measure(line) <= width for line in lines)
    assert len(lines) >= text.count("\n") + 1


def test_latin_words_and_numbers_stay_whole() -> None:
    assert break_lines("don’t break 3.5% here", 12, measure) == ["don’t break", "3.5% here"]
    assert pieces("E-HZ-A001 2026-11-20") == ["E-HZ-A001", " ", "2026-11-20"]


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert break_lines("a" * 25, 10, measure) == ["a" * 10, "a" * 10, "a" * 5]


def test_a_closing_mark_keeps_its_character_even_after_a_latin_word() -> None:
    assert pieces("见 ISO）。好") == ["见", " ", "ISO）。", "好"]
