"""Edits that are not saved as a version yet, kept on disk: closing a window loses nothing.

``ROOT/unsaved/<ID>.yaml`` is a bundle; the library does not read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.errors import UserError
from auditapp.packs.bundles import read_bundle, write_bundle

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.packs.content import Library
    from auditapp.packs.source import PackSource

_FOLDER: Final = "unsaved"


def keep(root: Path, source: PackSource, library: Library) -> None:
    """Keep what is being edited. Raises UserError ``pack_cannot_write``."""
    write_bundle(source, library, _file(root, source.id))


def forget(root: Path, pack_id: str) -> None:
    """It was saved, or given up. Raises UserError ``pack_cannot_write``."""
    file = _file(root, pack_id)
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        detail = error.strerror or ""
        raise UserError("pack_cannot_write", path=file.as_posix(), detail=detail) from error


def kept(root: Path, pack_id: str) -> PackSource | None:
    """What was being edited; None where there is nothing, or nothing that can be read."""
    file = _file(root, pack_id)
    if not file.is_file():
        return None
    try:
        source = read_bundle(file).source
    except UserError:
        return None
    return source if source.id == pack_id else None


def _file(root: Path, pack_id: str) -> Path:
    return root / _FOLDER / f"{pack_id}.yaml"
