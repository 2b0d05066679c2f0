"""No shipped text uses a word that the glossary calls wrong: by concept and context.

What is shipped: questions, criteria, ambiguities, the sentences of the core, the strings of the
window. 复核 alone decides nothing: the last tests show the same word right and wrong.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from auditapp.domain.vocabulary import Lang
from auditapp.packs import codec
from auditapp.packs.content import Bilingual
from auditapp.packs.library import load_library
from auditapp.packs.wording import contexts_of, misused, stands_wrong
from tests.shipped_strings import sentences, strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditapp.packs.content import Glossary, Misuse

ROOT = Path(__file__).resolve().parents[3]
LIBRARY = load_library(ROOT / "checklists")
CONTENT = frozenset({"findings", "system_audit"})
PROGRAM = frozenset({"application", "findings", "system_audit"})

OTHER_CONCEPTS = {
    "enum.QuestionType.observation": "watching the work, not the grade",
    "EvidenceWords/Observation": "watching the work, not the grade",
    "enum.MeasureUnit.units": "a unit of measure",
    "ticket_field.contacts.unit": "who made the contact, not who is audited",
    "PlanAdoption/Units": "those for which a proof holds",
    "excel.column.rating.unit": "a unit of measure",
    "ticket_field.surveys.result": "of a survey, not of a question",
    "field.result_id": "of a test, not of a question",
    "TeamSide/Result": "of a verification, not of a question",
    "enum.Area.responses": "of the auditee, not to a complainant",
    "FindingWords/Response": "of the auditee, not to a complainant",
    "GuidancePane/Guidance": "how to check, not the force of a criterion",
    "QuestionPane/Guidance": "how to check, not the force of a criterion",
    "ticket_field.company_liable": "asked, so 是否 stands inside",
    "report.tickets.unit.tickets": "a unit of measure: 3 件",
    "TicketTest/tickets": "a unit of measure: 3 件",
    "report.tickets.channel.regulator": "the way a ticket came in, not the authority",
}
"""Labels that are spelt like a term in English and are another thing."""


def pairs_of(value: object) -> Iterator[Bilingual]:
    """The texts below a plain value, point by point."""
    if isinstance(value, list):
        for item in cast("list[Any]", value):
            yield from pairs_of(item)
    elif isinstance(value, dict):
        found = cast("dict[str, Any]", value)
        if set(found) != {"en", "zh"}:
            for item in found.values():
                yield from pairs_of(item)
        elif isinstance(found["en"], str):
            yield Bilingual(found["en"], found["zh"])
        else:
            for en, zh in zip(found["en"], found["zh"], strict=True):
                yield Bilingual(en, zh)


def offences(
    where: str, text: Bilingual, contexts: frozenset[str], around: Bilingual | None = None
) -> list[tuple[str, str, str, str]]:
    found = misused(text, contexts, LIBRARY.glossary, around=around)
    return [(where, it.id, it.wrong, text.get(it.lang)) for it in found]


@pytest.mark.parametrize("pack_id", [pack.id for pack in LIBRARY.packs])
def test_questions(pack_id: str) -> None:
    pack = LIBRARY.pack(pack_id)
    found: list[tuple[str, str, str, str]] = []
    for question in pack.questions:
        cards = [LIBRARY.criteria[card] for card in question.criteria]
        contexts = contexts_of(cards, [it.value for it in pack.sectors]) | CONTENT
        texts = list(pairs_of(codec.put_question(question)))
        assert texts
        around = Bilingual("\n".join(it.en for it in texts), "\n".join(it.zh for it in texts))
        for text in texts:
            found += offences(question.id, text, contexts, around)
    assert found == []


def test_criteria_and_ambiguities() -> None:
    found: list[tuple[str, str, str, str]] = []
    for card in LIBRARY.criteria.values():
        contexts = contexts_of([card], [it.value for it in card.sectors])
        for text in (card.title, card.paraphrase):
            found += offences(card.id, text, contexts)
    for entry in LIBRARY.ambiguities:
        for text in (entry.title, entry.text, *(it.text for it in entry.options)):
            found += offences(entry.id, text, CONTENT)
    assert found == []


def test_sentences_of_the_core() -> None:
    found: list[tuple[str, str, str, str]] = []
    for name, key, text in sentences():
        contexts = PROGRAM | {"report"} if name == "reports" else PROGRAM
        found += offences(key, text, contexts)
    assert found == []


def test_strings_of_the_window() -> None:
    found: list[tuple[str, str, str, str]] = []
    for name, text in strings():
        found += offences(name, text, PROGRAM)
    assert found == []


def test_a_label_that_is_a_term_is_the_glossary_s() -> None:
    """In full, shortened (单位 for 受审核单位), or within more words; else it is named above."""
    aside = re.compile(r"\s*[(（][^)）]*[)）]")
    terms: dict[str, list[str]] = {}
    for term in LIBRARY.glossary.terms:
        terms.setdefault(aside.sub("", term.term.en).casefold(), []).append(
            aside.sub("", term.term.zh)
        )
    labels = [(key, text) for _, key, text in sentences()]
    labels += [(f"{name}/{text.en}", text) for name, text in strings()]
    wrong: dict[str, tuple[str, list[str]]] = {}
    seen = 0
    for key, text in labels:
        said = text.en.casefold().rstrip(" …:")
        known = terms.get(said) or terms.get(said.removesuffix("s"))
        if known is None:
            continue
        seen += 1
        if not any(it in text.zh or text.zh in it for it in known):
            wrong[key] = (text.zh, known)
    assert seen > 100
    assert set(wrong) - set(OTHER_CONCEPTS) == set(), wrong


def planted(misuse: Misuse, glossary: Glossary, said: str) -> Bilingual:
    """A sentence in which the concept is meant, with ``said`` in the entry's language."""
    concept = next(it for it in glossary.terms if it.id == misuse.concept)
    other = re.sub(r"[（(].*[）)]", "", concept.term.get(
        Lang.EN if misuse.lang is Lang.ZH else Lang.ZH
    ))  # fmt: skip
    if misuse.lang is Lang.ZH:
        return Bilingual(f"The {other} is recorded.", f"已记录{said}的情况。")
    return Bilingual(f"The {said} is recorded.", f"已记录{other}的情况。")


@pytest.mark.parametrize("misuse", LIBRARY.glossary.misuse, ids=lambda it: it.id)
def test_each_entry_is_found_and_lets_what_is_right_pass(misuse: Misuse) -> None:
    glossary = LIBRARY.glossary
    for context in misuse.contexts:
        here = frozenset({context})
        wrong = planted(misuse, glossary, misuse.wrong)
        assert misuse in misused(wrong, here, glossary)
        assert misuse not in misused(planted(misuse, glossary, misuse.right), here, glossary)
        assert misuse not in misused(wrong, frozenset({"elsewhere"}), glossary)
        for phrase in misuse.allowed_in:
            assert misuse not in misused(planted(misuse, glossary, phrase), here, glossary)


def test_entries_hold_for_all_cards_of_a_law() -> None:
    entry = next(it for it in LIBRARY.glossary.misuse if "cn-pipl" in it.contexts)
    text = planted(entry, LIBRARY.glossary, entry.wrong)
    assert entry in misused(text, frozenset({"cn-pipl-art51"}), LIBRARY.glossary)
    assert entry not in misused(text, frozenset({"cn-pi-audit-2025"}), LIBRARY.glossary)


@pytest.fixture
def art20() -> frozenset[str]:
    cards = [LIBRARY.criteria["cn-cbirc-2020-3-art20"]]
    return contexts_of(cards, ["bank", "insurance"]) | CONTENT


@pytest.mark.parametrize(
    ("zh", "en", "is_wrong"),
    [
        ("上级机构的复核是否在30日内作出？", "Is the verification review decided?", True),
        ("上级机构的核查是否在30日内作出？", "Is the verification review decided?", False),
        ("派单前的工单复核是否留痕？", "Is the ticket's review before dispatch on file?", False),
        ("信访复核意见是否送达？", "Was the petition review opinion served?", False),
        ("底稿复核由谁完成？", "Who reviewed the working papers?", False),
    ],
)  # fmt: skip
def test_the_review_of_article_20(art20: frozenset[str], zh: str, en: str, is_wrong: bool) -> None:
    assert bool(offences("q", Bilingual(en, zh), art20)) is is_wrong


def test_the_same_word_is_right_where_another_thing_is_meant(art20: frozenset[str]) -> None:
    ticket = Bilingual("Was the ticket reviewed?", "该单是否经过复核？")
    elsewhere = contexts_of([LIBRARY.criteria["iso10002-2018-7.2"]], ["telecom"]) | CONTENT
    assert offences("q", ticket, elsewhere) == []
    assert offences("q", ticket, art20) != []  # there it must be said which review is meant
    internal = Bilingual("the plan of the internal audit department", "审计部门的计划")
    assert offences("q", internal, CONTENT) == []
    assert offences("q", Bilingual("the audit plan", "审计计划"), CONTENT) != []
    told_apart = Bilingual("a correction and a corrective action", "纠正和纠正措施")
    assert offences("q", told_apart, CONTENT) == []
    assert offences("q", Bilingual("the correction of the case", "对个案的纠正措施"), CONTENT) != []


def test_a_right_word_inside_a_wrong_one_does_not_hide_it() -> None:
    entry = next(it for it in LIBRARY.glossary.misuse if it.id == "correction-or-action")
    assert stands_wrong("纠正措施", entry)
    assert not stands_wrong("纠正", entry)


def test_the_two_sets_of_terms_have_the_same_keys_and_differ() -> None:
    sets = LIBRARY.glossary.term_sets
    assert set(sets) == {"system_audit", "internal_audit"}
    assert sets["system_audit"].keys() == sets["internal_audit"].keys()
    assert sets["system_audit"]["audit"].zh == "审核"
    assert sets["internal_audit"]["audit"].zh == "审计"
