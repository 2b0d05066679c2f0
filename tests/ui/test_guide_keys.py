"""The keys that the guides name are bound, and the guides name the keys that are bound."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from auditapp.ui.pages.catalogue import shipped_catalogue
from auditapp.ui.pages.evidence.add_dialog import AddEvidenceDialog
from auditapp.ui.pages.evidence.adding import AddTarget
from auditapp.ui.pages.new_audit.dialog import NewAuditDialog
from auditapp.ui.pages.packs.window import PacksWindow
from auditapp.ui.pages.reference.window import ReferenceWindow

if TYPE_CHECKING:
    from auditapp.ui.app import Shell

ROOT = Path(__file__).parents[2]
KEY = re.compile(
    r"(?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z0-9/,=+-]|F\d+|Enter|Esc|Ins|Del|Space|Up|Down|Left|Right"
    r"|PgUp|PgDown|Home|End)"
)
SPANS = re.compile(r"`(\S*?)(\d)` … `\1(\d)`")
NAMES = {"Escape": "Esc", "Insert": "Ins", "Delete": "Del", "Enter": "Return"}


def plain(key: str) -> str:
    return QKeySequence(key).toString().replace("Enter", "Return")


def named_in(text: str) -> set[str]:
    """The keys in backticks; `1` … `6` names all six."""
    spans = {f"{head}{n}" for head, a, b in SPANS.findall(text) for n in range(int(a), int(b) + 1)}
    found = {it for it in re.findall(r"`([^`\n]+)`", text) if KEY.fullmatch(it)}
    return {plain(key) for key in found | spans}


def guide(lang: str) -> str:
    return (ROOT / "docs" / "guide" / f"guide.{lang}.md").read_text(encoding="utf-8")


def shortcuts_of(widget: QWidget) -> set[str]:
    keys = {it.key().toString() for it in widget.findChildren(QShortcut)}
    keys |= {it.shortcut().toString() for it in widget.findChildren(QAbstractButton)}
    return {plain(key) for key in keys - {""}}


def handled_in_code() -> set[str]:
    """Keys that widgets take as events, by their names in the sources."""
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "auditapp" / "ui").rglob("*.py")
        if "_gen" not in path.parts
    )
    found = set(re.findall(r"Qt\.Key\.Key_(\w+)", source))
    return {NAMES.get(name, name) for name in found} | {"Alt+Down"}


@pytest.fixture
def bound(open_shell: Shell, qtbot: object) -> set[str]:
    """Every shortcut of the window, its pages and the dialogs that have keys of their own."""
    window, context = open_shell.window, open_shell.context
    for spec, _ in shipped_catalogue().keyed():
        window.show_page(spec.key)
    keys = shortcuts_of(window)
    for dialog in (
        NewAuditDialog(context, window),
        AddEvidenceDialog(context, AddTarget(), window),
        ReferenceWindow(context, window),
        PacksWindow(context, window),
    ):
        keys |= shortcuts_of(dialog)
        dialog.deleteLater()
    return keys


def test_both_guides_name_the_same_keys() -> None:
    assert named_in(guide("en")) == named_in(guide("zh"))


def test_each_key_that_a_guide_names_does_something(bound: set[str]) -> None:
    unknown = named_in(guide("en")) - bound - handled_in_code()
    # The steps of a finding's or an action's life are numbered as they come.
    assert unknown <= {"Alt+1", "Alt+2"}


def test_each_key_is_in_the_guides(bound: set[str]) -> None:
    named = named_in(guide("en"))
    silent = {key for key in bound if key not in named and key.removeprefix("Alt+") not in named}
    assert not silent, "add these to the tables of docs/guide/*.md"
