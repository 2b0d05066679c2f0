"""The statement of a finding, composed from its five Cs as it will print.

Pure: the wording of the joints comes from the texts of the asked language (``statement.*``), handed
in as a function; what the auditor wrote is taken word for word but for its last full stop.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from auditapp.domain.vocabulary import Grade, Lang

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_KEYS: Final[Mapping[Grade, str]] = {
    Grade.MAJOR: "nonconformity",
    Grade.MINOR: "nonconformity",
    Grade.OBSERVATION: "observation",
    Grade.IMPROVEMENT: "improvement",
    Grade.GOOD_PRACTICE: "good_practice",
}
_STOPS: Final = "。\uff0e.；;，,、 \t\n\r\u3000"
_ENDS: Final = "。！？…!?”」』"


class Say(Protocol):
    """Texts.say of the asked language."""

    def __call__(self, key: str, /, **args: object) -> str:
        """The sentence of a key."""
        ...


@dataclass(frozen=True, slots=True)
class FiveCs:
    """A finding's text in one language; ``evidence`` are the numbers of its evidence items."""

    criterion: str = ""
    condition: str = ""
    evidence: Sequence[str] = ()
    cause: str = ""
    consequence: str = ""


def compose(five: FiveCs, grade: Grade, lang: Lang, say: Say) -> str:
    """The statement in one language; what is not written is left out, nothing is made up.

    Order: what was found, with its evidence; against which criterion; why; what it leads to.
    """
    sentences: list[str] = []
    condition = _body(five.condition)
    if condition and five.evidence:
        numbers = ("、" if lang is Lang.ZH else ", ").join(five.evidence)
        sentences.append(say("statement.with_evidence", condition=condition, evidence=numbers))
    elif condition:
        sentences.append(_ended(condition, lang))
    for key, text in (
        (_KEYS[grade], _body(five.criterion)),
        ("cause", _body(five.cause)),
        ("consequence", _body(five.consequence)),
    ):
        if text:
            sentences.append(say(f"statement.{key}", text=text))
    return ("" if lang is Lang.ZH else " ").join(sentences)


def _body(text: str) -> str:
    """A text without its outer space and last stop, so that it can stand inside a sentence."""
    return text.strip().rstrip(_STOPS)


def _ended(text: str, lang: Lang) -> str:
    return text if text[-1] in _ENDS else text + ("。" if lang is Lang.ZH else ".")
