"""``tickets test``: rules and clocks on any table, the result as JSON (design section 8)."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditapp.domain.vocabulary import Verdict
from auditapp.errors import UserError
from auditapp.jobs.progress import Progress

if TYPE_CHECKING:
    import argparse
    from collections.abc import Generator, Mapping, Sequence

    from auditapp.cli.env import Env
    from auditapp.store.audit_file import AuditFile
    from auditapp.tickets.clocks.compiling import LimitTable
    from auditapp.tickets.intake import Intake
    from auditapp.tickets.results import RuleResult, RunResult
    from auditapp.tickets.rules.library import RuleLibrary
    from auditapp.tickets.rules.model import Rule


@dataclass(frozen=True, slots=True)
class AuditChoices:
    """What an audit says about a test: options of ambiguities, and the auditee's limits."""

    choices: Mapping[str, str] = field(default_factory=dict[str, str])
    limits: Mapping[str, LimitTable] = field(default_factory=dict[str, "LimitTable"])


def run_test(arguments: argparse.Namespace, env: Env) -> int:
    """Read the source, run what was asked, write the JSON, print a line a rule."""
    from auditapp.tickets.adhoc import parse_clocks
    from auditapp.tickets.database import close, connect
    from auditapp.tickets.intake import read_source
    from auditapp.tickets.reading.dates import DateOrder
    from auditapp.tickets.reading.source import ReadOptions
    from auditapp.tickets.rules.run import Request, run

    clocks = parse_clocks(list(arguments.clock))
    with _opened(arguments.audit) as source:
        library, rules, profile = _selected(arguments, clocks, env, source)
        choices, values = _settings(list(arguments.set), rules)
        audit = AuditChoices() if source is None else choices_from_audit(source, rules)
    request = Request(
        choices={**audit.choices, **choices},
        values=values,
        limits=audit.limits,
        as_of=_as_of(arguments.as_of),
        calendar=arguments.calendar or "",
        profile=profile,
    )
    order = None if arguments.dates is None else DateOrder(arguments.dates)
    with tempfile.TemporaryDirectory(prefix="auditapp-") as folder:
        connection = connect(Path(folder) / "population.tickets", temp=Path(folder))
        try:
            options = ReadOptions(dates=order, temp_dir=Path(folder))
            intake = read_source(
                connection, arguments.source, options, list(arguments.map), progress=Progress()
            )
            result = run(connection, rules, library, request)
        finally:
            close(connection)
    _write(arguments.json, as_json(intake, result))
    _say(env, intake, result, arguments.json)
    return 0


def choices_from_audit(audit: AuditFile, rules: Sequence[Rule]) -> AuditChoices:
    """The clock tables of an audit, and the options of its last run of rules."""
    from auditapp.ops.queries import ticket_board
    from auditapp.ops.queries.ticket_decisions import sla_limits
    from auditapp.ops.queries.tickets import populations
    from auditapp.ops.ticket_runs import limit_tables

    limits = limit_tables(sla_limits(audit), rules)
    runs = [run for it in populations(audit) for run in ticket_board.runs(audit, it.id)]
    used = {name for rule in rules for name in rule.switches}
    last = max(runs, key=lambda run: run.run_at, default=None)
    chosen: Mapping[str, object] = {} if last is None else last.choices
    return AuditChoices({k: str(v) for k, v in chosen.items() if k in used}, limits)


@contextmanager
def _opened(path: Path | None) -> Generator[AuditFile | None]:
    """The audit that was named, read without writing anything; UserError as for any audit file."""
    if path is None:
        yield None
        return
    from auditapp.cli.opening import open_to_read

    audit, _ = open_to_read(path)
    with audit:
        yield audit


def _selected(
    arguments: argparse.Namespace, clocks: list[Rule], env: Env, audit: AuditFile | None
) -> tuple[RuleLibrary, list[Rule], str]:
    """The library, the rules to run, and the profile's id.

    ``--rules`` names rules; ``--profile`` alone means all its clocks; with neither and no
    ``--clock`` all rules of the library run.
    """
    from auditapp.tickets.rules.library import load_library, profile_from

    named = [name.strip() for name in (arguments.rules or "").split(",") if name.strip()]
    wanted: str | None = arguments.profile
    only_clocks = bool(clocks) and wanted is None and not named
    library = load_library(env.shipped.checklists, rules=not only_clocks)
    if audit is not None:
        from auditapp.ops.queries.own_clocks import with_own_clocks

        library = with_own_clocks(audit, library)
    profile = None if wanted is None else profile_from(wanted, library)
    rules: list[Rule] = []
    if named:
        own = {} if profile is None else {rule.id: rule for rule in profile.rules}
        rules = [own.get(name) or library.rule(name) for name in dict.fromkeys(named)]
    elif profile is not None:
        rules = list(profile.rules)
    elif not clocks:
        rules = list(library.rules.values())
    taken = {rule.id for rule in rules}
    for clock in clocks:
        if clock.id in taken:
            raise UserError("clock_twice", name=clock.id)
    return library, [*rules, *clocks], "" if profile is None else profile.head.id


def _settings(pairs: list[str], rules: list[Rule]) -> tuple[dict[str, str], dict[str, float]]:
    """Options by switch (or ambiguity), and numbers by ``RULE.name``."""
    parameters = {f"{rule.id}.{name}" for rule in rules for name in rule.parameters}
    choices: dict[str, str] = {}
    values: dict[str, float] = {}
    for pair in pairs:
        name, sign, value = (part.strip() for part in pair.partition("="))
        if not sign or not name or not value:
            raise UserError("set_form", pair=pair[:80])
        if name not in parameters:
            choices[name] = value
            continue
        try:
            values[name] = float(value)
        except ValueError:
            raise UserError("set_number", name=name, value=value[:40]) from None
    return choices, values


def _as_of(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise UserError("as_of_form", value=text[:40]) from None
    if found.tzinfo is not None:
        raise UserError("as_of_form", value=text[:40])
    return found


def as_json(intake: Intake, result: RunResult) -> dict[str, Any]:
    """The shape of the contract, nothing added."""
    return {
        "source": {
            "path": intake.path,
            "sha256": intake.sha256,
            "encoding": intake.encoding,
            "sheet": intake.sheet or None,
            "header_row": intake.header_row,
            "rows_read": intake.rows_read,
            "rows_kept": intake.rows_kept,
            "rows_refused": [{"row": it.row, "reason": it.reason} for it in intake.refused],
        },
        "mapping": intake.mapping.named(),
        "profile": result.profile or None,
        "as_of": result.as_of,
        "choices": dict(result.choices),
        "rules": [rule.as_json() for rule in result.rules],
    }


def _write(path: Path, value: dict[str, Any]) -> None:
    """All of the file or none of it."""
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".json")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _say(env: Env, intake: Intake, result: RunResult, path: Path) -> None:
    env.say(
        "cli.tickets_test.rows",
        read=intake.rows_read,
        kept=intake.rows_kept,
        refused=len(intake.refused),
        doubled=result.duplicates,
    )
    env.say("cli.tickets_test.until", at=result.as_of)
    for name, value in result.choices.items():
        env.say("cli.tickets_test.choice", name=name, value=value)
    for rule in result.rules:
        _say_rule(env, rule)
    env.say("cli.tickets_test.written", path=path)


def _say_rule(env: Env, rule: RuleResult) -> None:
    counts = {verdict.value: rule.counts.get(verdict, 0) for verdict in Verdict}
    rate = "–" if rule.rate is None else f"{rule.rate:.2%}"
    name = rule.name.zh if env.texts.lang.value == "zh" else rule.name.en
    env.say(
        "cli.tickets_test.rule",
        rule=rule.rule_id,
        name=name,
        n=rule.numerator,
        of=rule.denominator,
        rate=rate,
        passed=counts["pass"],
        failed=counts["fail"],
        running=counts["running"],
        out=counts["not_applicable"],
        untested=counts["cannot_test"],
    )
    for other in rule.beside:
        options = ", ".join(f"{k}={v}" for k, v in other.choices.items())
        beside = "–" if other.rate is None else f"{other.rate:.2%}"
        env.say(
            "cli.tickets_test.beside",
            options=options,
            n=other.numerator,
            of=other.denominator,
            rate=beside,
        )
    if rule.template:
        env.say("cli.tickets_test.template")
