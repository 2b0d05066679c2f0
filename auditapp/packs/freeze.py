"""Packs as canonical bytes: what an audit file keeps, and what identifies a pack.

The bytes are canonical JSON (sorted keys, UTF-8, no spaces) of ``{"pack", "criteria", "format"}``
with the cards that the questions cite; their SHA-256 is the frozen pack's identity. A pack without
conditions is of format 1, one with ``shown_if`` of format 2: a program that does not know them
would ask what is not to be asked. A draft is of format 3: its questions may lack parts.
"""

from __future__ import annotations

import gc
import hashlib
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, cast

from auditapp.errors import UserError
from auditapp.packs import codec
from auditapp.packs.content import FrozenPack

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from auditapp.packs.content import CriterionCard, Pack

FORMAT: Final = 3
_WITH_CONDITIONS: Final = 2
_WITHOUT_CONDITIONS: Final = 1


def cited(pack: Pack) -> list[str]:
    """The ids of the cards that the pack's questions cite, sorted."""
    return sorted({card for question in pack.questions for card in question.criteria})


def freeze(
    pack: Pack, criteria: Mapping[str, CriterionCard], *, accept_draft: bool = False
) -> bytes:
    """The pack and the cards it cites as canonical JSON.

    Raises UserError ``pack_card_missing`` when a cited card is not among ``criteria``, and
    ``pack_is_draft`` for a draft unless the user accepted it as one.
    """
    if pack.draft and not accept_draft:
        lacking = sum(bool(question.missing) for question in pack.questions)
        raise UserError("pack_is_draft", pack=pack.id, n=lacking)
    cards: list[dict[str, Any]] = []
    for card_id in cited(pack):
        if card_id not in criteria:
            raise UserError("pack_card_missing", pack=pack.id, card=card_id)
        cards.append(codec.put_card(criteria[card_id]))
    conditional = any(question.shown_if is not None for question in pack.questions)
    number = _WITH_CONDITIONS if conditional else _WITHOUT_CONDITIONS
    if pack.draft:
        number = FORMAT
    return codec.canonical({"pack": codec.put_pack(pack), "criteria": cards, "format": number})


def identity(frozen: bytes) -> str:
    """SHA-256 of the bytes, as 64 hex digits."""
    return hashlib.sha256(frozen).hexdigest()


@contextmanager
def many_objects() -> Generator[None]:
    """Pauses the cyclic collector while very many objects are made that all stay.

    With 3,000 questions half of the time went into collections that could find nothing.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def thaw(frozen: bytes) -> FrozenPack:
    """The pack of frozen bytes.

    Raises UserError ``pack_frozen_newer`` for a format that a later program wrote and
    ``pack_frozen_damaged`` for bytes that are no frozen pack.
    """
    try:
        with many_objects():
            return _thaw(frozen)
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise UserError("pack_frozen_damaged") from error


def _thaw(frozen: bytes) -> FrozenPack:
    plain = json.loads(frozen)
    if not isinstance(plain, dict):
        raise UserError("pack_frozen_damaged")
    root = cast("dict[str, Any]", plain)
    if isinstance(root.get("format"), int) and root["format"] > FORMAT:
        raise UserError("pack_frozen_newer", found=root["format"], known=FORMAT)
    cards = tuple(codec.card_of(card) for card in root["criteria"])
    return FrozenPack(codec.pack_of(root["pack"]), cards, identity(frozen))
