"""Printed texts as screens and reports read them: both languages, and what each is worth."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from auditapp.domain.vocabulary import Lang
from auditapp.ops.queries.cells import Ids, stored
from auditapp.store.models import Audit
from auditapp.store.op import text_hash

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
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
    bodies: dict[tuple[UUID, str], dict[Lang, str]] = {}
    sources: list[tuple[tuple[UUID, str], Lang, str | None]] = []
    main, ids = languages.main.value, Ids()
    for owner, name, lang, body, source in _rows(session, owners, names):
        key = (ids[owner], name)
        bodies.setdefault(key, {})[_LANGS[lang]] = body
        if lang != main:
            sources.append((key, _LANGS[lang], source))
    outdated: dict[tuple[UUID, str], frozenset[Lang]] = {}
    for key, lang, source in sources:
        rendered = bodies[key].get(languages.main)
        if rendered is not None and source != text_hash(rendered):
            outdated[key] = outdated.get(key, _CURRENT) | {lang}
    return TextBook(
        languages,
        {
            key: Printed(languages.main, found, outdated.get(key, _CURRENT))
            for key, found in bodies.items()
        },
    )


_LANGS: Final = {lang.value: lang for lang in Lang}
_CURRENT: Final[frozenset[Lang]] = frozenset()


def _rows(
    session: Session, owners: Collection[UUID] | None, names: Collection[str] | None
) -> Sequence[Any]:
    tests, args = ["body <> ''"], dict[str, object]()
    if owners is not None and len(owners) <= MAX_OWNERS:
        marks = {f"o{n}": owner.bytes for n, owner in enumerate(owners)}
        tests.append(f"owner_id IN ({', '.join(f':{name}' for name in marks)})")
        args |= marks
    if names is not None:
        fields = {f"f{n}": name for n, name in enumerate(names)}
        tests.append(f"field IN ({', '.join(f':{name}' for name in fields)})")
        args |= fields
    where = " AND ".join(tests)
    query = f"SELECT owner_id, field, lang, body, source_hash FROM text WHERE {where}"  # noqa: S608
    return stored(session, query, **args)
