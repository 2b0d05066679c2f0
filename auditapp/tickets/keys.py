"""The key of an audit's pseudonyms, and how it is sealed under the team's passphrase.

Format (docs/audit-file.md, section 9): ``ATK1``, log2 of scrypt's N, r, p, 16 bytes of salt, 12 of
nonce, then AES-256-GCM of the 32 bytes with the key's id as associated data.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from auditapp.errors import UserError

if TYPE_CHECKING:
    import uuid

KEY_BYTES: Final = 32
LEAST_PASSPHRASE: Final = 8
"""Signs that a passphrase has at least."""
_MAGIC: Final = b"ATK1"
_LOG_N: Final = 15
_R: Final = 8
_P: Final = 1
_MOST_LOG_N: Final = 20
_SALT: Final = 16
_NONCE: Final = 12
_HEAD: Final = len(_MAGIC) + 3 + _SALT + _NONCE
_TAG: Final = 16


@dataclass(frozen=True, slots=True)
class TicketKey:
    """A key in the open, in memory only. ``fingerprint`` says which pseudonyms can be compared."""

    id: uuid.UUID
    secret: bytes = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """16 hex digits that tell one key from another and nothing of it."""
        return hashlib.sha256(b"ticket key" + self.secret).hexdigest()[:16]


def make_key(key_id: uuid.UUID) -> TicketKey:
    """A new random key."""
    return TicketKey(key_id, secrets.token_bytes(KEY_BYTES))


def seal(key: TicketKey, passphrase: str) -> bytes:
    """The key under a passphrase; raises UserError ``tickets_passphrase_short``."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(passphrase) < LEAST_PASSPHRASE:
        raise UserError("tickets_passphrase_short", least=LEAST_PASSPHRASE)
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    cost = (_LOG_N, _R, _P)
    outer = AESGCM(_stretch(passphrase, salt, cost))
    closed = outer.encrypt(nonce, key.secret, key.id.bytes)
    return _MAGIC + bytes(cost) + salt + nonce + closed


def unseal(key_id: uuid.UUID, sealed: bytes, passphrase: str) -> TicketKey:
    """The key of a sealed one.

    Raises UserError ``tickets_wrong_passphrase``, or ``tickets_key_damaged`` for other bytes.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(sealed) != _HEAD + KEY_BYTES + _TAG or not sealed.startswith(_MAGIC):
        raise UserError("tickets_key_damaged")
    at = len(_MAGIC)
    cost = (sealed[at], sealed[at + 1], sealed[at + 2])
    if not (1 <= cost[0] <= _MOST_LOG_N and 1 <= cost[1] <= 32 and 1 <= cost[2] <= 4):
        raise UserError("tickets_key_damaged")
    salt = sealed[at + 3 : at + 3 + _SALT]
    nonce, closed = sealed[_HEAD - _NONCE : _HEAD], sealed[_HEAD:]
    outer = AESGCM(_stretch(passphrase, salt, cost))
    try:
        return TicketKey(key_id, outer.decrypt(nonce, closed, key_id.bytes))
    except InvalidTag as error:
        raise UserError("tickets_wrong_passphrase") from error


def _stretch(passphrase: str, salt: bytes, cost: tuple[int, int, int]) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    log_n, r, p = cost
    # Typed with another input method it is still the same passphrase.
    plain = unicodedata.normalize("NFKC", passphrase).encode()
    return Scrypt(salt=salt, length=KEY_BYTES, n=1 << log_n, r=r, p=p).derive(plain)
