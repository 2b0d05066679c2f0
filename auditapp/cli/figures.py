"""What ``info`` says: one plain structure, as JSON or as lines (docs/cli.md describes it)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from auditapp.domain.vocabulary import (
    ActionState,
    AuditState,
    CheckKind,
    FindingState,
    Grade,
    Lang,
    Result,
    Stage,
)
from auditapp.ops.queries import plan
from auditapp.ops.queries.evidence import evidence_list
from auditapp.ops.queries.overview import overview

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from auditapp.domain.scoring import Pair, Rolled, RolledPair, Score
    from auditapp.ops.queries.checklist import Progress
    from auditapp.ops.queries.content import PackShelf
    from auditapp.ops.queries.overview import Overview
    from auditapp.ops.queries.plan import Frame
    from auditapp.ops.queries.printed import Printed
    from auditapp.packs.content import Bilingual
    from auditapp.store.audit_file import AuditFile
    from auditapp.texts import Texts

Info = dict[str, Any]
K = TypeVar("K", bound=StrEnum)
_DATES = (
    "period_from",
    "period_to",
    "onsite_from",
    "onsite_to",
    "closing_on",
    "report_due_on",
    "plan_due_on",
)


def info_of(audit: AuditFile, shelf: PackShelf, *, today: date) -> Info:
    """Title, units, packs, progress, scores, counts and head hash, as of a day."""
    frame = plan.frame(audit)
    found = overview(audit, shelf, today=today)
    return {
        "file": audit.path.name,
        "as_of": today.isoformat(),
        "head": audit.head_hash(),
        "audit": _frame(frame),
        "units": [
            {
                "code": unit.code,
                "name": _printed(unit.name),
                "kind": unit.kind.value,
                "in_sample": unit.in_sample,
                "weight": unit.weight,
                "progress": _progress(found.progress_by_unit.get(unit.id)),
                "scores": _unit_scores(found, unit.id),
            }
            for unit in plan.units(audit)
            if not unit.withdrawn
        ],
        "people": [
            {"code": person.code, "name": person.name, "role": person.role.value}
            for person in plan.people(audit)
            if not person.withdrawn
        ],
        "packs": [
            {
                "id": pack.pack_id,
                "version": pack.version,
                "title": _bilingual(pack.title),
                "questions": pack.questions,
                "sha256": pack.sha256,
            }
            for pack in plan.packs(audit, shelf)
            if not pack.withdrawn
        ],
        "progress": _progress(found.progress),
        "results": {
            result.value: (found.progress.results or {}).get(result, 0) for result in Result
        },
        "scores": _scores(found.scores.total),
        "findings": {
            "by_grade": {grade.value: found.findings.count(grade) for grade in Grade},
            "by_state": _sizes(found.findings.by_state, FindingState),
            "open": sum(found.findings.open(grade) for grade in Grade),
        },
        "actions": {
            "by_state": _sizes(found.actions.by_state, ActionState),
            "open": len(found.actions.open),
            "overdue": len(found.actions.overdue),
        },
        "evidence": len(evidence_list(audit)),
        "missing": {
            stage.value: {
                kind.value: found.missing.by_stage.get(stage, {}).get(kind, 0) for kind in CheckKind
            }
            for stage in Stage
        },
    }


def lines_of(info: Info, texts: Texts) -> Iterator[str]:
    """The same for a reader."""
    say, lang = texts.say, texts.lang
    audit, progress, scores = info["audit"], info["progress"], info["scores"]
    yield _best(audit["title"], lang, audit["main_lang"])
    state = AuditState(audit["state"])
    yield say("cli.info.number", number=audit["number"], state=state, file=info["file"])
    for unit in info["units"]:
        yield say(
            "cli.info.unit",
            code=unit["code"],
            name=_best(unit["name"], lang, audit["main_lang"]),
            answered=unit["progress"]["answered"],
            asked=unit["progress"]["asked"],
        )
    for pack in info["packs"]:
        title = _best(pack["title"], lang, audit["main_lang"])
        yield say("cli.info.pack", pack=pack["id"], version=pack["version"], title=title)
    yield say(
        "cli.info.progress",
        answered=progress["answered"],
        asked=progress["asked"],
        share=texts.percent(progress["answered"] / progress["asked"] if progress["asked"] else 0),
    )
    for name in ("conformity", "alignment"):
        figure = scores[name]
        key = "cli.info.score" if figure["sufficient"] else "cli.info.score_unsure"
        yield say(
            key,
            name=say(f"cli.info.{name}"),
            value=texts.percent(figure["value"], 1),
            answered=figure["answered"],
            applicable=figure["applicable"],
        )
    for grade in Grade:
        yield say("cli.info.finding", grade=grade, count=info["findings"]["by_grade"][grade.value])
    actions = info["actions"]
    yield say("cli.info.actions", open=actions["open"], overdue=actions["overdue"])
    yield say("cli.info.evidence", count=info["evidence"])
    blocking = sum(kinds[CheckKind.BLOCKS.value] for kinds in info["missing"].values())
    warning = sum(kinds[CheckKind.WARNS.value] for kinds in info["missing"].values())
    yield say("cli.info.missing", blocking=blocking, warning=warning)
    yield say("cli.info.head", head=info["head"])


def _frame(frame: Frame) -> Info:
    texts = ("title", "organisation")
    return {
        "id": str(frame.id),
        "number": frame.number,
        "state": frame.state.value,
        **{name: _printed(frame.texts[name]) for name in texts},
        "main_lang": frame.main_lang.value,
        "second_lang": None if frame.second_lang is None else frame.second_lang.value,
        "sector": frame.sector.value,
        "jurisdiction": frame.jurisdiction,
        "is_example": frame.is_example,
        **{name: _day(getattr(frame, name)) for name in _DATES},
    }


def _progress(found: Progress | None) -> Info:
    return {
        "asked": 0 if found is None else found.asked,
        "answered": 0 if found is None else found.answered,
        "reviewed": 0 if found is None else found.reviewed,
        "not_applicable": 0 if found is None else found.not_applicable,
    }


def _unit_scores(found: Overview, unit: Any) -> Info | None:
    scores = found.scores.units.get(unit)
    return None if scores is None else _scores(scores.total)


def _scores(pair: Pair | RolledPair) -> Info:
    return {"conformity": _figure(pair.conformity), "alignment": _figure(pair.alignment)}


def _figure(score: Score | Rolled) -> Info:
    return {
        "value": None if score.value is None else round(float(score.value), 6),
        "uncapped": None if score.raw is None else round(float(score.raw), 6),
        "cap": None if score.cap is None else score.cap.reason.value,
        "answered": score.counts.answered,
        "applicable": score.counts.applicable,
        "not_conclusive": score.counts.not_conclusive,
        "sufficient": score.counts.is_sufficient,
    }


def _sizes(groups: Mapping[K, tuple[Any, ...]], members: Iterable[K]) -> Info:
    return {member.value: len(groups.get(member, ())) for member in members}


def _printed(text: Printed) -> Info:
    return {lang.value: text.get(lang) or None for lang in Lang}


def _bilingual(text: Bilingual) -> Info:
    return {lang.value: text.get(lang) for lang in Lang}


def _best(text: Info, lang: Lang, main: str) -> str:
    return text[lang.value] or text[main] or next((it for it in text.values() if it), "")


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
