"""``tickets inspect``: what a table is, before anything is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.jobs.progress import Progress

if TYPE_CHECKING:
    import argparse

    from auditapp.cli.env import Env
    from auditapp.tickets.inspect import Inspection

_SIGNS: Final = {"\t": "tab", " ": "blank", "\x01": "U+0001", "\x1f": "U+001F"}


def run_inspect(arguments: argparse.Namespace, env: Env) -> int:
    """Print what was found in a source: encoding, header, types, suggested mapping."""
    from auditapp.tickets.inspect import inspect_source
    from auditapp.tickets.reading.source import ReadOptions

    found = inspect_source(arguments.source, ReadOptions(), progress=Progress())
    if arguments.json:
        env.json(found.as_json())
        return 0
    _print(found, env)
    return 0


def _print(found: Inspection, env: Env) -> None:
    sign = _SIGNS.get(found.delimiter, found.delimiter)
    env.say("cli.tickets.file", path=found.path, sha256=found.sha256)
    if found.sheet:
        others = [name for name, _ in found.sheets if name != found.sheet]
        env.say("cli.tickets.sheet", kind=found.kind, sheet=found.sheet, n=len(others))
    else:
        env.say("cli.tickets.text", encoding=found.encoding, delimiter=sign)
    env.say("cli.tickets.header", row=found.header_row, n=len(found.columns))
    fields = {it.column: it for it in found.suggestions}
    for column in found.columns:
        suggested = fields.get(column.name)
        env.say(
            "cli.tickets.column" if suggested is None else "cli.tickets.mapped",
            name=column.name,
            type=env.texts.say(f"cli.tickets.type.{column.kind}"),
            samples=" | ".join(column.samples),
            field="" if suggested is None else suggested.field,
            share=0 if suggested is None else round(suggested.confidence * 100),
        )
    if found.events is not None:
        env.say(
            "cli.tickets.events",
            activity=found.events.activity,
            n=f"{found.events.rows_per_ticket:.1f}",
        )
    if found.suggestions:
        pairs = " ".join(f'--map "{it.field}={it.column}"' for it in found.suggestions)
        env.say("cli.tickets.try", pairs=pairs)
