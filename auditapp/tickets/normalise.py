"""Values of every kind but times as SQL: codes, flags, numbers, durations, texts.

What the written values of a column mean is decided from its distinct values or forms, once, and
shown; the values themselves are read set-wise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.tickets.fields import plain
from auditapp.tickets.reading.dates import narrow_sql
from auditapp.tickets.reading.statements import literal, one_of, rows
from auditapp.tickets.words import CODE_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditapp.jobs.progress import Progress
    from auditapp.tickets.database import Connection
    from auditapp.tickets.fields import Field

_MOST_VALUES: Final = 2000
#: In columns of times, flags and numbers these say that there is nothing.
NO_VALUE: Final = (
    *("-", "--", "---", "—", "——", "/", "N/A", "n/a", "NA", "n.a.", "None", "none", "NONE"),
    *("nil", "无", "空", "未知", "暂无"),
)
_YES: Final = (
    "是,有,对,真,已,同意,√,✓,✔,☑,y,yes,true,t,1,on,ja,oui,si,真的,是的,有的,属实,需要,通过,checked"
)
_NO: Final = (
    "否,无,none,没有,不,未,假,×,✗,✘,☐,n,no,false,f,0,off,nein,non,不是,不同意,不需要,"
    "未通过,unchecked"
)
_ON_TIME: Final = (
    "ontime,on time,in time,timely,met,within,within sla,achieved,按时,及时,未超时,未逾期,未超期,"
    "达标,正常"
)
_LATE: Final = (
    "overdue,late,breached,breach,missed,not met,expired,outside,超时,逾期,超期,已超时,已逾期,"
    "已超期,不及时,未按时,未达标,failed,violated"
)
_LATE_HEADS: Final = ("overdue", "late", "breach", "missed", "violat", "超时", "逾期", "超期")
_NUMBER_US: Final = r"^[-+]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)?(\.[0-9]+)?$"
_NUMBER_EU: Final = r"^[-+]?([0-9]{1,3}(\.[0-9]{3})+|[0-9]+)(,[0-9]+)?$"
_MONEY: Final = r"[\s\x{a0}''_]|[¥￥$€£元块]|RMB|CNY|USD|EUR"
_HOURS: Final = ("hour", "hrs", "小时", "时长（时）", "(h)")
_DAYS: Final = ("day", "天", "日")
_SECONDS: Final = ("second", "秒", "(s)")


@dataclass(frozen=True, slots=True)
class Reading:
    """How one column is read: SQL of its value, of ``bad`` (flags, numbers), what was decided.

    ``values`` are the written values with what they mean; ``unknown`` those of a closed set of
    codes that mean none (kept as written).
    """

    sql: str
    bad: str | None = None
    values: Mapping[str, str] | None = None
    unknown: tuple[str, ...] = ()


def emptied(column: str, words: tuple[str, ...] = NO_VALUE) -> str:
    """A value of a time, flag or number with the words for *nothing* taken as empty."""
    nothing = f"strlen({column}) < 8 AND {one_of(column, words)}"
    return f"(CASE WHEN {nothing} THEN NULL ELSE {column} END)"


def read_text(column: str) -> Reading:
    """A text as it stands."""
    return Reading(column)


def read_code(
    connection: Connection,
    source: str,
    column: str,
    field: Field,
    said: Mapping[str, str],
    *,
    match: bool,
    progress: Progress,
) -> Reading:
    """A code: written values turned into codes by what the user said, else by known words."""
    values = dict(said)
    unknown: list[str] = []
    if field.codes and match:
        words = code_words(field.code_set)
        for value in distinct(connection, source, column, progress):
            if value in values:
                continue
            code = words.get(plain(value))
            if code is None:
                unknown.append(value)
            else:
                values[value] = code
    changed = {value: code for value, code in values.items() if value != code}
    return Reading(_case(column, changed, column), None, values, tuple(sorted(unknown)))


def read_flag(
    connection: Connection,
    source: str,
    column: str,
    field: Field,
    said: Mapping[str, str],
    *,
    head: str,
    progress: Progress,
) -> Reading:
    """A yes or no in either language; ``on_time_flag`` from a column of delays is turned round."""
    # 无 and none answer a question whether there is something.
    words_for_nothing = tuple(word for word in NO_VALUE if plain(word) not in _words(_NO, "no"))
    value = emptied(column, words_for_nothing)
    late = field.id == "on_time_flag" and any(word in plain(head) for word in _LATE_HEADS)
    words = flag_words(late=late, on_time=field.id == "on_time_flag")
    meant = dict(said)
    for written in distinct(connection, source, value, progress):
        found = words.get(plain(written)) or words.get(written)
        if written not in meant and found is not None:
            meant[written] = found
    yes = [written for written, means in meant.items() if means == "yes"]
    no = [written for written, means in meant.items() if means == "no"]
    empty = [written for written, means in meant.items() if not means]
    cases = [
        f"WHEN {one_of(column, group)} THEN {result}"
        for group, result in ((yes, "TRUE"), (no, "FALSE"))
        if group
    ]
    sql = f"(CASE {' '.join(cases)} END)" if cases else "CAST(NULL AS BOOLEAN)"
    bad = f"({value} IS NOT NULL AND {sql} IS NULL"
    bad += f" AND NOT {one_of(column, empty)})" if empty else ")"
    return Reading(sql, bad, meant)


def read_number(
    connection: Connection,
    source: str,
    column: str,
    field: Field,
    *,
    head: str,
    progress: Progress,
) -> Reading:
    """A number; durations (unit ``min``) in minutes, whatever unit the head or the cell names."""
    value = emptied(column)
    bare = f"TRY_CAST({value} AS DOUBLE)"
    ((given, read, decimal_comma, decimal_point),) = rows(
        connection,
        f"SELECT count({value}), count({bare}), "
        f"count(*) FILTER ({value} IS NOT NULL AND {bare} IS NULL "
        f"AND regexp_matches({value}, ',[0-9]{{1,2}}$|,[0-9]{{4,}}$|\\.[0-9]{{3}},')), "
        f"count(*) FILTER (regexp_matches({value}, '\\.[0-9]{{1,2}}$|\\.[0-9]{{4,}}$')) "
        f"FROM {source}",
        progress,
    )
    if given == read:
        number = bare
    else:
        tidy = f"regexp_replace(upper({narrow_sql(value)}), '{_MONEY}', '', 'g')"
        european = decimal_comma > 0 and decimal_point == 0
        form = _NUMBER_EU if european else _NUMBER_US
        plain_sql = (
            f"replace(replace({tidy}, '.', ''), ',', '.')"
            if european
            else f"replace({tidy}, ',', '')"
        )
        scaled = f"TRY_CAST(replace(replace({tidy}, '万', ''), ',', '') AS DOUBLE) * 10000"
        number = (
            f"coalesce(CASE WHEN regexp_matches({tidy}, '{form}') "
            f"THEN TRY_CAST({plain_sql} AS DOUBLE) END, "
            f"CASE WHEN {tidy} LIKE '%万' THEN {scaled} END)"
        )
    number = f"(CASE WHEN isfinite({number}) THEN {number} END)"
    if field.unit == "min":
        number = _minutes(value, number, head)
    return Reading(number, f"({value} IS NOT NULL AND {number} IS NULL)")


def distinct(
    connection: Connection, source: str, column: str, progress: Progress
) -> tuple[str, ...]:
    """The distinct values of a column, most frequent first, at most 2,000."""
    found = rows(
        connection,
        f"SELECT {column} AS v, count(*) AS n FROM {source} WHERE {column} IS NOT NULL "
        f"GROUP BY v ORDER BY n DESC, v LIMIT {_MOST_VALUES}",
        progress,
    )
    return tuple(str(value) for value, _ in found)


def code_words(code_set: str) -> dict[str, str]:
    """Word (as ``plain``) → code of a set of codes; the codes themselves are words too."""
    words: dict[str, str] = {}
    for code, said in CODE_WORDS.get(code_set, {}).items():
        words[plain(code)] = code
        words.update({plain(word): code for word in said.split(",")})
    return words


def flag_words(*, late: bool, on_time: bool) -> dict[str, str]:
    """Word → ``yes`` or ``no``; under a head that asks for delays yes means not on time."""
    yes, no = ("no", "yes") if late else ("yes", "no")
    words = {**_words(_YES, yes), **_words(_NO, no)}
    if on_time:
        words |= {**_words(_ON_TIME, "yes"), **_words(_LATE, "no")}
    return words


def _words(text: str, means: str) -> dict[str, str]:
    return {plain(word) or word: means for word in text.split(",")}


def _case(column: str, values: Mapping[str, str], other: str) -> str:
    if not values:
        return column
    cases = " ".join(
        f"WHEN {literal(value)} THEN {literal(code) if code else 'NULL'}"
        for value, code in values.items()
    )
    return f"(CASE {column} {cases} ELSE {other} END)"


def _minutes(value: str, number: str, head: str) -> str:
    """A duration in minutes: a number in the head's unit, ``1:30:00``, ``3天2小时``, ``2h 15m``."""
    name = head.casefold()
    factor = "1.0"
    for words, scale in ((_SECONDS, "1.0/60"), (_HOURS, "60.0"), (_DAYS, "1440.0")):
        if any(word in name for word in words):
            factor = scale
            break
    text = f"lower({narrow_sql(value)})"

    def part(pattern: str, scale: str) -> str:
        return (
            f"coalesce(TRY_CAST(nullif(regexp_extract({text}, "
            f"'([0-9.]+)\\s*(?:{pattern})', 1), '') AS DOUBLE), 0) * {scale}"
        )

    units = (
        f"{part('天|日|days?|d(?:[^a-z]|$)', '1440')} "
        f"+ {part('小时|时|hours?|hrs?|h(?:[^a-z]|$)', '60')} "
        f"+ {part('分钟|分|minutes?|mins?|m(?:[^a-z]|$)', '1')} "
        f"+ {part('秒|seconds?|secs?|s(?:[^a-z]|$)', '1.0/60')}"
    )
    said = (
        r"^p?t?([0-9.]+\s*(天|日|小时|时|分钟|分|秒|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?"
        r"|[dhms])[\s,t]*)+$"
    )
    clock = (
        f"TRY_CAST(split_part({text}, ':', 1) AS DOUBLE) * 60 "
        f"+ TRY_CAST(split_part({text}, ':', 2) AS DOUBLE) "
        f"+ coalesce(TRY_CAST(nullif(split_part({text}, ':', 3), '') AS DOUBLE), 0) / 60"
    )
    return (
        f"coalesce({number} * {factor}, "
        f"CASE WHEN regexp_matches({text}, '^[0-9]+:[0-9]{{2}}(:[0-9.]+)?$') "
        f"THEN {clock} WHEN regexp_matches({text}, '{said}') THEN {units} END)"
    )
