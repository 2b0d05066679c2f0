"""The new-audit wizard: nine pages, finished at any of them."""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QListWidgetItem, QMessageBox, QWidget

from auditapp.domain.vocabulary import Role
from auditapp.errors import UserError
from auditapp.ops.set_up import create_file
from auditapp.settings import Person
from auditapp.store.audit_file import Opening
from auditapp.ui._gen.ui_new_audit_dialog import Ui_NewAuditDialog
from auditapp.ui.pages.new_audit.criteria_step import CriteriaStep
from auditapp.ui.pages.new_audit.draft import Draft
from auditapp.ui.pages.new_audit.packs_step import PacksStep
from auditapp.ui.pages.new_audit.profile_step import ProfileStep
from auditapp.ui.pages.new_audit.steps import (
    AssignStep,
    DatesStep,
    StartStep,
    TeamStep,
    UnitsStep,
    WordsStep,
)
from auditapp.ui.pages.plan.drafts import when_accepted
from auditapp.ui.pages.plan.library import read_library
from auditapp.ui.pages.plan.lines import PersonLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.packs.content import Library
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.new_audit.step import Step


def new_audit(context: AppContext, window: QWidget) -> None:
    """Ask for a new audit, make its file and open it."""
    dialog = NewAuditDialog(context, window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class NewAuditDialog(QDialog):
    """Collects a plan and writes it as a new audit file, which it opens."""

    def __init__(
        self, context: AppContext, parent: QWidget | None = None, *, folder: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._library: Library | None = None
        self._tried = False
        self._is_waiting = False
        self.draft = _first_draft(context, folder)
        self.ui = Ui_NewAuditDialog()
        self.ui.setupUi(self)
        make = (context, self.draft, self)
        self.start, self.units, self.words = StartStep(*make), UnitsStep(*make), WordsStep(*make)
        self.criteria, self.dates, self.team = (
            CriteriaStep(*make), DatesStep(*make), TeamStep(*make),
        )  # fmt: skip
        self.packs, self.profile = PacksStep(*make), ProfileStep(*make)
        self.assign = AssignStep(*make)
        self.steps: tuple[Step, ...] = (
            self.start, self.units, self.words, self.criteria,
            self.dates, self.team, self.packs, self.profile, self.assign,
        )  # fmt: skip
        for step in self.steps:
            self.ui.stack.addWidget(step)
            step.changed.connect(self._say)
            self.ui.steps_list.addItem(QListWidgetItem())
        self.ui.steps_list.setProperty("role", "ground")
        context.theme.changed.connect(self._retint)
        self._retint()
        self._connect()
        self.retranslate()
        self.ui.steps_list.setCurrentRow(0)
        self.start.focus_first()
        self._before = deepcopy(self.draft)
        context.jobs.run(read_library, self._on_library, on_error=self._on_library_error)

    @property
    def current(self) -> int:
        """The number of the page in front."""
        return self.ui.stack.currentIndex()

    @property
    def is_ready(self) -> bool:
        """Whether the library has been read."""
        return self._library is not None

    def retranslate(self) -> None:
        """Set every string."""
        ui = self.ui
        ui.retranslateUi(self)
        ui.finish_button.setToolTip(
            self.tr("What is not filled in takes its default") + "  Ctrl+Enter"
        )
        ui.next_button.setToolTip(self.tr("Next") + "  Ctrl+PgDown")
        ui.back_button.setToolTip(self.tr("Back") + "  Ctrl+PgUp")
        for number, (title, _) in enumerate(self._titles()):
            item = ui.steps_list.item(number)
            item.setText(f"{number + 1}   {title}")
        for step in self.steps:
            step.retranslate()
        self._say()

    def go_to(self, number: int) -> None:
        """Bring a page to the front."""
        self.ui.steps_list.setCurrentRow(number)

    def finish(self) -> None:
        """Make the file with what is there and open it; go to the first problem instead."""
        self._tried = True
        for number, step in enumerate(self.steps):
            step.show_draft()
            if step.problem():
                self.go_to(number)
                self._say()
                step.focus_first()
                return
        if self._library is None:
            self._is_waiting = True
            return
        used = self.draft.used_packs(self._library)
        when_accepted(self._context, self, used, self._make)

    def _make(self) -> None:
        context, draft = self._context, self.draft
        if self._library is None:
            return
        try:
            create_file(draft.path, Opening(person=draft.me), draft.set_up(self._library))
        except UserError as error:
            self._show_problem(context.texts.error(error))
            return
        mine = next(person for person in draft.people if person.code == draft.me)
        if not context.settings.me.is_known:
            context.change_settings(me=Person(name=mine.name, code=draft.me))
        self.accept()
        if context.open(draft.path):
            context.go("plan")

    def reject(self) -> None:
        """Leave; what was typed is asked about first."""
        if self.draft == self._before or self._may_leave():
            super().reject()

    # -- inside -------------------------------------------------------------------------------

    def _connect(self) -> None:
        ui = self.ui
        ui.steps_list.currentRowChanged.connect(self._on_step)
        ui.next_button.clicked.connect(self._moving(1))
        ui.back_button.clicked.connect(self._moving(-1))
        ui.cancel_button.clicked.connect(self.reject)
        ui.finish_button.clicked.connect(self.finish)
        for keys, run in (
            ("Ctrl+PgDown", self._moving(1)),
            ("Ctrl+PgUp", self._moving(-1)),
            ("Ctrl+Return", self.finish),
            ("Ctrl+Enter", self.finish),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    def _retint(self) -> None:
        theme = self._context.theme
        self.ui.steps_list.setStyleSheet(
            "QListWidget::item { height: 36px; padding-left: 8px; border-radius: 6px; }"
            "QListWidget::item:selected {"
            f" background: {theme.css('accent_soft')}; color: {theme.css('accent')}; }}"
            "QListWidget { border: 1px solid transparent; border-radius: 6px; }"
            f"QListWidget:focus {{ border: 1px solid {theme.css('accent')}; }}"
        )

    def _titles(self) -> list[tuple[str, str]]:
        return [
            (
                self.tr("Audit"),
                self.tr("Title, number and you: that is enough to begin; the rest can follow."),
            ),
            (
                self.tr("Units"),
                self.tr("What is audited: head office, branches, sites, outlets, vendors."),
            ),
            (
                self.tr("Objectives and scope"),
                self.tr("Ready wordings in the audit's languages; change what does not fit."),
            ),
            (
                self.tr("Criteria"),
                self.tr("What binds the auditee; by guidance alone grades stop at improvement."),
            ),
            (self.tr("Dates"), self.tr("When things happen, and when what is due.")),
            (self.tr("Team"), self.tr("Who audits, who goes along, who answers.")),
            (
                self.tr("Packs"),
                self.tr("Which questions are asked where. A pack is frozen into the file."),
            ),
            (
                self.tr("Profile"),
                self.tr("Facts about the organisation take out what does not apply to it."),
            ),
            (
                self.tr("Assignment"),
                self.tr("Who audits and who reviews which part, by section and unit."),
            ),
        ]

    def _on_step(self, number: int) -> None:
        if number < 0:
            return
        title, sentence = self._titles()[number]
        self.ui.title_label.setText(title)
        self.ui.sentence_label.setText(sentence)
        self.ui.stack.setCurrentIndex(number)
        self.steps[number].show_draft()
        last = number == len(self.steps) - 1
        self.ui.back_button.setEnabled(number > 0)
        self.ui.next_button.setVisible(not last)
        self.ui.next_button.setDefault(not last)
        self.ui.finish_button.setDefault(last)
        self._say()

    def _moving(self, by: int) -> Callable[[], None]:
        def move() -> None:
            wanted = min(max(self.current + by, 0), len(self.steps) - 1)
            if wanted != self.current:
                self.go_to(wanted)
                self.steps[wanted].focus_first()

        return move

    def _say(self) -> None:
        """Problems of this page (before the first try: not those of a field still empty)."""
        problem = self.steps[self.current].problem() if self.current >= 0 else ""
        if self.current == 0 and not self._tried and not self.draft.title.strip():
            problem = ""
        self._show_problem(problem)
        self.ui.summary_label.setText(self._summary())

    def _show_problem(self, problem: str) -> None:
        self.ui.problem_label.setText(problem)

    def _summary(self) -> str:
        """What the audit will be, in one line."""
        if self._library is None:
            return ""
        work = self.draft.work(self._library, self._context.lang)
        hours = sum(task.minutes for task in work.tasks) / 60
        return " · ".join(
            (
                self.tr("%n units", "", len(self.draft.sampled)),
                self.tr("%n people", "", len(self.draft.people)),
                self.tr("%n questions", "", len(work.tasks)),
                f"{hours:.0f} h",
            )
        )

    def _on_library(self, library: Library) -> None:
        self._library = library
        for step in self.steps:
            step.library = library
        if self.current > 0:
            self.steps[self.current].show_draft()
        self._say()
        if self._is_waiting:
            self._is_waiting = False
            self.finish()

    def _on_library_error(self, error: UserError) -> None:
        self._is_waiting = False
        self._show_problem(self._context.texts.error(error))

    def _may_leave(self) -> bool:
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("New audit"))
        box.setText(self.tr("Leave without making the audit? What you typed here is lost."))
        leave = box.addButton(self.tr("Leave"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is leave


def _first_draft(context: AppContext, folder: Path | None) -> Draft:
    me = context.settings.me
    if folder is None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        documents = Path(QStandardPaths.writableLocation(place))
        folder = documents if documents.is_dir() else Path.home()
    number = f"{datetime.now().astimezone():%Y%m%d}-01"
    draft = Draft(path=folder / "audit.audit", number=number, main=context.lang, me=me.code.upper())
    draft.people = [PersonLine(me.code.upper(), me.name, Role.TEAM_LEADER)]
    return draft
