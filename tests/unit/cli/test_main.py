"""The way from the words to a command, and from a defect to the crash log."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from auditapp.cli.crash import report_of, write_crash
from auditapp.cli.env import language
from auditapp.cli.host import Checked, Host
from auditapp.cli.main import main
from auditapp.cli.parser import commands, parser_for
from auditapp.cli.usage import HelpShown, key_of
from auditapp.cli.words import COMMANDS, is_for_cli
from auditapp.domain.vocabulary import Lang
from auditapp.settings import LanguageChoice, Settings
from auditapp.texts import load

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], False),
        (["a.audit"], False),
        (["./demo"], False),
        (["--exit-when-ready"], False),
        (["--exit-when-ready", "a.audit"], False),
        (["demo"], True),
        (["info", "a.audit"], True),
        (["--help"], True),
        (["--exit-when-ready", "--nonsense"], True),
        (["a.audit", "b.audit"], True),
    ],
)
def test_what_is_a_command_and_what_a_file(words: list[str], expected: bool) -> None:
    assert is_for_cli(words) is expected


def test_every_first_word_has_a_grammar() -> None:
    assert {name.split()[0] for name in commands()} == COMMANDS


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("command", commands())
def test_each_command_has_help_in_both_languages(command: str, lang: Lang) -> None:
    with pytest.raises(HelpShown) as shown:
        parser_for(command, load(lang)).parse_args(["--help"])
    assert f"auditapp {command}" in shown.value.text
    assert load(lang).say(f"cli.{key_of(command)}.about") in shown.value.text


def test_a_path_opens_the_window_also_when_it_comes_with_exit_when_ready(run: Run) -> None:
    run.display = True
    assert run("a.audit").code == 0
    assert run("--exit-when-ready", "./demo").code == 0
    assert run.opened == [(Path("a.audit"), False), (Path("demo"), True)]


def test_a_defect_is_70_and_its_report_holds_no_client_data(run: Run) -> None:
    def explode() -> dict[str, str]:
        message = "secret of the client"
        raise LookupError(message)

    host = Host(lambda path, /, *, exit_when_ready=False: 0, explode, list)
    with pytest.MonkeyPatch.context() as patch:
        err = io.StringIO()
        patch.setattr("sys.stderr", err)
        patch.setattr("sys.stdout", io.StringIO())
        assert main(["doctor"], host) == 70
    log = run.home / "home" / "logs" / "crash.reported.log"
    assert str(log) in err.getvalue()
    assert len(err.getvalue().splitlines()) == 1
    report = log.read_text(encoding="utf-8")
    assert "builtins.LookupError" in report
    assert "explode" in report
    assert "secret" not in report


def test_a_report_that_cannot_be_written_is_no_second_crash(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert write_crash(blocked / "logs", ValueError("x"), "info") is None


def test_a_report_names_the_cause_too() -> None:
    inner = KeyError("inner")
    outer = ValueError("outer")
    outer.__cause__ = inner
    report = report_of(outer, "info")
    assert report.index("builtins.ValueError") < report.index("builtins.KeyError")
    assert "inner" not in report


@pytest.mark.parametrize(
    ("choice", "system", "expected"),
    [
        (LanguageChoice.ZH, "en_US.UTF-8", Lang.ZH),
        (LanguageChoice.EN, "zh_CN.UTF-8", Lang.EN),
        (LanguageChoice.SYSTEM, "zh_CN.UTF-8", Lang.ZH),
        (LanguageChoice.SYSTEM, "de_DE.UTF-8", Lang.EN),
        (LanguageChoice.SYSTEM, "C", Lang.EN),
    ],
)
def test_the_language_is_the_settings_else_the_systems(
    monkeypatch: pytest.MonkeyPatch, choice: LanguageChoice, system: str, expected: Lang
) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", system)
    assert language(Settings(language=choice)) is expected


def test_a_failing_part_of_the_windows_selftest_fails_the_whole(run: Run) -> None:
    run.checked = [Checked("forms", True, "12"), Checked("icons", False, "rail-plan")]
    ended = run("selftest")
    assert ended.code == 1
    assert "✓ forms: 12" in ended.out
    assert "✗ icons: rail-plan" in ended.out
    assert len(ended.err.splitlines()) == 1
    run.checked = [Checked("forms", True, "12")]
    assert run("selftest").code == 0
