"""One language's catalogue: a key and arguments in, a sentence out."""

from __future__ import annotations

import json
import os
from datetime import date, datetime, tzinfo
from enum import Enum
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Final, cast

from auditapp.domain.vocabulary import Lang, TermSet
from auditapp.errors import UserError
from auditapp.texts import formats

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

# importlib.resources would cost a start 15 ms; wheel and frozen build are folders too.
_DATA: Final = Path(__file__).with_name("_data")
STRICT_VARIABLE: Final = "AUDITAPP_STRICT_TEXTS"
_LANGS: Final[Mapping[str, Lang]] = {
    "zh": Lang.ZH,
    "zh-cn": Lang.ZH,
    "zh-hans": Lang.ZH,
    "zh-hans-cn": Lang.ZH,
    "en": Lang.EN,
    "en-gb": Lang.EN,
    "en-us": Lang.EN,
}
_OTHER_TERMS: Final = frozenset(it.value for it in TermSet if it is not TermSet.SYSTEM_AUDIT)
_FORMATTER: Final = Formatter()


class MissingText(LookupError):  # noqa: N818  (it is what it is: a text that is missing)
    """A key, or an argument of its sentence, that does not exist: a defect of ours."""


def parse_lang(name: str) -> Lang:
    """The language of ``zh-CN``, ``zh`` or ``en`` (any case, ``_`` for ``-``).

    Raises UserError ``bad_lang``.
    """
    lang = _LANGS.get(name.strip().replace("_", "-").lower())
    if lang is None:
        raise UserError("bad_lang", name=name)
    return lang


def load(lang: Lang, *, strict: bool | None = None, terms: str = TermSet.SYSTEM_AUDIT) -> Texts:
    """The catalogue of ``lang`` as shipped, in the words of a set of terms.

    A set is the keys whose sentence differs; what it does not name, and a set that is not known,
    is said as in a management-system audit.

    ``strict`` makes a missing key raise :class:`MissingText`; otherwise the key itself is shown.
    By default it is on where the environment says ``AUDITAPP_STRICT_TEXTS=1``, as the tests do.
    """
    if strict is None:
        strict = os.environ.get(STRICT_VARIABLE) == "1"
    entries = _read(f"{lang.value}.json")
    if entries is None:
        msg = "the texts are not compiled: run python -m auditapp.devtools.texts"
        raise RuntimeError(msg)
    if terms in _OTHER_TERMS:
        entries = {**entries, **(_read(f"{lang.value}.{terms}.json") or {})}
    return Texts(lang, entries, strict=strict)


def _read(name: str) -> Mapping[str, str] | None:
    source = _DATA / name
    if not source.exists():
        return None
    return cast("Mapping[str, str]", json.loads(source.read_text(encoding="utf-8")))


class Texts:
    """The sentences of one language.

    A template holds ``{name}`` or ``{name:Kind}``; a kind says how a raw value of an op's arguments
    is shown: the name of an enum of the vocabulary, or ``date``, ``time``, ``percent``, ``size``.
    """

    def __init__(
        self,
        lang: Lang,
        entries: Mapping[str, str],
        *,
        strict: bool = True,
        zone: tzinfo | None = None,
    ) -> None:
        self.lang = lang
        self._entries = entries
        self._strict = strict
        self._zone = zone
        self._kinds: Mapping[str, Callable[[object], str]] = {
            "date": self._date_of,
            "time": self._time_of,
            "percent": lambda value: self.percent(float(str(value))),
            "size": lambda value: formats.write_size(int(str(value))),
        }

    def keys(self) -> AbstractSet[str]:
        """All keys, for tests and for completeness checks."""
        return self._entries.keys()

    def has(self, key: str) -> bool:
        """Whether there is a sentence for ``key``."""
        return key in self._entries

    def say(self, key: str, /, **args: object) -> str:
        """The sentence ``key`` with its placeholders filled.

        A value may be a text, number, date, time, enum member, error or a sequence of these. With
        ``n=1`` the singular ``key#one`` is taken where there is one. Raises MissingText if strict.
        """
        return self._fill(key, args)

    def error(self, error: UserError) -> str:
        """The one sentence that a user gets for an error."""
        return self._fill(f"error.{error.code}", error.args_by_name)

    def enum(self, member: Enum) -> str:
        """The name of an enum member: key ``enum.<Class>.<value>``."""
        return self._fill(f"enum.{type(member).__name__}.{member.value}", {})

    def op(
        self, code: str, args: Mapping[str, object], names: Mapping[str, str] | None = None
    ) -> str:
        """The audit trail's sentence for an op: key ``op.<code>``.

        The journal keeps codes and ids only; ``names`` gives the shown name of an id (its text).
        """
        known = names or {}
        shown = {name: known.get(str(value), value) for name, value in args.items()}
        return self._fill(f"op.{code}", shown)

    def number(self, value: float, decimals: int | None = None) -> str:
        """A number with thousands commas."""
        return formats.write_number(value, decimals)

    def percent(self, share: float | None, decimals: int = 0) -> str:
        """A share of 1 as per cent; a dash where there is no figure."""
        return formats.DASH if share is None else formats.write_percent(share, decimals)

    def date(self, value: date | None) -> str:
        """``23 Nov 2026`` or ``2026年11月23日``; a dash where there is none."""
        return formats.DASH if value is None else formats.write_date(value, self.lang)

    def time(self, value: datetime | None, zone: tzinfo | None = None) -> str:
        """An aware time in ``zone`` (default: this machine's), to the minute."""
        if value is None:
            return formats.DASH
        return formats.write_time(value, self.lang, zone or self._zone)

    def size(self, count: int) -> str:
        """A number of bytes: ``1.5 MB``."""
        return formats.write_size(count)

    def join(self, items: Sequence[object]) -> str:
        """Values joined as this language does; a dash where there are none."""
        return formats.write_list([self.show(item) for item in items], self.lang)

    def show(self, value: object) -> str:
        """Any value as it stands in a sentence."""
        if value is None:
            return formats.DASH
        if isinstance(value, Enum):
            return self.enum(value)
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return self._fill("value.yes" if value else "value.no", {})
        if isinstance(value, int | float):
            return formats.write_number(value)
        return self._show_more(value)

    def _show_more(self, value: object) -> str:
        if isinstance(value, datetime):
            return self.time(value)
        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, UserError):
            return self.error(value)
        if isinstance(value, list | tuple):
            return self.join(cast("Sequence[object]", value))
        if isinstance(value, set | frozenset):
            return self.join(sorted(self.show(item) for item in cast("AbstractSet[object]", value)))
        return str(value)

    def _fill(self, key: str, args: Mapping[str, object]) -> str:
        template = self._entries.get(f"{key}#one") if args.get("n") == 1 else None
        template = template or self._entries.get(key)
        if template is None:
            if self._strict:
                msg = f"no text for {key!r} in {self.lang.value}"
                raise MissingText(msg)
            return key
        parts: list[str] = []
        for literal, name, kind, _ in _FORMATTER.parse(template):
            parts.append(literal)
            if name is not None:
                parts.append(self._value(key, name, kind or "", args))
        return "".join(parts)

    def _value(self, key: str, name: str, kind: str, args: Mapping[str, object]) -> str:
        if name not in args:
            if self._strict:
                msg = f"{key!r} needs {name!r}"
                raise MissingText(msg)
            return f"{{{name}}}"
        value = args[name]
        # Kinds are for raw values of the journal; a member or a date knows itself how it is shown.
        if not kind or value is None or isinstance(value, Enum | date):
            return self.show(value)
        if kind in self._kinds:
            return self._kinds[kind](value)
        return self._fill(f"enum.{kind}.{value}", {})

    def _date_of(self, value: object) -> str:
        return self.date(date.fromisoformat(str(value)))

    def _time_of(self, value: object) -> str:
        return self.time(datetime.fromisoformat(str(value)))
