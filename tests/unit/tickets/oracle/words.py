"""The expressions of docs/tickets.md section 2, as plain Python functions of a row."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

MINUTE = 60_000_000
DURATIONS = {"min": MINUTE, "h": 60 * MINUTE, "d": 1440 * MINUTE}
_TOKEN = re.compile(
    r"\s*(?:(\d+(?:\.\d+)?)(?:\s*(min|h|d)\b)?|'((?:[^']|'')*)'|(\$?[A-Za-z_][A-Za-z_0-9.]*)"
    r"|(==|!=|<=|>=|[<>()\[\],+\-*/]))"
)


class T(NamedTuple):
    """An instant (naive UTC), its offset in minutes, and whether it is a date alone."""

    at: datetime
    off: int = 0
    day: bool = False

    @property
    def wall(self) -> datetime:
        return self.at + timedelta(minutes=self.off)


class Env:
    """What names stand for in one row. ``mapped`` are the fields with a column."""

    def __init__(self, row: dict[str, Any], mapped: frozenset[str], run: Any) -> None:
        self.row = row
        self.mapped = mapped
        self.run = run


Fn = "Callable[[Env], Any]"


class Part(NamedTuple):
    """An expression: its value, the names in it, and whether a missing value says something."""

    value: Callable[[Env], Any]
    names: frozenset[str]
    given: Callable[[Env], bool] = lambda _: True
    name: str = ""


def micros(later: T, earlier: T) -> int:
    return (later.at - earlier.at) // timedelta(microseconds=1)


@cache
def read(text: str) -> Part:
    found: list[tuple[str, str, str, str, str]] = []
    at = 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        assert match, (text, at)
        found.append(tuple(it if it is not None else "\0" for it in match.groups()))  # type: ignore[arg-type]
        at = match.end()
    reader = _Reader(found)
    part = reader.either()
    assert reader.at == len(found), text
    return part


class _Reader:
    def __init__(self, tokens: list[tuple[str, str, str, str, str]]) -> None:
        self.tokens = tokens
        self.at = 0

    def sees(self, *words: str) -> bool:
        if self.at >= len(self.tokens):
            return False
        token = self.tokens[self.at]
        return token[3] in words or token[4] in words

    def takes(self, *words: str) -> bool:
        if self.sees(*words):
            self.at += 1
            return True
        return False

    def either(self) -> Part:
        parts = [self.both()]
        while self.takes("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else _logic(parts, True)

    def both(self) -> Part:
        parts = [self.negated()]
        while self.takes("and"):
            parts.append(self.negated())
        return parts[0] if len(parts) == 1 else _logic(parts, False)

    def negated(self) -> Part:
        if self.takes("not"):
            part = self.negated()
            return Part(lambda env: _not(part.value(env)), part.names)
        return self.test()

    def test(self) -> Part:
        left = self.sum()
        if self.sees("==", "!=", "<", "<=", ">", ">="):
            sign = self.tokens[self.at][4]
            self.at += 1
            right = self.sum()
            return Part(
                lambda env: _compare(sign, left.value(env), right.value(env)),
                left.names | right.names,
            )
        if self.sees("is"):
            self.at += 1
            wanted = not self.takes("not")
            assert self.takes("missing")

            def missing(env: Env) -> bool | None:
                if left.name and not left.given(env):
                    return None
                return (left.value(env) is None) is wanted

            return Part(missing, left.names)
        negated = self.sees("not")
        if negated or self.sees("in"):
            self.at += 2 if negated else 1
            assert self.takes("[")
            options: set[Any] = set()
            while not self.takes("]"):
                token = self.tokens[self.at]
                options.add(token[2].replace("''", "'") if token[2] != "\0" else float(token[0]))
                self.at += 1
                self.takes(",")

            def inside(env: Env) -> bool | None:
                value = left.value(env)
                return None if value is None else (value in options) is not negated

            return Part(inside, left.names)
        return left

    def sum(self) -> Part:
        left = self.product()
        while self.sees("+", "-"):
            sign = self.tokens[self.at][4]
            self.at += 1
            left = _arithmetic(sign, left, self.product())
        return left

    def product(self) -> Part:
        left = self.factor()
        while self.sees("*", "/"):
            sign = self.tokens[self.at][4]
            self.at += 1
            left = _arithmetic(sign, left, self.factor())
        return left

    def factor(self) -> Part:
        if self.takes("("):
            part = self.either()
            assert self.takes(")")
            return Part(part.value, part.names, part.given)
        if self.takes("-"):
            part = self.factor()
            return Part(lambda env: _none(lambda a: -a, part.value(env)), part.names)
        number, unit, text, word, _ = self.tokens[self.at]
        self.at += 1
        if number != "\0":
            amount = float(number)
            if unit != "\0":
                return _literal(round(amount * DURATIONS[unit]))
            return _literal(amount)
        if text != "\0":
            return _literal(text.replace("''", "'"))
        if word in ("true", "false"):
            return _literal(word == "true")
        if word.startswith("$"):
            return Part(lambda env: env.run.chosen(word[1:]), frozenset())
        if not self.takes("("):
            return Part(
                lambda env: env.row.get(word),
                frozenset([word]),
                lambda env: word in env.mapped,
                word,
            )
        args: list[Part] = []
        while not self.takes(")"):
            args.append(self.either())
            self.takes(",")
        return _call(word, args)


def _literal(value: Any) -> Part:
    return Part(lambda _: value, frozenset())


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value


def _none(work: Callable[..., Any], *values: Any) -> Any:
    return None if any(it is None for it in values) else work(*values)


def _logic(parts: list[Part], decides: bool) -> Part:
    def value(env: Env) -> bool | None:
        unknown = False
        for part in parts:
            found = part.value(env)
            if found is decides:
                return decides
            unknown = unknown or found is None
        return None if unknown else not decides

    return Part(value, frozenset().union(*(it.names for it in parts)))


def _compare(sign: str, left: Any, right: Any) -> bool | None:
    if left is None or right is None:
        return None
    a, b = (it.at if isinstance(it, T) else it for it in (left, right))
    match sign:
        case "==":
            return a == b
        case "!=":
            return a != b
        case "<":
            return a < b
        case "<=":
            return a <= b
        case ">":
            return a > b
        case _:
            return a >= b


def _arithmetic(sign: str, left: Part, right: Part) -> Part:
    def value(env: Env) -> Any:
        a, b = left.value(env), right.value(env)
        if a is None or b is None:
            return None
        if isinstance(a, T):
            if isinstance(b, T):
                return micros(a, b)
            step = timedelta(microseconds=b)
            return T(a.at + step if sign == "+" else a.at - step, a.off, a.day)
        match sign:
            case "+":
                return a + b
            case "-":
                return a - b
            case "*":
                return a * b
            case _:
                return None if b == 0 else a / b

    return Part(value, left.names | right.names, left.given)


def _call(name: str, args: list[Part]) -> Part:
    names = frozenset().union(*(it.names for it in args))
    values = [it.value for it in args]
    if name == "default":
        return Part(lambda env: _first(env, values), names)
    if name == "first_of":
        return Part(
            lambda env: _first(env, values), names, lambda env: any(it.given(env) for it in args)
        )
    if name == "if":
        when, yes, no = args

        def chosen(env: Env) -> Any:
            true = when.value(env)
            return None if true is None else (yes if true else no).value(env)

        def asked(env: Env) -> bool:
            true = when.value(env)
            return False if true is None else (yes if true else no).given(env)

        return Part(chosen, names, asked)
    if name in ("least", "greatest"):
        pick = min if name == "least" else max
        return Part(
            lambda env: _none(lambda *found: pick(found), *(it(env) for it in values)),
            names,
            lambda env: all(it.given(env) for it in args),
        )
    if name == "count_given":
        return Part(lambda env: float(sum(it(env) is not None for it in values)), names)
    if name == "working_days":
        first, last = values
        return Part(lambda env: _none(env.run.working_days, first(env), last(env)), names)
    work = _PLAIN[name]
    return Part(lambda env: _none(work, *(it(env) for it in values)), names)


def _first(env: Env, values: list[Callable[[Env], Any]]) -> Any:
    for value in values:
        found = value(env)
        if found is not None:
            return found
    return None


def _elapsed(size: int) -> Callable[..., float]:
    return lambda a, b=None: (a if b is None else micros(b, a)) / size


def _between(at: T, first: str, last: str) -> bool | None:
    if at.day:
        return None
    now, begin, end = at.wall.strftime("%H:%M:%S.%f"), first, last
    return begin <= now < end if begin <= end else now >= begin or now < end


def _time(text: str) -> T:
    return T(datetime.fromisoformat(text))


_PLAIN: dict[str, Callable[..., Any]] = {
    "minutes": _elapsed(MINUTE),
    "hours": _elapsed(60 * MINUTE),
    "days": _elapsed(1440 * MINUTE),
    "calendar_days": lambda a, b: float((b.wall.date() - a.wall.date()).days),
    "month": lambda t: t.wall.strftime("%Y-%m"),
    "year": lambda t: float(t.wall.year),
    "weekday": lambda t: float(t.wall.isoweekday()),
    "hour": lambda t: None if t.day else float(t.wall.hour),
    "time_between": _between,
    "count_true": lambda *flags: float(sum(flags)),
    "contains": lambda text, *words: any(it.lower() in text.lower() for it in words),
    "lower": lambda text: text.lower(),
    "length": lambda text: float(len(text)),
    "abs": abs,
    "round": lambda x, n: round(x, int(n)),
    "time": _time,
}


class WorkingDays:
    """Working days of a calendar: by the lists of its file, else by the holidays of a country."""

    def __init__(self, works: Callable[[date], bool], first: int, last: int) -> None:
        self._numbers: dict[date, int] = {}
        self._works: dict[date, bool] = {}
        number, day = 0, date(first, 1, 1)
        while day.year <= last:
            self._works[day] = works(day)
            number += self._works[day]
            self._numbers[day] = number
            day += timedelta(days=1)

    def between(self, first: date, last: date) -> int | None:
        """Working days d with first < d <= last."""
        a, b = self._numbers.get(first), self._numbers.get(last)
        return None if a is None or b is None else b - a

    def next(self, day: date) -> date | None:
        while day in self._works and not self._works[day]:
            day += timedelta(days=1)
        return day if day in self._works else None
