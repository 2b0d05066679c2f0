"""The right: the whole question to read, or, in a pack of one's own, to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from auditapp.packs.tailoring import held_keys
from auditapp.ui.pages.packs.collection import names, node_of, sections_of
from auditapp.ui.pages.packs.form import Form, HeadForm, QuestionForm, SectionForm
from auditapp.ui.pages.packs.question_tree import HEAD, QUESTION, SECTION
from auditapp.ui.pages.packs.reading import PackReading
from auditapp.ui.pages.records.layout import column
from auditapp.ui.pages.reference.sheet import Sheet
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.inputs import SegmentedButtons
from auditapp.ui.widgets.linked_text import LinkedText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditapp.packs.content import CriterionCard
    from auditapp.packs.source import PackSource, Plain
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.packs.collection import Entry
    from auditapp.ui.pages.packs.question_tree import Node

READ, EDIT = 0, 1


class QuestionPane(QWidget):
    """Reads and edits one row.

    Signals:
        changed: another value for a key of the row (key, value).
        said: a sentence about what is typed.
        mode_changed: reading or editing now.
    """

    changed = Signal(str, object)
    said = Signal(str)
    mode_changed = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._criteria: Mapping[str, CriterionCard] = {}
        self._missing: Mapping[str, tuple[str, ...]] = {}
        self._node: Node | None = None
        self._is_editable = False
        self.mode = SegmentedButtons(context.theme, 2, self)
        self.mode.current = READ
        for segment in self.mode.segments:
            segment.dress(token="accent", soft="accent_soft")  # noqa: S106  (colours)
        self.text = LinkedText(self)
        self.forms: dict[str, Form] = {
            HEAD: HeadForm(context, self),
            SECTION: SectionForm(context, self),
            QUESTION: QuestionForm(context, self),
        }
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.text)
        for form in self.forms.values():
            self._stack.addWidget(form)
            form.changed.connect(self.changed)
            form.said.connect(self.said)
        card = Card(self, margin=16, gap=12)
        card.body.addWidget(self.mode)
        card.body.addWidget(self._stack, 1)
        column(self).addWidget(card)
        self.mode.chosen.connect(self.mode_changed)

    @property
    def is_editing(self) -> bool:
        """Whether forms are shown."""
        return self._is_editable and self.mode.current == EDIT

    @property
    def is_typing(self) -> bool:
        """Whether the cursor is in a form: nothing may be rebuilt under it."""
        focus = cast("QWidget | None", self.window().focusWidget())
        return self.is_editing and focus is not None and self._stack.isAncestorOf(focus)

    @property
    def form(self) -> Form | None:
        """The form that is shown."""
        return self.forms.get(self._node[0]) if self.is_editing and self._node else None

    def set_criteria(self, criteria: Mapping[str, CriterionCard]) -> None:
        """The cards that questions cite."""
        self._criteria = criteria
        form = self.forms[QUESTION]
        if isinstance(form, QuestionForm):
            form.set_criteria(criteria)

    def set_missing(self, missing: Mapping[str, tuple[str, ...]]) -> None:
        """What the questions of a draft lack."""
        self._missing = missing

    def set_editable(self, *, editable: bool) -> None:
        """Whether the pack is one's own."""
        self._is_editable = editable
        self.mode.setVisible(editable)

    def edit_next(self) -> None:
        """A pack was made: it is going to be edited."""
        self.mode.current = EDIT

    def begin(self) -> None:
        """Edit, with the cursor in the first field."""
        if self._is_editable and self.mode.current != EDIT:
            self.switch_mode()
        form = self.form
        if form is not None:
            form.jump("q" if "q" in form.fields else "title")

    def switch_mode(self) -> None:
        """Read, or edit."""
        if self._is_editable:
            self.mode.current = READ if self.mode.current == EDIT else EDIT
            self.mode_changed.emit()

    def jump(self, key: str) -> None:
        """Put the cursor where a fault is."""
        if not self.is_editing:
            self.switch_mode()
        form = self.form
        if form is not None:
            form.jump(key)

    def note_source(self, source: PackSource) -> None:
        """The node is different because of what is typed; the cursor stays."""
        form = self.form
        if form is not None and self._node is not None:
            form.load(*_node_of(source, self._node))

    def show_node(self, source: PackSource, node: Node | None, words: str = "") -> None:
        """Read or edit a row; ``words`` are marked where they stand."""
        is_new = node != self._node
        self._node = node
        if node is None:
            self._stack.setCurrentWidget(self.text)
            self.text.clear()
            return
        form = self.form
        if form is not None:
            form.load(*_node_of(source, node))
            self._stack.setCurrentWidget(form)
            if is_new:
                form.show_top()
            return
        self._stack.setCurrentWidget(self.text)
        at = 0 if is_new else self.text.verticalScrollBar().value()
        self.text.setHtml(self._written(source, node, words))
        self.text.verticalScrollBar().setValue(at)

    def show_problems(self, entry: Entry | None) -> None:
        """Why a pack cannot be shown; nothing where there is none."""
        self._node = None
        self._stack.setCurrentWidget(self.text)
        sheet = Sheet(self._context.theme)
        if entry is not None:
            sheet.title(self.tr("The pack cannot be read"))
            sheet.text(str(entry.folder), "muted")
            for problem in entry.problems:
                said = self._context.texts.error(problem.as_error())
                sheet.text(f"{problem.path}:{problem.line}: {said}")
        self.text.setHtml(sheet.html)

    def retranslate(self) -> None:
        """Set every string again."""
        self.mode.set_texts([self.tr("Read"), self.tr("Edit")])
        for segment in self.mode.segments:
            segment.setToolTip(f"{segment.text()}  Ctrl+E")
        self.text.setAccessibleName(self.tr("Whole question"))
        for form in self.forms.values():
            form.retranslate()

    def _written(self, source: PackSource, node: Node, words: str) -> str:
        context = self._context
        reading = PackReading(context.theme, context.texts, self._criteria, words)
        kind, name = node
        if kind == HEAD:
            return reading.pack(source)
        if kind == SECTION:
            return reading.section(source, name)
        question = source.question(name)
        if question is None:
            return ""
        missing = self._missing.get(name) or names(question.get("missing"))
        return reading.question(source, question | {"missing": list(missing)})


def _node_of(source: PackSource, node: Node) -> tuple[Plain, frozenset[str]]:
    """A row's values, and which of them are locked by the pack's model."""
    kind, name = node
    if kind == HEAD:
        return source.head, frozenset()
    if kind == SECTION:
        found = [it for it in sections_of(source) if it.get("id") == name]
        return (found[0] if found else node_of(None)), frozenset()
    question = source.question(name)
    if question is None:
        return node_of(None), frozenset()
    return question, held_keys(source, name)
