"""The user's packs on disk: a checklist folder beside the built-in one.

``ROOT/packs/<ID>/`` holds what is used, ``ROOT/versions/<ID>/<n>.yaml`` a bundle of every version
that was saved, ``ROOT/criteria/`` cards that came with imported packs. ``library.load_library``
reads the folder as its ``user_folder``.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from auditapp.errors import UserError
from auditapp.packs import bundles, yaml_out
from auditapp.packs.problems import PacksInvalid
from auditapp.packs.source import check_source, digest, read_source
from auditapp.packs.tailoring import broken_locks, raised, with_id

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.packs.bundles import Arrival
    from auditapp.packs.content import Library
    from auditapp.packs.problems import Problem
    from auditapp.packs.source import Fault, PackSource

_PACKS: Final = "packs"
_VERSIONS: Final = "versions"


@dataclass(frozen=True, slots=True)
class OwnPack:
    """A pack of the user's folder; ``source`` is None when its files cannot be read."""

    id: str
    folder: Path
    source: PackSource | None
    problems: tuple[Problem, ...] = ()


class PackHasFaults(UserError):  # noqa: N818  (named as the state it reports)
    """A pack cannot be saved; ``faults`` has every reason."""

    def __init__(self, pack_id: str, faults: tuple[Fault, ...]) -> None:
        super().__init__("pack_has_faults", id=pack_id, n=len(faults), first=faults[0].as_error())
        self.faults = faults


def list_own(root: Path) -> tuple[OwnPack, ...]:
    """All packs of the user's folder, by id, also those that cannot be read."""
    return tuple(_own(folder) for folder in sorted(_folders(root)))


def save_pack(root: Path, source: PackSource, library: Library) -> PackSource:
    """Save a pack; returns it as saved, with the versions raised where something changed.

    ``library`` is the whole one (built-in and own). Raises PackHasFaults when there are errors
    (warnings do not keep a pack from being saved), UserError ``pack_id_built_in`` for an id that
    the built-in checklists use, ``pack_held`` where it changes what its model locks (a model that
    was saved or imported here), ``pack_cannot_write``. Nothing is written then.
    """
    folder = root / _PACKS / source.id
    if not folder.exists() and any(pack.id == source.id for pack in library.packs):
        raise UserError("pack_id_built_in", id=source.id)
    source = raised(source, _last(root, source.id))
    _check_locks(root, source)
    checked = check_source(source, library)
    if checked.errors:
        raise PackHasFaults(source.id, checked.errors)
    yaml_out.write_folder(source, folder)
    kept = root / _VERSIONS / source.id / f"{source.version}.yaml"
    bundles.write_bundle(source, library, kept)
    return source


def versions(root: Path, pack_id: str) -> tuple[int, ...]:
    """The versions of a pack that were saved, the oldest first."""
    folder = root / _VERSIONS / pack_id
    names = [it.stem for it in folder.glob("*.yaml")] if folder.is_dir() else []
    return tuple(sorted(int(name) for name in names if name.isdigit()))


def load_version(root: Path, pack_id: str, version: int) -> PackSource:
    """A saved version. Raises what ``bundles.read_bundle`` raises."""
    return bundles.read_bundle(root / _VERSIONS / pack_id / f"{version}.yaml").source


def ids_ever_used(root: Path, pack_id: str) -> frozenset[str]:
    """The question ids of all saved versions; a damaged version counts as none."""
    ids: set[str] = set()
    for version in versions(root, pack_id):
        try:
            source = load_version(root, pack_id, version)
        except UserError:
            continue
        ids |= {str(question.get("id", "")) for question in source.questions}
    return frozenset(ids)


def delete_pack(root: Path, pack_id: str) -> None:
    """Take a pack of one's own off the list; saved versions stay.

    Raises UserError ``pack_cannot_write``.
    """
    folder = root / _PACKS / pack_id
    try:
        shutil.rmtree(folder)
    except OSError as error:
        detail = error.strerror or ""
        raise UserError("pack_cannot_write", path=folder.as_posix(), detail=detail) from error


def import_arrival(
    root: Path, arrival: Arrival, library: Library, *, as_id: str | None = None
) -> PackSource:
    """Save the pack of a bundle, with the cards that are new here; returns it as saved.

    ``as_id`` gives it another id, for one that is taken. Where a pack of one's own has its id, the
    arrival becomes the next version of that one. Raises what ``save_pack`` raises; nothing stays
    behind then.
    """
    from dataclasses import replace

    from auditapp.packs import codec

    source = arrival.bundle.source
    # Before anything is written: the names of files come from a stranger's file.
    if arrival.checked.errors:
        raise PackHasFaults(source.id, arrival.checked.errors)
    source = source if as_id is None else with_id(source, as_id)
    cards = {card.id: card for card in arrival.new_cards}
    widened = replace(library, criteria={**library.criteria, **cards})
    target = root / "criteria" / f"{source.id.lower()}.yaml"
    before = target.read_text(encoding="utf-8") if target.is_file() else None
    if cards:
        kept = _cards_of(target) if before is not None else []
        fresh = [codec.put_card(it) for it in cards.values()]
        bundles.write_whole(target, yaml_out.cards_text([*kept, *fresh]))
    try:
        return save_pack(root, source, widened)
    except UserError:
        if cards:
            if before is None:
                target.unlink(missing_ok=True)
            else:
                bundles.write_whole(target, before)
        raise


def _cards_of(file: Path) -> list[dict[str, object]]:
    from auditapp.packs.problems import Collector
    from auditapp.packs.yaml_lines import read_yaml

    found = Collector()
    read = read_yaml(file, found)
    if read is None or found.errors:
        raise PacksInvalid(found.errors)
    return [dict(it) for it in read[0].get("criteria", [])]


def _check_locks(root: Path, source: PackSource) -> None:
    model = source.head.get("based_on")
    if not isinstance(model, dict):
        return
    told = cast("dict[str, Any]", model)
    try:
        base = load_version(root, str(told.get("id")), int(told.get("version", 0)))
    except (UserError, ValueError, TypeError):
        return
    if digest(base) == told.get("sha256"):
        for question_id, key in broken_locks(source, base):
            raise UserError("pack_held", id=question_id, key=key)


def _last(root: Path, pack_id: str) -> PackSource | None:
    """What was saved last: the highest kept version, else what lies in the folder."""
    for version in reversed(versions(root, pack_id)):
        try:
            return load_version(root, pack_id, version)
        except UserError:
            continue
    folder = root / _PACKS / pack_id
    try:
        return read_source(folder) if folder.is_dir() else None
    except PacksInvalid:
        return None


def _own(folder: Path) -> OwnPack:
    try:
        return OwnPack(folder.name, folder, read_source(folder))
    except PacksInvalid as error:
        return OwnPack(folder.name, folder, None, error.problems)


def _folders(root: Path) -> list[Path]:
    packs = root / _PACKS
    if not packs.is_dir():
        return []
    return [it for it in packs.iterdir() if it.is_dir() and not it.name.startswith(".")]


def same(one: PackSource, other: PackSource) -> bool:
    """Whether two sources say the same."""
    return digest(one) == digest(other)
