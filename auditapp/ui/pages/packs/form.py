"""The editor of one question, one section or the pack itself: all parts, both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from auditapp.domain.vocabulary import Lang, Sector
from auditapp.packs.excel_layout import BANDS, CHOICES, bands_of
from auditapp.ui.pages.packs.collection import names
from auditapp.ui.pages.packs.fields import (
    ChoiceField,
    ConditionField,
    Field,
    FlagField,
    LineField,
    NumberField,
    TextsField,
)
from auditapp.ui.pages.records.asking import Choice, PickDialog
from auditapp.ui.pages.records.layout import column, label, line, scrolling

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtWidgets import QLabel, QVBoxLayout

    from auditapp.packs.content import CriterionCard
    from auditapp.packs.source import Plain
    from auditapp.ui.context import AppContext

_BAND: Final = re.compile(r"rating\.bands\[([0-9]+)\]")
_INDEX: Final = re.compile(r"\[[0-9]+\]")
_LANG: Final = re.compile(r"\.(en|zh)(?:\[|\.|$)")


class Form(QWidget):
    """Fields under headings, in a scroll area.

    Signals:
        changed: another value for a key of the node (key, value; None takes it away).
        said: a sentence about what is typed (empty: nothing to say).
    """

    changed = Signal(str, object)
    said = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.fields: dict[str, Field] = {}
        self._heads: dict[str, QLabel] = {}
        self._node: Plain = {}
        self._content = QWidget(self)
        self._content.setProperty("role", "surface")
        self.body: QVBoxLayout = column(self._content, gap=12, margins=(0, 0, 12, 12))
        self.area: QScrollArea = scrolling(self._content, self)
        self._content.setProperty("role", "surface")
        box = column(self)
        box.addWidget(self.area, 1)

    def load(self, node: Plain, held: Collection[str] = ()) -> None:
        """Show a node; ``held`` keys cannot be changed."""
        self._node = node
        why = self.tr("Locked by the pack that this one was copied from")
        cells = self._cells(node)
        for path, field in self.fields.items():
            field.load(cells.get(path))
            field.set_held(held=path.split(".")[0] in held, why=why)

    def show_top(self) -> None:
        """Begin at the top: another node is shown."""
        self.area.verticalScrollBar().setValue(0)

    def jump(self, key: str) -> bool:
        """Put the cursor where a fault is (``rating.bands[3].up_to``); says whether it is here."""
        field = self.field_of(key)
        if field is None:
            return False
        lang = _LANG.search(key)
        field.take_focus("" if lang is None else lang.group(1))
        # The form's height is settled only after the layout ran.
        QTimer.singleShot(0, field, lambda: self.area.ensureWidgetVisible(field, 0, 48))
        return True

    def field_of(self, key: str) -> Field | None:
        """The field that holds a node of the YAML."""
        path = _INDEX.sub("", self._resolved(key))
        while path:
            if path in self.fields:
                return self.fields[path]
            inside = next((it for it in self.fields if it.startswith(f"{path}.")), None)
            if inside is not None:
                return self.fields[inside]
            path = path.rpartition(".")[0]
        return None

    def retranslate(self) -> None:
        """Set every string again."""
        texts = self._context.texts
        languages = {lang: texts.enum(lang) for lang in Lang}
        for path, field in self.fields.items():
            field.name(texts.say(f"excel.column.{path}"))
            if isinstance(field, TextsField):
                field.name_languages(languages)

    # -- for the forms ------------------------------------------------------------------------

    def _head(self, key: str) -> None:
        head = label(self._content, "strong")
        self._heads[key] = head
        self.body.addWidget(head)

    def _add(self, *fields: Field) -> None:
        row = line(gap=12)
        for field in fields:
            self.fields[field.path] = field
            field.edited.connect(self._on_edited)
            row.addWidget(field, 1)
        self.body.addLayout(row)

    def _cells(self, node: Plain) -> dict[str, Any]:
        """The values of the fields by path."""
        cells: dict[str, Any] = {}
        for path in self.fields:
            value: Any = node
            for name in path.split("."):
                value = cast("Plain", value).get(name) if isinstance(value, dict) else None
            cells[path] = value
        return cells

    def _resolved(self, key: str) -> str:
        return key

    def _on_edited(self, path: str) -> None:
        key = path.split(".", maxsplit=1)[0]
        self.changed.emit(key, self._value_of(key))

    def _value_of(self, key: str) -> Any:
        """The value of a whole key, from all its fields."""
        if key in self.fields:
            return self.fields[key].value
        return self._joined(key)

    def _joined(self, key: str) -> Any:
        before = self._node.get(key)
        node = dict(cast("Plain", before)) if isinstance(before, dict) else {}
        for path, field in self.fields.items():
            if path.startswith(f"{key}."):
                name = path.partition(".")[2]
                node.pop(name, None)
                value = field.value
                if value is not None:
                    node[name] = value
        return node or None


class QuestionForm(Form):
    """All that a question has."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._criteria: Mapping[str, CriterionCard] = {}
        here = self._content
        self._add(FlagField("off", here, sparse=True))
        self._head("ask")
        self._add(TextsField("q", here))
        self._add(TextsField("ask", here))
        self._head("look")
        self._add(TextsField("look_for", here, points=True, least=3))
        self._add(TextsField("evidence", here, points=True))
        self._add(TextsField("negative_test", here))
        self._head("bind")
        criteria = LineField("criteria", here, words=True)
        self.pick_button = criteria.add_button(self._pick_criteria)
        self._add(criteria)
        self._add(TextsField("own_rule", here, least=1))
        self._build_rating(here)
        self._build_sampling(here)
        self._build_planning(here)
        self.body.addStretch()

    def set_criteria(self, criteria: Mapping[str, CriterionCard]) -> None:
        """The cards that can be cited."""
        self._criteria = criteria

    def retranslate(self) -> None:
        """Set every string again."""
        super().retranslate()
        texts = self._context.texts
        heads = {
            "ask": self.tr("What is asked"),
            "look": self.tr("What to look for"),
            "bind": self.tr("Against which criteria"),
            "rate": self.tr("How to grade"),
            "sample": self.tr("Sampling"),
            "plan": self.tr("Planning and upkeep"),
        }
        for key, words in heads.items():
            self._heads[key].setText(words)
        for path, kind in CHOICES.items():
            field = self.fields.get(path)
            if isinstance(field, ChoiceField):
                none = self.tr("Nothing is sampled") if path == "sampling.method" else "–"
                field.offer([(it.value, texts.enum(it)) for it in kind], none)
        self.pick_button.setText(self.tr("Choose …"))

    def _build_rating(self, here: QWidget) -> None:
        self._head("rate")
        self._add(TextsField("rating.measure", here, least=1))
        self._add(
            ChoiceField("rating.unit", here),
            NumberField("rating.minor.up_to", here, most=1_000_000, least=-1, optional=True),
        )
        for result in BANDS:
            self._add(TextsField(f"rating.{result}", here))
        self._add(TextsField("rating.aggravating", here, points=True))

    def _build_sampling(self, here: QWidget) -> None:
        self._head("sample")
        self._add(
            ChoiceField("sampling.method", here, optional=True),
            NumberField("sampling.default_n", here, most=100_000, optional=True),
        )
        self._add(TextsField("sampling.population", here))
        self._add(LineField("sampling.strata", here, words=True))
        self._add(TextsField("sampling.note", here, least=1))

    def _build_planning(self, here: QWidget) -> None:
        self._head("plan")
        self._add(ChoiceField("type", here), ChoiceField("scope", here))
        self._add(ChoiceField("prepare", here), NumberField("weight", here, least=1, most=5))
        self._add(
            NumberField("effort.question", here, most=10_000),
            NumberField("effort.item", here, most=10_000),
        )
        self._add(FlagField("core", here), FlagField("na_allowed", here))
        self._add(LineField("auto_rule", here), LineField("tags", here, words=True))
        condition = ConditionField("shown_if", here)
        condition.unreadable.connect(self._on_condition)
        self._add(condition)
        self._add(LineField("source", here), FlagField("verified", here))

    def _cells(self, node: Plain) -> dict[str, Any]:
        cells = super()._cells(node)
        rating = node.get("rating")
        bands = cast("Plain", rating).get("bands") if isinstance(rating, dict) else None
        for band in cast("list[Any]", bands) if isinstance(bands, list) else []:
            plain = cast("Plain", band)
            cells[f"rating.{plain.get('result')}"] = plain.get("text")
            if plain.get("result") == "minor":
                cells["rating.minor.up_to"] = plain.get("up_to")
        return cells

    def _resolved(self, key: str) -> str:
        """Bands have their fields by result."""
        found = _BAND.match(key)
        if found is None:
            return key
        rating: Any = self._node.get("rating")
        bands = cast("list[Any]", cast("Plain", rating).get("bands") or [])
        number = int(found.group(1))
        result = str(bands[number].get("result")) if number < len(bands) else "conforming"
        rest = key[found.end() :]
        is_limit = rest in (".up_to", ".over") and result in ("minor", "major")
        return "rating.minor.up_to" if is_limit else f"rating.{result}"

    def _joined(self, key: str) -> Any:
        if key == "sampling" and self.fields["sampling.method"].value is None:
            return None
        if key != "rating":
            return super()._joined(key)
        cells = {
            path.partition(".")[2]: field.value
            for path, field in self.fields.items()
            if path.startswith("rating.")
        }
        bands = bands_of(cells)
        if not bands and cells["measure"] is None:
            return None
        rating: Plain = {"measure": cells["measure"], "unit": cells["unit"], "bands": bands}
        if cells["aggravating"] is not None:
            rating["aggravating"] = cells["aggravating"]
        return {name: value for name, value in rating.items() if value is not None}

    def _on_condition(self, error: Any) -> None:
        self.said.emit("" if error is None else self._context.texts.error(error))

    def _pick_criteria(self) -> None:
        lang, texts = self._context.lang, self._context.texts
        field = cast("LineField", self.fields["criteria"])
        now = names(field.value)
        choices = [
            Choice(
                card.id,
                f"{card.source.get(lang)} {card.article}".strip(),
                f"{card.title.get(lang)} · {texts.enum(card.force)}",
                words=f"{card.id} {card.title.en} {card.title.zh} {card.source.en}".casefold(),
            )
            for card in self._criteria.values()
        ]
        dialog = PickDialog(
            self.tr("Criteria of the question"), "", self.tr("Take these"), self.window()
        )
        dialog.offer(choices, now)

        def take(picked: frozenset[object]) -> None:
            kept = [it for it in now if it in picked]
            field.put([*kept, *sorted(str(it) for it in picked if it not in now)])

        dialog.picked.connect(take)
        dialog.open()


class HeadForm(Form):
    """What a pack says of itself."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        here = self._content
        self._add(TextsField("title", here, least=1))
        self._add(TextsField("audience", here))
        self._add(TextsField("description", here, least=3))
        self.sectors = LineField("sectors", here, words=True)
        self.pick_button = self.sectors.add_button(self._pick_sectors)
        self._add(self.sectors)
        self._add(ChoiceField("status", here))
        self.body.addStretch()

    def retranslate(self) -> None:
        """Set every string again."""
        super().retranslate()
        status = cast("ChoiceField", self.fields["status"])
        status.name(self.tr("Status"))
        choices = [("complete", self.tr("Complete")), ("draft", self.tr("Draft"))]
        status.offer(choices, "")
        self.pick_button.setText(self.tr("Choose …"))

    def load(self, node: Plain, held: Collection[str] = ()) -> None:
        """Show the head; one without status is complete."""
        super().load({"status": "complete"} | node, held)

    def _pick_sectors(self) -> None:
        texts = self._context.texts
        choices = [Choice(it.value, texts.enum(it)) for it in Sector]
        dialog = PickDialog(self.tr("For which sectors"), "", self.tr("Take these"), self.window())
        dialog.offer(choices, names(self.sectors.value))

        def take(picked: frozenset[object]) -> None:
            self.sectors.put([it.value for it in Sector if it.value in picked])

        dialog.picked.connect(take)
        dialog.open()


class SectionForm(Form):
    """The title of a section."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._add(TextsField("title", self._content, least=1))
        self.body.addStretch()
