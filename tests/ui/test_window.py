"""The frame: home, pages made when first shown, language, theme, drop, palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from auditapp.ops import plans
from auditapp.ops.queries import plan
from auditapp.settings import LanguageChoice, ThemeChoice
from auditapp.ui.dialogs.message import MessageDialog
from auditapp.ui.home_rows import HomeButton
from auditapp.ui.page import Page, PageSpec, PaletteItem
from auditapp.ui.pages.catalogue import Catalogue, shipped_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell
    from auditapp.ui.context import AppContext

CTRL = Qt.KeyboardModifier.ControlModifier


class UnitsPage(Page):
    """A page as the guide says: lists the units."""

    TABLES: ClassVar[frozenset[str]] = frozenset({"unit"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.read = 0
        self.targets: list[object] = []
        self.title, self.list = QLabel(self), QLabel(self)
        column = QVBoxLayout(self)
        column.addWidget(self.title)
        column.addWidget(self.list)

    def retranslate(self) -> None:
        self.title.setText(self.context.texts.lang.value)

    def refresh(self) -> None:
        self.read += 1
        units = plan.units(self.context.audit)
        self.list.setText(" ".join(unit.code for unit in units if not unit.withdrawn))

    def show_target(self, target: object) -> None:
        self.targets.append(target)

    def palette_items(self, words: str) -> tuple[PaletteItem, ...]:
        return (PaletteItem(f"found {words}", lambda: self.targets.append("run")),)


class OtherPage(Page):
    """Shows nothing of the units."""


@pytest.fixture
def two_pages(make_shell: Callable[..., Shell], audit_path: Path) -> Shell:
    pages = (
        PageSpec("units", lambda: "Units", "unit", UnitsPage),
        PageSpec("other", lambda: "Other", "note", OtherPage),
    )
    shell = make_shell(catalogue=Catalogue(pages))
    shell.window.open_file(audit_path)
    return shell


def units_page(shell: Shell) -> UnitsPage:
    page = shell.window.findChild(UnitsPage)
    assert isinstance(page, UnitsPage)
    return page


def test_a_page_is_made_when_it_is_first_shown(two_pages: Shell) -> None:
    assert two_pages.window.findChild(UnitsPage) is not None
    assert two_pages.window.findChild(OtherPage) is None
    two_pages.window.show_page("other")
    assert isinstance(two_pages.window.page, OtherPage)


def test_a_visible_page_reads_again_when_its_table_changed(two_pages: Shell) -> None:
    page = units_page(two_pages)
    two_pages.context.perform(plans.add_unit(code="WZ", name={}))
    assert "WZ" in page.list.text()
    before = page.read
    two_pages.context.perform(plans.add_person(code="QQ", name="Q", role="auditor"))
    assert page.read == before


def test_a_hidden_page_reads_once_when_shown_again(two_pages: Shell) -> None:
    page = units_page(two_pages)
    two_pages.window.show_page("other")
    before = page.read
    two_pages.context.perform(plans.add_unit(code="W1", name={}))
    two_pages.context.perform(plans.add_unit(code="W2", name={}))
    assert page.read == before
    two_pages.window.show_page("units")
    assert page.read == before + 1
    assert "W2" in page.list.text()


def test_the_page_that_asked_for_a_change_is_not_told_to_read_again(two_pages: Shell) -> None:
    page = units_page(two_pages)
    before = page.read
    two_pages.context.perform(plans.add_unit(code="WZ", name={}), initiator=page)
    assert page.read == before


def test_going_to_a_place_shows_its_target(two_pages: Shell) -> None:
    two_pages.window.show_page("other")
    two_pages.context.go("units", 42)
    assert two_pages.window.page is units_page(two_pages)
    assert units_page(two_pages).targets == [42]


def test_keys_go_to_pages_and_home(two_pages: Shell, qtbot: QtBot) -> None:
    window = two_pages.window
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    assert isinstance(window.page, OtherPage)
    qtbot.keyClick(window, Qt.Key.Key_0, CTRL)
    assert window.page is None
    assert window.home.isVisible()


def test_closing_the_audit_takes_its_pages_away(two_pages: Shell, qtbot: QtBot) -> None:
    page = units_page(two_pages)
    with qtbot.waitSignal(page.destroyed):
        two_pages.context.close()
    assert two_pages.window.home.isVisible()
    assert two_pages.window.rail is not None
    assert not two_pages.window.rail.isVisible()


def test_the_language_changes_without_restart_frame_and_pages(two_pages: Shell) -> None:
    assert units_page(two_pages).title.text() == "en"
    two_pages.context.change_settings(language=LanguageChoice.ZH)
    assert units_page(two_pages).title.text() == "zh"
    assert two_pages.window.rail is not None
    assert two_pages.window.rail.findChildren(QWidget)[0].text() == "首页"  # type: ignore[attr-defined]
    assert two_pages.window.status.saved_text == "所有更改均已保存"
    two_pages.context.change_settings(language=LanguageChoice.EN)
    assert two_pages.window.status.saved_text == "All changes are saved"


def test_the_theme_changes_without_restart(shell: Shell) -> None:
    def ground() -> str:
        return shell.window.home.grab().toImage().pixelColor(800, 300).name().upper()

    assert ground() == "#F5F7F9"
    shell.context.change_settings(theme=ThemeChoice.DARK)
    assert ground() == "#15191E"


def test_the_status_line_says_when_a_change_was_saved(two_pages: Shell) -> None:
    two_pages.context.perform(plans.add_unit(code="WZ", name={}))
    at = two_pages.context.saved_at
    assert at is not None
    assert two_pages.window.status.saved_text == f"saved {at.astimezone():%H:%M:%S}"


def test_a_change_by_key_shows_was_and_now_with_undo(two_pages: Shell, qtbot: QtBot) -> None:
    two_pages.context.perform(plans.add_unit(code="WZ", name={}))
    two_pages.context.notify_change("Q1", "Conforming", "Minor")
    toast = two_pages.window.toast
    assert toast.isVisible()
    assert toast.text == "Q1: was Conforming, now Minor"
    qtbot.mouseClick(toast.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert "WZ" not in units_page(two_pages).list.text()


def test_an_audit_file_dropped_anywhere_opens(
    two_pages: Shell, audit_path: Path, tmp_path: Path
) -> None:
    second = tmp_path / "dropped.AUDIT"
    second.write_bytes(audit_path.read_bytes())
    drop(two_pages.window, second)
    assert two_pages.context.audit.path == second


def test_any_other_file_dropped_on_the_frame_is_left_alone(
    two_pages: Shell, audit_path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "photo.jpg"
    other.write_bytes(b"x")
    drop(two_pages.window, other)
    assert two_pages.context.audit.path == audit_path


def drop(window: QWidget, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPoint(9, 9).toPointF(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_what_cannot_be_opened_is_said_in_one_sentence(shell: Shell, tmp_path: Path) -> None:
    shell.window.open_file(tmp_path / "gone.audit")
    dialog = shell.window.findChild(MessageDialog)
    assert isinstance(dialog, MessageDialog)
    assert dialog.sentence == shell.context.texts.say("error.file_not_found", path="gone.audit")
    dialog.close()


def test_the_palette_finds_by_all_words_and_runs_with_return(
    two_pages: Shell, qtbot: QtBot
) -> None:
    two_pages.window.show_palette()
    palette = two_pages.window.palette_dialog
    assert palette is not None
    qtbot.keyClicks(palette.field, "oth")
    assert palette.list.item(0).text() == "Other"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert isinstance(two_pages.window.page, OtherPage)
    assert not palette.isVisible()


def test_the_palette_shows_what_pages_find(two_pages: Shell, qtbot: QtBot) -> None:
    two_pages.window.show_palette()
    palette = two_pages.window.palette_dialog
    assert palette is not None
    palette.field.setText("投诉")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert units_page(two_pages).targets == ["run"]


def test_every_button_of_the_frame_has_a_name(
    make_shell: Callable[..., Shell], audit_path: Path
) -> None:
    shell = make_shell(catalogue=shipped_catalogue())
    shell.window.open_file(audit_path)
    from PySide6.QtWidgets import QAbstractButton

    assert shell.window.rail is not None
    frame = (shell.window.header, shell.window.rail, shell.window.status)
    nameless = [
        button
        for part in frame
        for button in part.findChildren(QAbstractButton)
        if not (button.accessibleName() or button.text())
    ]
    assert nameless == []
    assert not shell.window.findChildren(HomeButton)


def test_nothing_of_the_frame_is_wider_than_the_smallest_window(
    make_shell: Callable[..., Shell], audit_path: Path
) -> None:
    for language in (LanguageChoice.ZH, LanguageChoice.EN):
        shell = make_shell()
        shell.window.open_file(audit_path)
        shell.context.change_settings(language=language)
        size = shell.window.minimumSizeHint()
        assert size.width() <= 1024
        assert size.height() <= 640
        shell.context.close()
