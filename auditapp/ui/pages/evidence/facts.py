"""The fields of one item: each saves itself, title in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from auditapp.domain.vocabulary import EvidenceKind, Lang, PersonalData
from auditapp.ops import evidence as ops
from auditapp.ops.texts import text_cell
from auditapp.store.drafts import Cellref
from auditapp.ui.pages.evidence.words import MARKS, WRITTEN, mark_word
from auditapp.ui.pages.records.editors import BilingualField, DateField, TextField
from auditapp.ui.pages.records.layout import attempt, column, label, line, narrow, offer
from auditapp.ui.widgets.inputs import SegmentedButtons

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from auditapp.ops.queries.evidence import EvidenceRow, Record
    from auditapp.ops.queries.printed import Languages
    from auditapp.ui.context import AppContext

_LINES: Final = ("holder", "role", "place", "period", "second_source", "reference")
_MARKS: Final = tuple(PersonalData)
_RELIABILITY: Final = 3


class EvidenceFields(QWidget):
    """Edits what is known of an item. Every edit is an op; :meth:`load` shows another item."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._record: Record | None = None
        self.title = BilingualField(
            context, self._set_title, self, draft=self._draft_title, lines=1, stacked=True
        )
        self.body = TextField(
            context, self._setter("body"), self, draft=self._drafter("body"), lines=4
        )
        self.lines = {
            name: TextField(context, self._setter(name), self, draft=self._drafter(name))
            for name in _LINES
        }
        self._mark_label = label(self, "caption")
        self.mark = SegmentedButtons(context.theme, len(_MARKS), self)
        self._reliability_label = label(self, "caption")
        self.reliability = SegmentedButtons(context.theme, _RELIABILITY, self)
        self._unit_label = label(self, "caption")
        self.unit = narrow(QComboBox(self))
        self._unit_label.setBuddy(self.unit)
        self.obtained = DateField(context, self)
        self.observed = DateField(context, self)
        self.observed_time = QLineEdit(self)
        self.observed_time.setFixedWidth(80)
        self._arrange()
        self.mark.chosen.connect(self._on_mark)
        self.reliability.chosen.connect(self._on_reliability)
        self.unit.activated.connect(self._on_unit)
        self.obtained.chosen.connect(self._on_obtained)
        self.observed.chosen.connect(self._on_observed)
        self.observed_time.editingFinished.connect(self._on_observed)

    def flush(self) -> None:
        """Make what was typed a step now, while the item that it belongs to is known."""
        self.title.flush()
        self.body.flush()
        for field in self.lines.values():
            field.flush()

    def load(self, row: EvidenceRow, languages: Languages) -> None:
        """Show an item's fields."""
        record = row.record
        self._record = record
        self.title.load(row.title, languages)
        self.body.load(record.body or "")
        self.body.setVisible(record.kind in WRITTEN or bool(record.body))
        for name, field in self.lines.items():
            field.load(cast("str | None", getattr(record, name)) or "")
        self.mark.current = _MARKS.index(record.personal_data)
        self.reliability.current = None if record.reliability is None else record.reliability - 1
        units = [(it.id, f"{it.code}  {it.name}") for it in self._context.heading.units]
        offer(self.unit, [(None, self.tr("Whole organization")), *units], record.unit_id)
        self.obtained.load(record.obtained_on)
        local = None if record.observed_at is None else record.observed_at.astimezone()
        self.observed.load(None if local is None else local.date())
        self.observed_time.setText("" if local is None else f"{local:%H:%M}")
        self.observed_time.setEnabled(local is not None)
        interview = record.kind is EvidenceKind.INTERVIEW
        self.lines["second_source"].setVisible(interview or bool(record.second_source))
        self.setEnabled(not record.withdrawn)

    def focus_title(self) -> None:
        """Begin to rename."""
        editor = self.title.editors[False]
        editor.setFocus()
        editor.selectAll()

    def retranslate(self) -> None:
        """Set every string again."""
        self.title.set_texts(self.tr("Title"))
        self.body.set_texts(self.tr("Text"), self.tr("What was seen or said, in the words used"))
        captions = {
            "holder": self.tr("Holder"),
            "role": self.tr("Who (role)"),
            "place": self.tr("Place"),
            "period": self.tr("Period covered"),
            "second_source": self.tr("Second source"),
            "reference": self.tr("Number of document or ticket"),
        }
        for name, field in self.lines.items():
            field.set_texts(captions[name])
        self._mark_label.setText(self.tr("Personal data"))
        self.mark.set_texts([mark_word(mark) for mark in _MARKS])
        for mark, segment in zip(_MARKS, self.mark.segments, strict=True):
            glyph, token = MARKS[mark]
            segment.dress(token=token, soft="accent_soft", glyph=glyph)
            segment.setAccessibleName(self._context.texts.enum(mark))
            segment.setToolTip(self._context.texts.enum(mark))
        self._reliability_label.setText(self.tr("Reliability"))
        words = (self.tr("1 low"), self.tr("2 medium"), self.tr("3 high"))
        self.reliability.set_texts(words)
        for segment, word in zip(self.reliability.segments, words, strict=True):
            segment.setAccessibleName(f"{self.tr('Reliability')} {word}")
        self._unit_label.setText(self.tr("Unit"))
        self.unit.setAccessibleName(self.tr("Unit"))
        self.obtained.set_texts(self.tr("Obtained on"))
        self.observed.set_texts(self.tr("Observed at"))
        self.observed_time.setAccessibleName(self.tr("Time of observation"))
        self.observed_time.setPlaceholderText(self.tr("HH:MM"))

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        observed = line(gap=4)
        observed.addWidget(self.observed, 1)
        when = column(gap=2)
        when.addStretch()
        when.addWidget(self.observed_time)
        observed.addLayout(when)
        grid.addLayout(_captioned(self._unit_label, self.unit), 0, 0)
        grid.addWidget(self.obtained, 0, 1)
        grid.addWidget(self.lines["holder"], 1, 0)
        grid.addWidget(self.lines["period"], 1, 1)
        grid.addWidget(self.lines["role"], 2, 0)
        grid.addWidget(self.lines["place"], 2, 1)
        grid.addLayout(observed, 3, 0, 1, 2)
        grid.addWidget(self.lines["reference"], 4, 0, 1, 2)
        grid.addWidget(self.lines["second_source"], 5, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        box = column(self, gap=8)
        box.addWidget(self.title)
        box.addWidget(self.body)
        box.addLayout(_captioned(self._mark_label, self.mark))
        box.addLayout(grid)
        box.addLayout(_captioned(self._reliability_label, self.reliability))

    def _setter(self, name: str) -> Callable[[str], None]:
        def store(text: str) -> None:
            self._edit(**{name: text})

        return store

    def _drafter(self, name: str) -> Callable[[str], None]:
        def keep(text: str) -> None:
            record = self._record
            if record is not None:
                cell = Cellref("evidence", record.id, name, "evidence.edit", {})
                context = self._context
                context.audit.save_draft(cell, text, actor=context.heading.actor)

        return keep

    def _set_title(self, lang: Lang, text: str) -> None:
        if self._record is not None:
            self._context.perform(ops.set_evidence_title(self._record.id, {lang: text}))

    def _draft_title(self, lang: Lang, text: str) -> None:
        record, context = self._record, self._context
        if record is not None:
            audit = context.audit
            cell = text_cell(audit.audit_id, record.id, "title", lang, "evidence.set_title")
            audit.save_draft(cell, text, actor=context.heading.actor)

    def _edit(self, **changes: Any) -> None:
        if self._record is not None:
            record = self._record
            facts = replace(facts_of(record), **changes)
            attempt(self._context, lambda: ops.edit_evidence(record.id, facts))

    def _on_mark(self, number: int) -> None:
        record, mark = self._record, _MARKS[number]
        if record is None or mark is record.personal_data:
            return
        texts = self._context.texts
        outcome = self._context.perform(ops.mark_personal_data(record.id, mark))
        if outcome is not None:
            before = texts.enum(record.personal_data)
            self._context.notify_change(record.number, before, texts.enum(mark))

    def _on_reliability(self, number: int) -> None:
        self._edit(reliability=number + 1)

    def _on_unit(self, index: int) -> None:
        self._edit(unit_id=cast("UUID | None", self.unit.itemData(index)))

    def _on_obtained(self) -> None:
        self._edit(obtained_on=self.obtained.day)

    def _on_observed(self) -> None:
        day = self.observed.day
        moment = None
        if day is not None:
            moment = datetime.combine(day, clock_of(self.observed_time.text())).astimezone()
        if self._record is not None and moment != self._record.observed_at:
            self._edit(observed_at=moment)


def facts_of(record: Record) -> ops.EvidenceFacts:
    """What is stored, as the op wants it; titles are left as they are."""
    return ops.EvidenceFacts(
        personal_data=record.personal_data,
        unit_id=record.unit_id,
        body=record.body,
        holder=record.holder,
        role=record.role,
        place=record.place,
        second_source=record.second_source,
        period=record.period,
        reference=record.reference,
        reliability=record.reliability,
        obtained_on=record.obtained_on,
        observed_at=record.observed_at,
    )


def clock_of(text: str) -> time:
    """A typed time of day; midnight for what is none."""
    try:
        hour, minute = text.replace("：", ":").split(":")
        return time(int(hour), int(minute))
    except ValueError:
        return time()


def _captioned(caption: QWidget, field: QWidget) -> Any:
    box = column(gap=2)
    box.addWidget(caption)
    box.addWidget(field)
    return box
