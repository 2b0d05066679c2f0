"""All rules, clock profiles, calendars and switches that a run may use."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Force
from auditapp.errors import UserError
from auditapp.tickets.clocks.calendars import Calendars, load_calendars
from auditapp.tickets.clocks.model import ProfileHead
from auditapp.tickets.rules.model import Profile, Rule
from auditapp.tickets.rules.reading import read_rule
from auditapp.tickets.switches import Switch, load_switches
from auditapp.yamlio.lines import read_yaml
from auditapp.yamlio.nodes import YamlNode
from auditapp.yamlio.problems import Collector, Place, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditapp.yamlio.problems import Problem

PROFILE_ID: Final = r"[A-Z][A-Za-z0-9]{0,11}(-[A-Za-z0-9]{1,20}){0,5}"
VERIFIED: Final = ("V1", "V2", "K")


class ContentInvalid(UserError):  # noqa: N818  (named as the state it reports)
    """Rule, clock or calendar files cannot be used; ``problems`` has every reason."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(
            "content_invalid",
            n=len(problems),
            where=f"{first.path}:{first.line}",
            first=first.as_error(),
        )
        self.problems = problems


@dataclass(frozen=True, slots=True)
class RuleLibrary:
    """What was loaded. ``rules`` are those of the rule files, profiles have their own."""

    rules: Mapping[str, Rule] = field(default_factory=dict[str, Rule])
    profiles: Mapping[str, Profile] = field(default_factory=dict[str, Profile])
    calendars: Calendars = field(default_factory=Calendars)
    switches: Mapping[str, Switch] = field(default_factory=dict[str, Switch])

    def profile(self, name: str) -> Profile:
        """A profile by id; UserError ``profile_unknown``."""
        found = self.profiles.get(name)
        if found is None:
            raise UserError("profile_unknown", profile=name)
        return found

    def rule(self, name: str) -> Rule:
        """A rule by id, of the rule files or of any profile; UserError ``rule_unknown``."""
        if name in self.rules:
            return self.rules[name]
        for profile in self.profiles.values():
            for rule in profile.rules:
                if rule.id == name:
                    return rule
        raise UserError("rule_unknown", rule=name)


def load_library(
    content: Path, *, own_calendars: Path | None = None, rules: bool = True
) -> RuleLibrary:
    """Everything under ``checklists/``; raises ContentInvalid with every fault.

    ``own_calendars`` is a folder of the user's own tables. ``rules`` False reads no rules and
    profiles: what clocks of the command line need.
    """
    found = Collector()
    switches = load_switches(content / "ambiguities.yaml")
    known: Mapping[str, Rule] = {}
    profiles: Mapping[str, Profile] = {}
    if rules:
        known = load_rules(sorted((content / "rules").glob("*.yaml")), switches, found)
        profiles = load_profiles(sorted((content / "clocks").glob("*.yaml")), switches, found)
    folders = [content / "calendars"]
    if own_calendars is not None:
        folders.append(own_calendars)
    calendars = load_calendars(folders, found)
    if found.errors:
        raise ContentInvalid(found.errors)
    return RuleLibrary(known, profiles, calendars, switches)


def profile_from(name: str, library: RuleLibrary) -> Profile:
    """A profile of the library by id, or one's own file (``…yaml``); raises ContentInvalid."""
    path = Path(name)
    if path.suffix not in (".yaml", ".yml"):
        return library.profile(name)
    found = Collector()
    profile = read_profile(path, library.switches, found)
    if found.errors or profile is None:
        raise ContentInvalid(found.errors)
    return profile


def load_rules(
    files: Iterable[Path], switches: Mapping[str, Switch], found: Collector
) -> Mapping[str, Rule]:
    """The rules of files by id; what is wrong goes to ``found``."""
    rules: dict[str, Rule] = {}
    for path in files:
        read = read_yaml(path, found)
        if read is None:
            continue
        top = YamlNode(read[0], Place(read[1]), found)
        if not top.keys(("rules",)):
            continue
        for item in top.at("rules").list():
            rule = read_rule(item, switches, found)
            if rule.id in rules:
                item.at("id").error("rule_twice", rule=rule.id, first=rules[rule.id].path)
            rules[rule.id] = rule
    return rules


def load_profiles(
    files: Iterable[Path], switches: Mapping[str, Switch], found: Collector
) -> Mapping[str, Profile]:
    """The profiles of files by id; what is wrong goes to ``found``."""
    profiles: dict[str, Profile] = {}
    for path in files:
        profile = read_profile(path, switches, found)
        if profile is None:
            continue
        if profile.head.id in profiles:
            place = Place(Source(path.as_posix(), {(): 1}))
            found.error(place, "profile_twice", profile=profile.head.id)
        profiles[profile.head.id] = profile
    return profiles


def read_profile(path: Path, switches: Mapping[str, Switch], found: Collector) -> Profile | None:
    """One profile file; None if it cannot be read at all."""
    read = read_yaml(path, found)
    if read is None:
        return None
    top = YamlNode(read[0], Place(read[1]), found)
    if not top.keys(("profile",)):
        return None
    node = top.at("profile")
    node.keys(
        ("id", "name", "instrument", "verified", "source", "force", "clocks"),
        ("effective_from", "effective_to", "checked_on", "watch", "calendar", "note"),
    )
    head = ProfileHead(
        id=node.at("id").text(pattern=PROFILE_ID),
        name=node.at("name").pair(),
        instrument=node.at("instrument").pair(),
        verified=node.at("verified").one_of(VERIFIED, "K"),
        source=node.at("source").text(),
        force=node.at("force").one_of([*Force], Force.TEMPLATE.value),
        calendar=node.at("calendar").text(),
        effective_from=node.at("effective_from").date(),
        effective_to=node.at("effective_to").date(),
        checked_on=node.at("checked_on").date(),
        watch=node.at("watch").flag(),
    )
    defaults = {
        "kind": "clock", "force": head.force, "calendar": head.calendar, "profile": head.id,
    }  # fmt: skip
    rules: dict[str, Rule] = {}
    for item in node.at("clocks").list():
        rule = read_rule(item, switches, found, defaults=defaults)
        if rule.id in rules:
            item.at("id").error("rule_twice", rule=rule.id, first=rules[rule.id].path)
        rules[rule.id] = replace(rule, profile=head.id)
    return Profile(head, tuple(rules.values()))
