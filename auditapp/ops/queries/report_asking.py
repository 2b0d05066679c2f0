"""What the report's scope page says about the selection: hours, what was left out, the profile."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.ops.queries.effort import EffortView, load_effort, load_sentences
from auditapp.ops.queries.not_asked import facts_in
from auditapp.ops.queries.standing import load_facts
from auditapp.packs.conditions import NO, YES, ProfileTest
from auditapp.packs.content import FactKind
from auditapp.reports import model as out
from auditapp.reports.bilingual import Bilingual, Said, bilingual

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from auditapp.domain.selection import LeftOutReason
    from auditapp.domain.vocabulary import Lang
    from auditapp.ops.queries.content import Content
    from auditapp.packs.content import Bilingual as PackText
    from auditapp.packs.content import Fact

_FLAGS: Final[Mapping[str, tuple[str, str]]] = {YES: ("是", "yes"), NO: ("否", "no")}


@dataclass(frozen=True, slots=True)
class AskingFacts:
    """What one read fetched for it."""

    effort: EffortView
    stated: Mapping[str, frozenset[str]]


def load_asking(session: Session, content: Content) -> AskingFacts:
    """Fetch it inside an open read."""
    return AskingFacts(load_effort(session, content), load_facts(session))


def asking_of(facts: AskingFacts, content: Content, main: Lang) -> out.Asking:
    """The part of the report model."""
    groups: dict[tuple[str, LeftOutReason, str], list[str]] = defaultdict(list)
    hiding: dict[str, int] = defaultdict(int)
    by_answers = 0
    for it in content.not_asked:
        if it.reason is not None:
            key = (it.asked.unit_code, it.reason, it.note or "")
            groups[key].append(it.asked.question.id)
            continue
        named = {test.fact for test in it.tests if isinstance(test, ProfileTest)}
        for name in named:
            hiding[name] += 1
        by_answers += not named
    return out.Asking(
        figures=tuple(Said(code, args) for code, args in load_sentences(facts.effort.load)),
        left_out=tuple(
            out.LeftOut(unit, reason, tuple(questions), note)
            for (unit, reason, note), questions in groups.items()
        ),
        profile=tuple(
            out.ProfileLine(
                _text(fact.name, main), _values(fact, facts.stated[name], main), hiding[name]
            )
            for name, fact in facts_in(content).items()
            if name in facts.stated
        ),
        by_answers=by_answers,
    )


def _values(fact: Fact, stated: frozenset[str], main: Lang) -> tuple[Bilingual, ...]:
    if fact.kind is FactKind.FLAG:
        names = {value: bilingual(main, zh=zh, en=en) for value, (zh, en) in _FLAGS.items()}
    else:
        names = {value.id: _text(value.name, main) for value in fact.values}
    unknown = sorted(stated - names.keys())
    listed = [name for value, name in names.items() if value in stated]
    return (*listed, *(bilingual(main, zh=it, en=it) for it in unknown))


def _text(text: PackText, main: Lang) -> Bilingual:
    return bilingual(main, zh=text.zh, en=text.en)
