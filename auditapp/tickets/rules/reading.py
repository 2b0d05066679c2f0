"""Reads one rule from YAML; what is wrong is noted with its place (docs/tickets.md, section 6)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Force, Grade
from auditapp.tickets.clocks.reading import CLOCK_KEYS, CLOCK_REQUIRED, read_clock
from auditapp.tickets.content import ContentReader, scope_over
from auditapp.tickets.expressions.checker import Scope
from auditapp.tickets.expressions.tree import Type
from auditapp.tickets.fields import Table
from auditapp.tickets.results import Name
from auditapp.tickets.rules.bodies import BODY_KEYS, read_body
from auditapp.tickets.rules.lets import read_coded, read_lets, read_span, time_name
from auditapp.tickets.rules.model import Needs, Parameter, Reading, Rule, RuleKind, Threshold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditapp.tickets.rules.model import Body
    from auditapp.tickets.switches import Switch
    from auditapp.yamlio.nodes import YamlNode
    from auditapp.yamlio.problems import Collector

RULE_ID: Final = r"[A-Z][A-Za-z0-9]{0,11}(-[A-Za-z0-9]{1,12}){0,4}"
_NO_BODY: Final = Reading(Name("", ""))
_REQUIRED: Final = ("id", "version", "kind", "name", "clauses", "force")
_OPTIONAL: Final = (
    "article", "note", "switches", "parameters", "template", "severity", "calendar", "needs",
    "let", "details", "beside", "threshold", "over", "applies_if", "rate",
)  # fmt: skip


def read_rule(
    node: YamlNode,
    switches: Mapping[str, Switch],
    found: Collector,
    *,
    defaults: Mapping[str, str] | None = None,
) -> Rule:
    """A rule. ``defaults`` are keys that a profile gives its clocks (kind, force, calendar)."""
    given = defaults or {}
    kind = RuleKind(
        given.get("kind") or node.at("kind").one_of([*RuleKind], RuleKind.READING.value)
    )
    required, optional = BODY_KEYS[kind]
    if kind is RuleKind.CLOCK:
        required, optional = CLOCK_REQUIRED, CLOCK_KEYS
    node.keys((*(key for key in _REQUIRED if key not in given), *required), (*_OPTIONAL, *optional))
    rule = _head(node, kind, given)
    for name in rule.switches:
        if name not in switches:
            node.at("switches").error("content_switch_unknown", name=name)
    over = Table(node.at("over").one_of([*Table], Table.TICKETS.value))
    chosen = dict.fromkeys(rule.parameters, Type.NUMBER)
    for name in rule.switches:
        numeric = name in switches and switches[name].numeric
        chosen[name] = Type.NUMBER if numeric else Type.TEXT
    scope = Scope(scope_over(over).names, chosen)
    declared = (*rule.switches, *rule.parameters)
    reader = ContentReader(switches, declared, scope, found)
    lets, scope = read_lets(node.at("let"), reader, over)
    return _filled(node, replace(rule, over=over, lets=lets), reader.within(scope))


def _head(node: YamlNode, kind: RuleKind, given: Mapping[str, str]) -> Rule:
    return Rule(
        id=node.at("id").text(pattern=RULE_ID),
        version=node.at("version").integer(1, least=1),
        kind=kind,
        name=Name(*node.at("name").pair()) if node.at("name").given else Name("", ""),
        clauses=node.at("clauses").texts(),
        force=given.get("force") or node.at("force").one_of([*Force], Force.TEMPLATE.value),
        body=_NO_BODY,
        article=node.at("article").text(),
        note=Name(*node.at("note").pair()) if node.at("note").given else None,
        switches=node.at("switches").texts(),
        parameters=_parameters(node.at("parameters")),
        template=node.at("template").flag(),
        severity=node.at("severity").one_of([*Grade]),
        calendar=node.at("calendar").text() or given.get("calendar", ""),
        profile=given.get("profile", ""),
        rate_of_pass=node.at("rate").one_of(("fail", "pass"), "fail") == "pass",
        path=node.place.source.path,
        line=node.place.line,
    )


def _filled(node: YamlNode, rule: Rule, reader: ContentReader) -> Rule:
    names: dict[str, Name] = {}
    body: Body
    if rule.kind is RuleKind.CLOCK:
        body = read_clock(node, reader)
    else:
        body = read_body(node, rule.kind, reader, names)
    applies = node.at("applies_if")
    return replace(
        rule,
        body=body,
        applies_if=reader.flag(applies) if applies.given else None,
        needs=_needs(node.at("needs"), reader),
        details=read_coded(node.at("details"), reader, "code", names),
        beside=_beside(node.at("beside"), rule, reader),
        threshold=_threshold(node.at("threshold"), reader),
        names=names,
    )


def _parameters(node: YamlNode) -> Mapping[str, Parameter]:
    parameters: dict[str, Parameter] = {}
    for name, below in node.items():
        below.keys(("name",), ("value",))
        value = below.at("value").number() if below.at("value").given else None
        parameters[name] = Parameter(name, Name(*below.at("name").pair()), value)
    return parameters


def _needs(node: YamlNode, reader: ContentReader) -> Needs:
    if not node.given:
        return Needs()
    node.keys((), ("fields", "history", "follow_up"))
    fields = node.at("fields").texts()
    for name in fields:
        if name not in reader.scope.names:
            node.at("fields").error("content_field_unknown", name=name)
    known = tuple(name for name in fields if name in reader.scope.names)
    history, follow_up = node.at("history"), node.at("follow_up")
    before = after = None
    if history.given:
        history.keys(("before", "span"))
        before = (time_name(history.at("before"), reader), read_span(history.at("span"), reader))
    if follow_up.given:
        follow_up.keys(("after", "span"))
        after = (time_name(follow_up.at("after"), reader), read_span(follow_up.at("span"), reader))
    return Needs(known, before, after)


def _beside(node: YamlNode, rule: Rule, reader: ContentReader) -> tuple[Mapping[str, str], ...]:
    variants: list[Mapping[str, str]] = []
    for item in node.list():
        chosen: dict[str, str] = {}
        for name, below in item.items():
            option = str(below.plain)
            switch = reader.switches.get(name)
            if name not in rule.switches or switch is None:
                below.error("content_switch_unknown", name=name)
            elif option not in switch.options:
                below.error("content_not_one_of", value=option[:40], known=switch.options)
            chosen[name] = option
        variants.append(chosen)
    return tuple(variants)


def _threshold(node: YamlNode, reader: ContentReader) -> Threshold | None:
    if not node.given:
        return None
    node.keys((), ("at_least", "at_most"))
    least, most = node.at("at_least"), node.at("at_most")
    if least.given is most.given:
        node.error("rule_threshold_one")
    return Threshold(least.given, reader.number(least if least.given else most))
