"""How steps and changes of the trail read: fields, values, what a step did in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.domain.maturity import MaturityDomain
from auditapp.domain.vocabulary import Lang, SignOffStage
from auditapp.ops.queries.missing import field_label
from auditapp.texts import formats

if TYPE_CHECKING:
    from auditapp.ops.queries.journal import ChangeRow, StepView, Value
    from auditapp.texts import Texts

_QUIET: Final = frozenset({"id", "source_hash", "position", "owner_id", "field", "lang", "subject"})
"""Fields that say nothing to a reader beside the row's name."""
_TEXT_PARTS: Final = 3
_TELLING: Final = {"sign_off": "stage", "maturity": "level", "answer": "result"}
"""Per table the field of a new row that says most."""


def op_name(texts: Texts, op: str) -> str:
    """What an op is called; a code that this program does not know stands as it is."""
    key = f"op.{op}"
    return texts.say(key) if texts.has(key) else op


def shown_changes(step: StepView) -> list[ChangeRow]:
    """The changes worth reading: without bookkeeping and without cells that stay empty."""
    kept = [it for it in step.changes if it.table != "counter" and it.field not in _QUIET]
    told = [it for it in kept if (it.before, it.after) != (None, None) or _erased(it)]
    return told or list(step.changes)


def row_name(texts: Texts, change: ChangeRow) -> str:
    """The row of a change as a reader calls it."""
    parts = change.label.split(" · ")
    if change.table == "text" and len(parts) >= _TEXT_PARTS:
        return " · ".join(parts[:-2])
    if change.table == "sign_off" and len(parts) > 1:
        return " · ".join(parts[1:])
    if change.table == "maturity":
        return " · ".join((_domain(texts, parts[0]), *parts[1:]))
    return change.label


def field_name(texts: Texts, change: ChangeRow) -> str:
    """What was changed of the row: a field, or which printed text."""
    parts = change.label.split(" · ")
    if change.table == "text" and change.field == "body" and len(parts) >= _TEXT_PARTS:
        field, lang = parts[-2:]
        said = _label(texts, "text", field)
        return f"{said} · {texts.enum(Lang(lang))}" if lang in tuple(Lang) else said
    return _label(texts, change.table, change.field)


def before_text(texts: Texts, change: ChangeRow, erased_word: str) -> str:
    """What stood there before a change."""
    return erased_word if change.before_erased else _value(texts, change, change.before)


def after_text(texts: Texts, change: ChangeRow, erased_word: str) -> str:
    """What stands there after a change."""
    return erased_word if change.after_erased else _value(texts, change, change.after)


def _value(texts: Texts, change: ChangeRow, value: Value) -> str:
    if value is None or value == "":
        return formats.DASH
    if (change.table, change.field) == ("sign_off", "stage") and value in tuple(SignOffStage):
        return texts.enum(SignOffStage(str(value)))
    if change.field == "domain":
        return _domain(texts, str(value))
    return texts.show(value)


def _domain(texts: Texts, code: str) -> str:
    return texts.enum(MaturityDomain(code)) if code in tuple(MaturityDomain) else code


def in_one_line(texts: Texts, step: StepView, erased_word: str) -> str:
    """The first change of a step: field, before and after."""
    changes = shown_changes(step)
    if not changes:
        return ""
    first = next((it for it in changes if it.kind == "update"), None)
    first = first or next((it for it in changes if _TELLING.get(it.table) == it.field), None)
    first = first or next((it for it in changes if it.table == "text"), changes[0])
    name = field_name(texts, first)
    before = before_text(texts, first, erased_word)
    after = after_text(texts, first, erased_word)
    said = f"{name}: {after}" if first.kind == "insert" else f"{name}: {before} → {after}"
    more = len(changes) - 1
    return " ".join(said.split()) + (f"  +{more}" if more else "")


def row_of(step: StepView) -> ChangeRow | None:
    """The change that names the row that a step was about."""
    changes = [it for it in step.changes if it.table != "counter"]
    return next((it for it in changes if it.label), changes[0] if changes else None)


def step_row(texts: Texts, step: StepView) -> str:
    """The row that a step was about, as a reader calls it."""
    change = row_of(step)
    return "" if change is None else row_name(texts, change)


def is_erased(step: StepView) -> bool:
    """Whether a value of the step was erased."""
    return any(_erased(change) for change in step.changes)


def _erased(change: ChangeRow) -> bool:
    return change.before_erased or change.after_erased


def _label(texts: Texts, table: str, name: str) -> str:
    known = texts.has(f"field.{table}.{name}") or texts.has(f"field.{name}")
    said = field_label(texts, table, name) if known else name.replace("_", " ")
    return said[:1].upper() + said[1:]
