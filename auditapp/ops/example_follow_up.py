"""The example's findings with their life, what the auditee does about them, and the sign-offs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditapp.domain.vocabulary import (
    ActionKind,
    ActionState,
    Extent,
    FindingState,
    Force,
    Grade,
    Nature,
    SignOffStage,
)
from auditapp.ops import actions, evidence, findings, signoffs
from auditapp.ops.signoffs import Subject
from auditapp.store.op import natural_id

if TYPE_CHECKING:
    import uuid

    from auditapp.ops.example_script import Part, Story
    from auditapp.store.op import Op


def schedule_findings(story: Story) -> None:
    """Raise the findings and lead them through their lives."""
    for part in story.script.parts("findings"):
        key = f"finding {part['key']}"
        story.at(part["at"], part["by"], lambda it=part: _finding(story, it), key)
        for step in steps_of(part):
            for name, text in texts_of(step).items():
                story.at(
                    step["at"],
                    step["by"],
                    lambda it=key, field=name, said=text: findings.set_finding_text(
                        story.ids[it], field, story.script.bodies(said)
                    ),
                )
            if step["to"] is not None:
                story.at(step["at"], step["by"], lambda it=key, to=step: _move(story, it, to))
    for numbering in story.script.parts("numbering"):
        story.at(numbering["at"], numbering["by"], findings.number_findings)


def steps_of(part: Part) -> list[Part]:
    """The steps of a finding's or an action's life."""
    return part.get("life", [])


def texts_of(step: Part) -> dict[str, Part]:
    """The printed texts that a step brings along, by field."""
    return step.get("texts", {})


def _finding(story: Story, part: Part) -> Op[uuid.UUID]:
    unit_id = story.unit(part["unit"])
    question = part["question"]
    cards = tuple(part.get("cards", ()))
    new = findings.NewFinding(
        grade=Grade(part["grade"]),
        forces=_forces(story, part, cards),
        unit_id=unit_id,
        question_id=question,
        answer_id=natural_id(story.audit.audit_id, "answer", question, unit_id),
        clause=_section(story, question),
        nature=Nature(part["nature"]) if "nature" in part else None,
        extent=Extent(part["extent"]) if "extent" in part else None,
        legal_harm=part.get("legal_harm", False),
        population=part.get("population"),
        sample=part.get("sample"),
        deviations=part.get("deviations"),
        own_criteria=tuple(story.all_of("rule", part.get("own", []))),
        cards=cards,
        evidence=tuple(story.all_of("evidence", part.get("evidence", []))),
        texts={name: story.script.bodies(text) for name, text in part["texts"].items()},
    )
    return findings.raise_finding(new)


def _forces(story: Story, part: Part, cards: tuple[str, ...]) -> frozenset[Force]:
    own = {rule["key"]: Force(rule["force"]) for rule in story.script.parts("criteria")}
    cited = {story.library.criteria[card].force for card in cards}
    return frozenset(cited | {own[key] for key in part.get("own", [])})


def _section(story: Story, question: str) -> str:
    packs = (story.library.pack(pack_id) for pack_id in story.script.packs)
    return next(pack.by_id[question].section for pack in packs if question in pack.by_id)


def _move(story: Story, key: str, step: Part) -> Op[FindingState]:
    facts = findings.StepFacts(
        facts_role=step.get("role"),
        facts_how=step.get("how"),
        facts_on=step.get("on"),
        presented_on=step.get("presented"),
        responded_on=step.get("responded"),
        closed_on=step.get("closed"),
        reason=step.get("reason"),
    )
    return findings.move_finding(story.ids[key], FindingState(step["to"]), facts)


def schedule_actions(story: Story) -> None:
    """Record corrections and corrective actions and lead them through their lives."""
    for part in story.script.parts("actions"):
        key = f"action {part['key']}"
        story.at(part["at"], part["by"], lambda it=part: _action(story, it), key)
        for step in steps_of(part):
            _action_step(story, key, step)


def _action(story: Story, part: Part) -> Op[uuid.UUID]:
    plan = actions.ActionPlan(
        kind=ActionKind(part["kind"]),
        description=story.script.bodies(part["description"]),
        owner=part["owner"],
        due_on=part["due"],
        criterion=part.get("criterion"),
    )
    return actions.add_action(story.ids[f"finding {part['finding']}"], plan)


def _action_step(story: Story, key: str, step: Part) -> None:
    def do(make: Any) -> None:
        story.at(step["at"], step["by"], make)

    def say(field: str, said: Part) -> None:
        bodies = story.script.bodies(said)
        do(lambda: actions.set_action_text(story.ids[key], field, bodies))

    for name, text in texts_of(step).items():
        say(name, text)
    for proof in step.get("proof", []):
        do(
            lambda item=proof: evidence.link_to_action(
                story.ids[f"evidence {item}"], story.ids[key]
            )
        )
    facts = actions.ActionFacts(
        accepted_on=step.get("accepted"),
        done_on=step.get("done"),
        check_due_on=step.get("check_due"),
        verified_on=step.get("verified"),
        reason=step.get("reason"),
    )
    do(lambda: actions.move_action(story.ids[key], ActionState(step["to"]), facts))


def schedule_sign_offs(story: Story) -> None:
    """Sign answers by sections, findings and the whole audit."""
    for part in story.script.parts("sign_offs"):
        stage = SignOffStage(part["stage"])
        for subject, made in _subjects(story, part):
            story.at(
                part["at"],
                part["by"],
                lambda of=subject, key=made, at=stage: signoffs.sign(
                    of, _id_of(story, of, key), at, head=story.audit.head_hash()
                ),
            )


def _subjects(story: Story, part: Part) -> list[tuple[Subject, tuple[str, str]]]:
    subject = Subject(part["subject"])
    if subject is Subject.FINDING:
        return [(subject, ("finding", part["finding"]))]
    if subject is Subject.AUDIT:
        return [(subject, ("", ""))]
    wanted = set(story.questions_of(part["unit"], part["sections"]))
    answered = {
        str(row[0])
        for block in story.script.parts("answers")
        if block["unit"] == part["unit"]
        for row in block["rows"]
    }
    return [(subject, (part["unit"], question)) for question in sorted(wanted & answered)]


def _id_of(story: Story, subject: Subject, key: tuple[str, str]) -> uuid.UUID:
    if subject is Subject.FINDING:
        return story.ids[f"finding {key[1]}"]
    if subject is Subject.AUDIT:
        return story.audit.audit_id
    return natural_id(story.audit.audit_id, "answer", key[1], story.unit(key[0]))
