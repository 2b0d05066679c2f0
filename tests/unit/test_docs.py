"""The documents tell the truth: links lead somewhere, commands are those of the parser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from auditapp.cli.parser import commands, parser_for
from auditapp.cli.words import COMMANDS
from auditapp.domain.vocabulary import Lang
from auditapp.texts.catalogue import load

ROOT = Path(__file__).parents[2]
DOCS = sorted([*ROOT.glob("README*.md"), ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
GUIDES = [ROOT / "docs" / "guide" / f"guide.{lang}.md" for lang in ("en", "zh")]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FILE = re.compile(r"`((?:auditapp|tests|docs|resources|checklists|forms|\.ci)/[\w./-]+)`")
BARE_FILE = re.compile(
    r"`((?:ui|cli|exchange|ops|store|packs|reports|jobs|texts|domain)/[\w/-]+\.py)`"
)
MACHINE = re.compile(r"(?<![\w.~])/(?:home|Users|work|tmp|root|opt|var|usr)/|[A-Z]:\\")
HEADING = re.compile(r"^#+\s+(.*)$", re.MULTILINE)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def anchors(text: str) -> set[str]:
    """The ids that a forge gives to headings."""
    return {
        re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
        for heading in HEADING.findall(text)
    }


def test_there_are_documents() -> None:
    assert len(DOCS) > 10
    assert set(GUIDES) <= set(DOCS)


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_each_link_and_image_leads_somewhere(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        file, _, anchor = target.partition("#")
        there = (path.parent / file).resolve() if file else path
        assert there.exists(), f"{target} is not there"
        if anchor:
            assert anchor in anchors(there.read_text(encoding="utf-8")), (
                f"{target}: no such heading"
            )


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_each_file_named_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    generated = ("auditapp/ui/_gen", "auditapp/texts/_data", "auditapp/_data")
    for file in FILE.findall(text):
        assert file.startswith(generated) or (ROOT / file).exists(), f"{file} is not there"
    for file in BARE_FILE.findall(text):
        assert (ROOT / "auditapp" / file).exists(), f"{file} is not there"


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_no_document_names_a_place_on_somebodys_machine(path: Path) -> None:
    assert not MACHINE.findall(path.read_text(encoding="utf-8"))


def test_every_picture_is_shown_somewhere() -> None:
    shown = {
        (path.parent / target).resolve()
        for path in DOCS
        for target in LINK.findall(path.read_text(encoding="utf-8"))
        if target.endswith(".png")
    }
    pictures = {path.resolve() for path in (ROOT / "docs").rglob("*.png")}
    assert pictures == shown
    assert sum(path.stat().st_size for path in pictures) < 4_000_000


# -- the command line -------------------------------------------------------------------------


def documented() -> dict[str, str]:
    """The commands of docs/cli.md with their first cell."""
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`.*?`) \| ", text.replace(r"\|", "/"), re.MULTILINE)
    found = dict[str, str]()
    for cell in cells:
        for part in re.findall(r"`(?:auditapp )?([^`]+)`", cell):
            words = part.split()
            if not words[0].isalpha() or not words[0].islower():
                continue
            known = [it for it in (" ".join(words[:2]), words[0]) if it in commands()]
            found[known[0] if known else words[0]] = part
    return found


def test_the_documented_commands_are_the_parsers() -> None:
    assert documented().keys() == set(commands())
    assert {command.split()[0] for command in commands()} == set(COMMANDS)


@pytest.mark.parametrize("command", commands())
def test_the_documented_options_are_the_parsers(command: str) -> None:
    parser = parser_for(command, load(Lang.EN))
    known = {it for it in parser._option_string_actions if it.startswith("--")} - {"--help"}
    assert set(re.findall(r"--[a-z][a-z-]*", documented()[command])) == known


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_commands_in_examples_exist(path: Path) -> None:
    first = {command.split()[0] for command in commands()}
    text = path.read_text(encoding="utf-8")
    in_blocks = "\n".join(re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
    words = re.findall(r"^auditapp ([a-z]+)\b", in_blocks, re.MULTILINE)
    words += re.findall(r"`auditapp ([a-z]+)\b", text)
    assert set(words) <= first


def test_make_targets_named_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for path in DOCS:
        for words in re.findall(r"`make ([a-z ]+)`", path.read_text(encoding="utf-8")):
            assert set(words.split()) <= targets, f"{name(path)}: make {words}"
