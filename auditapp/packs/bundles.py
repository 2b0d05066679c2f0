"""A pack of one's own as a single YAML file to send: head, parts, the cards it cites, a hash.

The hash (SHA-256 of the canonical content) says that nothing was changed or lost on the way; it is
no signature. Saved versions are kept as bundles too.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from auditapp.errors import UserError
from auditapp.packs import codec, yaml_out
from auditapp.packs.problems import Collector, PacksInvalid
from auditapp.packs.source import Checked, PackSource, Part, check_source

if TYPE_CHECKING:
    from auditapp.packs.content import CriterionCard, Library

    Plain = dict[str, Any]

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a bundle holds; ``cards`` are those that the pack cites, ``sha256`` its hash."""

    source: PackSource
    cards: tuple[CriterionCard, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """A bundle seen beside a library, before anything is written.

    ``new_cards`` are unknown here; ``other_cards`` are known here with other content (this
    program's stay). ``taken``: a pack of this id is here already.
    """

    bundle: Bundle
    checked: Checked
    new_cards: tuple[CriterionCard, ...]
    other_cards: tuple[str, ...]
    taken: bool


def write_bundle(source: PackSource, library: Library, target: Path) -> str:
    """Write a bundle and return its hash. Raises UserError ``pack_cannot_write``."""
    text, sha256 = bundle_text(source, library)
    write_whole(target, text)
    return sha256


def bundle_text(source: PackSource, library: Library) -> tuple[str, str]:
    """The text of a bundle, and its hash."""
    cited = sorted(
        {
            str(card)
            for question in source.questions
            for card in cast("list[Any]", question.get("criteria") or [])
        }
    )
    cards = [codec.put_card(library.criteria[it]) for it in cited if it in library.criteria]
    content = _content(source, cards)
    sha256 = hashlib.sha256(codec.canonical(content)).hexdigest()
    lines = [f"# Pack {source.id}, version {source.version}"]
    lines += [f"bundle: {{format: {FORMAT}, sha256: {sha256}}}", "pack:"]
    lines += [f"  {it}" for it in yaml_out.head_text(source).splitlines()]
    lines.append("parts:")
    for part in source.parts:
        lines.append(f"  - {yaml_out.dump({'name': part.name}).strip()}")
        lines.append(f"    {yaml_out.dump({'heading': part.heading}).strip()}")
        lines.append("    questions:" if part.questions else "    questions: []")
        for question in part.questions:
            lines += yaml_out.question_lines(question, 6)
    lines.append("criteria:" if cards else "criteria: []")
    for card in cards:
        lines += yaml_out.card_lines(card, 2)
    return "\n".join(lines) + "\n", sha256


def read_bundle(path: Path) -> Bundle:
    """The bundle of a file.

    Raises PacksInvalid for a file that cannot be read, UserError ``pack_bundle_not`` for one that
    is no bundle, ``pack_bundle_newer`` for one of a later program and ``pack_bundle_changed`` when
    its content is not what its hash says.
    """
    from auditapp.packs.yaml_lines import read_yaml

    found = Collector()
    read = read_yaml(path, found)
    if read is None or found.errors:
        raise PacksInvalid(found.errors)
    root: Any = read[0]
    try:
        told = root["bundle"]
        if isinstance(told["format"], int) and told["format"] > FORMAT:
            raise UserError("pack_bundle_newer", found=told["format"], known=FORMAT)
        head = dict(root["pack"])
        head.pop("parts", None)
        parts = tuple(
            Part(str(it["name"]), str(it["heading"] or ""), tuple(map(dict, it["questions"])))
            for it in root["parts"]
        )
        plain_cards = [_plain_card(it) for it in root["criteria"]]
        cards = tuple(codec.card_of(it) for it in plain_cards)
        source = PackSource(head, parts)
        sha256 = str(told["sha256"])
        now = hashlib.sha256(codec.canonical(_content(source, plain_cards))).hexdigest()
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UserError("pack_bundle_not", file=path.name) from error
    if now != sha256:
        raise UserError("pack_bundle_changed", file=path.name)
    return Bundle(source, cards, sha256)


def look_at(bundle: Bundle, library: Library) -> Arrival:
    """A bundle beside the library: what is wrong with it, and what would be new."""
    from dataclasses import replace

    known = library.criteria
    new = tuple(card for card in bundle.cards if card.id not in known)
    other = tuple(card.id for card in bundle.cards if known.get(card.id, card) != card)
    widened = replace(library, criteria={**known, **{card.id: card for card in new}})
    taken = any(pack.id == bundle.source.id for pack in library.packs)
    return Arrival(bundle, check_source(bundle.source, widened), new, other, taken)


def write_whole(target: Path, text: str) -> None:
    """Write a text file, or leave what is there. Raises UserError ``pack_cannot_write``."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".new")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            Path(name).chmod(0o644)
            Path(name).replace(target)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        detail = error.strerror or ""
        raise UserError("pack_cannot_write", path=target.as_posix(), detail=detail) from error


def _content(source: PackSource, cards: list[Plain]) -> object:
    parts = [[it.name, it.heading, list(it.questions)] for it in source.parts]
    return _whole_numbers({"pack": source.head, "parts": parts, "criteria": cards})


def _whole_numbers(value: object) -> object:
    """Whole numbers as integers: YAML writes 3.0 as 3."""
    if isinstance(value, dict):
        return {key: _whole_numbers(it) for key, it in cast("Plain", value).items()}
    if isinstance(value, list):
        return [_whole_numbers(it) for it in cast("list[Any]", value)]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _plain_card(written: Plain) -> Plain:
    since = written.get("in_force_since")
    plain = {key: value for key, value in written.items() if value is not None}
    return plain if since is None else plain | {"in_force_since": str(since)}
