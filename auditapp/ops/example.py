"""The example audit: built through the ops only, from a script that a domain expert can read.

The script (``checklists/examples/*.yaml``) says who did what when; everything is done in the order
of its times, under a clock that shows them. So two builds differ in ids alone.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditapp.domain.vocabulary import AuditState, Lang, Sector
from auditapp.jobs.progress import Progress
from auditapp.ops import audits, plans
from auditapp.ops.example_follow_up import schedule_actions, schedule_findings, schedule_sign_offs
from auditapp.ops.example_script import Script, Story, StoryClock
from auditapp.ops.example_tickets import schedule_tickets
from auditapp.ops.example_work import schedule_answers, schedule_evidence, schedule_rules
from auditapp.packs.freeze import freeze
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.op import natural_id
from auditapp.tickets.populations import TicketFiles

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from auditapp.packs.content import Library


@dataclass(frozen=True, slots=True)
class ExampleSource:
    """Where the example comes from: its script, and the font that its pictures are written in."""

    script: Path
    font: Path


def build_example(
    target: Path, library: Library, source: ExampleSource, progress: Progress | None = None
) -> None:
    """Build the example audit as a new file.

    Raises UserError ``file_exists``, ``file_not_found`` (the script), ``pack_not_found`` and what
    creating a file raises; a half-built file is taken away.
    """
    script = Script.read(source.script)
    clock = StoryClock(script.time(script.audit["at"]))
    audit = AuditFile.create(target, Opening(clock=clock))
    try:
        with audit:
            content = source.script.parent.parent
            story = Story(audit, clock, script, library, source.font, content)
            _schedule(story)
            with _unhurried(audit):
                story.play(progress or Progress())
        with target.open("rb+") as stream:
            os.fsync(stream.fileno())
    except BaseException:
        TicketFiles(target, audit.audit_id).compact(())
        target.unlink(missing_ok=True)
        raise


@contextmanager
def _unhurried(audit: AuditFile) -> Generator[None]:
    """Let the system write to the disk when it likes, and wait for it once at the end.

    Half an example is worth nothing, and it can be built again: 700 steps need not survive a power
    cut one by one.
    """
    with audit.raw_read() as connection:
        connection.execute("PRAGMA synchronous=OFF")
    yield
    with audit.raw_read() as connection:
        connection.execute("PRAGMA synchronous=FULL")


def _schedule(story: Story) -> None:
    _create(story)
    schedule_rules(story)
    schedule_evidence(story)
    schedule_answers(story)
    schedule_findings(story)
    schedule_actions(story)
    schedule_sign_offs(story)
    schedule_tickets(story)


def _create(story: Story) -> None:
    script = story.script
    plan = script.audit
    new = audits.NewAudit(
        number=plan["number"],
        main_lang=Lang(plan["main_lang"]),
        second_lang=Lang(plan["second_lang"]),
        sector=Sector(plan["sector"]),
        jurisdiction=plan["jurisdiction"],
        is_example=True,
        texts={name: script.bodies(text) for name, text in plan["texts"].items()},
        dates=plan["dates"],
    )
    leader = script.people[0]["code"]
    story.ids[f"person {leader}"] = natural_id(story.audit.audit_id, "person", leader)
    story.at(plan["at"], leader, lambda: audits.create_audit(new))
    story.at(plan["at"], leader, lambda: audits.set_frame(classification=plan["classification"]))
    for person in script.people:
        story.at(
            plan["at"], leader, lambda it=person: script.person_op(it), f"person {person['code']}"
        )
    for pack_id in script.packs:
        pack = story.library.pack(pack_id)
        content = freeze(pack, story.library.criteria)
        story.at(
            plan["at"],
            leader,
            lambda it=pack, data=content: plans.freeze_pack(
                pack_id=it.id, version=it.version, content=data
            ),
            f"pack {pack_id}",
        )
    for unit in script.units:
        _add_unit(story, unit, leader)
    for part in script.assignments:
        _assign(story, part, leader)
    for step in plan["states"]:
        story.at(step["at"], step["by"], lambda it=step: audits.set_state(AuditState(it["to"])))


def _add_unit(story: Story, unit: dict[str, Any], leader: str) -> None:
    at = story.script.audit["at"]
    story.at(at, leader, lambda: story.script.unit_op(unit, story.ids), f"unit {unit['code']}")
    story.at(
        at,
        leader,
        lambda: plans.set_unit_packs(
            story.ids[f"unit {unit['code']}"], [story.ids[f"pack {it}"] for it in unit["packs"]]
        ),
    )


def _assign(story: Story, part: dict[str, Any], leader: str) -> None:
    story.at(
        story.script.audit["at"],
        leader,
        lambda: plans.assign(
            story.questions_of(part["unit"], part["sections"]),
            story.ids[f"unit {part['unit']}"],
            auditor_id=story.ids[f"person {part['auditor']}"],
            reviewer_id=story.ids[f"person {part['reviewer']}"],
        ),
    )
