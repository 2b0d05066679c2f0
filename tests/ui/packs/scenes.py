"""The pack manager and its dialogs, as a user brings them up."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.packs.own_packs import save_pack
from auditapp.packs.tailoring import change_question, copy_pack
from auditapp.ui.pages.packs.question_tree import QUESTION
from auditapp.ui.pages.packs.window import PacksWindow, show_packs
from tests.ui.inspection import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.ui.app import Shell

_CSV = "Clause,Question,Guidance\n7.1,Is every complaint recorded?,Compare\n7.2,And told?,Listen\n"


def _window(shell: Shell, pack_id: str) -> PacksWindow:
    window = show_packs(shell.context, shell.window)
    while not window.is_ready:
        settle()
    collection = window.bench.collection
    if collection.entry("HQ1") is None:
        base = collection.entry("P02")
        assert base is not None
        save_pack(collection.own_root, copy_pack(base.full_source(), "HQ1"), collection.library)
        window.load(pack_id)
        while not window.is_ready:
            settle()
    window.bench.packs.choose(pack_id)
    return window


def reading(shell: Shell) -> None:
    """A question of a built-in pack."""
    bench = _window(shell, "P01").bench
    bench.pane.tree.choose((QUESTION, bench.pane.tree.question_ids[2]))


def editing(shell: Shell) -> None:
    """A question of one's own, with a fault."""
    bench = _window(shell, "HQ1").bench
    name = bench.pane.tree.question_ids[1]
    bench.pane.tree.choose((QUESTION, name))
    if not bench.detail.is_editing:
        bench.detail.switch_mode()
    work = bench.work
    assert work is not None
    work.edit(lambda it: change_question(it, name, {"ask": {"en": "Only in English?"}}))
    bench.desk.edited.emit(None)


def comparing(shell: Shell) -> None:
    """Two versions."""
    _window(shell, "HQ1").bench.pane.deeds["compare"].trigger()


def copying(shell: Shell) -> None:
    """The lines of a copy."""
    _window(shell, "P01").bench.pane.copy_button.click()


def foreign(shell: Shell) -> None:
    """The columns of somebody's checklist."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "theirs.csv"
        file.write_text(_CSV, encoding="utf-8")
        _window(shell, "P01").transfer.read(file)
        while shell.context.jobs.jobs:
            settle()
    settle()


SHOWN: dict[str, Callable[[Shell], None]] = {
    "packs-read": reading,
    "packs-edit": editing,
    "packs-compare": comparing,
    "packs-copy": copying,
    "packs-foreign": foreign,
}
