"""Sentences in both languages: values, plurals, errors, op names, what is missing."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.domain.vocabulary import Grade, Lang, PersonalData, Result
from auditapp.errors import UserError
from auditapp.texts import MissingText, Texts, formats, load, parse_lang

ENTRIES = {
    "enum.Result.minor": "一般不符合",
    "op.answer.set_result": "{unit} 的 {question} 判定为 {result:Result}",
    "x": "[{a}]",
    "n": "{n} items",
    "n#one": "one item",
    "kinds": "{d:date} {t:time} {p:percent} {s:size}",
    "error.locked": "{who}: {since}",
    "error.outer": "{cause}",
    "value.yes": "yes",
    "value.no": "no",
}
ZH = Texts(Lang.ZH, ENTRIES, zone=UTC)
EN = Texts(Lang.EN, ENTRIES, zone=UTC)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("文本 {a}", "文本 {a}", "文本 {a}"),
        (1234567, "1,234,567", "1,234,567"),
        (-5, "-5", "-5"),
        (0.5, "0.5", "0.5"),
        (1234.567, "1,234.57", "1,234.57"),
        (-0.001, "0", "0"),
        (date(2026, 11, 23), "2026年11月23日", "23 Nov 2026"),
        (date(2026, 1, 2), "2026年1月2日", "2 Jan 2026"),
        (datetime(2026, 11, 23, 6, 2, 59, tzinfo=UTC), "2026年11月23日 06:02", "23 Nov 2026 06:02"),
        (Result.MINOR, "一般不符合", "一般不符合"),
        (["甲", "乙", 3], "甲、乙、3", "甲, 乙, 3"),
        (("甲",), "甲", "甲"),
        ({"b", "a"}, "a、b", "a, b"),
        ([], "—", "—"),
        (None, "—", "—"),
        (True, "yes", "yes"),
        (False, "no", "no"),
        (Path("a.audit"), "a.audit", "a.audit"),
        (uuid.UUID(int=1), str(uuid.UUID(int=1)), str(uuid.UUID(int=1))),
    ],
)
def test_a_value_in_a_sentence(value: object, zh: str, en: str) -> None:
    assert ZH.say("x", a=value) == f"[{zh}]"
    assert EN.say("x", a=value) == f"[{en}]"


def test_braces_in_a_value_are_not_filled_again() -> None:
    assert EN.say("x", a="{b}") == "[{b}]"


def test_plural() -> None:
    assert [EN.say("n", n=count) for count in (0, 1, 2)] == ["0 items", "one item", "2 items"]


def test_kinds_show_raw_values_of_the_journal() -> None:
    shown = EN.say("kinds", d="2026-11-23", t="2026-11-23T06:02:00.000000Z", p="0.5", s="1500")
    assert shown == "23 Nov 2026 23 Nov 2026 06:02 50% 1.5 kB"


def test_op_resolves_ids_and_enum_values() -> None:
    unit = str(uuid.UUID(int=7))
    args = {"unit": unit, "question": "P01-7.2-03", "result": "minor"}
    assert (
        ZH.op("answer.set_result", args, {unit: "杭州"}) == "杭州 的 P01-7.2-03 判定为 一般不符合"
    )
    assert ZH.op("answer.set_result", {**args, "result": None}).endswith("判定为 —")


def test_error_within_an_error() -> None:
    inner = UserError("locked", who="李", since=date(2026, 11, 23))
    assert ZH.error(UserError("outer", cause=inner)) == "李: 2026年11月23日"


def test_missing_raises_when_strict_and_shows_the_key_otherwise() -> None:
    with pytest.raises(MissingText, match=r"no\.such"):
        EN.say("no.such")
    with pytest.raises(MissingText, match="needs 'a'"):
        EN.say("x")
    lenient = Texts(Lang.EN, ENTRIES, strict=False)
    assert lenient.say("no.such") == "no.such"
    assert lenient.say("x") == "[{a}]"
    assert lenient.enum(Grade.OBSERVATION) == "enum.Grade.observation"


def test_the_tests_are_strict_and_the_product_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MissingText):
        load(Lang.EN).say("no.such")
    monkeypatch.delenv("AUDITAPP_STRICT_TEXTS")
    assert load(Lang.EN).say("no.such") == "no.such"


@pytest.mark.parametrize("name", ["zh-CN", "zh", "ZH_cn", "zh-Hans-CN", " zh "])
def test_chinese(name: str) -> None:
    assert parse_lang(name) is Lang.ZH


@pytest.mark.parametrize("name", ["en", "EN", "en_GB"])
def test_english(name: str) -> None:
    assert parse_lang(name) is Lang.EN


@pytest.mark.parametrize("name", ["", "fr", "both", "zh-TW"])
def test_other_languages_are_refused(name: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_lang(name)
    assert "zh-CN" in load(Lang.EN).error(caught.value)


def test_shipped_catalogues_speak_their_language() -> None:
    zh, en = load(Lang.ZH), load(Lang.EN)
    assert zh.enum(Result.NOT_CONCLUSIVE) == "无法判定"
    assert en.enum(Result.NOT_CONCLUSIVE) == "Not conclusive"
    assert zh.enum(PersonalData.YES) == "含个人信息"
    assert en.error(UserError("nothing_to_undo")) == "There is nothing to undo."
    assert zh.percent(0.7123, 1) == "71.2%"
    assert en.percent(None) == "—"
    assert en.say("error.issue_blocked", n=1).startswith("One point")


def test_time_shows_the_asked_zone_and_refuses_none() -> None:
    at = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert EN.time(at, timezone(timedelta(hours=8))) == "24 Nov 2026 07:30"
    assert EN.time(None) == "—"
    with pytest.raises(ValueError, match="zone"):
        EN.time(at.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (999_949, "999.9 kB"),
        (999_950, "1.0 MB"),
        (1_500_000, "1.5 MB"),
        (7 * 10**15, "7000.0 TB"),
    ],
)
def test_sizes(count: int, text: str) -> None:
    assert formats.write_size(count) == text


@given(st.floats(min_value=-1e12, max_value=1e12))
def test_a_number_reads_back(value: float) -> None:
    text = formats.write_number(value)
    assert abs(float(text.replace(",", "")) - value) <= 0.005 + abs(value) * 1e-12
    assert text != "-0"
    assert not text.endswith(".")
