"""The lists of codes as this audit's organisation has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from auditapp.domain.vocabulary import Lang, Sector
from auditapp.ops.queries.printed import load_texts
from auditapp.packs.selection import serves
from auditapp.store.models import Audit, TaxonomyValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from auditapp.packs.content import Bilingual, Taxonomy
    from auditapp.store.audit_file import AuditFile


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value of a list. ``own``: the organisation wrote it, or renamed a shipped one; ``hidden``
    ones are not offered; ``level`` 1 is one without a parent."""

    value: str
    names: Mapping[Lang, str]
    parent: str | None
    level: int
    own: bool
    hidden: bool

    def name(self, lang: Lang) -> str:
        """Its name in a language, else in the other one, else its code."""
        return self.names.get(lang) or next(iter(self.names.values()), self.value)


@dataclass(frozen=True, slots=True)
class ListView:
    """A list with its values, parents before their children."""

    id: str
    title: Mapping[Lang, str]
    values: tuple[ValueRow, ...]

    @property
    def offered(self) -> tuple[ValueRow, ...]:
        """The values to choose from."""
        return tuple(row for row in self.values if not row.hidden)


@dataclass(frozen=True, slots=True)
class _Draft:
    value: str
    names: Mapping[Lang, str]
    parent: str | None
    order: tuple[int, str]
    own: bool
    hidden: bool


def taxonomies(audit: AuditFile, library: Iterable[Taxonomy]) -> tuple[ListView, ...]:
    """All lists for the audit's sector; what the organisation changed stands for the shipped.

    A list or value that only the audit knows is there too.
    """
    shipped = {taxonomy.id: taxonomy for taxonomy in library}

    def work(session: Session) -> tuple[ListView, ...]:
        sector = session.scalars(select(Audit.sector)).one()
        own = _own(session)
        names = [*shipped, *sorted(own.keys() - shipped.keys())]
        return tuple(_view(name, shipped.get(name), own.get(name, []), sector) for name in names)

    return audit.read(work)


def _own(session: Session) -> dict[str, list[_Draft]]:
    rows = session.execute(
        select(
            TaxonomyValue.id, TaxonomyValue.list_id, TaxonomyValue.value, TaxonomyValue.parent,
            TaxonomyValue.position, TaxonomyValue.hidden,
        ).order_by(TaxonomyValue.list_id, TaxonomyValue.value)
    ).all()  # fmt: skip
    texts = load_texts(session, owners=[row.id for row in rows], names=["name"])
    found: dict[str, list[_Draft]] = {}
    for key, list_id, value, parent, position, hidden in rows:
        bodies = _bodies(texts.get(key, "name").bodies)
        order = (10**6 if position is None else position, value)
        found.setdefault(list_id, []).append(
            _Draft(value, bodies, parent, order, own=bool(bodies), hidden=hidden)
        )
    return found


def _bodies(bodies: Mapping[Lang, str | None]) -> dict[Lang, str]:
    return {lang: body for lang, body in bodies.items() if body}


def _view(name: str, shipped: Taxonomy | None, own: Iterable[_Draft], sector: Sector) -> ListView:
    drafts: dict[str, _Draft] = {}
    if shipped is not None:
        for n, it in enumerate(shipped.values):
            if sector is Sector.ALL or serves(it.sectors, sector):
                drafts[it.id] = _Draft(it.id, _both(it.name), it.parent, (n, it.id), False, False)
    for it in own:
        model = drafts.get(it.value)
        if it.own:
            order = it.order if model is None or it.order[0] < 10**6 else model.order
            drafts[it.value] = _Draft(it.value, it.names, it.parent, order, True, it.hidden)
        elif model is not None:
            drafts[it.value] = _Draft(
                it.value, model.names, model.parent, model.order, False, it.hidden
            )
    title = {Lang.EN: name, Lang.ZH: name} if shipped is None else _both(shipped.title)
    return ListView(name, title, _tree(drafts))


def _tree(drafts: Mapping[str, _Draft]) -> tuple[ValueRow, ...]:
    children: dict[str | None, list[_Draft]] = {}
    for it in drafts.values():
        above = it.parent if it.parent in drafts and it.parent != it.value else None
        children.setdefault(above, []).append(it)
    rows: list[ValueRow] = []
    seen: set[str] = set()

    def add(above: str | None, level: int) -> None:
        for it in sorted(children.get(above, ()), key=lambda draft: draft.order):
            if it.value not in seen:
                seen.add(it.value)
                rows.append(ValueRow(it.value, it.names, it.parent, level, it.own, it.hidden))
                add(it.value, level + 1)

    add(None, 1)
    # Values that two copies put below each other hang in no tree: they come last, not lost.
    for it in sorted(drafts.values(), key=lambda draft: draft.order):
        if it.value not in seen:
            seen.add(it.value)
            rows.append(ValueRow(it.value, it.names, None, 1, it.own, it.hidden))
    return tuple(rows)


def _both(text: Bilingual) -> dict[Lang, str]:
    return {Lang.ZH: text.zh, Lang.EN: text.en}
