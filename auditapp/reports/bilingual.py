"""Texts of a report in one or two languages, and sentences that are made when they are printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

from auditapp.domain.vocabulary import Lang

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CODE_MARK = "code"
#: A text that names something (a number, an id, a hash) and is never masked.
Code = Annotated[str, CODE_MARK]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One printed text: ``texts`` by language (a missing or blank one is absent or empty), and
    the main language of the audit that it was written in.

    ``once``: the audit keeps it in one language only, so no other one is ever missing. ``is_name``:
    it names something (a document, a file) and prints as it stands, without a mark.
    """

    texts: Mapping[Lang, str]
    main: Lang
    once: bool = False
    is_name: bool = False

    def get(self, lang: Lang) -> str:
        """The text in ``lang``, or an empty string."""
        return self.texts.get(lang, "").strip()

    def best(self, lang: Lang) -> tuple[str, Lang]:
        """The text in ``lang``, else in the main language, else in any; with the language it is."""
        for candidate in (lang, self.main, *self.texts):
            text = self.get(candidate)
            if text:
                return text, candidate
        return "", lang

    def missing(self, langs: Sequence[Lang]) -> tuple[Lang, ...]:
        """The asked languages in which the text is not there, though it is in another one."""
        if not self or self.once:
            return ()
        return tuple(lang for lang in langs if not self.get(lang))

    def __bool__(self) -> bool:
        return any(text.strip() for text in self.texts.values())


#: The text that says nothing; for fields that were left empty.
NOTHING = Bilingual({}, Lang.ZH)


def bilingual(main: Lang = Lang.ZH, **texts: str | None) -> Bilingual:
    """Build a :class:`Bilingual` from ``zh=…, en=…``; None and blanks count as missing."""
    found = {Lang(name): text for name, text in texts.items() if text and text.strip()}
    return Bilingual(found, main)


ArgValue = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the program: a code of ``auditapp.texts`` and its arguments.

    It becomes text in each printed language only when it is printed.
    """

    code: Code
    args: Mapping[str, object] = field(default_factory=dict[str, object])
