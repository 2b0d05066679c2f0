"""``verify`` and ``doctor``: does a file hold together, and does this machine serve."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING, Final

from auditapp.cli.crash import version
from auditapp.cli.opening import library_of
from auditapp.errors import UserError
from auditapp.ops.covering import Covering
from auditapp.store import driver
from auditapp.store.verify import verify

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from auditapp.cli.env import Env

LIBRARIES: Final = (
    "SQLAlchemy",
    "alembic",
    "openpyxl",
    "reportlab",
    "pypdfium2",
    "pillow",
    "PyYAML",
    "pydantic",
)
FONTS: Final = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
_NEEDED: Final = 200_000_000
"""Free space below which doctor warns (bytes): a report with many photos and its backup."""


def run_verify(arguments: argparse.Namespace, env: Env) -> int:
    """Check chain, tables against journal, evidence and sign-offs; 0 only if all hold."""
    path: Path = arguments.file
    report = verify(path, head=arguments.head, covers=Covering())
    for head in report.heads:
        env.say("cli.info.head", head=head)
    env.say(
        "cli.verified.counts",
        steps=report.steps,
        erased=report.erased,
        blobs=report.blobs,
        signed=report.signed,
    )
    if report.signed_outdated:
        env.say("cli.verified.signed_outdated", n=report.signed_outdated)
    if report.signed_unprovable:
        env.say("cli.verified.signed_unprovable", n=report.signed_unprovable)
    if report.conflicts:
        env.say("cli.verified.conflicts", n=report.conflicts)
    for number in report.linked_absent:
        env.say("cli.verified.linked_absent", number=number)
    for problem in report.problems:
        env.say(f"verify.{problem.code}", **problem.args)
    if not report.ok:
        raise UserError("verify_failed", path=path.name)
    env.say("cli.verified.ok")
    return 0


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of doctor's; ``ok`` False makes the exit code 1."""

    key: str
    value: str
    ok: bool = True


def run_doctor(arguments: argparse.Namespace, env: Env) -> int:
    """Versions, paths, fonts, encryption, free space, write access, packs."""
    del arguments
    facts = [*_versions(env), *_paths(env), *_fonts(env), _encryption(env), _packs(env)]
    for fact in facts:
        mark = env.texts.say("cli.doctor.ok" if fact.ok else "cli.doctor.bad")
        name = env.texts.say(f"cli.doctor.{fact.key}") if fact.key in _NAMED else fact.key
        env.line(f"{mark} {name}: {fact.value}")
    wrong = sum(not fact.ok for fact in facts)
    if wrong:
        raise UserError("doctor_found", n=wrong)
    return 0


_NAMED: Final = frozenset(
    {"program", "data", "config", "cache", "logs", "shipped", "fonts", "encryption", "packs"}
)


def _versions(env: Env) -> Iterator[Fact]:
    frozen = " (frozen)" if getattr(sys, "frozen", False) else ""
    yield Fact("program", f"auditapp {version()}{frozen}")
    yield Fact("Python", f"{platform.python_version()} · {platform.platform()}")
    with closing(driver.open_memory()) as memory:
        yield Fact("SQLite", memory.execute("SELECT sqlite_version()").fetchone()[0])
    for name in LIBRARIES:
        yield Fact(name, _version_of(name))
    for name, value in env.host.qt_facts().items():
        yield Fact(name, value or "–")


def _version_of(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        # A frozen build carries modules without their metadata.
        return "–"


def _paths(env: Env) -> Iterator[Fact]:
    for key in ("data", "config", "cache", "logs"):
        folder: Path = getattr(env.user, key)
        free = shutil.disk_usage(_existing(folder)).free
        writable = _is_writable(_existing(folder))
        state = env.texts.say("cli.doctor.writable" if writable else "cli.doctor.not_writable")
        room = env.texts.say("cli.doctor.free", size=env.texts.size(free))
        if free <= _NEEDED:
            room = f"{room} · {env.texts.say('cli.doctor.warning_space')}"
        yield Fact(key, f"{folder} · {state} · {room}", writable and free > _NEEDED)
    checklists = env.shipped.checklists
    yield Fact("shipped", str(checklists.parent), checklists.is_dir())


def _existing(folder: Path) -> Path:
    """The nearest folder that is there: doctor makes none."""
    return next(path for path in (folder, *folder.parents) if path.is_dir())


def _is_writable(folder: Path) -> bool:
    if not os.access(folder, os.W_OK):
        return False
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _fonts(env: Env) -> Iterator[Fact]:
    missing = [name for name in FONTS if not (env.shipped.fonts / name).is_file()]
    found = [name for name in FONTS if name not in missing]
    said = ", ".join([*found, *(f"{name} ✗" for name in missing)])
    yield Fact("fonts", said, not missing)


def _encryption(env: Env) -> Fact:
    there = importlib.util.find_spec("sqlcipher3") is not None
    return Fact("encryption", "sqlcipher3" if there else env.texts.say("cli.doctor.no_encryption"))


def _packs(env: Env) -> Fact:
    try:
        library = library_of(env)
    except UserError as error:
        return Fact("packs", env.texts.error(error), ok=False)
    listed = ", ".join(f"{pack.id} v{pack.version}" for pack in library.packs)
    said = env.texts.say("cli.doctor.cards", packs=listed, n=len(library.criteria))
    return Fact("packs", said, bool(library.packs))
