"""What a command gets: where to speak, in which language, whose settings, which folders."""

from __future__ import annotations

import json
import locale
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from auditapp import settings as settings_store
from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.paths import ShippedPaths, UserPaths, shipped_paths, user_paths
from auditapp.settings import LanguageChoice, Settings
from auditapp.texts import Texts, load

if TYPE_CHECKING:
    from auditapp.cli.host import Host


@dataclass(frozen=True, slots=True)
class Env:
    """Everything from outside; commands take nothing from anywhere else."""

    host: Host
    texts: Texts
    settings: Settings
    user: UserPaths
    shipped: ShippedPaths
    out: TextIO
    err: TextIO

    def say(self, key: str, /, **args: object) -> None:
        """Print a sentence of the texts on stdout."""
        self.line(self.texts.say(key, **args))

    def line(self, text: str = "") -> None:
        """Print a line on stdout."""
        print(text, file=self.out)

    def json(self, value: object) -> None:
        """Print a value as JSON: UTF-8, two blanks of indent, keys in the documented order."""
        print(json.dumps(value, ensure_ascii=False, indent=2), file=self.out)

    def warn(self, key: str, /, **args: object) -> None:
        """Print a sentence on stderr that does not end the command."""
        print(self.texts.say(key, **args), file=self.err)

    def person_code(self, given: str | None) -> str:
        """The code of the acting person: ``--as``, else the settings'; UserError ``no_person``."""
        code = (given or self.settings.me.code).strip().upper()
        if not code:
            raise UserError("no_person")
        return code


def make_env(host: Host) -> Env:
    """The environment of this machine's user."""
    out, err = _stream(sys.stdout), _stream(sys.stderr)
    user = user_paths()
    settings = settings_store.load(user.settings_file).settings
    return Env(host, load(language(settings)), settings, user, shipped_paths(), out, err)


def language(settings: Settings) -> Lang:
    """The language in which the program speaks: as set, else the system's."""
    if settings.language is LanguageChoice.ZH:
        return Lang.ZH
    if settings.language is LanguageChoice.EN:
        return Lang.EN
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        said = os.environ.get(name)
        if said:
            return Lang.ZH if said.lower().startswith("zh") else Lang.EN
    known = locale.getlocale()[0] or ""
    return Lang.ZH if known.lower().startswith(("zh", "chinese")) else Lang.EN


def _stream(stream: TextIO | None) -> TextIO:
    """A stream that takes any text: a program without console has none, an old one knows little."""
    if stream is None:
        # Lives as long as the program.
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        if stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream
