"""Checks one node's shape with its pydantic model and says what is wrong in our own codes."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from pydantic import BaseModel, ValidationError

from auditapp.packs.problems import show_loc

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pydantic_core import ErrorDetails

    from auditapp.packs.problems import Arg, Collector, Loc, Place

M = TypeVar("M", bound=BaseModel)
Said = tuple[str, dict[str, "Arg"]]

_WANTED: Final[Mapping[str, str]] = {
    "string_type": "pack_want_text",
    "int_type": "pack_want_integer",
    "int_from_float": "pack_want_integer",
    "float_type": "pack_want_number",
    "finite_number": "pack_want_number",
    "bool_type": "pack_want_bool",
    "list_type": "pack_want_list",
    "model_attributes_type": "pack_want_mapping",
    "model_type": "pack_want_mapping",
    "dict_type": "pack_want_mapping",
    "date_type": "pack_want_date",
}
_LIMITS: Final[Mapping[str, tuple[str, str]]] = {
    "greater_than_equal": ("pack_number_low", "ge"),
    "less_than_equal": ("pack_number_high", "le"),
    "string_too_long": ("pack_text_long", "max_length"),
    "too_short": ("pack_list_short", "min_length"),
    "too_long": ("pack_list_long", "max_length"),
}
# How the values with a form of their own are written, by the key that holds them.
_EXAMPLES: Final[Mapping[str, str]] = {
    "id": "P01, A-01, cn-cpl-art39",
    "section": "7.2",
    "tags": "4.9, risk_stage:control",
    "auto_rule": "R-001",
    "source": "ISO; S4, law",
    "criteria": "iso10002-2018-7.2",
    "parts": "7-operation.yaml",
    "strata": "channel, time_of_day",
    "replaced_by": "cn-cpl-art39",
    "affects": "R-010",
    "switch": "reply_stop",
    "profile": "has_vendors",
    "is": "uk_finance; minor",
}


def check_shape(model: type[M], data: object, place: Place, found: Collector) -> M | None:
    """``data`` as ``model``; None, with every fault in ``found``, when it does not fit."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            loc = tuple(detail["loc"])
            code, args = _explain(detail, loc, model)
            if args.get("key") == "":
                args["key"] = show_loc(place.loc) or place.source.path.rpartition("/")[2]
            found.error(place.at(*loc), code, **args)
        return None


def _explain(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> Said:
    kind = detail["type"]
    value = detail["input"]
    key = show_loc(loc)
    if kind == "missing":
        return _missing(loc)
    if kind == "extra_forbidden":
        return _unknown_key(loc, model)
    if kind.partition("_")[0] == "pack":
        return kind, {"key": key, **detail.get("ctx", {})}
    if value is None or kind == "string_too_short":
        return "pack_empty", {"key": key}
    if kind in _WANTED:
        return _WANTED[kind], {"key": key, "value": _show(value)}
    return _not_allowed(detail, loc)


def _not_allowed(detail: ErrorDetails, loc: Loc) -> Said:
    """A value of the right type that is out of limits, no choice, or of the wrong form."""
    kind = detail["type"]
    context: Mapping[str, Any] = detail.get("ctx", {})
    key = show_loc(loc)
    value = _show(detail["input"])
    if kind in _LIMITS:
        code, limit = _LIMITS[kind]
        return code, {"key": key, "limit": int(context[limit])}
    if kind in ("enum", "literal_error"):
        choices = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        return "pack_not_a_choice", {"key": key, "value": value, "choices": choices}
    if kind == "string_pattern_mismatch":
        name = next((str(part) for part in reversed(loc) if isinstance(part, str)), "")
        example = _EXAMPLES.get(name, str(context["pattern"]))
        return "pack_bad_form", {"key": key, "value": value, "example": example}
    return "pack_bad_value", {"key": key, "detail": detail["msg"]}


def _missing(loc: Loc) -> Said:
    if loc[-1] in ("en", "zh") and len(loc) > 1:
        code = "pack_missing_en" if loc[-1] == "en" else "pack_missing_zh"
        return code, {"key": show_loc(loc[:-1])}
    return "pack_missing_key", {"key": show_loc(loc)}


def _unknown_key(loc: Loc, model: type[BaseModel]) -> Said:
    """An unknown key, with the known key that it may be a slip of."""
    known = _keys_at(model, loc[:-1])
    near = difflib.get_close_matches(str(loc[-1]), known, n=1)
    if near:
        return "pack_unknown_key_near", {"key": show_loc(loc), "near": near[0]}
    return "pack_unknown_key", {"key": show_loc(loc), "known": tuple(known)}


def _keys_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that a node below ``model`` may have."""
    here: type[BaseModel] | None = model
    for key in loc:
        if here is None or isinstance(key, int):
            continue
        field = here.model_fields.get(key)
        here = None if field is None else _model_in(field.annotation)
    return [] if here is None else [it.alias or name for name, it in here.model_fields.items()]


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The model that an annotation such as ``list[Annotated[Model, …]] | None`` speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    arguments: Sequence[object] = getattr(cast("object", annotation), "__args__", ())
    return next((model for it in arguments if (model := _model_in(it)) is not None), None)


def _show(value: object) -> str:
    """A value as the user wrote it, short enough for a sentence."""
    writers: Mapping[type, Callable[[Any], str]] = {
        bool: lambda it: "true" if it else "false",
        dict: lambda _: "{…}",
        list: lambda _: "[…]",
    }
    shown = writers.get(type(value), str)(value)
    return shown if len(shown) <= 60 else shown[:59] + "…"
