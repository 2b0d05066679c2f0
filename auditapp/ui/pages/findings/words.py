"""The left side of a finding: title, the five Cs in order, the statement, what each side says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from auditapp import texts as catalogue
from auditapp.domain.finding_life import Edit, Part
from auditapp.domain.statement import FiveCs, compose
from auditapp.domain.vocabulary import FindingState, Lang
from auditapp.ops import findings as ops
from auditapp.ops.findings import PART_OF_TEXT
from auditapp.ops.texts import text_cell
from auditapp.ui.pages.records.editors import BilingualField
from auditapp.ui.pages.records.layout import column, label, line
from auditapp.ui.widgets.boxes import Card

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.ops.queries.findings import FindingDetail
    from auditapp.ops.queries.printed import Languages
    from auditapp.ui.context import AppContext

FIVE: Final = ("criterion", "condition", "evidence", "cause", "consequence")
_SPOKEN: Final = frozenset({FindingState.DRAFT, FindingState.FACTS_CONFIRMED})


class FindingWords(QWidget):
    """Edits the texts of a finding; ``reason`` gives the reason of a revision under way."""

    def __init__(
        self, context: AppContext, reason: Callable[[], str | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._reason = reason
        self._detail: FindingDetail | None = None
        self.fields: dict[str, BilingualField] = {}
        for name in ("title", *FIVE, "response", "auditee_cause", "team_answer"):
            self.fields[name] = BilingualField(
                context,
                self._setter(name),
                self,
                draft=self._drafter(name),
                lines=1 if name == "title" else 2,
            )
        self._statement_name = label(self, "strong")
        self._statement_hint = label(self, "caption")
        self.statements: dict[bool, QLabel] = {}
        self._sides: list[QFrame] = []
        self._auditee_name = label(self, "strong")
        self._team_name = label(self, "strong")
        self._auditee_icon, self._team_icon = label(self), label(self)
        self._arrange()
        context.theme.changed.connect(self._retint)
        self._retint()

    def flush(self) -> None:
        """Make what was typed a step now."""
        for field in self.fields.values():
            field.flush()

    def load(self, detail: FindingDetail, languages: Languages) -> None:
        """Show a finding's texts."""
        self._detail = detail
        for name, field in self.fields.items():
            rule = detail.edits[PART_OF_TEXT[name]]
            field.load(detail.texts[name], languages, drafting=rule is Edit.FREE)
            revising = rule is Edit.REVISION and self._reason() is not None
            field.set_read_only(rule is Edit.NO or (rule is Edit.REVISION and not revising))
        self._show_statement(detail, languages)
        said = any(detail.texts[name] for name in ("response", "auditee_cause", "team_answer"))
        for side in self._sides:
            side.setVisible(said or detail.row.state not in _SPOKEN)

    def retranslate(self) -> None:
        """Set every string again."""
        words = {
            "title": (self.tr("Title"), ""),
            "criterion": (self.tr("1  Criterion"), self.tr("which rule, which article")),
            "condition": (
                self.tr("2  Condition"),
                self.tr("what was found: facts, numbers, where, when"),
            ),
            "evidence": (self.tr("3  Evidence"), self.tr("what shows it")),
            "cause": (self.tr("4  Cause"), self.tr("why, as far as it is known")),
            "consequence": (self.tr("5  Consequence"), self.tr("what it leads to, for whom")),
            "response": (self.tr("Response"), self.tr("in the auditee's own words")),
            "auditee_cause": (self.tr("Cause as the auditee sees it"), ""),
            "team_answer": (
                self.tr("Answer of the team"),
                self.tr("to a comment or a dispute; never put into the auditee's mouth"),
            ),
        }
        for name, (title, hint) in words.items():
            self.fields[name].set_texts(title, hint)
        self._statement_name.setText(self.tr("Statement"))
        self._statement_hint.setText(self.tr("as it will print"))
        self._auditee_name.setText(self.tr("The auditee's side"))
        self._team_name.setText(self.tr("The audit team's side"))

    def focus_first(self) -> None:
        """Begin to edit."""
        self.fields["title"].editors[False].setFocus()

    def _arrange(self) -> None:
        box = column(self, gap=12)
        for name in ("title", *FIVE):
            box.addWidget(self.fields[name])
        head = line()
        head.addWidget(self._statement_name)
        head.addWidget(self._statement_hint, 1)
        paper = Card(self, margin=12)
        paper.body.addLayout(head)
        both = line(gap=16)
        for is_second in (False, True):
            said = label(paper, wrap=True)
            said.setTextInteractionFlags(said.textInteractionFlags())
            self.statements[is_second] = said
            both.addWidget(said, 1)
        paper.body.addLayout(both)
        box.addWidget(paper)
        for icon, name, fields in (
            (self._auditee_icon, self._auditee_name, ("response", "auditee_cause")),
            (self._team_icon, self._team_name, ("team_answer",)),
        ):
            side = Card(self, margin=12)
            top = line()
            top.addWidget(icon)
            top.addWidget(name, 1)
            side.body.addLayout(top)
            for field in fields:
                side.body.addWidget(self.fields[field])
            self._sides.append(side)
            box.addWidget(side)
        box.addStretch()

    def _show_statement(self, detail: FindingDetail, languages: Languages) -> None:
        for is_second, said in self.statements.items():
            lang = languages.second if is_second else languages.main
            said.setVisible(lang is not None)
            if lang is not None:
                text = statement(detail, lang)
                said.setText(text or "—")
                said.setAccessibleName(f"{self._statement_name.text()} {text}")

    def _setter(self, name: str) -> Callable[[Lang, str], None]:
        def store(lang: Lang, text: str) -> None:
            if self._detail is not None:
                op = ops.set_finding_text(
                    self._detail.row.id, name, {lang: text}, reason=self._reason()
                )
                warn = self._detail.edits[PART_OF_TEXT[name]] is Edit.RECONFIRM
                if self._context.perform(op) is not None and warn:
                    self._context.notify(
                        self.tr("The facts changed: they must be confirmed again."),
                        self.tr("Undo"),
                        self._context.undo,
                    )

        return store

    def _drafter(self, name: str) -> Callable[[Lang, str], None]:
        def keep(lang: Lang, text: str) -> None:
            context = self._context
            if self._detail is not None:
                audit = context.audit
                finding = self._detail.row.id
                cell = text_cell(audit.audit_id, finding, name, lang, "finding.set_text")
                audit.save_draft(cell, text, actor=context.heading.actor)

        return keep

    def _retint(self) -> None:
        icons = self._context.icons
        self._auditee_icon.setPixmap(icons.pixmap("people", "minor", 20))
        self._team_icon.setPixmap(icons.pixmap("person", "accent", 20))


def statement(detail: FindingDetail, lang: Lang) -> str:
    """The statement in one language, from that language's texts alone."""
    said = {name: detail.texts[name].get(lang) for name in FIVE}
    five = FiveCs(
        criterion=said["criterion"],
        condition=said["condition"],
        evidence=[chip.number for chip in detail.evidence],
        cause=said["cause"],
        consequence=said["consequence"],
    )
    return compose(five, detail.row.grade, lang, catalogue.load(lang).say)


def locked(detail: FindingDetail, part: Part, reason: str | None) -> bool:
    """Whether a part cannot be edited now."""
    rule = detail.edits[part]
    return rule is Edit.NO or (rule is Edit.REVISION and reason is None)
