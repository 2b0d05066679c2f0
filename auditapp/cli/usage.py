"""A parser that speaks both languages and never ends the program by itself."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Any, Final, NoReturn

if TYPE_CHECKING:
    from auditapp.texts import Texts

#: What argparse says, and the key under which the texts say it (its words are no interface, so
#: what matches nothing is shown as it is).
_PROBLEMS: Final = (
    (re.compile(r"the following arguments are required: (?P<names>.+)"), "missing"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), "unknown"),
    (re.compile(r"argument (?P<names>.+?): expected .*arguments?"), "no_value"),
    (
        re.compile(
            r"argument (?P<names>.+?): invalid choice: (?P<value>.+?) \(choose from (?P<known>.+)\)"
        ),
        "bad_choice",
    ),
    (re.compile(r"argument (?P<names>.+?): invalid .*value: (?P<value>.+)"), "bad_value"),
    (re.compile(r"argument (?P<names>.+?): not allowed with argument (?P<other>.+)"), "exclusive"),
    (re.compile(r"one of the arguments (?P<names>.+) is required"), "one_of"),
    (re.compile(r"argument (?P<names>.+?): ignored explicit argument (?P<value>.+)"), "takes_none"),
)


def key_of(command: str) -> str:
    """The part of a command's text keys that is its own: ``packs_to_excel``."""
    return command.replace(" ", "_").replace("-", "_")


class UsageError(Exception):
    """The command is not one of the contract; ends the program with exit code 2."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class HelpShown(Exception):  # noqa: N818  (no error: the user asked for it)
    """The help was asked for; ``text`` is what to print."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class _Help(argparse.Action):
    """``--help`` as an exception: what ends the program is main's to decide."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Give the help to main."""
        raise HelpShown(parser.format_help())


class Parser(argparse.ArgumentParser):
    """The parser of one command, its help taken from the texts ``cli.<command>.*``."""

    def __init__(self, command: str, texts: Texts) -> None:
        self._key = key_of(command)
        super().__init__(
            prog=f"auditapp {command}",
            description=texts.say(f"cli.{self._key}.about"),
            add_help=False,
            allow_abbrev=False,
            formatter_class=_formatter(texts.say("cli.word.usage")),
        )
        self._texts = texts
        self._given = self.add_argument_group(texts.say("cli.word.arguments"))
        self._options = self.add_argument_group(texts.say("cli.word.options"))
        self._options.add_argument(
            "-h", "--help", action=_Help, nargs=0, help=texts.say("cli.word.help")
        )

    def positional(self, name: str, **how: Any) -> None:
        """Add an argument that is known by its place; its help is ``cli.<command>.<name>``."""
        self._given.add_argument(name, help=self._help(name), **how)

    def option(self, name: str, **how: Any) -> None:
        """Add an option; its help is ``cli.<command>.<name without dashes>``."""
        self._options.add_argument(name, help=self._help(name), **how)

    def choice_of(self, *names: str) -> None:
        """Add switches of which one at most may be given."""
        group = self._options.add_mutually_exclusive_group()
        for name in names:
            group.add_argument(name, action="store_true", help=self._help(name))

    def error(self, message: str) -> NoReturn:
        """Give a usage problem to main, in the language of the texts."""
        raise UsageError(_explain(message, self._texts))

    def _help(self, name: str) -> str:
        key = f"cli.{self._key}.{name.strip('-').replace('-', '_').lower()}"
        return self._texts.say(key).replace("%", "%%")


def _formatter(usage_word: str) -> type[argparse.HelpFormatter]:
    """Help of a fixed width, with the word for *usage* of the language."""

    class Formatter(argparse.RawDescriptionHelpFormatter):
        def __init__(self, prog: str) -> None:
            super().__init__(prog, max_help_position=28, width=96)

        def add_usage(
            self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
        ) -> None:
            super().add_usage(usage, actions, groups, usage_word if prefix is None else prefix)

    return Formatter


def _explain(message: str, texts: Texts) -> str:
    for pattern, key in _PROBLEMS:
        found = pattern.fullmatch(message)
        if found is not None:
            return texts.say(f"cli.usage.{key}", **found.groupdict())
    return message
