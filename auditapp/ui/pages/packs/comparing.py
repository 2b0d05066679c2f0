"""Two versions of a pack side by side: which questions changed, and in what."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QSplitter,
    QWidget,
)

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.packs import codec
from auditapp.packs.own_packs import PackHasFaults, load_version, versions
from auditapp.packs.source import check_source
from auditapp.packs.tailoring import with_id
from auditapp.packs.upgrade import Fate, diff
from auditapp.ui.pages.packs.collection import node_of
from auditapp.ui.pages.packs.reading import PackReading
from auditapp.ui.pages.records.filters import FilterMenu
from auditapp.ui.pages.records.layout import column, label, line, narrow, offer
from auditapp.ui.pages.reference.sheet import Sheet
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.linked_text import LinkedText
from auditapp.ui.widgets.table import Column, RowsModel, RowTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.packs.content import Pack
    from auditapp.packs.source import PackSource
    from auditapp.packs.upgrade import PackDiff, QuestionDiff
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.packs.collection import Collection, Entry
    from auditapp.ui.theme import Token

SIZE: Final = (1120, 640)
_COLOURS: Final[dict[Fate, Token]] = {
    Fate.KEPT: "muted",
    Fate.CHANGED: "improvement",
    Fate.RATING_CHANGED: "minor",
    Fate.NEW: "conforming",
    Fate.DROPPED: "major",
}
_SIGNS: Final = {
    Fate.KEPT: "=",
    Fate.CHANGED: "≠",
    Fate.RATING_CHANGED: "!",
    Fate.NEW: "+",
    Fate.DROPPED: "−",
}
Side = tuple[str, "Callable[[], PackSource]"]


class CompareDialog(QDialog):
    """Rows at the left, the chosen question's differences at the right.

    ``now``: the pack with edits that are not saved.
    """

    def __init__(
        self,
        context: AppContext,
        collection: Collection,
        entry: Entry,
        now: PackSource | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._collection = collection
        self._entry = entry
        self._sides = self._offered(now)
        self.diff: PackDiff | None = None
        self.old_combo = narrow(QComboBox(self))
        self.new_combo = narrow(QComboBox(self))
        self.fates: FilterMenu[Fate] = FilterMenu(context, self)
        self.count = label(self, "muted")
        self.problem = label(self, "problem", wrap=True)
        self.model: RowsModel[QuestionDiff] = RowsModel(self._columns(), _id_of, self)
        self.table: RowTable[QuestionDiff] = RowTable(self.model, self)
        self.text = LinkedText(self)
        self._arrange()
        for combo in (self.old_combo, self.new_combo):
            combo.activated.connect(self.compare)
        self.fates.changed.connect(self._narrow)
        self.table.row_chosen.connect(self._write)
        self.compare()

    def compare(self) -> None:
        """Compare what is chosen."""
        self.diff = None
        self.problem.hide()
        try:
            old = self._pack(self.old_combo.currentIndex())
            new = self._pack(self.new_combo.currentIndex())
            self.diff = diff(old, new)
        except UserError as error:
            self.problem.setText(self._context.texts.error(error))
            self.problem.show()
        self.model.set_rows(() if self.diff is None else self.diff.rows)
        self._say()
        self._narrow()

    # -- inside -------------------------------------------------------------------------------

    def _offered(self, now: PackSource | None) -> list[Side]:
        """What can be compared, the newest first."""
        entry, collection, root = self._entry, self._collection, self._collection.own_root
        sides: list[Side] = []
        if now is not None:
            sides.append((self.tr("{id}, not saved yet").format(id=now.id), lambda: now))
        words = self.tr("{id}, version {n}")
        if entry.is_own:
            sides += [
                (words.format(id=entry.id, n=n), _loading(collection, entry.id, n))
                for n in reversed(versions(root, entry.id))
            ]
            sides += self._model_of(entry)
        else:
            version = entry.source.version if entry.source is not None else 1
            sides.append((words.format(id=entry.id, n=version), entry.full_source))
            for it in collection.entries:
                if it.is_own and _model(it) == entry.id:
                    said = self.tr("{id}, a copy of it").format(id=it.id)
                    sides.insert(0, (said, it.full_source))
        return sides

    def _model_of(self, entry: Entry) -> list[Side]:
        name = _model(entry)
        base = self._collection.entry(name)
        if base is None or base.source is None:
            return []
        said = self.tr("{id}, version {n}, the model").format(id=name, n=base.source.version)
        return [(said, base.full_source)]

    def _pack(self, number: int) -> Pack:
        source = with_id(self._sides[number][1](), self._entry.id)
        checked = check_source(source, self._collection.library)
        if checked.pack is None:
            raise PackHasFaults(source.id, checked.errors)
        return checked.pack

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Compare versions"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        choices = [(number, said) for number, (said, _) in enumerate(self._sides)]
        offer(self.new_combo, choices, 0)
        offer(self.old_combo, choices, min(1, len(choices) - 1))
        old, new = label(self, "caption"), label(self, "caption")
        old.setText(self.tr("Older"))
        new.setText(self.tr("Newer"))
        self.old_combo.setAccessibleName(old.text())
        self.new_combo.setAccessibleName(new.text())
        old.setBuddy(self.old_combo)
        new.setBuddy(self.new_combo)
        texts = self._context.texts
        self.fates.set_options(self.tr("What changed"), [(it, texts.enum(it)) for it in Fate])
        self.fates.choose(frozenset(set(Fate) - {Fate.KEPT}))
        bar = line()
        for widget in (old, self.old_combo, new, self.new_combo, self.fates, self.count):
            bar.addWidget(widget, 1 if isinstance(widget, QComboBox) else 0)
        self.table.setAccessibleName(self.tr("Questions"))
        self.text.setAccessibleName(self.tr("What is different"))
        rows, read = Card(self, margin=1, gap=0), Card(self, margin=16)
        rows.body.addWidget(self.table)
        read.body.addWidget(self.text)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(12)
        splitter.setChildrenCollapsible(False)
        splitter.setStyleSheet("QSplitter::handle { background: transparent }")
        splitter.addWidget(rows)
        splitter.addWidget(read)
        splitter.setSizes([560, 520])
        self.fates.setAutoDefault(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        box = column(self, gap=12, margins=(20, 16, 20, 16))
        box.addLayout(bar)
        box.addWidget(self.problem)
        box.addWidget(splitter, 1)
        box.addWidget(buttons)
        self.problem.hide()
        self.resize(*SIZE)

    def _columns(self) -> list[Column[QuestionDiff]]:
        texts, css = self._context.texts, self._context.theme.css
        return [
            Column(
                lambda: self.tr("Change"),
                lambda it: f"{_SIGNS[it.fate]} {texts.enum(it.fate)}",
                width=136,
                colour=lambda it: css(_COLOURS[it.fate]),
            ),
            Column(lambda: self.tr("Id"), lambda it: it.id, width=112),
            Column(
                lambda: self.tr("Question"),
                lambda it: it.question.q.get(self._context.lang),
                stretch=True,
            ),
        ]

    def _narrow(self) -> None:
        chosen = self.fates.chosen
        self.model.set_filter(lambda it: not chosen or it.fate in chosen)
        if self.model.rowCount() and self.table.current_row is None:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._write(self.table.current_row)

    def _say(self) -> None:
        if self.diff is None:
            self.count.clear()
            return
        texts = self._context.texts
        counts = self.diff.counts
        self.count.setText(
            " · ".join(f"{texts.enum(fate)} {texts.number(n)}" for fate, n in counts.items() if n)
        )

    def _write(self, row: QuestionDiff | None) -> None:
        context = self._context
        sheet = Sheet(context.theme)
        if row is None:
            if self.diff is not None:
                sheet.text(self.tr("Nothing differs between these two."), "muted")
            self.text.setHtml(sheet.html)
            return
        reading = PackReading(context.theme, context.texts, self._collection.criteria)
        sheet.text(f"{row.id} · {context.texts.enum(row.fate)}", "muted", below=2)
        sheet.title(row.question.q.get(context.lang))
        if row.old is None or row.new is None:
            sheet.text(row.question.q.get(Lang.EN if context.lang is Lang.ZH else Lang.ZH), "muted")
            self.text.setHtml(sheet.html)
            return
        was, now = codec.put_question(row.old), codec.put_question(row.new)
        for key in row.fields:
            sheet.head(context.texts.say(f"pack_field.{key}"))
            sides = [
                [reading.value(key, it.get(key), lang) for lang in (Lang.ZH, Lang.EN)]
                for it in (was, now)
            ]
            shown: set[tuple[str, str]] = set()
            for before, after in zip(*sides, strict=True):
                if before != after and (before, after) not in shown:
                    shown.add((before, after))
                    _lines(sheet, before, after)
        self.text.setHtml(sheet.html)


def _lines(sheet: Sheet, before: str, after: str) -> None:
    """The lines that went and those that came."""
    for said in difflib.ndiff(before.splitlines(), after.splitlines()):
        if said.startswith("- "):
            sheet.text(f"− {said[2:]}", "major", below=2)
        elif said.startswith("+ "):
            sheet.text(f"+ {said[2:]}", "conforming", below=4)


def _model(entry: Entry) -> str:
    """The id of the pack that one was copied from."""
    head = entry.source.head if entry.source is not None else {}
    return str(node_of(head.get("based_on")).get("id", ""))


def _loading(collection: Collection, pack_id: str, version: int) -> Callable[[], PackSource]:
    def load() -> PackSource:
        return load_version(collection.own_root, pack_id, version)

    return load


def _id_of(row: QuestionDiff) -> str:
    return row.id
