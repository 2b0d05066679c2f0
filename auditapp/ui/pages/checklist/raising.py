"""A finding prefilled from a question and its answer. No Qt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from auditapp.domain.grading import BINDING, grade_of, limit
from auditapp.domain.vocabulary import Grade, Lang, Result
from auditapp.ops.findings import NewFinding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.domain.vocabulary import Force
    from auditapp.ops.queries.printed import Languages
    from auditapp.ops.queries.question import CriterionView, QuestionView

TITLE_LENGTH: Final = 60
_SENTENCE: Final = re.compile(r"[。！？!?;；\n]|\.(?:\s|$)")


def prefilled(view: QuestionView, languages: Languages) -> NewFinding:
    """Criteria that carry it, condition from the note, grade from the result limited by force."""
    cited = cited_criteria(view.criteria)
    forces = frozenset(it.force for it in cited if it.force is not None)
    answer = view.answer
    note = (answer.note or "").strip() if answer is not None else ""
    texts: dict[str, dict[Lang, str | None]] = {
        "title": {languages.main: title_of(note)},
        "condition": {languages.main: note or None},
        "criterion": {lang: _criterion_text(cited, lang) for lang in languages.all},
        "evidence": {lang: _evidence_text(view, lang) for lang in languages.all},
    }
    return NewFinding(
        grade=grade_for(None if answer is None else answer.result, forces),
        forces=forces,
        unit_id=view.asked.unit_id,
        question_id=view.question.id,
        answer_id=None if answer is None else answer.id,
        clause=view.question.section,
        own_criteria=tuple(it.own_rule.id for it in cited if it.own_rule is not None),
        cards=tuple(it.card.id for it in cited if it.card is not None),
        evidence=tuple(chip.id for chip in view.evidence if not chip.withdrawn),
        texts=texts,
    )


def cited_criteria(criteria: Sequence[CriterionView]) -> list[CriterionView]:
    """The binding criteria that apply; where there are none, the guidance that applies."""
    applying = [it for it in criteria if it.force is not None]
    return [it for it in applying if it.force in BINDING] or applying


def grade_for(result: Result | None, forces: frozenset[Force]) -> Grade:
    """The result's grade, lowered to what the criteria carry; else an observation."""
    allowed = limit(forces)
    wanted = Grade.OBSERVATION if result is None else grade_of(result) or Grade.OBSERVATION
    return wanted if allowed.allows(wanted) else allowed.highest


def title_of(note: str) -> str | None:
    """The first sentence of a note as a title, if it is short enough."""
    first = _SENTENCE.split(note, maxsplit=1)[0].strip()
    return first if 0 < len(first) <= TITLE_LENGTH else None


def _criterion_text(cited: Sequence[CriterionView], lang: Lang) -> str | None:
    parts: list[str] = []
    for it in cited:
        if it.card is not None:
            card = it.card
            head = f"{card.source.get(lang)} {card.article}".strip()
            parts.append(_said(head, card.paraphrase.get(lang), lang))
        elif it.own_rule is not None:
            rule = it.own_rule
            names = (rule.document, rule.document_number, rule.document_version, rule.article)
            head = " ".join(name for name in names if name)
            parts.append(_said(head, rule.wording.get(lang), lang))
    return "\n".join(parts) or None


def _said(head: str, words: str, lang: Lang) -> str:
    return f"{head}{'：' if lang is Lang.ZH else ': '}{words}" if words else head


def _evidence_text(view: QuestionView, lang: Lang) -> str | None:
    chips = [chip for chip in view.evidence if not chip.withdrawn]
    join = "；" if lang is Lang.ZH else "; "
    return join.join(f"{chip.number} {chip.title.best(lang)}".strip() for chip in chips) or None
