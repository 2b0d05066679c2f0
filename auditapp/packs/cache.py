"""Keeps the library that was read from YAML as canonical JSON, under the SHA-256 of the files.

A cache that is missing, damaged or of another format is no error: the files are read again.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from auditapp.packs import codec, taxonomies
from auditapp.packs.content import Library
from auditapp.packs.freeze import many_objects
from auditapp.packs.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.packs.problems import Arg

# Raised with every change of content, codec or rules: an older cache is then not used.
FORMAT: Final = 4
_KEPT: Final = 3
_HEAD: Final = 65  # the SHA-256 of what follows, in hex, and a line feed


def key_of(roots: Sequence[Path]) -> str:
    """SHA-256 over names and contents of every file that the library is read from.

    Raises OSError when one cannot be read.
    """
    digest = hashlib.sha256(f"auditapp packs {FORMAT}\n".encode())
    for number, root in enumerate(roots):
        digest.update(f"root {number} {root.as_posix()}\n".encode())
        for file in _files(root):
            with file.open("rb") as stream:
                content = hashlib.file_digest(stream, "sha256").hexdigest()
            digest.update(f"{file.relative_to(root).as_posix()} {content}\n".encode())
        for folder in sorted(root.glob("packs/*/")):
            digest.update(f"{folder.name}/\n".encode())
    return digest.hexdigest()


def fetch(cache_dir: Path, key: str) -> Library | None:
    """The library kept under ``key``; None when there is none that can be read."""
    try:
        raw = _path(cache_dir, key).read_bytes()
        body = raw[_HEAD:]
        if raw[: _HEAD - 1].decode("ascii") != hashlib.sha256(body).hexdigest():
            return None
        with many_objects():
            return _library_of(cast("dict[str, Any]", json.loads(body)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def store(cache_dir: Path, key: str, library: Library) -> None:
    """Keep a library, and only the newest few; a folder that cannot be written to is no error."""
    import tempfile

    body = codec.canonical(_put_library(library))
    head = hashlib.sha256(body).hexdigest().encode("ascii") + b"\n"
    with suppress(OSError):
        cache_dir.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=cache_dir, prefix="packs-", suffix=".new")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(head + body)
            Path(name).replace(_path(cache_dir, key))
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        _thin(cache_dir)


def _thin(cache_dir: Path) -> None:
    kept = sorted(cache_dir.glob("packs-*.json"), key=lambda it: it.stat().st_mtime, reverse=True)
    for old in kept[_KEPT:]:
        old.unlink(missing_ok=True)


def _path(cache_dir: Path, key: str) -> Path:
    return cache_dir / f"packs-{key[:32]}.json"


def _files(root: Path) -> list[Path]:
    """All files below packs/, criteria/ and taxonomies/, and the registers, by name."""
    below = [*root.glob("packs/*/*"), *root.glob("criteria/*"), *root.glob("*.yaml")]
    below += root.glob("taxonomies/*")
    return sorted(file for file in below if file.is_file() and not file.name.startswith("."))


def _put_library(library: Library) -> dict[str, Any]:
    return {
        "packs": [codec.put_pack(pack) for pack in library.packs],
        "criteria": [codec.put_card(card) for card in library.criteria.values()],
        "glossary": codec.put_glossary(library.glossary),
        "ambiguities": [codec.put_ambiguity(it) for it in library.ambiguities],
        "facts": [codec.put_fact(fact) for fact in library.facts],
        "taxonomies": [taxonomies.put_taxonomy(it) for it in library.taxonomies],
        "scales": [taxonomies.put_scale(it) for it in library.scales],
        "left_out": [
            {
                "path": it.path,
                "line": it.line,
                "code": it.code,
                "args": dict(it.args),
                "warning": it.warning,
            }
            for it in library.left_out
        ],
    }


def _library_of(plain: dict[str, Any]) -> Library:
    cards = [codec.card_of(card) for card in plain["criteria"]]
    return Library(
        packs=tuple(codec.pack_of(pack) for pack in plain["packs"]),
        criteria={card.id: card for card in cards},
        glossary=codec.glossary_of(plain["glossary"]),
        ambiguities=tuple(codec.ambiguity_of(it) for it in plain["ambiguities"]),
        facts=tuple(codec.fact_of(it) for it in plain["facts"]),
        taxonomies=tuple(taxonomies.taxonomy_of(it) for it in plain["taxonomies"]),
        scales=tuple(taxonomies.scale_of(it) for it in plain["scales"]),
        left_out=tuple(_problem(it) for it in plain["left_out"]),
    )


def _problem(plain: dict[str, Any]) -> Problem:
    args: dict[str, Arg] = {}
    for name, value in plain["args"].items():
        args[name] = tuple(cast("list[str]", value)) if isinstance(value, list) else value
    return Problem(plain["path"], plain["line"], plain["code"], args, plain["warning"])
