"""Reads a clock from YAML; what is wrong is noted with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.tickets.clocks.model import (
    Agreed,
    Case,
    Clock,
    Extension,
    Limit,
    Need,
    Quiet,
    QuietMode,
    Roll,
    Told,
    Unit,
)
from auditapp.tickets.content import NOTHING
from auditapp.tickets.expressions.checker import minutes_of
from auditapp.tickets.switches import always

if TYPE_CHECKING:
    from auditapp.tickets.content import ContentReader
    from auditapp.yamlio.nodes import YamlNode

CLOCK_KEYS: Final = (
    "agreed", "start_day_counts", "roll_last_day", "extensions", "pauses", "quiet",
    "business_hours", "restart",
)  # fmt: skip
CLOCK_REQUIRED: Final = ("start", "stop", "limit")
CODE: Final = r"[a-z][a-z0-9_]{0,39}"


def read_clock(node: YamlNode, reader: ContentReader) -> Clock:
    """The clock keys of a rule; other keys of it are the caller's."""
    limit = _limit(node.at("limit"), reader)
    clock = Clock(
        start=reader.time(node.at("start")),
        stop=reader.time(node.at("stop")),
        limit=limit,
        agreed=_agreed(node.at("agreed"), reader),
        start_day_counts=reader.choice(node.at("start_day_counts"), lambda it: it.flag()),
        roll=reader.choice(
            node.at("roll_last_day"), lambda it: it.one_of([*Roll], Roll.NONE.value)
        ),
        extensions=tuple(_extension(it, reader) for it in node.at("extensions").list()),
        pauses=_pauses(node.at("pauses")),
        quiet=_quiet(node.at("quiet"), reader),
        hours=_hours(node.at("business_hours")),
        restart=reader.time(node.at("restart")) if node.at("restart").given else None,
    )
    _check_unit(node, clock)
    return clock


def _check_unit(node: YamlNode, clock: Clock) -> None:
    unit = clock.limit.unit
    if (unit is Unit.WMIN) is not (clock.hours is not None):
        node.at("limit").error("clock_hours_and_wmin")
    if clock.quiet is not None and unit not in (Unit.MIN, Unit.H):
        node.at("quiet").error("clock_quiet_unit")
    if clock.limit.at is not None and (clock.extensions or clock.agreed or clock.quiet):
        node.at("limit").error("clock_limit_at")


def _limit(node: YamlNode, reader: ContentReader) -> Limit:
    node.keys(("unit",), ("value", "cases", "at", "mapping", "template"))
    unit = Unit(node.at("unit").one_of([*Unit], Unit.MIN.value))
    given = [key for key in ("value", "cases", "at") if node.at(key).given]
    if len(given) != 1:
        node.error("clock_limit_one")
    cases: tuple[Case, ...] = ()
    at = None
    if node.at("at").given:
        at = reader.time(node.at("at"))
    elif node.at("cases").given:
        cases = tuple(_case(it, reader) for it in node.at("cases").list())
        if not cases:
            node.error("clock_limit_one")
    else:
        cases = (Case(reader.number(node.at("value"))),)
    mapping = node.at("mapping").text(pattern=CODE)
    return Limit(unit, cases, at, mapping, template=node.at("template").flag())


def _case(node: YamlNode, reader: ContentReader) -> Case:
    node.keys(("value",), ("when",))
    when = reader.flag(node.at("when")) if node.at("when").given else None
    return Case(reader.number(node.at("value")), when)


def _agreed(node: YamlNode, reader: ContentReader) -> Agreed | None:
    if not node.given:
        return None
    node.keys(("at",), ("when",))
    when = reader.flag(node.at("when")) if node.at("when").given else None
    return Agreed(reader.time(node.at("at")), when)


def _extension(node: YamlNode, reader: ContentReader) -> Extension:
    node.keys(("to", "when"), ("needs",))
    needs = reader.choice(
        node.at("needs"), lambda below: tuple(_need(it, reader) for it in below.list())
    )
    return Extension(reader.number(node.at("to")), reader.flag(node.at("when")), needs)


def _need(node: YamlNode, reader: ContentReader) -> Need:
    node.keys(("code",), ("that", "told", "by"))
    code = node.at("code").text(pattern=CODE)
    if node.at("that").given is node.at("told").given:
        node.error("clock_need_one")
        return Need(code, always(NOTHING))
    if node.at("that").given:
        return Need(code, reader.flag(node.at("that")))
    by = reader.choice(node.at("by"), lambda it: it.one_of([*Told], Told.EXPIRY.value))
    return Need(code, None, reader.time(node.at("told")), by)


def _pauses(node: YamlNode) -> tuple[str, ...]:
    if node.plain == "*":
        return ("*",)
    return node.texts()


def _quiet(node: YamlNode, reader: ContentReader) -> Quiet | None:
    if not node.given:
        return None
    node.keys(("from", "to", "mode"), ("except_if",))
    first, last = _minute(node.at("from")), _minute(node.at("to"))
    if first == last:
        node.error("clock_hours_empty")
    mode = reader.choice(node.at("mode"), lambda it: it.one_of([*QuietMode], QuietMode.NONE.value))
    except_if = reader.flag(node.at("except_if")) if node.at("except_if").given else None
    return Quiet(first, last, mode, except_if)


def _hours(node: YamlNode) -> tuple[int, int] | None:
    if not node.given:
        return None
    node.keys(("from", "to"))
    first, last = _minute(node.at("from")), _minute(node.at("to"))
    if first >= last:
        node.error("clock_hours_empty")
    return first, last


def _minute(node: YamlNode) -> int:
    try:
        return minutes_of(node.text("00:00"))
    except ValueError:
        node.wrong("clock_time")
        return 0
