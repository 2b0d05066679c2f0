"""``packs list``, ``check``, ``show`` and ``coverage``: the shipped checklists and one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from auditapp.cli.opening import library_of
from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.packs.problems import sentence

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from auditapp.cli.env import Env
    from auditapp.packs.content import Bilingual, Pack, Question
    from auditapp.packs.coverage_map import CoverageMap, CoverRow
    from auditapp.texts import Texts

_SHOWN: Final = 4


def run_list(arguments: argparse.Namespace, env: Env) -> int:
    """List the packs with version, number of questions and title."""
    packs = library_of(env).packs
    if arguments.json:
        env.json([_short(pack) for pack in packs])
        return 0
    for pack in packs:
        env.say(
            "cli.packs.line",
            pack=pack.id,
            version=pack.version,
            n=len(pack.questions),
            title=pack.title.get(env.texts.lang),
        )
    return 0


def run_check(arguments: argparse.Namespace, env: Env) -> int:
    """Check checklist folders, pack folders or files; every problem with file and line."""
    from auditapp.packs.reading import check_paths, check_root  # pydantic and PyYAML

    paths: list[Path] = arguments.path
    built_in = env.shipped.checklists
    report = check_paths(paths, built_in=built_in) if paths else check_root(built_in)
    for problem in report.problems:
        env.line(sentence(problem, env.texts))
    errors = sum(not problem.warning for problem in report.problems)
    if errors:
        raise UserError("packs_have_errors", n=errors)
    warnings = len(report.problems)
    env.say("cli.packs.checked", packs=len(report.library.packs), warnings=warnings)
    return 0


def run_show(arguments: argparse.Namespace, env: Env) -> int:
    """Show a pack: its sections and questions."""
    pack = library_of(env).pack(str(arguments.pack).upper())
    if arguments.json:
        shown = _short(pack) | {"questions": [_question(it) for it in pack.questions]}
        env.json(shown)
        return 0
    texts = env.texts
    env.say(
        "cli.packs.line",
        pack=pack.id,
        version=pack.version,
        n=len(pack.questions),
        title=pack.title.get(texts.lang),
    )
    env.line(pack.description.get(texts.lang))
    for section in pack.sections:
        asked = [it for it in pack.questions if it.section == section.id]
        env.line()
        env.line(f"{section.id} {section.title.get(texts.lang)}")
        for question in asked:
            env.line(_line(question, texts))
    return 0


def run_coverage(arguments: argparse.Namespace, env: Env) -> int:
    """Show what the shipped packs cover, and every hole that nobody gave a reason for."""
    from auditapp.packs.coverage_map import coverage_map  # pydantic and PyYAML

    found = coverage_map(env.shipped.checklists, library_of(env))
    if arguments.json:
        env.json(_coverage(found))
        return 0
    texts = env.texts
    for name, rows in found.tables.items():
        covered = sum(bool(row.questions or row.rules) for row in rows)
        reasons = sum(bool(row.reason) and not (row.questions or row.rules) for row in rows)
        env.say(
            "cli.coverage.table",
            table=texts.say(f"cli.coverage.{name}"),
            covered=covered,
            all=len(rows),
            reasons=reasons,
        )
        for row in rows:
            env.line(f"  {_cover_line(row, texts)}")
        env.line()
    for rule, question in found.unknown_rules:
        env.say("cli.coverage.unknown_rule", rule=rule, question=question)
    if found.holes:
        raise UserError("coverage_has_holes", n=len(found.holes))
    env.say("cli.coverage.no_hole")
    return 0


def _cover_line(row: CoverRow, texts: Texts) -> str:
    name = "" if row.name is None else row.name.get(texts.lang)
    head = f"{row.id} {name}".rstrip()
    if row.is_hole:
        return texts.say("cli.coverage.hole", row=head, waits=len(row.waits))
    if row.reason is not None and not (row.questions or row.rules):
        return texts.say("cli.coverage.reason", row=head, reason=row.reason.get(texts.lang))
    shown = ", ".join(row.questions[:_SHOWN])
    more = len(row.questions) - _SHOWN
    if more > 0:
        shown = texts.say("cli.coverage.more", shown=shown, n=more)
    automatic = ", ".join(row.rules)
    if automatic:
        automatic = texts.say("cli.coverage.automatic", rules=automatic)
    return texts.say("cli.coverage.row", row=head, by="; ".join(filter(None, (shown, automatic))))


def _coverage(found: CoverageMap) -> dict[str, Any]:
    tables = {
        name: [
            {
                "id": row.id,
                "name": None if row.name is None else _both(row.name),
                "questions": list(row.questions),
                "rules": list(row.rules),
                "reason": None if row.reason is None else _both(row.reason),
                "waits": list(row.waits),
                "hole": row.is_hole,
            }
            for row in rows
        ]
        for name, rows in found.tables.items()
    }
    unknown = [{"rule": rule, "question": question} for rule, question in found.unknown_rules]
    return tables | {"unknown_rules": unknown, "holes": len(found.holes)}


def _line(question: Question, texts: Texts) -> str:
    key = "cli.packs.core" if question.core else "cli.packs.question"
    return texts.say(
        key, question=question.id, scope=question.scope, text=question.q.get(texts.lang)
    )


def _short(pack: Pack) -> dict[str, Any]:
    return {
        "id": pack.id,
        "version": pack.version,
        "title": _both(pack.title),
        "description": _both(pack.description),
        "sectors": [sector.value for sector in pack.sectors],
        "question_count": len(pack.questions),
        "core_count": sum(question.core for question in pack.questions),
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "section": question.section,
        "type": question.type.value,
        "scope": question.scope.value,
        "core": question.core,
        "criteria": list(question.criteria),
        "question": _both(question.q),
    }


def _both(text: Bilingual) -> dict[str, str]:
    return {lang.value: text.get(lang) for lang in Lang}
