"""The conclusion and what was not covered: texts of the report that stand on no other page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from auditapp.domain.audit_life import Area, may_change
from auditapp.domain.vocabulary import Lang
from auditapp.ops import audits
from auditapp.ops.texts import text_cell
from auditapp.ui.autosave import Autosave
from auditapp.ui.pages.records.editors import GrowingEdit
from auditapp.ui.pages.records.layout import column, label, scrolling

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.ops.queries.plan import Frame
    from auditapp.store.op import Op
    from auditapp.ui.context import AppContext

NAMES = ("conclusion", "areas_not_covered")


@dataclass
class _Field:
    name: str
    lang: Lang
    caption: QLabel
    editor: QPlainTextEdit
    saver: Autosave


class ConclusionPane(QWidget):
    """An editor per text and language of the audit, saved by themselves."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._frame: Frame | None = None
        inner = QWidget(self)
        box = column(inner, gap=4, margins=(2, 2, 10, 2))
        self.fields: dict[tuple[str, Lang], _Field] = {}
        for name in NAMES:
            for lang in Lang:
                made = self._field(inner, name, lang)
                self.fields[name, lang] = made
                box.addWidget(made.caption)
                box.addWidget(made.editor)
        box.addStretch()
        self.area = scrolling(inner, self)
        inner.setProperty("role", "surface")
        column(self, gap=0).addWidget(self.area)

    def show_frame(self, frame: Frame) -> None:
        """Show the texts as they are stored, the main language first."""
        self._frame = frame
        can_change = may_change(frame.state, Area.PLAN)
        for (name, lang), made in self.fields.items():
            wanted = lang in (frame.main_lang, frame.second_lang)
            made.caption.setVisible(wanted)
            made.editor.setVisible(wanted)
            made.editor.setReadOnly(not can_change)
            if not made.saver.is_pending:
                made.saver.load(frame.texts[name].get(lang))

    def retranslate(self) -> None:
        """Set every string again."""
        texts = self._context.texts
        for made in self.fields.values():
            said = texts.say(f"field.{made.name}")
            said = f"{said[:1].upper()}{said[1:]} · {texts.enum(made.lang)}"
            made.caption.setText(said)
            made.editor.setAccessibleName(said)

    def focus_first(self) -> None:
        """Begin to write the conclusion."""
        lang = Lang.ZH if self._frame is None else self._frame.main_lang
        self.fields["conclusion", lang].editor.setFocus()

    def _field(self, parent: QWidget, name: str, lang: Lang) -> _Field:
        editor = GrowingEdit(3, parent)
        caption = label(parent, "caption")
        caption.setBuddy(editor)
        saver = Autosave(
            self._context,
            editor,
            commit=self._storing(name, lang),
            draft=self._drafting(name, lang),
        )
        return _Field(name, lang, caption, editor, saver)

    def _storing(self, name: str, lang: Lang) -> Callable[[str], None]:
        def store(text: str) -> None:
            op: Op[Any] = audits.set_audit_text(name, {lang: text.strip() or None})
            if self._context.perform(op, initiator=self) is None and self._frame is not None:
                self.show_frame(self._frame)

        return store

    def _drafting(self, name: str, lang: Lang) -> Callable[[str], None]:
        def keep(text: str) -> None:
            context = self._context
            if self._frame is not None:
                audit = context.audit
                cell = text_cell(audit.audit_id, self._frame.id, name, lang, "audit.set_text")
                audit.save_draft(cell, text, actor=context.heading.actor)

        return keep
