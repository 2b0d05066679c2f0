"""How a written date or time looks, and how DuckDB reads it: shape → recipe.

A *shape* is a value with every digit replaced by 9: a column of a million times has a handful of
them. Each shape is understood once, here; the values are then read set-wise in SQL
(``dates.py``). What has no recipe is unreadable, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class DateOrder(StrEnum):
    """In which order three numbers make a date."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class How(StrEnum):
    """What kind of reading a recipe is."""

    FORMAT = "format"
    SERIAL = "serial"
    EPOCH = "epoch"


@dataclass(frozen=True, slots=True)
class Recipe:
    """How values of one shape are read.

    ``formats`` has the strptime format by order; one entry under every order where the order is
    plain. ``ambiguous``: the three numbers at the start can stand in more than one order.
    ``hours`` is added to the time: 12 for an afternoon (in which 12 stays 12), -12 for a morning
    (in which 12 is 0). ``zone``: None = none written, a number = minutes east, else the length
    of the tail that says it. ``cut`` is the length of the tail that is no part of the format.
    """

    how: How
    formats: tuple[tuple[DateOrder, str], ...] = ()
    ambiguous: bool = False
    hours: int = 0
    zone: int | None = None
    tail: int = 0
    cut: int = 0
    day_only: bool = False

    def orders(self) -> frozenset[DateOrder]:
        """The orders in which the shape can be read."""
        return frozenset(order for order, _ in self.formats)

    def format(self, order: DateOrder) -> str | None:
        """The strptime format for an order, None where the shape cannot be read so."""
        return dict(self.formats).get(order)


_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)"
_CN_WEEKDAY: Final = r"(?:\s*[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?)"
_MON: Final = rf"(?P<mon>{_MONTH})"
_Y4: Final = r"(?P<y4>9999)"
_S: Final = r"[-/.]"
_YMD: Final = rf"(?P<y4>9999)(?P<s1>{_S}|\s)(?P<m>99?)(?P=s1)(?P<d>99?)"
_DATES: Final = tuple(
    re.compile(text, re.IGNORECASE)
    for text in (
        _YMD,
        r"(?P<y4>9999)(?P<cy>\s?年\s?)(?P<m>99?)(?P<cm>\s?月\s?)(?P<d>99?)(?P<cd>\s?[日号]?)",
        r"(?P<c8>99999999)",
        rf"(?P<a>99?)(?P<s1>{_S}|\s)(?P<b>99?)(?P=s1)(?P<y4>9999)",
        rf"(?P<a>99?)(?P<s1>{_S})(?P<b>99?)(?P=s1)(?P<y2>99)",
        rf"(?P<d>99?)(?P<th>st|nd|rd|th)?(?P<s1>[-/. ]*){_MON}(?P<s2>[-/., ]*)(?:{_Y4}|(?P<y2>99))",
        rf"{_MON}(?P<s1>[-/. ]+)(?P<d>99?)(?P<th>st|nd|rd|th)?(?P<s2>[-/, ]+){_Y4}",
        rf"{_Y4}(?P<s1>[-/. ]?){_MON}(?P<s2>[-/. ]?)(?P<d>99?)",
    )
)
_CTIME: Final = re.compile(
    rf"(?P<w>{_WEEKDAY})(?P<mon>{_MONTH})(?P<s1>\s+)(?P<d>99?)(?P<s2>\s+)(?P<t>99?:99:99)"
    r"(?P<s3>\s+)(?P<y4>9999)",
    re.IGNORECASE,
)
_HALF_DAY: Final = {
    **dict.fromkeys(("上午", "早上", "凌晨", "清晨", "早晨"), -12),
    **dict.fromkeys(("下午", "晚上", "傍晚", "午后"), 12),
    "中午": 1,
}
_CN_HALF: Final = "(?P<half>" + "|".join(_HALF_DAY) + r")?\s*"
_TIME: Final = re.compile(
    r"(?P<lead>[Tt_]|\s*,?\s*)" + _CN_HALF + r"(?:"
    r"(?P<h>99?)(?P<c1>[:.])(?P<mi>99)(?:(?P=c1)(?P<sec>99)(?:(?P<dot>[.,])(?P<frac>9{1,9}))?)?"
    r"|(?P<ch>99?)(?P<hs>\s?[时点]\s?)(?:(?P<cmi>99?)(?P<ms>\s?分\s?)?(?:(?P<csec>99?)(?P<ss>\s?秒))?)?"
    r"|(?P<h12>99?)(?=\s*[AaPp]\.?\s?[Mm])"
    r"|(?P<compact>999999|9999)"
    r")(?P<ap>\s*(?:[AaPp][Mm]|[AaPp]\.[Mm]\.))?"
)
#: Names that mean one offset only. CST, IST and BST mean several: they stay unreadable.
_ZONES: Final = {
    **dict.fromkeys(("Z", "UTC", "GMT", "UT"), 0),
    "EST": -300,
    "EDT": -240,
    "PST": -480,
    "PDT": -420,
    "CET": 60,
    "CEST": 120,
    "JST": 540,
    "HKT": 480,
}
_ZONE: Final = re.compile(
    r"(?P<gap>\s*)(?:(?P<name>" + "|".join(_ZONES) + r")|(?P<word>(?:UTC|GMT)?\s?)"
    r"(?P<sign>[+-])(?P<hh>99?)(?P<colon>:?)(?P<mm>99)?)",
    re.IGNORECASE,
)


def recipe(shape: str) -> Recipe | None:
    """How values of a shape are read; None = they cannot be.

    The shape is that of a trimmed value with ASCII digits and signs.
    """
    if not shape or len(shape) > 48:
        return None
    number = re.fullmatch(r"(9+)(?:\.9+)?", shape)
    if number is not None and len(number.group(1)) != 8:
        return _number(len(number.group(1)), "." in shape)
    matched = _CTIME.fullmatch(shape)
    if matched is not None:
        return Recipe(How.FORMAT, _same(_ctime_format(matched)))
    return _date_time(shape)


def _number(digits: int, fraction: bool) -> Recipe | None:
    if digits == 5:
        return Recipe(How.SERIAL, day_only=not fraction)
    if digits in (10, 13) and not fraction:
        return Recipe(How.EPOCH, zone=0)
    if digits in (12, 14) and not fraction:
        return Recipe(How.FORMAT, _same("%Y%m%d%H%M" + ("%S" if digits == 14 else "")))
    return None


def _date_time(shape: str) -> Recipe | None:
    start = re.match(_WEEKDAY, shape, re.IGNORECASE)
    prefix = start.group() if start is not None else ""
    rest = shape[len(prefix) :]
    for pattern in _DATES:
        found = pattern.match(rest)
        if found is None:
            continue
        formats = _date_formats(found)
        made = _rest(prefix, formats, rest[found.end() :])
        if made is not None:
            return made
    return None


def _rest(prefix: str, formats: tuple[tuple[DateOrder, str], ...], rest: str) -> Recipe | None:
    """The recipe of what stands after the date: nothing, weekday, time, zone."""
    head = _escaped_weekday(prefix)
    weekday = re.match(_CN_WEEKDAY, rest)
    after = _literal(weekday.group()) if weekday is not None else ""
    rest = rest[weekday.end() :] if weekday is not None else rest
    ambiguous = len({text for _, text in formats}) > 1
    if not rest:
        whole = _around(formats, head, after)
        return Recipe(How.FORMAT, whole, ambiguous, day_only=True)
    time = _TIME.match(rest)
    if time is None:
        return None
    said = _time_format(time)
    if said is None:
        return None
    clock, hours = said
    zone = _zone(rest[time.end() :])
    if zone is None:
        return None
    minutes, tail, cut = zone
    return Recipe(
        How.FORMAT, _around(formats, head, after + clock), ambiguous, hours, minutes, tail, cut
    )


def _zone(rest: str) -> tuple[int | None, int, int] | None:
    """Minutes east, length of a tail of digits with its sign, length to cut; None = unreadable."""
    if not rest:
        return None, 0, 0
    found = _ZONE.fullmatch(rest)
    if found is None:
        return None
    name = found["name"]
    if name:
        return _ZONES[name.upper()], 0, len(rest)
    tail = len(found["sign"] + found["hh"] + found["colon"] + (found["mm"] or ""))
    return 0, tail, len(rest)


def _date_formats(found: re.Match[str]) -> tuple[tuple[DateOrder, str], ...]:
    part = found.groupdict()
    if part.get("c8"):
        return _same("%Y%m%d")
    if part.get("cy"):
        signs = (part["cy"], part["cm"], part["cd"])
        return _same(f"%Y{_literal(signs[0])}%m{_literal(signs[1])}%d{_literal(signs[2])}")
    if part.get("mon"):
        return _same(_named_month(found))
    sign = part["s1"]
    if part.get("a"):
        year = "%Y" if part.get("y4") else "%y"
        orders = [
            (DateOrder.DMY, f"%d{sign}%m{sign}{year}"),
            (DateOrder.MDY, f"%m{sign}%d{sign}{year}"),
        ]
        if year == "%y" and len(part["a"]) == 2:
            orders.append((DateOrder.YMD, f"%y{sign}%m{sign}%d"))
        return tuple(orders)
    return _same(f"%Y{sign}%m{sign}%d")


def _named_month(found: re.Match[str]) -> str:
    """The format of a date with a month's name: its parts in the order in which they stand."""
    name = found["mon"]
    long = len(name) > 3
    spec = {
        "y4": "%Y",
        "y2": "%y",
        "d": "%d",
        "mon": "%B" if long else "%b",
        "th": _literal(found.groupdict().get("th") or ""),
        "s1": _literal(found["s1"]),
        "s2": _literal(found["s2"]),
    }
    spans = [
        (found.span(key), text)
        for key, text in spec.items()
        if found.groupdict().get(key) is not None
    ]
    return "".join(text for _, text in sorted(spans))


def _ctime_format(found: re.Match[str]) -> str:
    month = "%B" if len(found["mon"]) > 3 else "%b"
    gaps = (found["s1"], found["s2"], found["s3"])
    return f"{_escaped_weekday(found['w'])}{month}{gaps[0]}%d{gaps[1]}%H:%M:%S{gaps[2]}%Y"


def _time_format(found: re.Match[str]) -> tuple[str, int] | None:
    """The format of a time of day and the hours to add; None = cannot be read."""
    lead = found["lead"]
    half = found["half"] or ""
    marks = found["ap"] or ""
    if half and marks:
        return None
    if found["compact"]:
        if lead not in ("T", "t", " "):
            return None
        return _literal(lead) + ("%H%M%S" if len(found["compact"]) == 6 else "%H%M"), 0
    if not lead and not half and not found["ch"]:
        return None
    hour = "%I" if marks else "%H"
    gap = found.string[found.end("half") : _hour_at(found)] if half else ""
    text = _literal(lead + half + gap) + hour
    text += _clock_rest(found)
    plain_mark = marks.replace(".", "")
    if marks and plain_mark != marks:
        # "p.m.": strptime knows only AM and PM, so the half of the day is read from the shape.
        afternoon = marks.strip()[0] in "Pp"
        return text.replace("%I", "%H") + _literal(marks), 12 if afternoon else -12
    if marks:
        text += marks[: len(marks) - 2] + "%p"
    return text, _HALF_DAY.get(half, 0)


def _hour_at(found: re.Match[str]) -> int:
    return max(found.start(key) for key in ("h", "ch", "h12"))


def _clock_rest(found: re.Match[str]) -> str:
    if found["h"]:
        sign = found["c1"]
        text = f"{sign}%M"
        if found["sec"]:
            text += f"{sign}%S"
        if found["frac"]:
            text += found["dot"] + ("%f" if len(found["frac"]) <= 6 else "%n")
        return text
    if found["ch"]:
        text = _literal(found["hs"])
        if found["cmi"]:
            text += "%M" + _literal(found["ms"] or "")
        if found["csec"]:
            text += "%S" + _literal(found["ss"])
        return text
    return ""


def _escaped_weekday(text: str) -> str:
    """A weekday before the date: kept as the letters that stand there."""
    return _literal(text)


def _around(
    formats: tuple[tuple[DateOrder, str], ...], head: str, tail: str
) -> tuple[tuple[DateOrder, str], ...]:
    return tuple((order, head + text + tail) for order, text in formats)


def _same(text: str) -> tuple[tuple[DateOrder, str], ...]:
    return tuple((order, text) for order in DateOrder)


def _literal(text: str) -> str:
    return text.replace("%", "%%")
