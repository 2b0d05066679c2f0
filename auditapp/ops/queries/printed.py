"""Printed texts as screens and reports read them: both languages, and what each is worth."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from auditapp.domain.vocabulary import Lang
from auditapp.store.models import Audit, Text
from auditapp.store.op import text_hash

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

MAX_OWNERS: Final = 400
"""Above this many owners all texts are read: SQLite bounds the parameters of a statement."""


class TextState(StrEnum):
    """What a text is worth in a language; *empty*: in no language, so nothing is missing."""

    FILLED = "filled"
    MISSING = "missing"
    OUTDATED = "outdated"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Languages:
    """The audit's main language and, if it has one, its second."""

    main: Lang
    second: Lang | None = None

    @property
    def all(self) -> tuple[Lang, ...]:
        """The languages in which the audit's texts are wanted."""
        return (self.main,) if self.second is None else (self.main, self.second)


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed text; ``outdated`` names the languages whose main text changed after them."""

    main: Lang
    bodies: Mapping[Lang, str] = field(default_factory=dict[Lang, str])
    outdated: frozenset[Lang] = frozenset()

    def get(self, lang: Lang) -> str:
        """The text in ``lang``, or an empty string."""
        return self.bodies.get(lang, "")

    def best(self, lang: Lang | None = None) -> str:
        """The text in ``lang``, else in the main language, else in the other."""
        for candidate in (lang or self.main, self.main, *self.bodies):
            if self.bodies.get(candidate):
                return self.bodies[candidate]
        return ""

    def state(self, lang: Lang) -> TextState:
        """Whether the text is there in ``lang`` and renders the main text as it stands."""
        if not self.bodies:
            return TextState.EMPTY
        if not self.bodies.get(lang):
            return TextState.MISSING
        return TextState.OUTDATED if lang in self.outdated else TextState.FILLED

    def __bool__(self) -> bool:
        return bool(self.bodies)


class TextBook:
    """Printed texts by owner and field."""

    def __init__(self, languages: Languages, texts: Mapping[tuple[UUID, str], Printed]) -> None:
        self.languages = languages
        self._texts = texts
        self._nothing = Printed(languages.main)

    def get(self, owner_id: UUID, name: str) -> Printed:
        """A text; one that was never written is empty."""
        return self._texts.get((owner_id, name), self._nothing)

    def best(self, owner_id: UUID, name: str, lang: Lang | None = None) -> str:
        """A text in ``lang`` or, where that is missing, in another language."""
        found = self._texts.get((owner_id, name))
        return "" if found is None else found.best(lang)

    def of(self, owner_id: UUID, names: Collection[str]) -> dict[str, Printed]:
        """An owner's texts by field."""
        return {name: self.get(owner_id, name) for name in names}

    def __iter__(self) -> Iterator[tuple[UUID, str, Printed]]:
        return ((owner, name, text) for (owner, name), text in self._texts.items())


def languages_of(session: Session) -> Languages:
    """The audit's languages."""
    main, second = session.execute(select(Audit.main_lang, Audit.second_lang)).one()
    return Languages(main, None if second == main else second)


def load_texts(
    session: Session,
    languages: Languages | None = None,
    *,
    owners: Collection[UUID] | None = None,
    names: Collection[str] | None = None,
) -> TextBook:
    """The printed texts of the given owners and fields; None: of all."""
    languages = languages or languages_of(session)
    wanted = select(Text.owner_id, Text.field, Text.lang, Text.body, Text.source_hash)
    if owners is not None and len(owners) <= MAX_OWNERS:
        wanted = wanted.where(Text.owner_id.in_(owners))
    if names is not None:
        wanted = wanted.where(Text.field.in_(names))
    bodies: dict[tuple[UUID, str], dict[Lang, str]] = defaultdict(dict)
    sources: list[tuple[tuple[UUID, str], Lang, str | None]] = []
    for owner, name, lang, body, source in session.execute(wanted).all():
        if not body:
            continue
        key = (owner, name)
        bodies[key][lang] = body
        if lang != languages.main:
            sources.append((key, lang, source))
    outdated: dict[tuple[UUID, str], set[Lang]] = defaultdict(set)
    for key, lang, source in sources:
        main = bodies[key].get(languages.main)
        if main is not None and source != text_hash(main):
            outdated[key].add(lang)
    return TextBook(
        languages,
        {
            key: Printed(languages.main, found, frozenset(outdated.get(key, ())))
            for key, found in bodies.items()
        },
    )
