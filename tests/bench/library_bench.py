"""Twenty packs of 740 questions: read and checked from YAML, taken from the cache, and thawed.

Budgets of the issue: 2 s cold, 150 ms from the cache; an audit with all packs opens within the
budget of ``opening_bench``, of which thawing is the packs' share. The library is made of the
shipped questions, copied under new ids until there are twenty packs of 37.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from auditapp.ops import audits, plans
from auditapp.ops.queries.checklist import checklist
from auditapp.ops.queries.content import PackShelf
from auditapp.ops.queries.upgrade import related
from auditapp.packs import codec
from auditapp.packs.freeze import freeze, thaw
from auditapp.packs.library import load_library
from auditapp.packs.reading import check_root
from auditapp.store.audit_file import AuditFile, Opening
from tests.bench.figures import Figure, in_turns

if TYPE_CHECKING:
    from auditapp.packs.content import Library, Pack

SHIPPED = Path(__file__).parents[2] / "checklists"
PACKS, QUESTIONS = 20, 37
ROUNDS = 5


def figures() -> list[Figure]:
    """Cold, cached, thawed, opened; and what relates the questions to each other."""
    with tempfile.TemporaryDirectory() as folder:
        root, cache = Path(folder) / "checklists", Path(folder) / "cache"
        library = made_library(root)
        files = sorted(root.rglob("*.yaml"))
        cold, parsed = in_turns(lambda: check_root(root), lambda: _parse(files), ROUNDS)
        load_library(root, cache_dir=cache)
        (kept,) = cache.glob("packs-*.json")
        warm, plain = in_turns(
            lambda: load_library(root, cache_dir=cache), lambda: json.loads(kept.read_bytes()[65:])
        )
        frozen = [freeze(pack, library.criteria) for pack in library.packs]
        thawed, bare = in_turns(
            lambda: [thaw(it) for it in frozen], lambda: [json.loads(it) for it in frozen]
        )
        path = Path(folder) / "twenty.audit"
        _make_audit(path, library, frozen)
        opened, read = in_turns(lambda: _open(path), lambda: [json.loads(it) for it in frozen])
        relating = _relate(path)
        asked = sum(len(pack.questions) for pack in library.packs)
    return [
        Figure("questions in twenty packs", asked, "questions"),
        Figure(
            "reading and checking all packs",
            cold * 1e3,
            "ms",
            parsed * 1e3,
            "the same files through the bare C parser",
            4,
            note="(issue: 2 s)",
        ),
        Figure(
            "all packs from the cache",
            warm * 1e3,
            "ms",
            plain * 1e3,
            "the same bytes as JSON",
            6,
            note="(issue: 150 ms)",
        ),
        Figure("thawing twenty packs", thawed * 1e3, "ms", bare * 1e3, "as JSON", 4),
        Figure(
            "opening an audit with twenty packs to the first checklist",
            opened * 1e3,
            "ms",
            read * 1e3,
            "its packs as JSON",
            12,
            note="(design: 1 s)",
        ),
        Figure("relating all questions of an audit", relating * 1e3, "ms"),
    ]


def made_library(root: Path) -> Library:
    """Writes the library as YAML and returns it as read; raises AssertionError for a faulty one."""
    shipped = check_root(SHIPPED).library
    questions = [it for pack in shipped.packs for it in pack.questions]
    shutil.copytree(SHIPPED / "criteria", root / "criteria")
    for name in ("profile.yaml", "glossary.yaml", "ambiguities.yaml"):
        (root / name).write_bytes((SHIPPED / name).read_bytes())
    for n in range(PACKS):
        pack_id = f"B{n:02}"
        chosen = [questions[(n * QUESTIONS + k) % len(questions)] for k in range(QUESTIONS)]
        pack = shipped.packs[n % len(shipped.packs)]
        plain = codec.put_pack(
            replace(
                pack,
                id=pack_id,
                facts=(),
                questions=tuple(
                    replace(it, id=f"{pack_id}-7-{k + 1:02}", section="7", shown_if=None)
                    for k, it in enumerate(chosen)
                ),
            )
        )
        _write_pack(root / "packs" / pack_id, plain)
    report = check_root(root)
    errors = [it for it in report.problems if not it.warning and it.code != "pack_same_question"]
    assert errors == [], errors[:3]
    return report.library


def _write_pack(folder: Path, plain: dict[str, Any]) -> None:
    folder.mkdir(parents=True)
    questions = plain.pop("questions")
    plain["sections"] = [{"id": "7", "title": {"en": "Operation", "zh": "运行"}}]
    plain["parts"] = ["all.yaml"]
    for name, value in (("pack.yaml", plain), ("all.yaml", {"questions": questions})):
        text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=200)
        (folder / name).write_text(text, encoding="utf-8")


def _parse(files: list[Path]) -> None:
    for file in files:
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)


def _make_audit(path: Path, library: Library, frozen: list[bytes]) -> None:
    with AuditFile.create(path, Opening()) as audit:
        audit.run(audits.create_audit(audits.NewAudit("B-1")), actor=None)
        rows = [_freeze(audit, pack, it) for pack, it in zip(library.packs, frozen, strict=True)]
        for n in range(4):
            unit = audit.run(plans.add_unit(code=f"U{n}", name={}), actor=None).value
            audit.run(plans.set_unit_packs(unit, rows), actor=None)


def _freeze(audit: AuditFile, pack: Pack, content: bytes) -> Any:
    op = plans.freeze_pack(pack_id=pack.id, version=pack.version, content=content)
    return audit.run(op, actor=None).value


def _open(path: Path) -> None:
    with AuditFile.open(path, Opening()) as audit:
        checklist(audit, PackShelf(audit))


def _relate(path: Path) -> float:
    import time

    with AuditFile.open(path, Opening()) as audit:
        shelf = PackShelf(audit)
        begun = time.perf_counter()
        related(audit, shelf)
        return time.perf_counter() - begun
