"""An audit in the words of an internal audit department: whole, and in no others' words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditapp import texts
from auditapp.devtools.texts import SETS, SOURCES, read, read_sets
from auditapp.devtools.translations import FOLDER, read_set, set_faults, set_files
from auditapp.domain.vocabulary import Grade, Lang, Role, TermSet
from auditapp.packs.problems import Collector
from auditapp.packs.registers import read_registers
from auditapp.paths import shipped_paths
from tests.shipped_strings import strings as window_strings

if TYPE_CHECKING:
    from collections.abc import Mapping

BASE = read(SOURCES)
INTERNAL = read_sets(SOURCES, BASE)["internal_audit"]
GLOSSARY = read_registers([shipped_paths().checklists], Collector())[0].term_sets

# Words of a management-system audit for which an internal audit department says another one.
GIVEN_UP = ("审核", "不符合项", "严重不符合", "一般不符合", "观察项", "改进机会", "首次会议",
            "末次会议")  # fmt: skip
SAID_IN_AN_AUDIT = ("check.", "check_name.", "enum.", "field.", "maturity.", "op.", "plan.",
                    "register.", "report.", "selection.", "stratum.", "word.")  # fmt: skip
ELSEWHERE = {
    "enum.TermSet.system_audit": "the name of the other set",
    "enum.Storage.embedded": "the kind of file, whatever the audit",
}
# Screens where no audit is open, or that show the library.
NO_AUDIT = {"HomePage", "HomeSide", "HomeWords", "AboutDialog", "MainWindow", "StartStep",
            "BackupsDialog", "SettingsDialog", "CommandPalette", "Rail", "MessageDialog",
            "WordsStep", "DatesStep", "CriteriaStep", "NewAuditDialog", "NewAuditStart",
            "AmbiguitiesTab", "CardsTab", "TermsTab", "JoinDialog"}  # fmt: skip


def test_each_set_of_the_glossary_has_its_texts() -> None:
    assert {it.value for it in TermSet} == set(GLOSSARY)
    others = {it.value for it in TermSet} - {TermSet.SYSTEM_AUDIT}
    assert {path.stem for path in (SOURCES / SETS).glob("*.yaml")} == others
    assert {path.stem for path in set_files()} == others


def test_no_sentence_of_an_audit_is_left_in_the_other_words() -> None:
    left = {
        key: text
        for key, text in BASE["zh"].items()
        if key.startswith(SAID_IN_AN_AUDIT)
        and key not in INTERNAL["zh"]
        and key not in ELSEWHERE
        and any(word in text for word in GIVEN_UP)
    }
    assert left == {}


def test_the_set_uses_none_of_the_words_given_up() -> None:
    mixed = {
        key: text
        for key, text in INTERNAL["zh"].items()
        if any(word in text for word in GIVEN_UP) or "受审核" in text
    }
    assert mixed == {}
    english = {
        key: text
        for key, text in INTERNAL["en"].items()
        if any(
            word in text.casefold() for word in ("nonconformit", "closing meeting", "team leader")
        )
    }
    assert english == {}


@pytest.mark.parametrize(
    ("key", "term"),
    [
        ("enum.Grade.major", "major"),
        ("enum.Grade.minor", "minor"),
        ("enum.Grade.observation", "observation"),
        ("enum.Grade.improvement", "improvement"),
        ("enum.Result.major", "major"),
        ("enum.Role.team_leader", "team_leader"),
        ("enum.Role.auditee", "auditee"),
        ("enum.ActionKind.corrective_action", "corrective_action"),
        ("enum.Stage.closing", "closing_meeting"),
        ("report.section.findings", "finding"),
        ("report.cover.client", "client"),
        ("report.method.criteria", "criteria"),
    ],
)
def test_words_are_those_of_the_glossary(key: str, term: str) -> None:
    word = GLOSSARY["internal_audit"][term]
    for lang in Lang:
        said = INTERNAL[lang.value].get(key, BASE[lang.value][key]).casefold().rstrip("s")
        assert said == word.get(lang).casefold()


def test_what_does_not_differ_is_said_as_ever() -> None:
    here = texts.load(Lang.ZH, terms=TermSet.INTERNAL_AUDIT)
    plain = texts.load(Lang.ZH)
    assert here.enum(Grade.MAJOR) == "重大问题"
    assert plain.enum(Grade.MAJOR) == "严重不符合"
    assert here.keys() == plain.keys()
    assert here.enum(Role.OBSERVER) == plain.enum(Role.OBSERVER)
    assert texts.load(Lang.ZH, terms="cn").enum(Grade.MAJOR) == "严重不符合"


def strings() -> Mapping[tuple[str, str], dict[str, str]]:
    return read_set(FOLDER / "internal_audit.yaml")


def test_the_window_has_every_string_of_the_set() -> None:
    assert set_faults(FOLDER / "internal_audit.yaml") == []
    for texts_by_lang in strings().values():
        assert not any(word in texts_by_lang["zh"] for word in GIVEN_UP)


def test_no_string_of_an_open_audit_is_left_in_the_other_words() -> None:
    known = strings()
    left = {
        (context, text.en): text.zh
        for context, text in window_strings()
        if context not in NO_AUDIT
        and (context, text.en) not in known
        and any(word in text.zh for word in GIVEN_UP)
    }
    allowed = {("Pages", "New audit")}
    assert set(left) - allowed == set(), left
