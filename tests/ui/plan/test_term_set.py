"""The set of terms: chosen in the plan, spoken by the window, the register and the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from auditapp.domain.vocabulary import Grade, TermSet
from auditapp.ops.queries import plan as plan_queries
from auditapp.settings import LanguageChoice
from auditapp.store.audit_file import AuditFile
from auditapp.ui.rail import Rail, RailButton

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.ui.app import Shell
    from auditapp.ui.pages.plan.page import PlanPage


def stored(path: Path) -> str:
    with AuditFile.open_for_reading(path) as audit:
        return plan_queries.frame(audit).term_set


def rail(shell: Shell) -> list[str]:
    found = shell.window.findChild(Rail)
    assert found is not None
    return [button.text() for button in found.findChildren(RailButton)]


def choose(page: PlanPage, terms: TermSet) -> None:
    combo = page.frame.facts_ui.terms_combo
    combo.setCurrentIndex(combo.findData(terms.value))
    combo.activated.emit(combo.currentIndex())


@pytest.mark.parametrize("language", [LanguageChoice.ZH, LanguageChoice.EN])
def test_the_window_speaks_the_words_that_the_audit_chose(
    shell: Shell, page: PlanPage, language: LanguageChoice
) -> None:
    shell.language.choose(language)
    zh = language is LanguageChoice.ZH
    path = shell.context.audit.path
    major = shell.context.texts.enum(Grade.MAJOR)
    assert major == ("严重不符合" if zh else "Major nonconformity")
    before = rail(shell)
    assert ("审核发现" in before) is zh
    choose(page, TermSet.INTERNAL_AUDIT)
    assert stored(path) == TermSet.INTERNAL_AUDIT
    assert shell.context.texts.enum(Grade.MAJOR) == ("重大问题" if zh else "Significant issue")
    assert ("审计发现" in rail(shell)) is zh
    assert not any("审核" in word for word in rail(shell))
    assert page.frame.facts_ui.terms_combo.currentData() == TermSet.INTERNAL_AUDIT
    closing = page.frame.dates_ui.closing_on_edit_label.text()
    assert closing == ("审计离场会" if zh else "Exit meeting")
    shell.context.undo()
    assert stored(path) == TermSet.SYSTEM_AUDIT
    assert rail(shell) == before


def test_it_holds_for_the_audit_and_ends_with_it(shell: Shell, page: PlanPage) -> None:
    shell.context.change_settings(language=LanguageChoice.ZH)
    choose(page, TermSet.INTERNAL_AUDIT)
    path = shell.context.audit.path
    shell.context.close()
    assert shell.context.texts.enum(Grade.MAJOR) == "严重不符合"
    assert QApplication.translate("Pages", "Findings") == "审核发现"
    shell.window.open_file(path)
    assert shell.context.texts.enum(Grade.MAJOR) == "重大问题"
    assert QApplication.translate("Pages", "Findings") == "审计发现"


def test_a_ready_wording_is_in_the_audit_s_words(shell: Shell, page: PlanPage) -> None:
    choose(page, TermSet.INTERNAL_AUDIT)
    page.frame.pairs["scope"].proposal_wanted.emit()
    with AuditFile.open_for_reading(shell.context.audit.path) as audit:
        text = plan_queries.frame(audit).texts["scope"].best()
    assert "被审计单位" in text
    assert "审核" not in text
