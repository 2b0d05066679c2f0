"""Going through every text of a report model, whatever dataclass it stands in."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, cast, get_args, get_origin, get_type_hints

from auditapp.reports.bilingual import CODE_MARK, Bilingual, Said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditapp.domain.vocabulary import Lang
    from auditapp.reports.model import ReportModel


@cache
def _text_fields(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass that may hold texts: all but those declared as Code."""
    hints = get_type_hints(kind, include_extras=True)
    fields = dataclasses.fields(kind)
    return tuple(f.name for f in fields if not _holds_code(hints[f.name]))


def _holds_code(hint: object) -> bool:
    if get_origin(hint) is Annotated:
        return CODE_MARK in get_args(hint)[1:]
    return any(_holds_code(part) for part in get_args(hint))


def map_texts(value: Any, rule: Callable[[str], str]) -> object:
    """A copy of ``value`` in which every text (not Code) went through ``rule``.

    Parts in which nothing changed are shared with the original.
    """
    if isinstance(value, str):
        # Enum members are str too; they are words of ours, not texts of a person.
        return rule(value) if type(value) is str else value
    if isinstance(value, Bilingual):
        mapped = {lang: rule(text) for lang, text in value.texts.items()}
        return value if mapped == value.texts else dataclasses.replace(value, texts=mapped)
    if isinstance(value, tuple):
        return _map_items(cast("tuple[object, ...]", value), rule)
    if isinstance(value, Said):
        return _map_said(value, rule)
    # Asked as a bool: as a type guard it would leave the fields' types unknown.
    return _map_fields(value, rule) if bool(dataclasses.is_dataclass(value)) else value


def _map_items(items: tuple[object, ...], rule: Callable[[str], str]) -> tuple[object, ...]:
    new = tuple(map_texts(item, rule) for item in items)
    return items if all(a is b for a, b in zip(items, new, strict=True)) else new


def _map_said(value: Said, rule: Callable[[str], str]) -> Said:
    args = {name: map_texts(arg, rule) for name, arg in value.args.items()}
    return value if args == value.args else Said(value.code, args)


def _map_fields(value: Any, rule: Callable[[str], str]) -> Any:
    changed: dict[str, object] = {}
    for name in _text_fields(value.__class__):
        before = getattr(value, name)
        after = map_texts(before, rule)
        if after is not before:
            changed[name] = after
    return dataclasses.replace(value, **changed) if changed else value


@dataclasses.dataclass(frozen=True, slots=True)
class MissingPrint:
    """A text that an asked language lacks: ``owner`` is the kind of thing and ``number`` its
    number or code (empty for what exists once), ``field`` the field's name."""

    owner: str
    number: str
    field: str
    lang: Lang


def missing_texts(model: ReportModel, langs: tuple[Lang, ...]) -> tuple[MissingPrint, ...]:
    """Every text that is there in one language but not in all of ``langs``, in reading order."""
    return tuple(_missing(model, langs, "report", "", ""))


def _missing(
    value: object, langs: tuple[Lang, ...], owner: str, number: str, field: str
) -> Iterator[MissingPrint]:
    if isinstance(value, Bilingual):
        for lang in value.missing(langs):
            yield MissingPrint(owner, number, field, lang)
    elif isinstance(value, tuple):
        for item in cast("tuple[object, ...]", value):
            yield from _missing(item, langs, owner, number, field)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        name = _snake(type(value).__name__)
        own = _number_of(value)
        for entry in dataclasses.fields(value):
            part = getattr(value, entry.name)
            yield from _missing(part, langs, name, own or number, entry.name)


def _number_of(value: object) -> str:
    """What names a thing of the model to a reader: its number, code or id."""
    for name in ("final_number", "number", "code", "question_id", "id"):
        found = getattr(value, name, None)
        if isinstance(found, str) and found:
            return found
    return ""


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")
