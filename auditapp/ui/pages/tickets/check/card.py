"""The extract card 数据提取说明: who took what out of which system, when, and what was told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QGridLayout, QPushButton, QWidget

from auditapp.domain.vocabulary import EvidenceKind
from auditapp.errors import UserError
from auditapp.ops import tickets as ops
from auditapp.ops.queries.plan import frame
from auditapp.ops.queries.ticket_rows import Presence
from auditapp.ops.queries.tickets import control_totals, extract_card
from auditapp.ui.pages.evidence.adding import PICTURES, EvidenceAdder
from auditapp.ui.pages.records.asking import ask_reason
from auditapp.ui.pages.records.editors import DateField, TextField
from auditapp.ui.pages.records.layout import attempt, button, column, label, line, scrolling
from auditapp.ui.pages.tickets.words import table_name
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.date_field import read_date

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from auditapp.ops.queries.ticket_rows import ExtractCard
    from auditapp.ui.context import AppContext

_CLOCK: Final = re.compile(r"(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?\Z")
_SIDE: Final = 336


class CardPart(QWidget):
    """Fields that save themselves; the evidence for the query beside them."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._card: ExtractCard | None = None
        inner = QWidget(self)
        self.name_field = TextField(context, self._on_title, inner)
        self.system_field = TextField(context, self._on_system, inner)
        self.person_field = TextField(context, self._on_person, inner)
        self.run_field = TextField(context, self._on_run_at, inner)
        self.as_of_field = TextField(context, self._on_as_of, inner)
        self.from_field = DateField(context, inner)
        self.to_field = DateField(context, inner)
        self.count_field = TextField(context, self._on_told, inner)
        self.told_field = TextField(context, self._on_told, inner)
        self.query_field = TextField(context, self._on_query, inner, lines=5)
        self.proof_title = label(inner, "strong")
        self.proof_label = label(inner, "muted", wrap=True)
        self.attach_button = button(context.icons, "screenshot", self._on_attach, inner)
        self.show_button = button(context.icons, "evidence", self._on_show, inner)
        self.facts_title = label(inner, "strong")
        self.facts_label = label(inner, "muted", wrap=True)
        self.withdraw_button = QPushButton(inner)
        self._adder = EvidenceAdder(context, self)
        self._adder.added.connect(self._on_added)
        self._arrange(inner)
        self.from_field.chosen.connect(self._on_from)
        self.to_field.chosen.connect(self._on_to)
        self.withdraw_button.clicked.connect(self._on_withdraw)

    def retranslate(self) -> None:
        """Set every string again."""
        moment = self.tr("YYYY-MM-DD HH:MM")
        self.name_field.set_texts(self.tr("Title"))
        self.system_field.set_texts(self.tr("System"), self.tr("Which system it comes from"))
        self.person_field.set_texts(self.tr("Run by"), self.tr("Name and role"))
        self.run_field.set_texts(self.tr("Run at (also as-of, if none is given)"), moment)
        self.as_of_field.set_texts(self.tr("As of"), moment)
        self.from_field.set_texts(self.tr("Period from"))
        self.to_field.set_texts(self.tr("Period to"))
        self.count_field.set_texts(self.tr("Tickets in it, as the auditee told"))
        self.told_field.set_texts(self.tr("Told where"), self.tr("Report, mail, interview"))
        self.query_field.set_texts(
            self.tr("Query or filter"), self.tr("The query's text, or the filters as they were set")
        )
        self.proof_title.setText(self.tr("Evidence of the query"))
        self.attach_button.setText(self.tr("Attach a screenshot …"))
        self.show_button.setText(self.tr("Show it"))
        self.facts_title.setText(self.tr("The file"))
        self.withdraw_button.setText(self.tr("Withdraw this extract …"))

    def refresh(self, population_id: UUID) -> None:
        """Read the card of an extract."""
        for field in self._fields:
            field.flush()  # what is still typed belongs to the card before
        card = extract_card(self._context.audit, population_id)
        self._card = card
        lang = frame(self._context.audit).main_lang
        self.name_field.load(card.title.get(lang, ""))
        self.system_field.load(card.system or "")
        self.person_field.load(card.run_by or "")
        self.run_field.load(shown_moment(card.run_at))
        self.as_of_field.load(shown_moment(card.as_of))
        self.from_field.load(card.period_from)
        self.to_field.load(card.period_to)
        self.count_field.load("" if card.told_count is None else str(card.told_count))
        self.told_field.load(card.told_source or "")
        self.query_field.load(card.query_text or "")
        self._show_proof(card)
        self.facts_label.setText(self._facts(card))

    # -- inside -------------------------------------------------------------------------------

    @property
    def _fields(self) -> tuple[TextField, ...]:
        return (
            self.name_field, self.system_field, self.person_field, self.run_field,
            self.as_of_field, self.count_field, self.told_field, self.query_field,
        )  # fmt: skip

    def _arrange(self, inner: QWidget) -> None:
        form = Card(inner)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.name_field, 0, 0, 1, 2)
        grid.addWidget(self.system_field, 1, 0)
        grid.addWidget(self.person_field, 1, 1)
        grid.addWidget(self.run_field, 2, 0)
        grid.addWidget(self.as_of_field, 2, 1)
        grid.addWidget(self.from_field, 3, 0)
        grid.addWidget(self.to_field, 3, 1)
        grid.addWidget(self.count_field, 4, 0)
        grid.addWidget(self.told_field, 4, 1)
        grid.addWidget(self.query_field, 5, 0, 1, 2)
        form.body.addLayout(grid)
        form.body.addStretch()
        side = QWidget(inner)
        side.setFixedWidth(_SIDE)
        stack = column(side, gap=16)
        proof = Card(side)
        for widget in (self.proof_title, self.proof_label, self.attach_button, self.show_button):
            proof.body.addWidget(widget)
        facts = Card(side)
        for widget in (self.facts_title, self.facts_label, self.withdraw_button):
            facts.body.addWidget(widget)
        stack.addWidget(proof)
        stack.addWidget(facts)
        stack.addStretch()
        whole = line(inner, gap=16)
        whole.addWidget(form, 1)
        whole.addWidget(side)
        column(self, gap=0).addWidget(scrolling(inner, self))

    def _show_proof(self, card: ExtractCard) -> None:
        if card.evidence_id is None:
            self.proof_label.setText(
                self.tr("A screenshot of the query as it ran, or the file that the system gave.")
            )
        else:
            self.proof_label.setText(
                self.tr("Evidence {number}").format(number=card.evidence_number)
            )
        self.show_button.setVisible(card.evidence_id is not None)

    def _facts(self, card: ExtractCard) -> str:
        texts, lines = self._context.texts, list[str]()
        for source in card.sources:
            size = texts.size(source.file_size or 0)
            lines.append(f"{table_name(source.table)}: {source.file_name}, {size}")
        lines.append(f"SHA-256 {_spaced(card.extract_hash.upper())}")
        if card.key_id is None:
            lines.append(self.tr("Pseudonyms: the key was not kept, so it cannot be compared"))
        else:
            lines.append(self.tr("Pseudonyms: under the audit's key"))
        if card.presence is Presence.ELSEWHERE:
            lines.append(texts.say("ticket_mark.elsewhere"))
        return "\n".join(lines)

    def _facts_of(self) -> ops.CardFacts | None:
        if self._card is None:
            return None
        # Read anew: another field may have been saved a moment ago.
        card = extract_card(self._context.audit, self._card.id)
        return ops.CardFacts(
            title=dict(card.title),
            system=card.system,
            run_by=card.run_by,
            query_text=card.query_text,
            evidence_id=card.evidence_id,
            run_at=card.run_at,
            period_from=card.period_from,
            period_to=card.period_to,
            told_count=card.told_count,
            told_source=card.told_source,
            as_of=card.as_of,
        )

    def _save(self, **changes: Any) -> None:
        facts, population = self._facts_of(), self._shown
        if facts is None or population is None:
            return
        attempt(self._context, lambda: ops.edit_card(population, replace(facts, **changes)))

    @property
    def _shown(self) -> UUID | None:
        return None if self._card is None else self._card.id

    def _on_title(self, text: str) -> None:
        facts = self._facts_of()
        if facts is not None:
            lang = frame(self._context.audit).main_lang
            self._save(title={**facts.title, lang: text})

    def _on_system(self, text: str) -> None:
        self._save(system=text)

    def _on_person(self, text: str) -> None:
        self._save(run_by=text)

    def _on_query(self, text: str) -> None:
        self._save(query_text=text)

    def _on_run_at(self, text: str) -> None:
        self._take_moment("run_at", text, self.run_field)

    def _on_as_of(self, text: str) -> None:
        self._take_moment("as_of", text, self.as_of_field)

    def _take_moment(self, name: str, text: str, field: TextField) -> None:
        moment = read_moment(text)
        if text.strip() and moment is None:
            self._context.notify(self._context.texts.say("error.bad_date", text=text))
            stored = None if self._card is None else getattr(self._card, name)
            field.load(shown_moment(stored))
            return
        self._save(**{name: moment})

    def _on_from(self, day: date | None) -> None:
        self._save(period_from=day)

    def _on_to(self, day: date | None) -> None:
        self._save(period_to=day)

    def _on_told(self, _text: str) -> None:
        population = self._shown
        if population is None:
            return
        typed = self.count_field.text.replace(",", "").replace(" ", "")
        if typed and not typed.isdigit():
            self._context.refused.emit(UserError("told_not_readable", row=1))
            told = None if self._card is None else self._card.told_count
            self.count_field.load("" if told is None else str(told))
            return
        # The figure is what the population is judged by: the verdict is asked for anew.
        totals = control_totals(self._context.audit, population)
        told = [(it.month, it.channel, it.told) for it in totals.rows if it.told is not None]
        attempt(
            self._context,
            lambda: ops.set_told(
                population, told, total=int(typed) if typed else None, source=self.told_field.text
            ),
        )

    def _on_attach(self) -> None:
        if not QGuiApplication.clipboard().image().isNull():
            self._adder.add_image(QGuiApplication.clipboard().image())
            return
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Evidence of the query"))
        if name:
            self.attach(Path(name))

    def attach(self, path: Path) -> None:
        """Take a file as the evidence of the query."""
        is_picture = path.suffix.lower() in PICTURES
        self._adder.add_files([path], kind=EvidenceKind.SCREENSHOT if is_picture else None)

    def _on_added(self, ids: tuple[UUID, ...]) -> None:
        if ids:
            self._save(evidence_id=ids[0])

    def _on_show(self) -> None:
        if self._card is not None and self._card.evidence_id is not None:
            self._context.go("evidence", self._card.evidence_id)

    def _on_withdraw(self) -> None:
        population = self._shown
        if population is None:
            return

        def take(reason: str) -> None:
            attempt(self._context, lambda: ops.withdraw_population(population, reason))

        ask_reason(
            self,
            self.tr("Withdraw this extract?"),
            self.tr("Its results stay in the audit and count no more; the tickets file stays."),
            self.tr("Withdraw"),
            take,
        )


def read_moment(text: str) -> datetime | None:
    """A moment from ``2026-11-23 18:05`` in this machine's time; without a time 00:00; else None.

    Dates as ``read_date`` takes them.
    """
    parts = text.replace("T", " ").split()
    clock, rest = time(), parts
    if len(parts) > 1 and (found := _CLOCK.match(parts[-1])) is not None:
        try:
            hour, minute, second = (int(part) for part in found.groups(default="0"))
            clock = time(hour, minute, second)
        except ValueError:
            return None
        rest = parts[:-1]
    day = read_date(" ".join(rest))
    return None if day is None else datetime.combine(day, clock).astimezone()


def shown_moment(moment: datetime | None) -> str:
    """A moment as it is typed."""
    return "" if moment is None else f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _spaced(digits: str) -> str:
    return " ".join(digits[at : at + 8] for at in range(0, len(digits), 8))
