"""``packs list``, ``packs check`` and ``packs show``: the shipped checklists and one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditapp.cli.opening import library_of
from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.packs.problems import sentence

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from auditapp.cli.env import Env
    from auditapp.packs.content import Bilingual, Pack, Question
    from auditapp.texts import Texts


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
