"""The example's fieldwork: what binds, the evidence, the answers and the maturity."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from auditapp.domain.vocabulary import EvidenceKind, Force, PersonalData, Result, TargetKind
from auditapp.ops import answers, criteria, evidence
from auditapp.ops.example_media import draw, write_pdf

if TYPE_CHECKING:
    from auditapp.ops.example_script import Part, Story
    from auditapp.store.op import Op

_PACE = timedelta(minutes=2)
_RULES_AT = "2026-10-14 14:30"
"""When the rules were typed in: after the documents that prove them were seen."""


def schedule_rules(story: Story) -> None:
    """The auditee's own rules, decisions on library cards, and what was adopted."""
    for rule in story.script.parts("criteria"):
        key = f"rule {rule['key']}"
        story.at(_RULES_AT, rule["by"], lambda it=rule: _rule(story, it), key)
        targets = [(TargetKind.QUESTION, question) for question in rule["questions"]]
        story.at(
            _RULES_AT,
            rule["by"],
            lambda name=key, to=tuple(targets): criteria.link_criterion(story.ids[name], to),
        )
    for card in story.script.parts("cards"):
        story.at(
            _RULES_AT,
            card["by"],
            lambda it=card: criteria.decide_card(
                it["card"], applies=it["applies"], reason=it["reason"]
            ),
        )
    for adoption in story.script.parts("adoptions"):
        story.at(
            _RULES_AT,
            adoption["by"],
            lambda it=adoption: criteria.add_adoption(
                standard=it["standard"],
                document=it["document"],
                document_date=it["date"],
                clauses=it["clauses"],
                units=story.all_of("unit", it["units"]),
                evidence_id=story.ids[f"evidence {it['evidence']}"],
            ),
        )


def _rule(story: Story, part: Part) -> Op[Any]:
    proof = part.get("evidence")
    rule = criteria.OwnRule(
        document=part["document"],
        force=Force(part["force"]),
        document_number=part["number"],
        document_version=part["version"],
        document_date=part["date"],
        article=part["article"],
        wording=story.script.bodies(part["wording"]),
        evidence_id=story.ids[f"evidence {proof}"] if proof else None,
    )
    return criteria.add_criterion(rule)


def schedule_evidence(story: Story) -> None:
    """The evidence items, each linked to the answers that it supports."""
    for item in story.script.parts("evidence"):
        key = f"evidence {item['key']}"
        story.at(item["at"], item["by"], lambda it=item: _evidence(story, it), key)
        gone = item.get("withdraw")
        if gone is not None:
            story.at(
                gone["at"],
                item["by"],
                lambda name=key, why=gone["reason"]: evidence.withdraw_evidence(
                    story.ids[name], why
                ),
            )


def _evidence(story: Story, item: Part) -> Op[Any]:
    kind = EvidenceKind(item["kind"])
    when = item.get("observed_at")
    obtained = story.script.time(item["at"])
    unit_id = story.unit(item["unit"])
    facts = evidence.EvidenceFacts(
        title=story.script.bodies(item["title"]),
        personal_data=PersonalData(item.get("personal_data", "none")),
        unit_id=unit_id,
        body=_text(item, "body"),
        holder=_text(item, "holder"),
        role=_text(item, "role"),
        place=_text(item, "place"),
        second_source=_text(item, "second_source"),
        period=_text(item, "period"),
        reference=_text(item, "reference"),
        reliability=item.get("reliability"),
        obtained_on=_day(obtained),
        observed_at=story.script.time(when) if when else None,
    )
    content = _content(story, item, kind)
    linked = [(question, unit_id) for question in item.get("answers", [])]
    return evidence.add_evidence(kind, facts, content, answers=linked)


def _content(story: Story, item: Part, kind: EvidenceKind) -> evidence.Content | None:
    if "picture" in item:
        data, name = draw(item["picture"], story.font)
    elif "pdf" in item:
        data, name = write_pdf(item["pdf"]["lines"], story.font), item["pdf"]["name"]
    elif "text" in item:
        # With a byte-order mark, so that Excel shows Chinese when the file is opened there.
        data, name = item["text"]["body"].encode("utf-8-sig"), item["text"]["name"]
    else:
        return None
    return evidence.content_of_bytes(data, name, kind=kind)


def schedule_answers(story: Story) -> None:
    """The answers block by block, two minutes for each, then what was changed later; maturity."""
    for block in story.script.parts("answers"):
        begin = story.script.time(block["at"])
        for n, row in enumerate(block["rows"]):
            _answer(story, block, row, begin + n * _PACE)
    for change in story.script.parts("later"):
        story.at(
            change["at"],
            change["by"],
            lambda it=change: answers.set_note(
                question_id=it["question"], unit_id=story.unit(it["unit"]), note=it["note"]
            ),
        )
    for rating in story.script.parts("maturity"):
        story.at(
            rating["at"],
            rating["by"],
            lambda it=rating: answers.set_maturity(
                domain=it["domain"], unit_id=None, level=it["level"], note=it["note"]
            ),
        )


def _answer(story: Story, block: Part, row: list[object], when: datetime) -> None:
    question, result, said = str(row[0]), Result(str(row[1])), str(row[2])
    explains = result is Result.NOT_APPLICABLE
    gesture = story.new_gesture()

    def set_result() -> Op[Any]:
        return answers.set_result(
            question_id=question,
            unit_id=story.unit(block["unit"]),
            result=result,
            reason=said if explains else None,
        )

    def set_note() -> Op[Any]:
        return answers.set_note(question_id=question, unit_id=story.unit(block["unit"]), note=said)

    def set_fulfilment() -> Op[Any]:
        return answers.set_fulfilment(
            question_id=question, unit_id=story.unit(block["unit"]), degree=int(str(row[3]))
        )

    story.at(when, block["by"], set_result, gesture=gesture)
    if said and not explains:
        story.at(when, block["by"], set_note, gesture=gesture)
    if len(row) > 3:
        story.at(when, block["by"], set_fulfilment, gesture=gesture)


def _text(item: Part, name: str) -> str | None:
    value = item.get(name)
    return None if value is None else str(value).strip()


def _day(when: datetime) -> date:
    return when.date()
