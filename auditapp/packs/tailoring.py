"""Tailoring: every edit of a pack of one's own as a function from source to source.

Nothing here reads or writes files (``own_packs`` does) and nothing checks content: after each edit
``source.check_source`` says what is wrong. Edits only refuse what is never allowed: to change what
the pack's model holds (``held``), to renumber, to take away what an audit may already cite.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast

from auditapp.errors import UserError
from auditapp.packs.source import Part, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from auditapp.packs.source import PackSource, Plain

LOCKABLE: Final = (
    "all", "off", "order", "q", "ask", "look_for", "evidence", "negative_test", "rating",
    "criteria", "own_rule", "sampling", "weight", "core", "effort", "type", "scope", "prepare",
    "tags", "auto_rule", "na_allowed", "shown_if",
)  # fmt: skip
"""What can be locked for copies; ``all`` is everything, ``off`` that it is asked at all."""
EDITABLE: Final = (*(key for key in LOCKABLE if key not in ("all", "order")), "source", "verified")
"""The keys of a question that ``change_question`` takes."""
_PACK_ID: Final = re.compile(r"[A-Z][A-Z0-9]{1,11}")
_HEAD_KEYS: Final = ("title", "audience", "description", "sectors", "status")
_OWN_PART: Final = "own.yaml"


def copy_pack(
    base: PackSource, new_id: str, *, title: Mapping[str, str] | None = None
) -> PackSource:
    """A pack of one's own with the questions of ``base``, to be tailored.

    Question ids take the new pack's id and keep their section and number. What ``base`` locks, and
    what its own model held, is held in the copy. Raises UserError ``pack_id_form``.
    """
    renamed = with_id(base, new_id)
    head = dict(renamed.head)
    model = {"id": base.id, "version": base.version, "sha256": digest(base)}
    head |= {"version": 1, "based_on": model}
    if title is not None:
        head["title"] = dict(title)
    _hold(head)
    parts = tuple(
        replace(part, questions=tuple(_held_copy(it) for it in part.questions))
        for part in renamed.parts
    )
    return type(base)(head, parts)


def with_id(source: PackSource, new_id: str) -> PackSource:
    """The same pack under another id: question ids and conditions follow.

    With the id of its model, a copy can be compared with it question by question. Raises UserError
    ``pack_id_form``.
    """
    if _PACK_ID.fullmatch(new_id) is None:
        raise UserError("pack_id_form", id=new_id)
    old = f"{source.id}-"

    def name(question_id: str) -> str:
        is_own = question_id.startswith(old)
        return f"{new_id}-{question_id[len(old) :]}" if is_own else question_id

    def renamed(question: Plain) -> Plain:
        new = question | {"id": name(str(question.get("id", "")))}
        if "shown_if" in question:
            new["shown_if"] = _renamed_condition(question["shown_if"], name)
        return new

    parts = tuple(
        replace(part, questions=tuple(renamed(it) for it in part.questions))
        for part in source.parts
    )
    return type(source)(source.head | {"id": new_id}, parts)


def held_keys(source: PackSource, question_id: str) -> frozenset[str]:
    """What may not be changed of a question, because the pack's model locks it."""
    question = _get(source, question_id)
    held = {*_list(source.head, "held"), *_list(question, "held")}
    return frozenset(LOCKABLE) if "all" in held else frozenset(held)


def change_question(
    source: PackSource, question_id: str, changes: Mapping[str, object]
) -> PackSource:
    """Other values for some keys of a question (None takes a key away).

    Raises UserError ``pack_held`` for what the model locks, ``pack_not_editable`` for keys that
    nobody may change (id, section, version), ``pack_question_missing``.
    """
    question = dict(_get(source, question_id))
    held = held_keys(source, question_id)
    for key, value in changes.items():
        if key not in EDITABLE:
            raise UserError("pack_not_editable", key=key)
        if question.get(key) == value:
            continue
        if key in held:
            raise UserError("pack_held", id=question_id, key=key)
        if value is None:
            question.pop(key, None)
        else:
            question[key] = value
    return _put(source, question_id, question)


def switch(source: PackSource, question_ids: Iterable[str], *, off: bool) -> PackSource:
    """Switch questions off or on; they stay in the pack. Raises UserError ``pack_held``."""
    for question_id in question_ids:
        source = change_question(source, question_id, {"off": True if off else None})
    return source


def reweight(source: PackSource, question_ids: Iterable[str], weight: int) -> PackSource:
    """Give questions a weight (1 to 5). Raises UserError ``pack_held``."""
    for question_id in question_ids:
        source = change_question(source, question_id, {"weight": weight})
    return source


def lock(
    source: PackSource, keys: Iterable[str], *, question_ids: Iterable[str] | None = None
) -> PackSource:
    """Lock keys (exactly these) for copies of this pack: of all questions, or of some.

    The pack itself stays editable. Raises UserError ``pack_not_lockable``.
    """
    wanted = set(keys)
    for key in wanted:
        if key not in LOCKABLE:
            raise UserError("pack_not_lockable", key=key, known=LOCKABLE)
    listed = [key for key in LOCKABLE if key in wanted]
    if question_ids is None:
        return replace(source, head=_with(source.head, "locked", listed))
    for question_id in question_ids:
        question = _with(_get(source, question_id), "locked", listed)
        source = _put(source, question_id, question)
    return source


def change_head(source: PackSource, changes: Mapping[str, object]) -> PackSource:
    """Other title, audience, description, sectors or status (``draft``, ``complete``).

    Raises UserError ``pack_not_editable``.
    """
    head = dict(source.head)
    for key, value in changes.items():
        if key not in _HEAD_KEYS:
            raise UserError("pack_not_editable", key=key)
        if value is None:
            head.pop(key, None)
        else:
            head[key] = value
    return replace(source, head=head)


def add_question(
    source: PackSource,
    section: str,
    values: Mapping[str, object],
    *,
    after: str | None = None,
    used: Iterable[str] = (),
) -> tuple[PackSource, str]:
    """A new question in a section, behind ``after`` or last; also returns its id.

    The number is the next one that the section never had; ``used`` are ids of earlier versions
    (``own_packs.ids_ever_used``). Raises UserError ``pack_section_missing``.
    """
    if section not in section_ids(source):
        raise UserError("pack_section_missing", id=section)
    head = f"{source.id}-{section}-"
    ids = {str(it.get("id", "")) for it in source.questions} | set(used)
    tails = [it[len(head) :] for it in ids if it.startswith(head)]
    number = max((int(it) for it in tails if it.isdigit()), default=0) + 1
    question_id = f"{head}{number:02}"
    question = {"id": question_id, "section": section, "version": 1} | {
        key: value for key, value in values.items() if key in EDITABLE and value is not None
    }
    return _insert(source, question, after), question_id


def remove_question(
    source: PackSource, question_id: str, *, used: Iterable[str] = ()
) -> PackSource:
    """Take a question out that was never saved (not in ``used``).

    Raises UserError ``pack_switch_off_instead`` for any other: its id may stand in an audit.
    """
    _get(source, question_id)
    if question_id in set(used):
        raise UserError("pack_switch_off_instead", id=question_id)
    return source.with_parts(
        tuple(
            replace(it, questions=tuple(q for q in it.questions if q.get("id") != question_id))
            for it in source.parts
        )
    )


def move_question(source: PackSource, question_id: str, *, before: str | None) -> PackSource:
    """Move a question before another one of its section, or (None) to the section's end.

    Raises UserError ``pack_held`` and ``pack_move_section`` (an id tells the section).
    """
    question = _get(source, question_id)
    if "order" in held_keys(source, question_id):
        raise UserError("pack_held", id=question_id, key="order")
    if before == question_id:
        return source
    if before is not None and _get(source, before).get("section") != question.get("section"):
        raise UserError("pack_move_section", id=question_id)
    rest = remove_question(source, question_id)
    if before is None:
        return _insert(rest, question, None)
    return rest.with_parts(tuple(_with_before(part, question, before) for part in rest.parts))


def section_ids(source: PackSource) -> tuple[str, ...]:
    """The ids of the sections, in reading order."""
    return tuple(str(it.get("id", "")) for it in _sections(source))


def add_section(
    source: PackSource, section: str, title: Mapping[str, str], *, after: str | None = None
) -> PackSource:
    """A new section behind ``after``, or last. Raises UserError ``pack_section_there``."""
    if section in section_ids(source):
        raise UserError("pack_section_there", id=section)
    rows = _sections(source)
    ids = section_ids(source)
    at = ids.index(after) + 1 if after in ids else len(rows)
    rows = [*rows[:at], {"id": section, "title": dict(title)}, *rows[at:]]
    return replace(source, head=source.head | {"sections": rows})


def change_section(source: PackSource, section: str, title: Mapping[str, str]) -> PackSource:
    """Another title for a section."""
    rows = [
        it | {"title": dict(title)} if it.get("id") == section else it for it in _sections(source)
    ]
    return replace(source, head=source.head | {"sections": rows})


def move_section(source: PackSource, section: str, *, before: str | None) -> PackSource:
    """Move a section before another one, or (None) to the end; its questions go with it.

    Raises UserError ``pack_held`` where the model locks the order.
    """
    if {"all", "order"} & set(_list(source.head, "held")):
        raise UserError("pack_held", id=section, key="order")
    rows = [it for it in _sections(source) if it.get("id") != section]
    moved = [it for it in _sections(source) if it.get("id") == section]
    ids = [it.get("id") for it in rows]
    at = ids.index(before) if before in ids else len(rows)
    return replace(source, head=source.head | {"sections": [*rows[:at], *moved, *rows[at:]]})


def remove_section(source: PackSource, section: str) -> PackSource:
    """Take out a section without questions. Raises UserError ``pack_section_used``."""
    if any(it.get("section") == section for it in source.questions):
        raise UserError("pack_section_used", id=section)
    rows = [it for it in _sections(source) if it.get("id") != section]
    return replace(source, head=source.head | {"sections": rows})


def raised(source: PackSource, last: PackSource | None) -> PackSource:
    """``source`` with the versions that it must have after ``last`` (the one saved before).

    A question that changed has its old version + 1, the pack has the old one + 1 if anything
    changed at all; without ``last`` versions stay.
    """
    if last is None:
        return source
    before = {str(it.get("id")): it for it in last.questions}
    parts = tuple(
        replace(part, questions=tuple(_raised(it, before) for it in part.questions))
        for part in source.parts
    )
    same = replace(source, head=source.head | {"version": last.version}, parts=parts)
    if digest(same) == digest(last):
        return last
    return replace(same, head=same.head | {"version": last.version + 1})


def broken_locks(source: PackSource, base: PackSource) -> tuple[tuple[str, str], ...]:
    """(question id, key) of what ``source`` changed although ``base``, its model, locks it.

    For copies that were edited outside the program. Ids are those of ``source``.
    """
    model = copy_pack(base, source.id)
    found: list[tuple[str, str]] = []
    for question in model.questions:
        question_id = str(question.get("id"))
        held = held_keys(model, question_id) - {"order", "all"}
        now = source.question(question_id)
        if now is None:
            if held:
                found.append((question_id, "off"))
            continue
        found += [
            (question_id, key) for key in LOCKABLE if key in held and _differ(question, now, key)
        ]
    return tuple(found)


def _differ(one: Plain, other: Plain, key: str) -> bool:
    return (one.get(key) or None) != (other.get(key) or None)


def _raised(question: Plain, before: Mapping[str, Plain]) -> Plain:
    old = before.get(str(question.get("id")))
    if old is None:
        return question
    number = old.get("version")
    number = number if isinstance(number, int) else 1
    same = question | {"version": number}
    return same if same == old else same | {"version": number + 1}


def _hold(node: Plain) -> None:
    held = [key for key in LOCKABLE if key in {*_list(node, "held"), *_list(node, "locked")}]
    node.pop("locked", None)
    if held:
        node["held"] = held


def _held_copy(question: Plain) -> Plain:
    copy = dict(question)
    _hold(copy)
    return copy


def _renamed_condition(condition: Any, name: Callable[[str], str]) -> Any:
    if isinstance(condition, list):
        return [_renamed_condition(it, name) for it in cast("list[Any]", condition)]
    if not isinstance(condition, dict):
        return condition
    plain = cast("Plain", condition)
    return {
        key: name(str(value)) if key == "answer" else _renamed_condition(value, name)
        for key, value in plain.items()
    }


def _list(node: Plain, key: str) -> list[str]:
    value = node.get(key)
    return [str(it) for it in cast("list[Any]", value)] if isinstance(value, list) else []


def _with(node: Plain, key: str, value: Sequence[str]) -> Plain:
    rest = {name: it for name, it in node.items() if name != key}
    return rest | {key: list(value)} if value else rest


def _sections(source: PackSource) -> list[Plain]:
    rows = source.head.get("sections")
    listed = cast("list[Any]", rows) if isinstance(rows, list) else []
    return [cast("Plain", it) for it in listed if isinstance(it, dict)]


def _get(source: PackSource, question_id: str) -> Plain:
    question = source.question(question_id)
    if question is None:
        raise UserError("pack_question_missing", id=question_id)
    return question


def _put(source: PackSource, question_id: str, question: Plain) -> PackSource:
    return source.with_parts(
        tuple(
            replace(
                part,
                questions=tuple(
                    question if it.get("id") == question_id else it for it in part.questions
                ),
            )
            for part in source.parts
        )
    )


def _insert(source: PackSource, question: Plain, after: str | None) -> PackSource:
    """Behind ``after``, else behind the last question of its section, else in a part of its own."""
    section = question.get("section")
    if after is None:
        same = [it for it in source.questions if it.get("section") == section]
        after = str(same[-1].get("id")) if same else None
    if after is not None and source.question(after) is not None:
        return source.with_parts(tuple(_with_after(part, question, after) for part in source.parts))
    last = source.parts[-1] if source.parts else None
    if last is not None and last.name == _OWN_PART:
        grown = replace(last, questions=(*last.questions, question))
        return source.with_parts((*source.parts[:-1], grown))
    return source.with_parts((*source.parts, Part(_OWN_PART, "", (question,))))


def _with_after(part: Part, question: Plain, after: str) -> Part:
    rows: list[Plain] = []
    for it in part.questions:
        rows.append(it)
        if it.get("id") == after:
            rows.append(question)
    return replace(part, questions=tuple(rows))


def _with_before(part: Part, question: Plain, before: str) -> Part:
    rows: list[Plain] = []
    for it in part.questions:
        if it.get("id") == before:
            rows.append(question)
        rows.append(it)
    return replace(part, questions=tuple(rows))
