"""The second source (R-001): contacts of another source held against the tickets, both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from auditapp.ops.queries.ticket_board import board, result_detail
from auditapp.ops.queries.ticket_exceptions import exceptions
from auditapp.ops.queries.ticket_rows import Window
from auditapp.ops.queries.tickets import extract_card
from auditapp.ops.ticket_runs import R001, match_second_source
from auditapp.ops.ticket_stored import STORED
from auditapp.tickets.fields import Table
from auditapp.ui.pages.records.layout import column, label, line
from auditapp.ui.pages.tickets.looking import code_name
from auditapp.ui.widgets.boxes import Card, EmptyState
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from auditapp.jobs.progress import Progress
    from auditapp.ops.queries.ticket_rows import BoardRow, ExceptionRow, ExtractCard
    from auditapp.store.op import Outcome
    from auditapp.tickets.populations import TicketFiles
    from auditapp.ui.context import AppContext

translate = QCoreApplication.translate


class SecondPart(QWidget):
    """What the sample says of the tickets' completeness.

    Signals:
        sample_wanted: the user wants to import the extract together with a contact sample.
    """

    sample_wanted = Signal()

    def __init__(
        self, context: AppContext, files: Callable[[], TicketFiles], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._files = files
        self._card: ExtractCard | None = None
        self.empty = EmptyState(context.icons, "sample", self)
        self.import_button = self.empty.add_button(primary=True)
        self.ready = EmptyState(context.icons, "sample", self)
        self.first_button = self.ready.add_button(primary=True)
        self.sentence = label(self, "strong", wrap=True)
        self.back_sentence = label(self, "muted", wrap=True)
        self.again_button = QPushButton(self)
        self.model: RowsModel[ExceptionRow] = RowsModel(
            columns(context), lambda row: row.position, self
        )
        self.table: RowTable[ExceptionRow] = RowTable(self.model, self)
        self._stack = QStackedWidget(self)
        self._arrange()
        self.import_button.clicked.connect(self.sample_wanted)
        self.first_button.clicked.connect(self.match)
        self.again_button.clicked.connect(self.match)

    def retranslate(self) -> None:
        """Set every string again."""
        self.empty.set_texts(
            self.tr("No contact sample in this extract"),
            self.tr(
                "Complaints that were never recorded cannot be found among the tickets. Take a "
                "sample of calls, chats or letters, mark what is a complaint, and import it "
                "together with the tickets."
            ),
        )
        self.import_button.setText(self.tr("Import with a contact sample"))
        self.ready.set_texts(
            self.tr("Hold the contact sample against the tickets"),
            self.tr(
                "R-001: each contact that you called a complaint needs a ticket, by contact number "
                "or by customer within 24 hours. The other way round, tickets without a contact "
                "are counted."
            ),
        )
        self.first_button.setText(self.tr("Match"))
        self.again_button.setText(self.tr("Match again"))
        self.table.setAccessibleName(self.tr("Complaints without a ticket"))
        self.table.retranslate()

    def refresh(self, population_id: UUID) -> None:
        """Read what was matched last."""
        context = self._context
        self._card = card = extract_card(context.audit, population_id)
        today = context.audit.now().astimezone().date()
        rows = board(context.audit, population_id, today=today).rows
        row = next((it for it in rows if it.rule_id == R001 and it.kind == "second_source"), None)
        if row is not None:
            detail = result_detail(context.audit, row.result_id, today=today).detail
            self._say(row, detail)
            page = exceptions(
                context.audit, None, row.result_id, today=today, window=Window(limit=STORED)
            )
            self.model.set_rows(page.rows)
            self._stack.setCurrentIndex(2)
        else:
            has_sample = any(it.table == Table.CONTACT_SAMPLE for it in card.sources)
            self._stack.setCurrentIndex(1 if has_sample else 0)

    def match(self) -> None:
        """Hold the sample against the tickets, in a job."""
        context, card = self._context, self._card
        if card is None:
            return
        audit, actor, files = context.audit, context.heading.actor, self._files()
        moment = card.as_of or card.run_at or audit.now()
        as_of = moment.astimezone().date().isoformat()

        def work(progress: Progress) -> Outcome[UUID]:
            return match_second_source(
                audit, files, card.id, as_of=as_of, actor=actor, progress=progress
            )

        def done(outcome: Outcome[UUID]) -> None:
            context.announce(outcome, self)

        context.jobs.run(
            work, done, title=self.tr("Matching contacts"), uses_audit=True, blocking=True
        )

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        found = QWidget(self)
        head = line(gap=12)
        words = column(gap=4)
        words.addWidget(self.sentence)
        words.addWidget(self.back_sentence)
        head.addLayout(words, 1)
        head.addWidget(self.again_button)
        card = Card(found, margin=1, gap=0)
        card.body.addWidget(self.table)
        box = column(found, gap=12)
        box.addLayout(head)
        box.addWidget(card, 1)
        for widget in (self.empty, self.ready, found):
            self._stack.addWidget(widget)
        column(self, gap=0).addWidget(self._stack)

    def _say(self, row: BoardRow, detail: Any) -> None:
        texts = self._context.texts
        given = cast("dict[str, Any]", dict(detail))
        share = texts.percent(row.rate, 1) if row.coloured else f"{row.numerator}/{row.denominator}"
        said = self.tr(
            "{matched} of {sampled} sampled complaints were recorded ({share}): {contact} found by "
            "contact number, {customer} by customer within 24 hours."
        )
        self.sentence.setText(
            said.format(
                matched=texts.number(row.numerator),
                sampled=texts.number(row.denominator),
                share=share,
                contact=texts.number(int(given.get("matched_by_contact", 0))),
                customer=texts.number(int(given.get("matched_by_customer", 0))),
            )
        )
        back = self.tr(
            "The other way round: {without} of {looked} tickets of these channels and days have no "
            "contact in the other source."
        ).format(
            without=texts.number(int(given.get("tickets_without_contact", 0))),
            looked=texts.number(int(given.get("tickets_looked_at", 0))),
        )
        if row.counts.cannot_test:
            back += "  " + self.tr("{count} contacts could not be tested.").format(
                count=texts.number(row.counts.cannot_test)
            )
        self.back_sentence.setText(back)


def columns(context: AppContext) -> tuple[Column[ExceptionRow], ...]:
    """A complaint without a ticket."""

    def channel(row: ExceptionRow) -> str:
        return code_name("channel", row.channel, context.lang) if row.channel else ""

    return (
        Column(
            lambda: translate("SecondSource", "Row"),
            lambda row: context.texts.number(row.row_no),
            sort=lambda row: row.row_no,
            width=88,
            right=True,
        ),
        Column(
            lambda: translate("SecondSource", "Contact without a ticket"),
            lambda row: row.ticket,
            stretch=True,
        ),
        Column(lambda: translate("SecondSource", "At"), lambda row: row.at, width=176),
        Column(lambda: translate("SecondSource", "Channel"), channel, width=144),
    )
