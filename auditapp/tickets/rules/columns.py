"""Which names the expressions of a rule use, so that only those columns are read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditapp.tickets.clocks.model import Clock
from auditapp.tickets.rules.model import Clusters, Condition, Fairness, Ratio

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditapp.tickets.expressions.tree import Node
    from auditapp.tickets.rules.model import Let, Rule
    from auditapp.tickets.switches import Choice


def nodes_of(rule: Rule, choices: Mapping[str, str]) -> Iterator[Node]:
    """Every expression that counts under these choices."""
    found: list[Choice[Node] | None] = [rule.applies_if]
    found += [it.when for it in rule.details]
    body = rule.body
    if isinstance(body, Clock):
        found += list(_of_clock(body, choices))
    elif isinstance(body, Condition):
        found += [body.pass_if, body.value, *(it.when for it in body.fail_if)]
    elif isinstance(body, Ratio):
        found += list(body.counts.values())
    elif isinstance(body, Clusters):
        found.append(body.treated_if)
    elif isinstance(body, Fairness):
        found += [body.group, *(it.value for it in body.measures)]
    for choice in found:
        if choice is not None:
            yield choice.of(choices)
    for let in rule.lets:
        yield from _of_let(let, choices)


def _of_let(let: Let, choices: Mapping[str, str]) -> Iterator[Node]:
    for choice in (let.node, let.where):
        if choice is not None:
            yield choice.of(choices)
    yield from let.values


def _of_clock(clock: Clock, choices: Mapping[str, str]) -> Iterator[Choice[Node] | None]:
    yield from (clock.start, clock.stop, clock.restart, clock.limit.at)
    for case in clock.limit.cases:
        yield from (case.value, case.when)
    if clock.agreed is not None:
        yield from (clock.agreed.at, clock.agreed.when)
    if clock.quiet is not None:
        yield clock.quiet.except_if
    for extension in clock.extensions:
        yield from (extension.to, extension.when)
        for need in extension.needs.of(choices):
            yield from (need.that, need.told)


def used_names(rule: Rule, choices: Mapping[str, str]) -> frozenset[str]:
    """The fields and lets used, by expressions and by name."""
    names = {name for node in nodes_of(rule, choices) for name in node.names()}
    names.update(rule.needs.fields)
    for window in (rule.needs.history, rule.needs.follow_up):
        if window is not None:
            names.add(window[0])
    for let in rule.lets:
        names.update(let.by)
        names.update(name for node in _of_let(let, choices) for name in _tickets(node))
        if let.window is not None:
            names.add(let.window.time)
    body = rule.body
    if isinstance(body, Clusters):
        names.update((body.cause, body.unit, body.time))
    elif isinstance(body, Fairness):
        names.update(body.strata)
    return frozenset(names)


def _tickets(node: Node) -> Iterator[str]:
    """``ticket.due_at`` in a let over a side table needs ``due_at`` of the ticket."""
    for name in node.names():
        if name.startswith("ticket."):
            yield name.removeprefix("ticket.")


def used_chosen(rule: Rule, choices: Mapping[str, str], *, mapped: bool) -> frozenset[str]:
    """The switches and parameters that count under these choices.

    ``mapped``: the auditee's table of limits stands for the cases of the rule.
    """
    body = rule.body
    if mapped and isinstance(body, Clock):
        plain = replace(body, limit=replace(body.limit, cases=()))
        return used_chosen(replace(rule, body=plain), choices, mapped=False)
    names = {name for node in nodes_of(rule, choices) for name in node.chosen()}
    if isinstance(body, Ratio):
        formula = body.formula.of(choices)
        names |= formula.numerator.chosen() | formula.denominator.chosen()
    elif isinstance(body, Clusters):
        names.update(rule.parameters)
    spans = [let.window.span for let in rule.lets if let.window is not None]
    spans += [it[1] for it in (rule.needs.history, rule.needs.follow_up) if it is not None]
    names.update(span.of(choices).value.removeprefix("$") for span in spans)
    return frozenset(names)


def uses_function(rule: Rule, choices: Mapping[str, str], name: str) -> bool:
    """Whether an expression calls a function."""
    return any(
        it.value == name and it.op.value == "call"
        for node in nodes_of(rule, choices)
        for it in node.walk()
    )
