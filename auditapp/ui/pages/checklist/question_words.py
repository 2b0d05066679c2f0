"""What the centre pane says of a question, put into words."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from auditapp.domain.grading import under_guidance
from auditapp.domain.vocabulary import Lang, Result
from auditapp.ui.pages.checklist.deeds import refused, would_be
from auditapp.ui.pages.checklist.glyphs import RESULTS

if TYPE_CHECKING:
    from auditapp.ops.queries.question import QuestionView
    from auditapp.packs.content import Sampling
    from auditapp.texts import Texts

translate = QCoreApplication.translate


def short_results() -> list[str]:
    """One word for each result, in the order of the keys."""
    return [
        translate("QuestionWords", "Conforming"),
        translate("QuestionWords", "Improvement"),
        translate("QuestionWords", "Minor"),
        translate("QuestionWords", "Major"),
        translate("QuestionWords", "Not applicable"),
        translate("QuestionWords", "Not conclusive"),
    ]


def short_result(result: Result) -> str:
    """One word for a result."""
    return short_results()[RESULTS.index(result)]


def place_of(view: QuestionView, lang: Lang) -> str:
    """The way from the top section to the question's."""
    parts = [f"{section.id} {section.title.get(lang)}" for section in view.sections]
    return "  /  ".join([view.asked.pack_id, *parts])


def facts_of(view: QuestionView, texts: Texts) -> str:
    """How it is answered, how long it takes, whose it is."""
    question = view.question
    facts = [texts.enum(question.type)]
    if question.core:
        facts.append(translate("QuestionWords", "core"))
    minutes = translate("QuestionWords", "{n} min").format(n=question.effort_question)
    facts.append(minutes)
    if view.auditor is not None:
        facts.append(view.auditor.code)
    return " · ".join(facts)


def ask_line(view: QuestionView, lang: Lang, muted: str) -> str:
    """The words to ask with, as rich text."""
    words = view.question.ask.get(lang)
    if not words:
        return ""
    return _headed(translate("QuestionWords", "Ask"), words, muted)


def sampling_line(sampling: Sampling | None, texts: Texts, muted: str) -> str:
    """Method, size, population and strata of the sample, as rich text."""
    if sampling is None:
        return ""
    parts = [texts.enum(sampling.method)]
    if sampling.default_n is not None:
        parts.append(f"n = {sampling.default_n}")
    population = translate("QuestionWords", "population: {words}")
    parts.append(population.format(words=sampling.population.get(texts.lang)))
    if sampling.strata:
        strata = [_stratum(code, texts) for code in sampling.strata]
        words = translate("QuestionWords", "strata: {words}")
        parts.append(words.format(words=texts.join(strata)))
    if sampling.note is not None:
        parts.append(sampling.note.get(texts.lang))
    return _headed(translate("QuestionWords", "Sample"), " · ".join(parts), muted)


def force_hint(view: QuestionView, texts: Texts) -> str:
    """Why minor and major cannot be given here, and what the answer stands for."""
    if not view.guidance_only:
        return ""
    reason = texts.enum(view.limit.reasons[0])
    answer = view.answer
    as_if = None
    if answer is not None:
        as_if = would_be(view, answer.result, answer.fulfilment)
    if as_if is None or answer is None or answer.result is None:
        said = translate("QuestionWords", "Minor and major count as improvement here.")
    else:
        said = translate(
            "QuestionWords", "Counts as improvement, fulfilment {degree}: {severer}, if adopted."
        ).format(degree=answer.fulfilment, severer=short_result(as_if).lower())
    return join_sentences(reason, said, texts.lang)


def result_hints(view: QuestionView, texts: Texts) -> dict[Result, str]:
    """What each button means here, with its key."""
    hints: dict[Result, str] = {}
    for key, result in enumerate(RESULTS, 1):
        hint = texts.enum(result)
        reason = view.results[result]
        if reason is not None and refused(view, result) is None:
            becomes, degree = under_guidance(result)
            more = translate(
                "QuestionWords", "would be, if adopted; counts as {result}, fulfilment {degree}"
            ).format(result=texts.enum(becomes), degree=degree)
            hint = f"{hint}: {more}. {texts.enum(reason)}"
        elif reason is not None:
            hint = f"{hint}: {texts.enum(reason)}"
        hints[result] = f"{hint}  {key}"
    return hints


def join_sentences(first: str, second: str, lang: Lang) -> str:
    """Two sentences in a row."""
    end = "。" if lang is Lang.ZH else ". "
    return f"{first.rstrip('。. ')}{end}{second}"


def _headed(head: str, words: str, muted: str) -> str:
    return (
        f'<span style="color:{muted}; font-weight:600">{escape(head)}</span>&nbsp; {escape(words)}'
    )


def _stratum(code: str, texts: Texts) -> str:
    key = f"stratum.{code}"
    return texts.say(key) if texts.has(key) else code
