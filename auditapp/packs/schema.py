"""Writes the JSON Schema of each kind of checklist file, for editors that check while one types.

``python -m auditapp.packs.schema DIR`` writes the files; a test compares them with those committed
in checklists/schema.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.packs import models, taxonomy_reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

FILES: Final[Mapping[str, type[BaseModel]]] = {
    "pack.schema.json": models.PackHead,
    "part.schema.json": models.PartFile,
    "criteria.schema.json": models.CriteriaFile,
    "glossary.schema.json": models.GlossaryFile,
    "ambiguities.schema.json": models.AmbiguitiesFile,
    "profile.schema.json": models.ProfileFile,
    "taxonomy.schema.json": taxonomy_reading.TaxonomyFile,
    "liability-scale.schema.json": taxonomy_reading.ScaleFile,
}


def schema_text(name: str) -> str:
    """The text of one schema file; ``name`` is a key of FILES."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= FILES[name].model_json_schema()
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write all schema files into ``folder`` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name in FILES:
        path = folder / name
        path.write_text(schema_text(name), encoding="utf-8", newline="\n")
        written.append(path)
    return written


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1] if len(sys.argv) > 1 else "checklists/schema"))
