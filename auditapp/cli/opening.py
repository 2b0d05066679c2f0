"""What several commands need: opening files and packs, finding people, units and questions."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from auditapp.errors import UserError
from auditapp.ops.queries import plan
from auditapp.ops.queries.content import PackShelf, questions
from auditapp.packs.library import load_library
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.keeping import Keeper

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path
    from uuid import UUID

    from auditapp.cli.env import Env
    from auditapp.domain.vocabulary import Lang
    from auditapp.ops.queries.content import Asked
    from auditapp.ops.queries.people import PersonRow
    from auditapp.packs.content import Library

MB: Final = 1_000_000


def library_of(env: Env) -> Library:
    """The shipped packs and criteria and the user's own, from the cache when nothing changed."""
    return load_library(
        env.shipped.checklists, user_folder=env.user.checklists, cache_dir=env.user.cache
    )


def open_to_read(path: Path) -> tuple[AuditFile, PackShelf]:
    """An audit file for reading only; nothing is written, not even a lock."""
    audit = AuditFile.open_for_reading(path)
    return audit, PackShelf(audit)


@contextmanager
def open_to_write(path: Path, env: Env, code: str) -> Generator[AuditFile]:
    """An audit file for writing, locked in the name of a person; backed up when it changed."""
    with (
        AuditFile.open(path, Opening(person=code, backup_dir=env.user.backups)) as audit,
        backed_up(audit, env),
    ):
        yield audit


@contextmanager
def backed_up(audit: AuditFile, env: Env) -> Generator[None]:
    """Back an audit up at the end, when the journal moved.

    What was written is safe without it: a backup that fails is a warning on stderr.
    """
    keeper = Keeper(audit, env.user.backups, cap=env.settings.backup_mb * MB or None)
    yield
    try:
        keeper.on_close()
    except UserError as error:
        print(env.texts.error(error), file=env.err)


def person_of(audit: AuditFile, code: str) -> PersonRow:
    """The person of the audit with this code; raises UserError ``unknown_person``."""
    for person in plan.people(audit):
        if person.code == code and not person.withdrawn:
            return person
    raise UserError("unknown_person", code=code)


def asked_pair(audit: AuditFile, shelf: PackShelf, question: str, unit: str | None) -> Asked:
    """The question in the unit.

    Without a unit it is the one that the question is asked in. Raises UserError
    ``unknown_question``, ``unknown_unit``, ``question_not_asked`` or ``unit_needed``.
    """
    wanted = question.strip().upper()
    units = {row.code: row.id for row in plan.units(audit)}
    code = None if unit is None else unit.strip().upper()
    if code is not None and code not in units:
        raise UserError("unknown_unit", unit=unit)
    found = [asked for asked in questions(audit, shelf) if asked.question.id.upper() == wanted]
    if not found:
        raise UserError("unknown_question", question=question)
    if code is not None:
        found = [asked for asked in found if asked.unit_code == code]
        if not found:
            raise UserError("question_not_asked", question=question, unit=code)
    if len(found) > 1:
        raise UserError("unit_needed", question=question)
    return found[0]


def unit_names(audit: AuditFile, lang: Lang) -> dict[UUID, str]:
    """Each unit as ``CODE name``."""
    return {row.id: f"{row.code} {row.name.best(lang)}".strip() for row in plan.units(audit)}
