"""Mappings of columns that are kept for an organisation and used again for its next extract.

A small file of this user's data folder: names of columns and what their values mean, no tickets.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Final, cast

from auditapp.errors import UserError
from auditapp.tickets.mapping import from_json

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.tickets.fields import Table
    from auditapp.tickets.mapping import ColumnMapping

_FORMAT: Final = 1


class KeptMappings:
    """The file of kept mappings; a damaged one counts as empty and is replaced when next kept."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def find(self, organisation: str, table: Table) -> ColumnMapping | None:
        """The mapping that was used last for a table of an organisation."""
        value = self._read().get(_key(organisation), {}).get(table.value)
        if value is None:
            return None
        try:
            return from_json(value)
        except UserError:  # written by another version
            return None

    def keep(self, organisation: str, mapping: ColumnMapping) -> None:
        """Keep a mapping. Raises OSError where the folder cannot be written."""
        every = self._read()
        every.setdefault(_key(organisation), {})[mapping.table.value] = mapping.as_json()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        part = self._path.with_name(f"{self._path.name}.{os.getpid()}.tmp")
        try:
            data = {"format": _FORMAT, "organisations": every}
            part.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
            part.replace(self._path)
        finally:
            part.unlink(missing_ok=True)

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            data = json.loads(self._path.read_text(encoding="utf-8"))
            if data["format"] != _FORMAT:
                return {}
            every = cast("dict[str, dict[str, Any]]", dict(data["organisations"]))
            return {name: dict(tables) for name, tables in every.items()}
        except (OSError, ValueError, KeyError, TypeError):
            return {}


def _key(organisation: str) -> str:
    return " ".join(organisation.split()).casefold()
