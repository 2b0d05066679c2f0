"""Content as plain JSON values and back: the one place that knows the canonical keys.

Keys are those of the YAML format. What may be left out there is left out here when it is empty, so
that a key added by a later version of the format does not change the bytes of an older pack.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any, cast

from auditapp.domain.vocabulary import (
    Force,
    Lang,
    Prepare,
    QuestionScope,
    QuestionType,
    Result,
    Sector,
)
from auditapp.packs.conditions import AnswerTest, Condition, Group, ProfileTest
from auditapp.packs.content import (
    Ambiguity,
    Band,
    Bilingual,
    BilingualList,
    CardKind,
    CriterionCard,
    Fact,
    FactKind,
    FactValue,
    Glossary,
    Jurisdiction,
    MeasureUnit,
    Misuse,
    Pack,
    Question,
    Rating,
    Reading,
    Sampling,
    SamplingMethod,
    Section,
    Term,
)

Plain = dict[str, Any]


def canonical(value: object) -> bytes:
    """Canonical JSON: sorted keys, UTF-8, no spaces, no NaN."""
    text = json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return text.encode("utf-8")


def _text(plain: Plain) -> Bilingual:
    return Bilingual(plain["en"], plain["zh"])


def _text_or_none(plain: Plain | None) -> Bilingual | None:
    return None if plain is None else Bilingual(plain["en"], plain["zh"])


def _points(plain: Plain) -> BilingualList:
    return BilingualList(tuple(plain["en"]), tuple(plain["zh"]))


def _put_text(text: Bilingual) -> Plain:
    return {"en": text.en, "zh": text.zh}


def _put_points(points: BilingualList) -> Plain:
    return {"en": list(points.en), "zh": list(points.zh)}


def _number(value: float | None) -> float | None:
    """Whole numbers as integers: 3 and 3.0 must give the same bytes."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def without_none(plain: Plain) -> Plain:
    """The pairs that have a value."""
    return {key: value for key, value in plain.items() if value is not None}


def _band(plain: Plain) -> Band:
    return Band(
        result=Result(plain["result"]),
        text=_text(plain["text"]),
        over=_number(plain.get("over")),
        up_to=_number(plain.get("up_to")),
        weakness=plain.get("weakness", False),
    )


def _put_band(band: Band) -> Plain:
    plain = {
        "result": band.result.value,
        "text": _put_text(band.text),
        "over": _number(band.over),
        "up_to": _number(band.up_to),
        "weakness": band.weakness or None,
    }
    return without_none(plain)


def rating_of(plain: Plain) -> Rating:
    """A rating from its plain form."""
    aggravating = plain.get("aggravating")
    return Rating(
        measure=_text(plain["measure"]),
        unit=MeasureUnit(plain["unit"]),
        bands=tuple(_band(band) for band in plain["bands"]),
        aggravating=None if aggravating is None else _points(aggravating),
    )


def put_rating(rating: Rating) -> Plain:
    """The plain form of a rating."""
    points = rating.aggravating
    plain = {
        "measure": _put_text(rating.measure),
        "unit": rating.unit.value,
        "bands": [_put_band(band) for band in rating.bands],
        "aggravating": None if points is None else _put_points(points),
    }
    return without_none(plain)


def sampling_of(plain: Plain | None) -> Sampling | None:
    """A sampling from its plain form."""
    if plain is None:
        return None
    return Sampling(
        method=SamplingMethod(plain["method"]),
        population=_text(plain["population"]),
        default_n=plain.get("default_n"),
        strata=tuple(plain.get("strata", ())),
        note=_text_or_none(plain.get("note")),
    )


def put_sampling(sampling: Sampling | None) -> Plain | None:
    """The plain form of a sampling."""
    if sampling is None:
        return None
    plain = {
        "method": sampling.method.value,
        "population": _put_text(sampling.population),
        "default_n": sampling.default_n,
        "strata": list(sampling.strata) or None,
        "note": None if sampling.note is None else _put_text(sampling.note),
    }
    return without_none(plain)


def condition_of(plain: Plain | None) -> Condition | None:
    """A condition from its plain form."""
    return None if plain is None else _condition(plain)


def _condition(plain: Plain) -> Condition:
    if "profile" in plain:
        return ProfileTest(plain["profile"], tuple(plain.get("is", ("yes",))))
    if "answer" in plain:
        return AnswerTest(plain["answer"], tuple(Result(it) for it in plain["is"]))
    every = "all" in plain
    return Group(every, tuple(_condition(it) for it in plain["all" if every else "any"]))


def put_condition(condition: Condition | None) -> Plain | None:
    """The plain form of a condition; a flag that is asked for alone has no ``is``."""
    if condition is None:
        return None
    if isinstance(condition, Group):
        key = "all" if condition.every else "any"
        return {key: [put_condition(part) for part in condition.parts]}
    if isinstance(condition, AnswerTest):
        return {"answer": condition.question, "is": [it.value for it in condition.results]}
    plain: Plain = {"profile": condition.fact}
    return plain if condition.values == ("yes",) else plain | {"is": list(condition.values)}


def fact_of(plain: Plain) -> Fact:
    """A fact of the organisation's profile from its plain form."""
    return Fact(
        id=plain["id"],
        kind=FactKind(plain["kind"]),
        name=_text(plain["name"]),
        question=_text(plain["question"]),
        values=tuple(FactValue(it["id"], _text(it["name"])) for it in plain.get("values", ())),
        from_audit=plain.get("from_audit", False),
    )


def put_fact(fact: Fact) -> Plain:
    """The plain form of a fact."""
    values = [{"id": it.id, "name": _put_text(it.name)} for it in fact.values]
    plain = {
        "id": fact.id,
        "kind": fact.kind.value,
        "name": _put_text(fact.name),
        "question": _put_text(fact.question),
        "values": values or None,
        "from_audit": fact.from_audit or None,
    }
    return without_none(plain)


def question_of(plain: Plain) -> Question:
    """A question from its plain form; raises KeyError, TypeError or ValueError on a wrong one."""
    effort = plain["effort"]
    return Question(
        id=plain["id"],
        section=plain["section"],
        version=plain["version"],
        type=QuestionType(plain["type"]),
        scope=QuestionScope(plain["scope"]),
        core=plain["core"],
        prepare=Prepare(plain["prepare"]),
        effort_question=effort["question"],
        effort_item=effort["item"],
        weight=plain["weight"],
        na_allowed=plain["na_allowed"],
        verified=plain["verified"],
        source=plain["source"],
        criteria=tuple(plain["criteria"]),
        q=_text(plain["q"]),
        ask=_text(plain["ask"]),
        look_for=_points(plain["look_for"]),
        evidence=_points(plain["evidence"]),
        negative_test=_text(plain["negative_test"]),
        rating=rating_of(plain["rating"]),
        tags=tuple(plain.get("tags", ())),
        auto_rule=plain.get("auto_rule"),
        own_rule=_text_or_none(plain.get("own_rule")),
        sampling=sampling_of(plain.get("sampling")),
        shown_if=condition_of(plain.get("shown_if")),
        missing=tuple(plain.get("missing", ())),
    )


def put_question(question: Question) -> Plain:
    """The plain form of a question."""
    own_rule = question.own_rule
    plain = {
        "id": question.id,
        "section": question.section,
        "version": question.version,
        "type": question.type.value,
        "scope": question.scope.value,
        "core": question.core,
        "prepare": question.prepare.value,
        "effort": {"question": question.effort_question, "item": question.effort_item},
        "weight": question.weight,
        "tags": list(question.tags) or None,
        "auto_rule": question.auto_rule,
        "na_allowed": question.na_allowed,
        "verified": question.verified,
        "source": question.source,
        "criteria": list(question.criteria),
        "own_rule": None if own_rule is None else _put_text(own_rule),
        "q": _put_text(question.q),
        "ask": _put_text(question.ask),
        "look_for": _put_points(question.look_for),
        "evidence": _put_points(question.evidence),
        "negative_test": _put_text(question.negative_test),
        "sampling": put_sampling(question.sampling),
        "rating": put_rating(question.rating),
        "shown_if": put_condition(question.shown_if),
        "missing": list(question.missing) or None,
    }
    return without_none(plain)


def pack_of(plain: Plain) -> Pack:
    """A pack from its plain form; raises KeyError, TypeError or ValueError on a wrong one."""
    listed = {section["id"] for section in plain["sections"]}
    return Pack(
        id=plain["id"],
        version=plain["version"],
        title=_text(plain["title"]),
        audience=_text(plain["audience"]),
        description=_text(plain["description"]),
        sectors=tuple(Sector(sector) for sector in plain["sectors"]),
        sections=tuple(_section(section, listed) for section in plain["sections"]),
        questions=tuple(question_of(question) for question in plain["questions"]),
        facts=tuple(fact_of(fact) for fact in plain.get("facts", ())),
        draft=plain.get("status") == "draft",
    )


def _section(plain: Plain, listed: set[str]) -> Section:
    above = plain["id"].rpartition(".")[0]
    return Section(plain["id"], _text(plain["title"]), above if above in listed else None)


def put_pack(pack: Pack) -> Plain:
    """The plain form of a pack."""
    extra: Plain = {"facts": [put_fact(fact) for fact in pack.facts]} if pack.facts else {}
    if pack.draft:
        extra["status"] = "draft"
    return extra | {
        "id": pack.id,
        "version": pack.version,
        "title": _put_text(pack.title),
        "audience": _put_text(pack.audience),
        "description": _put_text(pack.description),
        "sectors": [sector.value for sector in pack.sectors],
        "sections": [{"id": it.id, "title": _put_text(it.title)} for it in pack.sections],
        "questions": [put_question(question) for question in pack.questions],
    }


def card_of(plain: Plain) -> CriterionCard:
    """A criterion card from its plain form; raises KeyError, TypeError or ValueError."""
    since = plain.get("in_force_since")
    return CriterionCard(
        id=plain["id"],
        kind=CardKind(plain["kind"]),
        source=_text(plain["source"]),
        issuer=_text(plain["issuer"]),
        article=plain["article"],
        title=_text(plain["title"]),
        paraphrase=_text(plain["paraphrase"]),
        force=Force(plain["force"]),
        jurisdiction=Jurisdiction(plain["jurisdiction"]),
        sectors=tuple(Sector(sector) for sector in plain["sectors"]),
        edition=plain["edition"],
        verified=plain["verified"],
        watch=plain["watch"],
        in_force_since=None if since is None else date.fromisoformat(since),
        replaced_by=plain.get("replaced_by"),
    )


def put_card(card: CriterionCard) -> Plain:
    """The plain form of a criterion card."""
    since = card.in_force_since
    plain = {
        "id": card.id,
        "kind": card.kind.value,
        "source": _put_text(card.source),
        "issuer": _put_text(card.issuer),
        "article": card.article,
        "title": _put_text(card.title),
        "paraphrase": _put_text(card.paraphrase),
        "force": card.force.value,
        "jurisdiction": card.jurisdiction.value,
        "sectors": [sector.value for sector in card.sectors],
        "in_force_since": None if since is None else since.isoformat(),
        "edition": card.edition,
        "verified": card.verified,
        "watch": card.watch,
        "replaced_by": card.replaced_by,
    }
    return without_none(plain)


def glossary_of(plain: Plain) -> Glossary:
    """A glossary from its plain form."""
    sets = cast("dict[str, dict[str, Plain]]", plain.get("term_sets", {}))
    return Glossary(
        terms=tuple(_term(term) for term in plain["terms"]),
        term_sets={
            name: {word: _text(text) for word, text in words.items()}
            for name, words in sets.items()
        },
        misuse=tuple(_misuse(misuse) for misuse in plain.get("misuse", ())),
    )


def put_glossary(glossary: Glossary) -> Plain:
    """The plain form of a glossary."""
    return {
        "terms": [_put_term(term) for term in glossary.terms],
        "term_sets": {
            name: {word: _put_text(text) for word, text in words.items()}
            for name, words in glossary.term_sets.items()
        },
        "misuse": [_put_misuse(misuse) for misuse in glossary.misuse],
    }


def _term(plain: Plain) -> Term:
    contexts = tuple(plain.get("contexts", ()))
    return Term(plain["id"], _text(plain), _text_or_none(plain.get("note")), contexts)


def _put_term(term: Term) -> Plain:
    note = None if term.note is None else _put_text(term.note)
    plain = {"id": term.id, "note": note, "contexts": list(term.contexts) or None}
    return without_none(plain | _put_text(term.term))


def _misuse(plain: Plain) -> Misuse:
    return Misuse(
        id=plain["id"],
        concept=plain["concept"],
        contexts=tuple(plain["contexts"]),
        lang=Lang(plain["lang"]),
        wrong=plain["wrong"],
        right=plain["right"],
        allowed_in=tuple(plain["allowed_in"]),
        note=_text(plain["note"]),
    )


def _put_misuse(misuse: Misuse) -> Plain:
    return {
        "id": misuse.id,
        "concept": misuse.concept,
        "contexts": list(misuse.contexts),
        "lang": misuse.lang.value,
        "wrong": misuse.wrong,
        "right": misuse.right,
        "allowed_in": list(misuse.allowed_in),
        "note": _put_text(misuse.note),
    }


def ambiguity_of(plain: Plain) -> Ambiguity:
    """An ambiguity from its plain form."""
    return Ambiguity(
        id=plain["id"],
        title=_text(plain["title"]),
        text=_text(plain["text"]),
        affects=tuple(plain["affects"]),
        switch=plain["switch"],
        default=plain["default"],
        options=tuple(Reading(option["value"], _text(option)) for option in plain["options"]),
    )


def put_ambiguity(ambiguity: Ambiguity) -> Plain:
    """The plain form of an ambiguity."""
    return {
        "id": ambiguity.id,
        "title": _put_text(ambiguity.title),
        "text": _put_text(ambiguity.text),
        "affects": list(ambiguity.affects),
        "switch": ambiguity.switch,
        "default": ambiguity.default,
        "options": [{"value": it.value} | _put_text(it.text) for it in ambiguity.options],
    }
