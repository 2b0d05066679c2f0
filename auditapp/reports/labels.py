"""What a report says, in the printed languages: labels, enum names, and the texts of the audit.

``langs`` is one language, or two when a report is printed in both; the first is the leading one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditapp.domain.vocabulary import TermSet
from auditapp.texts import load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from enum import Enum

    from auditapp.domain.vocabulary import Lang
    from auditapp.reports.bilingual import Bilingual, Said
    from auditapp.texts import Texts

DASH = "—"


@dataclass(frozen=True, slots=True)
class Piece:
    """One printed text: ``mark`` says that the language asked for is missing, or is empty."""

    text: str
    lang: Lang
    mark: str = ""

    @property
    def shown(self) -> str:
        """The text with its mark."""
        return f"{self.text} {self.mark}" if self.mark else self.text


class Labels:
    """All words of one report. Holds no state but its catalogues."""

    def __init__(self, texts: Mapping[Lang, Texts], langs: Sequence[Lang]) -> None:
        """``texts`` by language, at least those of ``langs`` (one or two, leading one first)."""
        self.langs = tuple(langs)
        self._texts = tuple(texts[lang] for lang in self.langs)

    @property
    def lead(self) -> Texts:
        """The catalogue of the leading language."""
        return self._texts[0]

    @property
    def both(self) -> bool:
        """Whether two languages are printed."""
        return len(self.langs) > 1

    def parts(self, code: str, **args: object) -> tuple[str, ...]:
        """The sentence ``code`` in each printed language."""
        return tuple(texts.say(code, **args) for texts in self._texts)

    def say(self, code: str, *, sep: str = " ", **args: object) -> str:
        """The sentence ``code`` in all printed languages, joined; equal ones once."""
        return sep.join(dict.fromkeys(self.parts(code, **args)))

    def known(self, code: str, otherwise: str) -> str:
        """The label ``code`` where there is one, else the given word (kinds named by others)."""
        return self.say(code) if self.lead.has(code) else otherwise

    def enum(self, member: Enum | None) -> str:
        """The name of an enum member in all printed languages, or an empty string."""
        if member is None:
            return ""
        return " ".join(dict.fromkeys(texts.enum(member) for texts in self._texts))

    def enum_parts(self, member: Enum) -> tuple[str, ...]:
        """The name of an enum member in each printed language."""
        return tuple(texts.enum(member) for texts in self._texts)

    def pieces(self, text: Bilingual) -> tuple[Piece, ...]:
        """A text of the audit as it prints: once per language that is there.

        In one language a missing text is the main one, marked as such; in both languages the one
        that is there is printed once and marked.
        """
        if not text:
            return ()
        found = [Piece(text.get(lang), lang) for lang in self.langs if text.get(lang)]
        if len(found) == len(self.langs):
            return tuple(found)
        body, lang = text.best(self.langs[0])
        return (Piece(body, lang, "" if text.is_name else self._mark(lang)),)

    def flat(self, text: Bilingual, sep: str = "\n") -> str:
        """A text of the audit as one string, languages joined by ``sep``."""
        return sep.join(dict.fromkeys(piece.shown for piece in self.pieces(text)))

    def said(self, sentence: Said, sep: str = "\n") -> str:
        """A sentence of the program in all printed languages."""
        return self.say(sentence.code, sep=sep, **sentence.args)

    def said_parts(self, sentence: Said) -> tuple[str, ...]:
        """A sentence of the program in each printed language."""
        return self.parts(sentence.code, **sentence.args)

    def percent(self, share: float | None) -> str:
        """A share with one decimal, or a dash."""
        return DASH if share is None else f"{share * 100:.1f}%"

    def date(self, day: date | None) -> str:
        """A date as year-month-day: the same in both languages, and it sorts."""
        return DASH if day is None else day.isoformat()

    def period(self, start: date | None, end: date | None) -> str:
        """A span of dates; one date when both are equal, a dash when there is none."""
        if start is None and end is None:
            return DASH
        if start == end:
            return self.date(start)
        return f"{self.date(start)} – {self.date(end)}"

    def yes_no(self, value: bool | None) -> str:
        """Yes or no, or an empty string where it is not known."""
        if value is None:
            return ""
        return self.say("value.yes" if value else "value.no")

    def joined(self, values: Sequence[str]) -> str:
        """Numbers or codes in a row."""
        return ", ".join(values)

    def _mark(self, lang: Lang) -> str:
        return self.say("report.mark.only_in", sep=" ", lang=lang)


def labels_for(langs: Sequence[Lang], terms: str = TermSet.SYSTEM_AUDIT) -> Labels:
    """The labels of a report in ``langs``, from the catalogues as shipped, in a set of terms."""
    return Labels({lang: load(lang, terms=terms) for lang in langs}, langs)
