"""Reads the part of a rule that its kind alone has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from auditapp.tickets.clocks.reading import CODE
from auditapp.tickets.expressions.checker import Scope, Slot
from auditapp.tickets.expressions.tree import Type
from auditapp.tickets.results import Name
from auditapp.tickets.rules.lets import read_coded, time_name
from auditapp.tickets.rules.model import (
    Clusters,
    Condition,
    Fairness,
    Formula,
    Measure,
    Ratio,
    Reading,
    RuleKind,
)
from auditapp.tickets.switches import always

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditapp.tickets.content import ContentReader
    from auditapp.tickets.rules.model import Body
    from auditapp.yamlio.nodes import YamlNode

BODY_KEYS: Final[Mapping[RuleKind, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    RuleKind.CLOCK: ((), ()),
    RuleKind.CONDITION: ((), ("pass_if", "fail_if", "value")),
    RuleKind.RATIO: (("counts", "formula"), ("factor",)),
    RuleKind.CLUSTERS: (("cause", "unit", "time", "treated_if"), ("top",)),
    RuleKind.FAIRNESS: (("group", "strata", "measures"), ("least",)),
    RuleKind.READING: (("why",), ()),
}
"""Required and optional keys of each kind."""

CLUSTER_PARAMETERS: Final = (
    "cell_tickets", "cell_days", "units", "unit_days", "sigma", "run_months", "base_months",
)  # fmt: skip


def read_body(
    node: YamlNode, kind: RuleKind, reader: ContentReader, names: dict[str, Name]
) -> Body:
    """The body of a rule that is no clock."""
    match kind:
        case RuleKind.CONDITION:
            return _condition(node, reader, names)
        case RuleKind.RATIO:
            return _ratio(node, reader)
        case RuleKind.CLUSTERS:
            return _clusters(node, reader)
        case RuleKind.FAIRNESS:
            return _fairness(node, reader)
        case _:
            return Reading(Name(*node.at("why").pair()))


def _condition(node: YamlNode, reader: ContentReader, names: dict[str, Name]) -> Condition:
    pass_if, fail_if, value = node.at("pass_if"), node.at("fail_if"), node.at("value")
    if pass_if.given is fail_if.given:
        node.error("rule_pass_or_fail")
    measured, unit = None, ""
    if value.given:
        value.keys(("of", "unit"))
        measured = reader.number(value.at("of"))
        unit = value.at("unit").text()
    return Condition(
        reader.flag(pass_if) if pass_if.given else None,
        read_coded(fail_if, reader, "reason", names),
        measured,
        unit,
    )


def _ratio(node: YamlNode, reader: ContentReader) -> Ratio:
    counts = {
        name: reader.flag(below)
        for name, below in node.at("counts").items()
        if _is_code(name, below)
    }
    inner = reader.within(Scope(dict.fromkeys(counts, Slot(Type.NUMBER)), reader.scope.chosen))
    formula = inner.choice(node.at("formula"), lambda below: _formula(below, inner))
    return Ratio(counts, formula, node.at("factor").number(1.0))


def _is_code(name: str, node: YamlNode) -> bool:
    if re.fullmatch(CODE, name) is None:
        node.error("rule_let_name", name=name)
        return False
    return True


def _formula(node: YamlNode, reader: ContentReader) -> Formula:
    node.keys(("numerator", "denominator"))
    numerator = reader.one(node.at("numerator"), Type.NUMBER)
    return Formula(numerator, reader.one(node.at("denominator"), Type.NUMBER))


def _clusters(node: YamlNode, reader: ContentReader) -> Clusters:
    for name in CLUSTER_PARAMETERS:
        if name not in reader.scope.chosen:
            node.error("rule_parameter_missing", name=name)
    return Clusters(
        _text_name(node.at("cause"), reader),
        _text_name(node.at("unit"), reader),
        time_name(node.at("time"), reader),
        reader.flag(node.at("treated_if")),
        node.at("top").integer(20, least=1),
    )


def _text_name(node: YamlNode, reader: ContentReader) -> str:
    name = node.text()
    slot = reader.scope.names.get(name)
    if slot is None or slot.type is not Type.TEXT:
        node.error("content_field_unknown", name=name)
        return "ticket_id"
    return name


def _fairness(node: YamlNode, reader: ContentReader) -> Fairness:
    strata = node.at("strata").texts()
    for name in strata:
        if name not in reader.scope.names:
            node.at("strata").error("content_field_unknown", name=name)
    return Fairness(
        reader.flag(node.at("group")),
        tuple(name for name in strata if name in reader.scope.names),
        tuple(_measure(item, reader) for item in node.at("measures").list()),
        node.at("least").integer(5, least=1),
    )


def _measure(node: YamlNode, reader: ContentReader) -> Measure:
    node.keys(("id", "name", "worse"), ("value", "share"))
    share = node.at("share").given
    if share is node.at("value").given:
        node.error("rule_measure_one")
        return Measure("", Name("", ""), always(reader.one(node)), share, worse_higher=True)
    value = reader.flag(node.at("share")) if share else reader.number(node.at("value"))
    higher = node.at("worse").one_of(("higher", "lower"), "higher") == "higher"
    name = Name(*node.at("name").pair())
    return Measure(node.at("id").text(pattern=CODE), name, value, share, worse_higher=higher)
