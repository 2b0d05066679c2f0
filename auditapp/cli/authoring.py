"""``packs to-excel`` and ``packs from-excel``: a pack as a workbook, and back as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.cli.opening import library_of
from auditapp.errors import UserError

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from auditapp.cli.env import Env


def run_to_excel(arguments: argparse.Namespace, env: Env) -> int:
    """Write a pack, one's own or a built-in one, as a workbook."""
    from auditapp.packs.excel_write import write_workbook
    from auditapp.packs.source import read_source

    target: Path = arguments.workbook
    if target.suffix.lower() != ".xlsx":
        raise UserError("excel_name", path=str(target))
    library = library_of(env)
    pack = library.pack(str(arguments.pack).upper())
    write_workbook(read_source(_folder_of(pack.id, env)), library, target)
    env.line(str(target))
    return 0


def run_from_excel(arguments: argparse.Namespace, env: Env) -> int:
    """Write the pack of a workbook as a folder or a bundle; every fault with its cell."""
    from auditapp.packs.bundles import write_bundle
    from auditapp.packs.excel_read import read_workbook, sentence
    from auditapp.packs.yaml_out import write_folder

    target: Path = arguments.target
    library = library_of(env)
    authored = read_workbook(arguments.workbook, library)
    for fault in authored.faults:
        print(sentence(fault, env.texts), file=env.err if fault.warning else env.out)
    if authored.errors:
        raise UserError("excel_has_errors", n=len(authored.errors))
    source = authored.source
    if target.suffix.lower() in (".yaml", ".yml"):
        write_bundle(source, library, target)
    else:
        target = target if target.name == source.id else target / source.id
        write_folder(source, target)
    env.line(str(target))
    return 0


def _folder_of(pack_id: str, env: Env) -> Path:
    own = env.user.checklists / "packs" / pack_id
    return own if own.is_dir() else env.shipped.checklists / "packs" / pack_id
