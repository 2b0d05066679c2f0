"""The reference window: from everywhere to the card, and back to the question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from auditapp.domain.vocabulary import Force, Lang
from auditapp.ops.queries import findings
from auditapp.ops.queries.content import PackShelf
from auditapp.packs.content import Bilingual, CardKind
from auditapp.packs.reference import citation
from auditapp.settings import LanguageChoice
from auditapp.store.audit_file import AuditFile
from auditapp.ui.context import LookUp
from auditapp.ui.pages.checklist.page import ChecklistPage
from auditapp.ui.pages.findings.page import FindingsPage
from auditapp.ui.pages.findings.ties import FindingTies
from auditapp.ui.pages.plan.criteria_part import CARDS
from auditapp.ui.pages.plan.page import PlanPage
from auditapp.ui.pages.reference.window import ReferenceWindow
from tests.ui.findings.stage import example

__all__ = ["example"]

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell, Start

TODAY = date(2026, 11, 23)
ART20 = "cn-cbirc-2020-3-art20"


def the_window(shell: Shell, qtbot: QtBot) -> ReferenceWindow:
    found = shell.window.findChild(ReferenceWindow)
    assert found is not None
    qtbot.waitUntil(lambda: found.is_ready, timeout=20_000)
    return found


@pytest.fixture
def reference(shell: Shell, qtbot: QtBot) -> ReferenceWindow:
    QTest.keyClick(shell.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    return the_window(shell, qtbot)


def shown(window: ReferenceWindow) -> list[str]:
    model = window.cards.model
    rows = [model.row_at(model.index(n, 0)) for n in range(model.rowCount())]
    return [card.id for card in rows if card is not None]


def choose(menu: object, word: str) -> None:
    actions = menu.menu().actions()  # type: ignore[attr-defined]
    next(it for it in actions if it.text() == word).trigger()


def test_the_home_screen_opens_it_without_an_audit(shell: Shell, qtbot: QtBot) -> None:
    buttons = shell.window.home.findChildren(QPushButton)
    tool = next(it for it in buttons if it.text() == "Criteria and terms")
    QTest.mouseClick(tool, Qt.MouseButton.LeftButton)
    window = the_window(shell, qtbot)
    assert window.isVisible()
    assert not shell.context.is_open
    assert len(shown(window)) == len(shell.context.services.load_library().criteria)
    QTest.mouseClick(tool, Qt.MouseButton.LeftButton)
    assert len(shell.window.findChildren(ReferenceWindow)) == 1


def test_typing_finds_and_return_is_not_needed(reference: ReferenceWindow, qtbot: QtBot) -> None:
    field = reference.cards.search
    assert field.hasFocus()
    QTest.keyClicks(field, "Art. 20")
    qtbot.waitUntil(lambda: reference.cards.row is not None and len(shown(reference)) < 200)
    row = reference.cards.row
    assert row is not None
    assert "20" in row.article
    assert row.title.en in reference.cards.text.toPlainText()
    assert row.paraphrase.zh in reference.cards.text.toPlainText()
    before = row.id
    QTest.keyClick(field, Qt.Key.Key_Down)
    after = reference.cards.row
    assert after is not None
    assert after.id != before
    assert field.hasFocus()


def test_digits_are_typed_in_the_field_and_switch_tabs_with_alt(
    reference: ReferenceWindow, qtbot: QtBot
) -> None:
    QTest.keyClicks(reference.cards.search, "2")
    assert reference.cards.search.text() == "2"
    assert reference.current == "cards"
    QTest.keyClick(reference.cards.search, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert reference.current == "terms"
    assert reference.terms.search.hasFocus()
    QTest.keyClicks(reference.terms.search, "verification review")
    qtbot.waitUntil(lambda: reference.terms.model.rowCount() == 1)
    said = reference.terms.text.toPlainText()
    assert "核查" in said
    assert "复核" in said
    assert "petition re-examination" in said


def test_filters_narrow_and_show_all_widens(reference: ReferenceWindow) -> None:
    cards = reference.cards
    texts = reference._context.texts
    total = len(shown(reference))
    choose(cards.kinds, texts.enum(CardKind.LAW))
    choose(cards.forces, texts.enum(Force.LAW))
    choose(cards.states, "To be verified")
    rows = [cards.model.row_at(cards.model.index(n, 0)) for n in range(cards.model.rowCount())]
    assert rows
    assert all(it and it.kind is CardKind.LAW and not it.verified for it in rows)
    assert f"of {total}" in cards.count.text()
    cards.show_all()
    assert len(shown(reference)) == total


def test_nothing_found_says_so_and_offers_the_way_back(reference: ReferenceWindow) -> None:
    reference.cards.show_words("zzzz")
    again = next(it for it in reference.cards.findChildren(QPushButton) if it.text() == "Show all")
    assert again.isVisible()
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert len(shown(reference)) > 100


def test_a_citation_is_copied(reference: ReferenceWindow) -> None:
    reference.ask(LookUp("cards", ART20))
    card = reference.cards.row
    assert card is not None
    QTest.keyClick(
        reference,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert QApplication.clipboard().text() == citation(card, Lang.EN)
    assert "Art. 20" in QApplication.clipboard().text()


def test_a_card_that_filters_hide_is_shown_all_the_same(reference: ReferenceWindow) -> None:
    reference.cards.show_words("ISO 19011")
    reference.ask(LookUp("cards", ART20))
    assert reference.cards.row is not None
    assert reference.cards.row.id == ART20


def test_the_palette_searches_it(shell: Shell, qtbot: QtBot) -> None:
    QTest.keyClick(shell.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = shell.window.palette_dialog
    assert palette is not None
    source = palette._find("核查")
    assert source[-1].title == "Search criteria and terms for “核查”"
    source[-1].run()
    window = the_window(shell, qtbot)
    assert ART20 in shown(window)


def test_the_language_changes_while_it_is_open(shell: Shell, reference: ReferenceWindow) -> None:
    reference.ask(LookUp("ambiguities", "A-04"))
    assert "Readings" in reference.ambiguities.text.toPlainText()
    shell.language.choose(LanguageChoice.ZH)
    assert reference.windowTitle() == "条款与术语"
    assert "可选解读" in reference.ambiguities.text.toPlainText()


def open_example(shell: Shell, example: Path, tmp_path: Path, page: str) -> Shell:
    path = tmp_path / "审核 example.audit"
    path.write_bytes(example.read_bytes())
    shell.window.open_file(path)
    shell.window.show_page(page)
    return shell


def test_from_a_question_to_its_card_and_back(
    shell: Shell, example: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_example(shell, example, tmp_path, "checklist").window
    page = window.page
    assert isinstance(page, ChecklistPage)
    view = page.desk.view
    assert view is not None
    question, card = view.asked.question.id, view.criteria[0].card
    assert card is not None
    pane = page.frame.guidance
    assert f'href="card:{card.id}"' in pane.text.toHtml()
    pane.text.anchorClicked.emit(QUrl(f"card:{card.id}"))
    reference = the_window(shell, qtbot)
    assert reference.cards.row is not None
    assert reference.cards.row.id == card.id
    assert f'href="question:{question}"' in reference.cards.text.toHtml()
    window.show_page("overview")
    reference.cards.text.anchorClicked.emit(QUrl(f"question:{question}"))
    assert window.page is page
    assert page.desk.pair is not None
    assert page.desk.pair[0] == question


def test_what_the_audit_keeps_goes_before_what_the_library_says_now(
    make_shell: Callable[..., Shell], start: Start, example: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    shipped = start.services.load_library()
    gone, changed = "iso10002-2018-7.2", "iso10002-2018-7.3"
    cards = {key: card for key, card in shipped.criteria.items() if key != gone}
    cards[changed] = replace(cards[changed], paraphrase=Bilingual("Newer words.", "新文字。"))
    services = replace(
        start.services, load_library=lambda: replace(shipped, packs=(), criteria=cards)
    )
    shell = open_example(make_shell(services=services), example, tmp_path, "overview")
    shell.context.look_up(gone)
    reference = the_window(shell, qtbot)
    said = reference.cards.text.toPlainText()
    assert "Only the open audit has this card" in said
    assert "P01-7.2-01" in said
    shell.context.look_up(changed)
    said = reference.cards.text.toPlainText()
    assert "Newer words." in said
    assert shipped.criteria[changed].paraphrase.en in said
    shell.context.close()
    assert shipped.criteria[changed].paraphrase.en not in reference.cards.text.toPlainText()


def test_the_plan_opens_its_card(shell: Shell, example: Path, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_example(shell, example, tmp_path, "plan").window
    page = window.page
    assert isinstance(page, PlanPage)
    page.show_part("criteria")
    page.criteria.show_kind(CARDS)
    table = page.criteria.cards
    table.setCurrentIndex(table.rows.index(3, 0))
    row = table.current_row
    assert row is not None
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    found = the_window(shell, qtbot).cards.row
    assert found is not None
    assert found.id == row.card.id


def test_a_finding_opens_its_card(
    shell: Shell, example: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_example(shell, example, tmp_path, "findings").window
    page = window.page
    assert isinstance(page, FindingsPage)
    with AuditFile.open_for_reading(shell.context.audit.path) as audit:
        cited = next(
            (row.id, card.card_id)
            for row in findings.finding_list(audit, today=TODAY)
            for card in findings.finding_detail(
                audit, PackShelf(audit), row.id, today=TODAY
            ).criteria
            if card.card is not None
        )
    page.show_target(cited[0])
    row = page.findChildren(FindingTies)[0].criteria.rows["card", cited[1]]
    go = next(it for it in row.findChildren(QToolButton) if it.accessibleName().startswith("Open"))
    go.click()
    found = the_window(shell, qtbot).cards.row
    assert found is not None
    assert found.id == cited[1]


def test_a_card_that_nobody_has_is_said(shell: Shell, qtbot: QtBot) -> None:
    shell.context.look_up("no-such-card")
    the_window(shell, qtbot)
    assert "no entry" in shell.window.toast.text


def test_links_are_reached_by_keys_and_the_tab_key_passes_by(
    shell: Shell, example: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_example(shell, example, tmp_path, "checklist").window
    page = window.page
    assert isinstance(page, ChecklistPage)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_C)
    reference = the_window(shell, qtbot)
    view = page.desk.view
    assert view is not None
    cards = [it.card.id for it in view.criteria if it.card is not None]
    assert reference.cards.row is not None
    assert reference.cards.row.id == cards[0]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_C)
    assert reference.cards.row.id == cards[1 % len(cards)]
    qtbot.waitUntil(reference.isActiveWindow)
    text = reference.cards.text
    text.setFocus()
    asked = [it for it in text.toPlainText().split() if it in view_ids(shell)]
    QTest.keyClick(text, Qt.Key.Key_Right)
    QTest.keyClick(text, Qt.Key.Key_Right)
    assert text.textCursor().selectedText() == asked[1]
    QTest.keyClick(text, Qt.Key.Key_Left)
    assert text.textCursor().selectedText() == asked[0]
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert page.desk.pair is not None
    assert page.desk.pair[0] == asked[0]
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert not text.hasFocus()


def view_ids(shell: Shell) -> set[str]:
    context = shell.context
    return {it.question.id for it in context.audit.read(context.shelf.content).pairs}
