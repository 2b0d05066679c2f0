"""Packs that are drafts: an audit takes them only when the user says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from auditapp.ui.pages.records.asking import ask_yes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from auditapp.packs.content import Pack
    from auditapp.ui.context import AppContext

translate = QCoreApplication.translate


def when_accepted(
    context: AppContext, parent: QWidget, packs: Iterable[Pack], then: Callable[[], None]
) -> None:
    """Do ``then``; where packs are drafts only after a yes to the sentence that says so."""
    drafts = [pack for pack in packs if pack.draft]
    if not drafts:
        then()
        return
    texts, lang = context.texts, context.lang
    names = texts.join([f"{pack.id} {pack.title.get(lang)}" for pack in drafts])
    lacking = sum(bool(question.missing) for pack in drafts for question in pack.questions)
    said = translate(
        "Drafts",
        "{names}: {n} questions lack parts, such as the guidance for grading. The audit and its "
        "report will say that this is a draft.",
    )
    ask_yes(
        parent,
        translate("Drafts", "Use a draft?"),
        said.format(names=names, n=texts.number(lacking)),
        translate("Drafts", "Use the draft"),
        then,
    )
