"""``export``: the Excel register and the PDF report, without writing to the audit file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from auditapp.cli.opening import library_of, open_to_read
from auditapp.cli.usage import UsageError
from auditapp.errors import UserError
from auditapp.exchange import exporting
from auditapp.packs.problems import PacksInvalid
from auditapp.texts import parse_lang

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from auditapp.cli.env import Env
    from auditapp.domain.vocabulary import Lang
    from auditapp.ops.queries.content import PackShelf
    from auditapp.packs.content import Ambiguity
    from auditapp.store.audit_file import AuditFile


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export and how; ``lang`` None is the audit's main language."""

    register: Path | None
    report: Path | None
    lang: str | None = None
    masked: bool = True
    allow_main: bool = False
    rule_sql: bool = False


def run_export(arguments: argparse.Namespace, env: Env) -> int:
    """Export register and report; masked unless it is said otherwise."""
    wanted = Wanted(
        arguments.register,
        arguments.report,
        arguments.lang,
        masked=not arguments.unmasked,
        allow_main=arguments.main_where_missing,
        rule_sql=arguments.rule_sql,
    )
    if wanted.register is None and wanted.report is None:
        raise UsageError(env.texts.say("cli.usage.one_of", names="--register --report"))
    if wanted.register is not None and wanted.register == wanted.report:
        raise UsageError(env.texts.say("cli.usage.same_file", path=str(wanted.report)))
    for target in (wanted.register, wanted.report):
        if target is not None and target.absolute() == arguments.file.absolute():
            raise UserError("export_over_audit", path=target.name)
    audit, shelf = open_to_read(arguments.file)
    with audit:
        for path in export(audit, shelf, wanted, env):
            env.line(str(path))
    return 0


def export(audit: AuditFile, shelf: PackShelf, wanted: Wanted, env: Env) -> list[Path]:
    """Write what is wanted and return the paths; what lacks a language is listed on stderr.

    Raises UserError ``report_texts_missing`` where the one printed language lacks texts.
    """
    today = datetime.now().astimezone().date()
    taken = exporting.take(
        audit, shelf, as_of=today, ambiguities=_ambiguities(env), with_sql=wanted.rule_sql
    )
    model = taken.prepared(env.texts, masked=wanted.masked)
    langs = _langs(wanted.lang, model.header.main_lang)
    options = exporting.options_for(langs, allow_main=wanted.allow_main)
    missing = exporting.lacking(model, langs)
    if missing and options.allow_main:
        env.warn("cli.export.missing", n=len(missing), lang=missing[0].lang)
        for item in missing:
            place = " ".join(it for it in (item.owner, item.number, item.field) if it)
            print(f"  {place}", file=env.err)
    targets = exporting.Targets(wanted.register, wanted.report)
    sources = exporting.sources_of(taken, langs, env.shipped.fonts)
    return list(exporting.write_files(model, targets, options, sources))


def _ambiguities(env: Env) -> tuple[Ambiguity, ...]:
    """The library's open readings; a library at fault does not keep a report from being made."""
    try:
        return library_of(env).ambiguities
    except PacksInvalid:
        return ()


def _langs(said: str | None, main: Lang) -> tuple[Lang, ...]:
    if said is None:
        return (main,)
    if said == "both":
        return exporting.both_languages(main)
    return (parse_lang(said),)
