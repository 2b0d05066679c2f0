"""The command line: finds the command, runs it, and turns what went wrong into one sentence.

Exit 0 success, 1 the input or the environment is at fault, 2 usage, 70 a defect of ours.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.cli import (
    audits,
    authoring,
    checks,
    demo,
    exports,
    packs,
    selftest,
    ticket_tests,
    tickets,
)
from auditapp.cli.crash import version, write_crash
from auditapp.cli.env import Env, make_env
from auditapp.cli.parser import commands, parser_for
from auditapp.cli.usage import HelpShown, UsageError, key_of
from auditapp.cli.words import COMMANDS, EXIT_WHEN_READY
from auditapp.errors import UserError
from auditapp.jobs.progress import Cancelled
from auditapp.paths import user_paths

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from auditapp.cli.host import Host

OK: Final = 0
AT_FAULT: Final = 1
USAGE: Final = 2
DEFECT: Final = 70

#: Commands of two words.
_GROUPS: Final = ("packs", "tickets")

_RUN: Final[dict[str, Callable[[argparse.Namespace, Env], int]]] = {
    "demo": demo.run_demo,
    "new": audits.run_new,
    "info": audits.run_info,
    "answer": audits.run_answer,
    "export": exports.run_export,
    "packs list": packs.run_list,
    "packs check": packs.run_check,
    "packs show": packs.run_show,
    "packs coverage": packs.run_coverage,
    "packs to-excel": authoring.run_to_excel,
    "packs from-excel": authoring.run_from_excel,
    "tickets inspect": tickets.run_inspect,
    "tickets test": ticket_tests.run_test,
    "verify": checks.run_verify,
    "doctor": checks.run_doctor,
    "selftest": selftest.run_selftest,
}


def main(argv: Sequence[str], host: Host) -> int:
    """Run a command line (without the program's name); returns the exit code."""
    try:
        env = make_env(host)
    except Exception as error:  # noqa: BLE001  (without texts there is only this)
        folder = user_paths().crash_file.parent
        file = write_crash(folder, error, "")
        print(f"The program cannot start; details are in {file or folder}.", file=sys.stderr)
        return DEFECT
    try:
        code = _guarded(list(argv), env)
        env.out.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing may be written when Python ends.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return AT_FAULT
    return code


def _guarded(argv: list[str], env: Env) -> int:
    try:
        return _dispatch(argv, env)
    except HelpShown as shown:
        env.line(shown.text.rstrip("\n"))
        return OK
    except BrokenPipeError:
        raise
    except UsageError as error:
        code, said = USAGE, UserError("wrong_usage", problem=error.problem)
    except UserError as error:
        code, said = AT_FAULT, error
    except (Cancelled, KeyboardInterrupt):
        code, said = AT_FAULT, UserError("cancelled")
    except OSError as error:
        code, said = AT_FAULT, _from_system(error)
    except Exception as error:  # noqa: BLE001  (the one place where nothing may get past)
        code, said = DEFECT, _defect(error, argv, env)
    _complain(env, env.texts.error(said))
    return code


def _dispatch(argv: list[str], env: Env) -> int:
    if not argv or argv[0] in ("-h", "--help"):
        raise HelpShown(_overview(env))
    if argv[0] == "--version":
        env.line(f"auditapp {version()}")
        return OK
    if argv[0] not in COMMANDS:
        return _window(argv, env)
    command, rest = argv[0], argv[1:]
    if command in _GROUPS:
        command, rest = _sub_command(command, rest, env)
    arguments = parser_for(command, env.texts).parse_args(rest)
    return _RUN[command](arguments, env)


def _sub_command(group: str, rest: list[str], env: Env) -> tuple[str, list[str]]:
    known = [name.split()[1] for name in commands() if name.startswith(f"{group} ")]
    if rest and rest[0] in known:
        return f"{group} {rest[0]}", rest[1:]
    if rest and rest[0] in ("-h", "--help"):
        raise HelpShown(_overview(env, f"{group} "))
    raise UsageError(env.texts.say(f"cli.usage.{group}", known=known))


def _window(argv: list[str], env: Env) -> int:
    """What bootstrap did not take for the window straight away."""
    words = [word for word in argv if word != EXIT_WHEN_READY]
    options = [word for word in words if word.startswith("-")]
    if options:
        raise UsageError(env.texts.say("cli.usage.unknown", names=" ".join(options)))
    if len(words) > 1:
        raise UsageError(env.texts.say("cli.usage.no_command", word=words[0]))
    path = Path(words[0]) if words else None
    return env.host.open_window(path, exit_when_ready=EXIT_WHEN_READY in argv)


def _overview(env: Env, prefix: str = "") -> str:
    """The help over all commands."""
    say = env.texts.say
    listed = [name for name in commands() if name.startswith(prefix)]
    rows = [("[FILE]", say("cli.window.about"))] if not prefix else []
    rows += [(name, say(f"cli.{key_of(name)}.about")) for name in listed]
    width = max(len(name) for name, _ in rows) + 2
    lines = [f"{say('cli.word.usage')}auditapp {prefix}…", ""]
    lines += [f"  {name:<{width}}{about}" for name, about in rows]
    return "\n".join([*lines, "", say("cli.word.more")])


def _complain(env: Env, sentence: str) -> None:
    """One sentence on stderr, after all that was said on stdout."""
    with contextlib.suppress(OSError, ValueError):
        env.out.flush()
    print(sentence, file=env.err)


def _from_system(error: OSError) -> UserError:
    path = str(error.filename or "")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return UserError("disk_full")
    if isinstance(error, FileNotFoundError):
        return UserError("file_not_found", path=path)
    return UserError("system_refused", path=path, reason=error.strerror or type(error).__name__)


def _defect(error: Exception, argv: list[str], env: Env) -> UserError:
    """Write the crash report; the sentence says where it is."""
    word = argv[0] if argv and argv[0] in COMMANDS else ""
    file = write_crash(env.user.crash_file.parent, error, word)
    return UserError("unexpected") if file is None else UserError("crashed", path=str(file))
