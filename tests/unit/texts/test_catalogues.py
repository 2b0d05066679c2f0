"""The shipped texts against the code: each code has a sentence, each sentence a use."""

from __future__ import annotations

import ast
import re
from enum import Enum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import pytest

from auditapp import domain
from auditapp.devtools.texts import SOURCES, placeholders_of, read

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[3] / "auditapp"
TEXTS = read(SOURCES)
# Sentences that stand ready for rooms under construction; the test below says when one is used.
RESERVED = frozenset(
    Path(__file__).with_name("reserved_errors.txt").read_text(encoding="utf-8").split()
)
CJK = r"[\u3400-\u9fff]"
HALF_WIDTH = re.compile(rf"{CJK} ?[,;:?!()]|[,;?!()]{CJK}|{CJK}\.(?![a-z])")
DOMAIN = [import_module(f"auditapp.domain.{part.name}") for part in iter_modules(domain.__path__)]
ENUMS = [
    member
    for module in DOMAIN
    for members in vars(module).values()
    if isinstance(members, type)
    and issubclass(members, Enum)
    and members.__module__ == module.__name__
    for member in members
]


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if not {"_gen", "devtools"} & set(path.parts):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def raised() -> Iterator[tuple[str, str, set[str] | None]]:
    """Place, code and argument names (None: passed on) of each ``UserError("code", …)``."""
    for path, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            name = node.func.id if isinstance(node.func, ast.Name) else name
            code = node.args[0]
            if name == "UserError" and isinstance(code, ast.Constant):
                names = {word.arg for word in node.keywords}
                known = None if None in names else {str(word) for word in names}
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", str(code.value), known


def constants() -> set[str]:
    return {
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_the_scan_sees_something() -> None:
    assert any(code == "bad_lang" for _, code, _ in raised())


def test_each_raised_code_has_a_sentence_that_its_arguments_fill() -> None:
    faults: list[str] = []
    for place, code, given in raised():
        template = TEXTS["en"].get(f"error.{code}")
        if template is None:
            faults.append(f"{place}: no text error.{code}")
        elif given is not None and (missing := placeholders_of(template) - given):
            faults.append(f"{place}: error.{code} also needs {sorted(missing)}")
    assert faults == []


def test_each_error_sentence_is_used_or_reserved() -> None:
    codes = {key.split(".", 1)[1] for key in TEXTS["en"] if key.startswith("error.")}
    codes = {code for code in codes if not code.endswith("#one")}
    used = constants()
    assert sorted(codes - used - RESERVED) == [], "neither used nor reserved"
    assert sorted(RESERVED - codes) == [], "reserved without a sentence"


@pytest.mark.parametrize("member", ENUMS, ids=lambda member: f"{type(member).__name__}.{member}")
def test_each_enum_member_has_a_name(member: Enum) -> None:
    key = f"enum.{type(member).__name__}.{member.value}"
    assert key in TEXTS["zh"]
    assert key in TEXTS["en"]


def test_no_enum_name_without_a_member() -> None:
    known = {f"enum.{type(member).__name__}.{member.value}" for member in ENUMS}
    vocabulary_names = {key.rsplit(".", 1)[0] for key in known}
    extra = {
        key for key in TEXTS["zh"] if key.rsplit(".", 1)[0] in vocabulary_names and key not in known
    }
    assert extra == set()


def test_members_of_one_enum_have_different_names() -> None:
    for lang in ("zh", "en"):
        names = [
            (key.split(".")[1], text)
            for key, text in TEXTS[lang].items()
            if key.startswith("enum.")
        ]
        assert len(names) == len(set(names))


def test_chinese_uses_full_width_punctuation() -> None:
    assert {key: text for key, text in TEXTS["zh"].items() if HALF_WIDTH.search(text)} == {}


def test_english_holds_no_chinese() -> None:
    assert {key: text for key, text in TEXTS["en"].items() if re.search(CJK, text)} == {}


def test_an_error_is_one_line_that_ends() -> None:
    for lang, ends in (("zh", "。！？"), ("en", ".!?")):
        for key, text in TEXTS[lang].items():
            if key.startswith("error."):
                assert "\n" not in text, key
                assert text.rstrip("”").endswith(tuple(ends)), key


@pytest.mark.parametrize(
    ("key", "zh", "en"),
    [
        ("enum.Result.major", "严重不符合", "Major nonconformity"),
        ("enum.Result.minor", "一般不符合", "Minor nonconformity"),
        ("enum.Result.not_applicable", "不适用", "Not applicable"),
        ("enum.Result.not_conclusive", "无法判定", "Not conclusive"),
        ("enum.Grade.observation", "观察项", "Observation"),
        ("enum.Grade.improvement", "改进机会", "Opportunity for improvement"),
        ("enum.Grade.good_practice", "良好实践", "Good practice"),
        ("enum.Force.regulator", "监管规定", "Regulator's rule"),
        ("enum.Force.adopted_standard", "已采用标准", "Adopted standard"),
        ("enum.Force.guidance", "指南", "Guidance"),
        ("enum.Extent.isolated", "偶发", "Isolated"),
        ("enum.Extent.repeated", "重复发生", "Repeated"),
        ("enum.Extent.widespread", "普遍", "Widespread"),
        ("enum.ActionKind.correction", "纠正", "Correction"),
        ("enum.ActionKind.corrective_action", "纠正措施", "Corrective action"),
        ("enum.Role.team_leader", "审核组长", "Audit team leader"),
        ("enum.Role.guide", "向导", "Guide"),
        ("enum.SignOffStage.signed_off", "签核", "Signed off"),
        ("word.pack", "检查表包", "pack"),
        ("word.fulfilment", "满足程度", "degree of fulfilment"),
        ("word.force", "约束力", "force"),
        ("word.unit", "受审核单位", "unit"),
        ("word.journal", "操作留痕", "journal"),
    ],
)
def test_terms_are_those_of_the_glossary(key: str, zh: str, en: str) -> None:
    assert (TEXTS["zh"][key], TEXTS["en"][key]) == (zh, en)


def test_words_that_the_glossary_forbids() -> None:
    # 审计 is right for financial audits only; an ISO audit is 审核. The other set has its own name.
    name = "enum.TermSet.internal_audit"
    assert {key for key, text in TEXTS["zh"].items() if "审计" in text} == {name}
