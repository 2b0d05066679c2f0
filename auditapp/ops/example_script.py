"""Reading the example's script, and playing it in the order of its times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from auditapp.domain.vocabulary import Lang, QuestionScope, Role, UnitKind
from auditapp.errors import UserError
from auditapp.ops import plans
from auditapp.store.op import Op, uuid7

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from auditapp.jobs.progress import Progress
    from auditapp.packs.content import Library
    from auditapp.store.audit_file import AuditFile

Part = dict[str, Any]
Make = Callable[[], Op[Any] | None]


class StoryClock:
    """A clock that shows the time of the story."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The story's time, with its zone."""
        return self.now


@dataclass(frozen=True, slots=True)
class Script:
    """The example's script as read; its shape is that of ``telecom-branch.yaml``."""

    root: Part

    @staticmethod
    def read(path: Path) -> Script:
        """Read a script; raises UserError ``file_not_found``."""
        import yaml

        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError as error:
            raise UserError("file_not_found", path=path.name) from error
        return Script(cast("Part", yaml.load(text, Loader=yaml.CSafeLoader)))

    @property
    def audit(self) -> Part:
        """The audit's frame."""
        return self.root["audit"]

    @property
    def people(self) -> list[Part]:
        """The people, the team leader first."""
        return self.root["people"]

    @property
    def packs(self) -> list[str]:
        """The ids of the packs to freeze."""
        return self.root["packs"]

    @property
    def units(self) -> list[Part]:
        """The units, parents first."""
        return self.root["units"]

    @property
    def assignments(self) -> list[Part]:
        """Who answers and who reviews which sections."""
        return self.root["assignments"]

    def parts(self, name: str) -> list[Part]:
        """A list of the script that may be left out."""
        return self.root.get(name, [])

    def time(self, said: str) -> datetime:
        """A time of the script, with the script's zone."""
        return datetime.fromisoformat(f"{said}{self.root['zone']}")

    def bodies(self, text: Part) -> dict[Lang, str | None]:
        """A printed text by language, without the blank line that a YAML block ends with."""
        return {Lang(lang): str(body).strip() for lang, body in text.items()}

    def person_op(self, person: Part) -> Op[UUID]:
        """Adds a person."""
        return plans.add_person(
            code=person["code"],
            name=person["name"],
            role=Role(person["role"]),
            organisation=person.get("organisation"),
        )

    def unit_op(self, unit: Part, ids: dict[str, UUID]) -> Op[UUID]:
        """Adds a unit below its parent."""
        above = unit.get("parent")
        return plans.add_unit(
            code=unit["code"],
            name=self.bodies(unit["name"]),
            kind=UnitKind(unit["kind"]),
            parent_id=ids[f"unit {above}"] if above else None,
            weight=unit.get("weight", 1),
        )


@dataclass(frozen=True, slots=True)
class _Event:
    when: datetime
    by: str
    make: Make
    key: str | None
    gesture: UUID | None


@dataclass(slots=True)
class Story:
    """What is going to happen, and the ids of what has happened by ``"<kind> <key>"``."""

    audit: AuditFile
    clock: StoryClock
    script: Script
    library: Library
    font: Path
    content: Path
    ids: dict[str, UUID] = field(default_factory=dict[str, "UUID"])
    _events: list[_Event] = field(default_factory=list[_Event])

    def at(
        self,
        when: str | datetime,
        by: str,
        make: Make,
        key: str | None = None,
        gesture: UUID | None = None,
    ) -> None:
        """Something happens: ``by`` (a person's code) does the op that ``make`` gives at its time.

        What the op returns is known as ``key`` afterwards. ``make`` is called then, so it may use
        the ids of what happened before; None means that nothing is to be done.
        """
        time = self.script.time(when) if isinstance(when, str) else when
        self._events.append(_Event(time, by, make, key, gesture))

    def play(self, progress: Progress) -> None:
        """Do everything, in the order of the times; at the same time, in the order it was said."""
        events = sorted(self._events, key=lambda event: event.when)
        for done, event in enumerate(events):
            progress.report(done, len(events))
            self.clock.now = event.when
            op = event.make()
            if op is None:
                continue
            actor = self.ids[f"person {event.by}"]
            outcome = self.audit.run(op, actor=actor, gesture=event.gesture)
            if event.key is not None:
                self.ids[event.key] = outcome.value
        progress.report(len(events), len(events))

    def unit(self, code: str) -> UUID:
        """The id of a unit."""
        return self.ids[f"unit {code}"]

    def all_of(self, kind: str, keys: list[str]) -> list[UUID]:
        """The ids of several things of one kind."""
        return [self.ids[f"{kind} {key}"] for key in keys]

    def questions_of(self, unit: str, sections: list[str]) -> list[str]:
        """The questions asked in a unit whose section lies under one of ``sections``."""
        first = next(it["code"] for it in self.script.units)
        tops = set(sections)
        return [
            question.id
            for pack_id in self.script.packs
            for question in self.library.pack(pack_id).questions
            if question.section.partition(".")[0] in tops
            and (question.scope is QuestionScope.PER_UNIT or unit == first)
        ]

    @staticmethod
    def new_gesture() -> UUID:
        """Steps with the same gesture are undone together."""
        return uuid7()
