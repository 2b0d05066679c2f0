# ruff: noqa: RUF001  (full-width signs are what people type, and what is tested)
"""Personal data is replaced wherever it stands; what an audit needs stays."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from auditapp.domain import masking
from auditapp.domain.masking import Masker, MaskKind

LABELS = {kind: f"［{kind.value}］" for kind in MaskKind}
K = MaskKind


def kinds(text: str, *names: str) -> dict[MaskKind, int]:
    return dict(Masker(names).mask(text).counts)


@pytest.mark.parametrize(
    ("text", "masked", "kind"),
    [
        ("电话13812345678转", "电话[phone]转", K.PHONE),
        ("拨打138 1234 5678。", "拨打[phone]。", K.PHONE),
        ("手机：138-1234-5678", "手机：[phone]", K.PHONE),
        ("+86 13812345678", "[phone]", K.PHONE),
        ("１３８１２３４５６７８", "[phone]", K.PHONE),
        ("座机0571-88881234-802", "座机[phone]", K.PHONE),
        ("(0571)8888 1234", "[phone]", K.PHONE),
        ("（010）88881234", "[phone]", K.PHONE),
        ("call 020 7946 0958 now", "call [phone] now", K.PHONE),
        ("call 07700 900123 now", "call [phone] now", K.PHONE),
        ("call +44 20 7946 0958.", "call [phone].", K.PHONE),
        ("身份证330102199001011234", "身份证[identity]", K.IDENTITY),
        ("33010219900101123X,", "[identity],", K.IDENTITY),
        ("33010219900101123x", "[identity]", K.IDENTITY),
        ("330102 19900101 1234", "[identity]", K.IDENTITY),
        ("旧证330102900101123。", "旧证[identity]。", K.IDENTITY),
        ("卡号6222021202041234567", "卡号[card]", K.CARD),
        ("6222 0212 0204 1234 567", "[card]", K.CARD),
        ("visa 4111-1111-1111-1111", "visa [card]", K.CARD),
        ("写信zhang.san+1@mail.example.com。", "写信[email]。", K.EMAIL),
        ("a@b.cn", "[email]", K.EMAIL),
        ("zhang＠mail．cn", "[email]", K.EMAIL),
        ("车牌浙A12345", "车牌[plate]", K.PLATE),
        ("粤B·D12345，", "[plate]，", K.PLATE),
        ("京A 1234警", "[plate]", K.PLATE),
    ],
)
def test_each_kind(text: str, masked: str, kind: MaskKind) -> None:
    done = Masker().mask(text)
    assert done.text == masked
    assert dict(done.counts) == {kind: 1}


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23 14:02:07",
        "2026年11月23日",
        "20261123",
        "2026/11/23 - 2026/12/31",
        "《办法》第18条第1款，银保监会令2020年第3号",
        "Order 2020 No. 3, Art. 18(1)",
        "GB/T 19012-2019（ISO 10002:2018）",
        "E-HZ-LI001、E-HZ-LI0123，F-LI07，A-LI12",
        "ZJ-2026-04-NC-01",
        "工单GD202611230000123",
        "工单 20261123000012345",
        "ticket T-13812345678",
        "抽查59件,2件未登记,上限7.7 %",
        "12,345.67 元；0.05；1/59",
        "hash 8f14e45fceea167a5a36dedd4bea2543",
        "客服热线400-800-1234、10086",
        "P01-7.2-03",
        "1380000",
        "周期2025-11…2026-10，182,447件",
        "",
    ],
)
def test_what_an_audit_needs_stays(text: str) -> None:
    done = Masker(["张三"]).mask(text)
    assert done.text == text
    assert not done.counts


def test_names() -> None:
    masker = Masker(["张三", "Tom Smith", "欧阳明", "欧阳明月", "李"], labels=LABELS)
    assert masker.mask("张三和张 三、欧阳明月、李").text == "［name］和［name］、［name］、李"
    assert masker.mask("联系tom  smith处理").text == "联系［name］处理"
    assert masker.mask("Tom Smithson, atom smith").text == "Tom Smithson, atom smith"
    assert dict(masker.mask("张三，欧阳明，张三").counts) == {K.NAME: 3}


def test_a_name_in_a_working_number_stays() -> None:
    assert Masker(["LI", "Wang"]).mask("E-LI-WANG001, F-LI07: Li").text == (
        "E-LI-WANG001, F-LI07: [name]"
    )


def test_no_name_at_all_masks_no_name() -> None:
    assert kinds("张三", "", " ", "三") == {}


def test_known_ticket_numbers_are_kept() -> None:
    text = "工单13900001111与电话13812345678"
    assert Masker(keep=["13900001111", ""]).mask(text).text == "工单13900001111与电话[phone]"


def test_kinds_are_counted_apart_and_in_total() -> None:
    masker = Masker(["张三"])
    done = [
        masker.mask("张三13812345678，浙A12345"),
        masker.mask("a@b.cn 或 c@d.cn"),
        masker.mask("无"),
    ]
    assert masking.total(done) == {
        K.NAME: 1,
        K.PHONE: 1,
        K.IDENTITY: 0,
        K.CARD: 0,
        K.EMAIL: 2,
        K.PLATE: 1,
    }


def test_an_identity_number_is_not_counted_as_a_card() -> None:
    assert kinds("620102199001011234") == {K.IDENTITY: 1}


def test_what_a_replacement_frees_is_masked_too() -> None:
    assert Masker().mask("a@b.cn.13812345678").text == "[email].[phone]"


def test_rule_masks_for_several_sets_of_names() -> None:
    mask = masking.rule(keep=["T1"], labels=LABELS)
    assert mask("张三 李四", ["张三"]) == ("［name］ 李四", {"name": 1})
    assert mask("张三 李四", ["李四"]) == ("张三 ［name］", {"name": 1})
    assert mask("T1", []) == ("T1", {})


digits = st.text("0123456789", min_size=8, max_size=8)
mobiles = st.builds(lambda a, rest: f"1{a}{rest}0", st.sampled_from("3456789"), digits)
identities = st.builds(
    lambda province, area, year, month, day, end: (
        f"{province}{area}{year}{month:02d}{day:02d}{end}"
    ),
    st.sampled_from([11, 33, 44, 65]),
    st.text("0123456789", min_size=4, max_size=4),
    st.integers(1900, 2026),
    st.integers(1, 12),
    st.integers(1, 28),
    st.from_regex(r"[0-9]{3}[0-9X]", fullmatch=True),
)
cards = st.text("0123456789", min_size=14, max_size=17).map(lambda rest: "62" + rest)
mails = st.from_regex(r"[a-z][a-z0-9._]{0,9}@[a-z][a-z0-9]{0,9}\.(?:com|cn|org)", fullmatch=True)
plates = st.from_regex(r"[京浙粤川][A-HJ-NP-Z][0-9]{5}", fullmatch=True)
secrets = st.one_of(mobiles, identities, cards, mails, plates)
around = st.text("客户电话，。：；（）、 联系说\n\t“”！？的", max_size=12)
anything = st.text(max_size=60)


@given(around, secrets, around)
def test_a_secret_is_found_in_any_chinese_text(before: str, secret: str, after: str) -> None:
    done = Masker().mask(before + secret + after)
    assert secret not in done.text
    assert done.text.startswith(before)
    assert done.text.endswith(after)
    assert sum(done.counts.values()) == 1


@given(st.lists(st.tuples(around.filter(lambda t: t.strip("\n\t ")), secrets), max_size=5))
def test_all_of_several_are_found(pieces: list[tuple[str, str]]) -> None:
    done = Masker().mask("".join(f"{text}，{secret}" for text, secret in pieces))
    assert all(secret not in done.text for _, secret in pieces)
    assert sum(done.counts.values()) == len(pieces)


@given(st.lists(st.one_of(anything, secrets, around), max_size=5).map("".join))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    for labels in (None, LABELS):
        masker = Masker(["张三", "ab"], labels=labels)
        once = masker.mask(text)
        again = masker.mask(once.text)
        assert again.text == once.text
        assert not again.counts


@given(anything, st.lists(st.text(min_size=2, max_size=6), max_size=3))
def test_text_without_a_hit_is_the_same(text: str, names: list[str]) -> None:
    done = Masker(names).mask(text)
    assert (done.text == text) == (not done.counts) or any(label in text for label in ("[name]",))


@given(around, st.text("张王李欧阳明月", min_size=2, max_size=4), around)
def test_a_chinese_name_never_remains(before: str, name: str, after: str) -> None:
    assume(name not in before + after)
    assert name not in Masker([name]).mask(before + name + after).text


@given(
    around,
    st.one_of(
        st.dates().map(str),
        st.builds("E-{}-LI{:03d}".format, st.sampled_from(["HZ", "NB1"]), st.integers(1, 9999)),
        st.integers(1, 200).map("第{}条".format),
        st.integers(0, 10**9).map("GD2026{:09d}".format),
    ),
    around,
)
def test_dates_and_numbers_of_the_audit_stay(before: str, kept: str, after: str) -> None:
    text = before + kept + after
    assert Masker(["张三"]).mask(text).text == text
