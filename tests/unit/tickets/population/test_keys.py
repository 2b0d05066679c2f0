"""The key of the pseudonyms: sealed, opened with the passphrase alone, and what damage says."""

from __future__ import annotations

import hashlib
import uuid
from typing import TYPE_CHECKING

import pytest

from auditapp.errors import UserError
from auditapp.tickets.keys import make_key, seal, unseal

if TYPE_CHECKING:
    from collections.abc import Callable

KEY_ID = uuid.UUID("0192f0c4-5a00-7000-8000-0000000000ad")


def test_a_sealed_key_opens_with_its_passphrase_and_no_other() -> None:
    key = make_key(KEY_ID)
    sealed = seal(key, "correct horse")
    assert unseal(KEY_ID, sealed, "correct horse") == key
    assert key.secret not in sealed
    with pytest.raises(UserError, match="tickets_wrong_passphrase"):
        unseal(KEY_ID, sealed, "correct house")
    # The id is part of the seal: the bytes of one key cannot stand in another's row.
    with pytest.raises(UserError, match="tickets_wrong_passphrase"):
        unseal(uuid.UUID(int=7), sealed, "correct horse")


def test_the_same_key_sealed_twice_looks_different() -> None:
    key = make_key(KEY_ID)
    assert seal(key, "correct horse") != seal(key, "correct horse")
    assert key.fingerprint == hashlib.sha256(b"ticket key" + key.secret).hexdigest()[:16]
    assert make_key(KEY_ID).fingerprint != key.fingerprint


def test_the_passphrase_may_be_typed_with_full_width_signs() -> None:
    sealed = seal(make_key(KEY_ID), "审核组 2026!")
    wide = "".join(chr(ord(sign) + 0xFEE0) if sign in "2026!" else sign for sign in "审核组 2026!")
    assert wide != "审核组 2026!"
    assert unseal(KEY_ID, sealed, wide).id == KEY_ID


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(UserError, match="tickets_passphrase_short"):
        seal(make_key(KEY_ID), "1234567")


@pytest.mark.parametrize("change", [lambda it: it[:-1], lambda it: b"ATK2" + it[4:], lambda _: b""])
def test_damaged_bytes_are_told(change: Callable[[bytes], bytes]) -> None:
    sealed = change(seal(make_key(KEY_ID), "correct horse"))
    with pytest.raises(UserError, match="tickets_key_damaged"):
        unseal(KEY_ID, sealed, "correct horse")


def test_the_key_does_not_show_itself() -> None:
    key = make_key(KEY_ID)
    assert key.secret.hex() not in repr(key)
    assert repr(key.secret) not in repr(key)
