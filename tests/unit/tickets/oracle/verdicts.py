"""Rules on rows in plain Python, as docs/tickets.md sections 3, 6 and 8 say."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.unit.tickets.oracle.words import Env, Part, T, WorkingDays, read

if TYPE_CHECKING:
    from collections.abc import Callable

Row = dict[str, Any]
UNKNOWN = object()


class Found(NamedTuple):
    """What a rule says of a row."""

    outcome: str
    detail: str = ""
    value: float | None = None
    limit: float | None = None


@dataclass
class Data:
    """Canonical tables as rows; a row has ``row_no``, ``bad`` (unreadable fields) and values."""

    tables: dict[str, list[Row]]
    columns: dict[str, frozenset[str]]
    as_of: T
    period_from: date
    offset: int = 0
    sides: dict[str, dict[str, list[Row]]] = field(default_factory=dict)

    def by_ticket(self, table: str) -> dict[str, list[Row]]:
        if table not in self.sides:
            rows: dict[str, list[Row]] = defaultdict(list)
            for row in self.tables[table]:
                rows[row["ticket_id"]].append(row)
            self.sides[table] = rows
        return self.sides[table]


def back(at: datetime, span: str, sign: int) -> datetime:
    """One span (``"90 d"``, ``"24 h"``, ``"6 months"``) before or after an instant."""
    number, unit = span.split()
    amount = sign * int(float(number))
    if unit == "months":
        month = at.year * 12 + at.month - 1 + amount
        year, month = divmod(month, 12)
        first = datetime(year, month + 1, 1)  # noqa: DTZ001
        last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return at.replace(year=year, month=month + 1, day=min(at.day, last.day))
    return at + (timedelta(days=amount) if unit == "d" else timedelta(hours=amount))


class Run:
    """One rule over the tables."""

    def __init__(
        self,
        rule: Row,
        data: Data,
        choices: dict[str, str],
        calendar: WorkingDays | None,
        values: dict[str, float] | None = None,
    ) -> None:
        self.rule, self.data, self.choices, self.calendar = rule, data, choices, calendar
        self.values = values or {}
        self.over = rule.get("over", "tickets")
        self.lets_bad: dict[str, frozenset[str]] = {}
        self.asked_without_value: set[str] = set()
        self.envs = self._rows()
        self._lets()

    # -- names ---------------------------------------------------------------------------------

    def chosen(self, name: str) -> Any:
        if name in self.rule.get("parameters", {}):
            value = self.values.get(name, self.rule["parameters"][name].get("value"))
            if value is None:
                self.asked_without_value.add(name)
            return None if value is None else float(value)
        option = self.choices[name]
        try:
            return float(option)
        except ValueError:
            return option

    def of(self, item: Any) -> Any:
        if isinstance(item, dict) and set(item) == {"switch", "options"}:
            options = {str(key): value for key, value in item["options"].items()}
            return options[self.choices[item["switch"]]]
        return item

    def part(self, item: Any) -> Part:
        found = self.of(item)
        if isinstance(found, bool):
            found = str(found).lower()
        return read(str(found))

    def working_days(self, first: T, last: T) -> float | None:
        assert self.calendar is not None
        return self.calendar.between(first.wall.date(), last.wall.date())

    def bad(self, env: Env, *parts: Part) -> bool:
        names = frozenset().union(*(it.names for it in parts))
        fields = set[str]()
        for name in names:
            fields |= self.lets_bad.get(name, frozenset([name]))
        return not fields.isdisjoint(env.row["bad"])

    # -- rows ----------------------------------------------------------------------------------

    def _rows(self) -> list[Env]:
        tickets = self.data.tables["tickets"]
        mapped = self.data.columns["tickets"]
        if self.over == "tickets" or self.over not in self.data.tables:
            return [Env(dict(row), mapped, self) for row in tickets]
        first: dict[str, Row] = {}
        for row in tickets:
            first.setdefault(row["ticket_id"], row)
        both = self.data.columns[self.over] | {f"ticket.{it}" for it in mapped}
        return [
            Env(_joined(row, first.get(row["ticket_id"])), both, self)
            for row in self.data.tables[self.over]
        ]

    def _lets(self) -> None:
        for name, item in (self.rule.get("let") or {}).items():
            let = self.of(item)
            if isinstance(let, str):
                part = read(let)
                bad = frozenset().union(
                    *(self.lets_bad.get(it, frozenset([it])) for it in part.names)
                )
                self.lets_bad[name] = bad
                if self.envs and part.given(self.envs[0]):
                    for env in self.envs:
                        env.mapped = env.mapped | {name}
                for env in self.envs:
                    env.row[name] = part.value(env)
                continue
            for env in self.envs:
                if let["table"] in self.data.tables:
                    env.mapped = env.mapped | {name}
            if let["table"] == "tickets":
                self._window(name, let)
            else:
                self.lets_bad[name] = frozenset()
                for env in self.envs:
                    env.row[name] = self._side(let, env)

    def _window(self, name: str, let: Row) -> None:
        by, window = let["by"], let["window"]
        time, span = window["time"], str(self.of(window["span"]))
        if "$" in span:
            word, unit = span.split()
            number = self.chosen(word[1:])
            span = "unlimited" if isinstance(number, str) else f"{number} {unit}"
        self.lets_bad[name] = frozenset([*by, time])
        where = read(let["where"]).value if "where" in let else lambda _: True
        value = read(let["value"]).value if "value" in let else lambda _: None
        groups: dict[tuple[Any, ...], list[tuple[datetime, int, Env]]] = defaultdict(list)
        for env in self.envs:
            key = tuple(env.row.get(it) for it in by)
            at = env.row.get(time)
            if None in key or at is None:
                env.row[name] = None
                continue
            if span == "calendar_month":
                key = (*key, at.wall.strftime("%Y-%m"))
            groups[key].append((at.at, env.row["row_no"], env))
        found: list[tuple[Env, Any]] = []
        for group in groups.values():
            group.sort(key=lambda it: it[:2])
            counted = [(at, value(env)) for at, _, env in group if where(env)]
            for at, _, env in group:
                inside = _inside(at, span, window)
                found.append(
                    (env, _take(let["take"], [it for when, it in counted if inside(when)]))
                )
        for env, taken in found:
            env.row[name] = taken

    def _side(self, let: Row, env: Env) -> Any:
        table = let["table"]
        if table not in self.data.tables:
            return None
        rows = self.data.by_ticket(table).get(env.row["ticket_id"], [])
        mapped = self.data.columns[table] | {f"ticket.{it}" for it in env.mapped}
        where = read(let["where"]).value if "where" in let else lambda _: True
        inner = [Env(_joined(row, env.row), mapped, self) for row in rows]
        inner = [it for it in inner if where(it)]
        if let["take"] == "distinct":
            names = let["value"] if isinstance(let["value"], list) else [let["value"]]
            return float(len({tuple(read(it).value(row) for it in names) for row in inner}))
        value = read(let["value"]).value if "value" in let else lambda _: None
        return _take(let["take"], [value(it) for it in inner])

    # -- judging -------------------------------------------------------------------------------

    def look_first(self, env: Env) -> str:
        """Scope and needed fields; empty = goes on."""
        if self.over not in self.data.tables:
            return "cannot_test missing"
        if "applies_if" in self.rule:
            part = self.part(self.rule["applies_if"])
            applies = part.value(env)
            if applies is False:
                return "not_applicable"
            if applies is None:
                return f"cannot_test {'unreadable' if self.bad(env, part) else 'missing'}"
        for name in self.rule.get("needs", {}).get("fields", ()):
            if env.row.get(name) is None:
                return f"cannot_test {'unreadable' if name in env.row['bad'] else 'missing'}"
        return ""

    def noted(self, env: Env, outcome: str, lacking: str = "") -> str:
        if outcome == "not_applicable" or outcome.startswith("cannot_test"):
            return ""
        for detail in self.rule.get("details", ()):
            if not lacking and self.part(detail["when"]).value(env):
                lacking = detail["code"]
        return lacking

    def early(self, env: Env) -> tuple[bool, bool]:
        """The extract begins too late, as-of comes too early, for this row."""
        needs = self.rule.get("needs", {})
        history = follow = False
        start = datetime.combine(self.data.period_from, datetime.min.time())
        if "history" in needs:
            at = env.row.get(needs["history"]["before"])
            span = self._span(needs["history"]["span"])
            if at is not None and span == "calendar_month":
                history = at.wall.date().replace(day=1) < self.data.period_from
            elif at is not None and span != "unlimited":
                history = back(at.at, span, -1) < start - timedelta(minutes=self.data.offset)
        if "follow_up" in needs:
            at = env.row.get(needs["follow_up"]["after"])
            span = self._span(needs["follow_up"]["span"])
            follow = at is not None and back(at.at, span, 1) > self.data.as_of.at
        return history, follow

    def _span(self, item: Any) -> str:
        span = str(self.of(item))
        if "$" not in span:
            return span
        word, unit = span.split()
        number = self.chosen(word[1:])
        return "unlimited" if isinstance(number, str) else f"{number} {unit}"

    def condition(self, env: Env) -> Found:
        rule = self.rule
        value = None
        if "value" in rule:
            value = self.part(rule["value"]["of"]).value(env)
        outcome = self.look_first(env) or self._condition(env)
        return Found(outcome, self.noted(env, outcome), value)

    def _condition(self, env: Env) -> str:
        rule = self.rule
        history, follow = self.early(env)
        if "pass_if" in rule:
            parts = [self.part(rule["pass_if"])]
            passes = parts[0].value(env)
            fails = [("not_met", None if passes is None else not passes, False)]
        else:
            parts = [self.part(it["when"]) for it in rule["fail_if"]]
            fails = [
                (it["reason"], part.value(env), it.get("history", False))
                for it, part in zip(rule["fail_if"], parts, strict=True)
            ]
        for reason, true, waits in fails:
            if true:
                return "cannot_test window" if waits and (history or follow) else f"fail {reason}"
        if any(true is None for _, true, _ in fails):
            return f"cannot_test {'unreadable' if self.bad(env, *parts) else 'missing'}"
        return "cannot_test window" if history or follow else "pass"

    def ratio(self, env: Env) -> Found:
        outcome = self.look_first(env)
        if not outcome:
            parts = [self.part(it) for it in self.rule["counts"].values()]
            counted = [part.value(env) for part in parts]
            if counted[0]:
                outcome = "fail counted"
            elif any(counted):
                outcome = "pass"
            elif None in counted:
                outcome = f"cannot_test {'unreadable' if self.bad(env, *parts) else 'missing'}"
            else:
                outcome = "not_applicable"
        return Found(outcome, self.noted(env, outcome))

    def ratio_of(self, outcomes: list[str]) -> tuple[float, float]:
        """Numerator and denominator of a ratio's formula."""
        counts = dict.fromkeys(self.rule["counts"], 0.0)
        for env, outcome in zip(self.envs, outcomes, strict=True):
            if outcome != "pass" and not outcome.startswith("fail"):
                continue
            for name, item in self.rule["counts"].items():
                counts[name] += bool(self.part(item).value(env))
        formula = self.of(self.rule["formula"])
        env = Env(dict(counts), frozenset(counts), self)
        return read(formula["numerator"]).value(env), read(formula["denominator"]).value(env)


def _joined(row: Row, ticket: Row | None) -> Row:
    joined = dict(row)
    if ticket is None:
        return joined
    joined |= {f"ticket.{name}": value for name, value in ticket.items()}
    joined["bad"] = row["bad"] | {f"ticket.{name}" for name in ticket["bad"]}
    return joined


def _inside(at: datetime, span: str, window: Row) -> Callable[[datetime], bool]:
    free = span in ("unlimited", "calendar_month")
    itself = window.get("self", False)
    if window.get("direction") == "ahead":
        end = None if free else back(at, span, 1)
        return lambda when: (when > at or (itself and when == at)) and (end is None or when <= end)
    begin = None if free else back(at, span, -1)
    return lambda when: (when < at or (itself and when == at)) and (begin is None or when >= begin)


def _take(take: str, values: list[Any]) -> Any:
    given = [it for it in values if it is not None]
    match take:
        case "count":
            return float(len(values))
        case "any":
            return bool(values)
        case "last":
            return values[-1] if values else None
        case "first":
            return values[0] if values else None
        case "min":
            return min(given, default=None)
        case "max":
            return max(given, default=None)
        case _:
            return sum(given) if given else None
