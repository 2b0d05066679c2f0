"""The statement from the five Cs, in both languages, with nothing made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.domain.statement import FiveCs, compose
from auditapp.domain.vocabulary import Grade, Lang
from auditapp.texts import load

ZH, EN = load(Lang.ZH), load(Lang.EN)
FIVE_ZH = FiveCs(
    "《投诉处理办法》V3.2 第12条",
    "抽查59件来电,2件未登记。",
    ("E-HZ-LI001", "E-HZ-LI002"),
    "夜班未使用登记模板",
    "统计数据不完整",
)
FIVE_EN = FiveCs(
    "Complaint procedure V3.2, section 12",
    "Of 59 calls 2 were not registered.",
    ("E-HZ-LI001", "E-HZ-LI002"),
    "The night shift does not use the template.",
    "The figures are incomplete",
)


def test_chinese() -> None:
    assert compose(FIVE_ZH, Grade.MINOR, Lang.ZH, ZH.say) == (
        "抽查59件来电,2件未登记（证据：E-HZ-LI001、E-HZ-LI002）。"
        "不符合以下要求：《投诉处理办法》V3.2 第12条。"
        "原因：夜班未使用登记模板。后果：统计数据不完整。"
    )


def test_english() -> None:
    assert compose(FIVE_EN, Grade.MAJOR, Lang.EN, EN.say) == (
        "Of 59 calls 2 were not registered (evidence: E-HZ-LI001, E-HZ-LI002). "
        "This does not meet: Complaint procedure V3.2, section 12. "
        "Cause: The night shift does not use the template. "
        "Consequence: The figures are incomplete."
    )


@pytest.mark.parametrize("grade", list(Grade))
def test_only_a_nonconformity_is_called_one(grade: Grade) -> None:
    text = compose(FIVE_ZH, grade, Lang.ZH, ZH.say)
    assert ("不符合以下要求" in text) == (grade in (Grade.MINOR, Grade.MAJOR))


def test_what_is_not_written_is_left_out() -> None:
    assert compose(FiveCs(), Grade.MINOR, Lang.EN, EN.say) == ""
    only = FiveCs(condition="  Two cases were missed!  ")
    assert compose(only, Grade.MINOR, Lang.EN, EN.say) == "Two cases were missed!"
    assert compose(FiveCs(condition="漏登"), Grade.MINOR, Lang.ZH, ZH.say) == "漏登。"
    assert compose(FiveCs(cause="。"), Grade.MINOR, Lang.ZH, ZH.say) == ""


parts = st.text("甲乙ab 1。.;", max_size=12)


@given(parts, parts, parts, parts, st.sampled_from(Grade), st.sampled_from(Lang))
def test_the_words_of_the_auditor_stand_as_written(
    criterion: str, condition: str, cause: str, consequence: str, grade: Grade, lang: Lang
) -> None:
    five = FiveCs(criterion, condition, (), cause, consequence)
    text = compose(five, grade, lang, (ZH if lang is Lang.ZH else EN).say)
    for part in (criterion, condition, cause, consequence):
        assert part.strip().rstrip("。.; ") in text
    assert not text.endswith(("。。", "..", "。.", ".。"))
