"""A pack, a section or a question as it is read: every part, both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QObject

from auditapp.domain.vocabulary import Lang, Prepare, QuestionScope, QuestionType, Result, Sector
from auditapp.packs.content import MeasureUnit, SamplingMethod
from auditapp.packs.excel_conditions import write_condition
from auditapp.packs.reference import citation
from auditapp.packs.tailoring import held_keys
from auditapp.ui.pages.packs.collection import names, sections_of
from auditapp.ui.pages.reference.sheet import Sheet
from auditapp.ui.widgets.labels import GLYPHS, token_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from auditapp.packs.content import CriterionCard
    from auditapp.packs.source import PackSource, Plain
    from auditapp.texts import Texts
    from auditapp.ui.theme import Theme, Token

CARD: Final = "card:"
"""A link to a criterion card; the id follows."""
_CHOICES: Final[Mapping[str, type[StrEnum]]] = {
    "type": QuestionType,
    "scope": QuestionScope,
    "prepare": Prepare,
}


class PackReading(QObject):
    """Writes sheets in the language and the colours of the window; ``words`` are marked."""

    def __init__(
        self, theme: Theme, texts: Texts, criteria: Mapping[str, CriterionCard], words: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self._texts = texts
        self._lang = texts.lang
        self._other = Lang.EN if texts.lang is Lang.ZH else Lang.ZH
        self._criteria = criteria
        self._words = words

    def pack(self, source: PackSource) -> str:
        """What the pack is, for whom, how large."""
        sheet, head = Sheet(self._theme, self._words), source.head
        self._both(sheet, head.get("title"), title=True)
        if source.draft:
            sheet.pills([("! " + self.tr("Draft"), "minor", "minor_soft")])
        for key in ("audience", "description"):
            if head.get(key):
                sheet.head(self._name(key))
                self._both(sheet, head.get(key))
        asked = [it for it in source.questions if not it.get("off")]
        model = cast("Plain", head.get("based_on") or {})
        sheet.head(self.tr("In figures"))
        number = self._texts.number
        off = len(source.questions) - len(asked)
        sheet.facts(
            (
                (self.tr("Questions"), number(len(asked))),
                (
                    self.tr("of the short selection"),
                    number(sum(it.get("core") is True for it in asked)),
                ),
                (self.tr("Switched off"), number(off) if off else ""),
                (self._name("sections"), number(len(sections_of(source)))),
                (
                    self.tr("Hours, without sampled items"),
                    number(_minutes(asked) / 60, 1),
                ),
                (
                    self.tr("To be verified"),
                    number(sum(not it.get("verified") for it in asked)),
                ),
                (self._name("sectors"), self._sectors(head.get("sectors"))),
                (self._name("version"), str(source.version)),
                (self.tr("Copied from"), _model(model)),
                (self.tr("Locked for copies"), self._keys(head.get("locked"))),
                (
                    self.tr("Locked by the pack it was copied from"),
                    self._keys(head.get("held")),
                ),
            )
        )
        return sheet.html

    def section(self, source: PackSource, section: str) -> str:
        """The title of a section and its size."""
        sheet = Sheet(self._theme, self._words)
        for it in sections_of(source):
            if it.get("id") == section:
                self._both(sheet, it.get("title"), title=True)
        mine = [it for it in source.questions if it.get("section") == section]
        facts = (
            (self._name("section"), section),
            (self.tr("Questions"), self._texts.number(len(mine))),
        )
        sheet.facts(facts)
        return sheet.html

    def question(self, source: PackSource, question: Plain) -> str:
        """The whole question."""
        sheet = Sheet(self._theme, self._words)
        sheet.text(str(question.get("id", "")), "muted", below=2)
        self._both(sheet, question.get("q"), title=True)
        self._marks(sheet, source, question)
        for key in ("ask", "look_for", "evidence", "negative_test"):
            self._part(sheet, question, key)
        self._rating(sheet, question.get("rating"))
        self._bindings(sheet, question)
        self._sampling(sheet, question.get("sampling"))
        self._planning(sheet, source, question)
        return sheet.html

    def value(self, key: str, value: object, lang: Lang) -> str:
        """One part of a question as plain lines, for comparing."""
        said = self._told(key, value)
        if said is not None:
            return said
        return "\n".join(_lines(value, lang))

    # -- inside -------------------------------------------------------------------------------

    def _name(self, key: str) -> str:
        return self._texts.say(f"pack_field.{key}")

    def _keys(self, value: object) -> str:
        return self._joined([self._name(it) for it in names(value)])

    def _sectors(self, value: object) -> str:
        return self._joined([self._enum(Sector, it) for it in names(value)])

    def _joined(self, words: list[str]) -> str:
        return self._texts.join(words) if words else ""

    def _enum(self, kind: type[StrEnum], value: object) -> str:
        try:
            return self._texts.enum(kind(str(value)))
        except ValueError:
            return str(value)

    def _both(self, sheet: Sheet, value: object, *, title: bool = False) -> None:
        plain = cast("Plain", value) if isinstance(value, dict) else {}
        first, second = plain.get(self._lang.value), plain.get(self._other.value)
        if isinstance(first or second, list):
            self._points(sheet, names(first), names(second))
            return
        if first:
            if title:
                sheet.title(str(first))
            else:
                sheet.text(str(first), below=2)
        if second:
            sheet.text(str(second), "muted", below=8)

    def _points(self, sheet: Sheet, mine: list[str], theirs: list[str]) -> None:
        for number in range(max(len(mine), len(theirs))):
            if number < len(mine):
                sheet.text(f"• {mine[number]}", below=2)
            if number < len(theirs):
                sheet.text(f"   {theirs[number]}", "muted", below=6)

    def _marks(self, sheet: Sheet, source: PackSource, question: Plain) -> None:
        pills: list[tuple[str, Token, Token]] = []
        if question.get("off"):
            pills.append(("– " + self.tr("Switched off"), "muted", "sunken"))
        if question.get("core"):
            pills.append(("★ " + self.tr("Short selection"), "accent", "accent_soft"))
        if question.get("verified"):
            pills.append(("✓ " + self.tr("Verified"), "conforming", "conforming_soft"))
        else:
            pills.append(
                (
                    "? " + self.tr("To be verified"),
                    "not_conclusive",
                    "not_conclusive_soft",
                )
            )
        held = held_keys(source, str(question.get("id", "")))
        if held:
            pills.append(
                (
                    self.tr("Locked parts: {n}").format(n=len(held)),
                    "muted",
                    "sunken",
                )
            )
        sheet.pills(pills)
        missing = names(question.get("missing"))
        if missing:
            said = self._joined([self._lacking(it) for it in missing])
            sheet.box("! " + self.tr("Draft. Still missing:") + " " + said, "minor_soft")

    def _lacking(self, key: str) -> str:
        """A missing part as one says it: ``q.zh``, ``look_for[3]``, ``rating``."""
        part = self._name(key.partition(".")[0].partition("[")[0])
        if key.endswith("]"):
            return self.tr("{part}: three points at least").format(part=part)
        lang = key.rpartition(".")[2]
        if lang in (Lang.EN.value, Lang.ZH.value):
            return f"{part} ({self._texts.enum(Lang(lang))})"
        return part

    def _part(self, sheet: Sheet, question: Plain, key: str) -> None:
        if question.get(key):
            sheet.head(self._name(key))
            self._both(sheet, question.get(key))

    def _rating(self, sheet: Sheet, value: object) -> None:
        if not isinstance(value, dict):
            return
        rating = cast("Plain", value)
        sheet.head(self._name("rating"))
        unit = str(rating.get("unit", ""))
        self._both(sheet, rating.get("measure"))
        for band in _plains(rating.get("bands")):
            said = self._enum(Result, band.get("result"))
            glyph, token = _sign(str(band.get("result", "")))
            span = self._span(band, self._unit(unit))
            sheet.text(f"{glyph} {said} · {span}", token, below=2)
            self._both(sheet, band.get("text"))
        if rating.get("aggravating"):
            sheet.head(self.tr("Makes any departure major"))
            self._both(sheet, rating.get("aggravating"))

    def _unit(self, unit: str) -> str:
        return "%" if unit == "percent" else " " + self._enum(MeasureUnit, unit)

    def _span(self, band: Plain, unit: str) -> str:
        over, end = band.get("over"), band.get("up_to")
        if over is None:
            return self.tr("0, but weak") if band.get("weakness") else f"0{unit}"
        return f"> {over}{unit}" if end is None else f"≤ {end}{unit}"

    def _bindings(self, sheet: Sheet, question: Plain) -> None:
        ids = names(question.get("criteria"))
        if ids:
            sheet.head(self._name("criteria"))
        for card_id in ids:
            card = self._criteria.get(card_id)
            if card is None:
                sheet.text(card_id)
            else:
                after = f" · {self._texts.enum(card.force)}"
                sheet.link(CARD + card_id, citation(card, self._lang), after=after)
        self._part(sheet, question, "own_rule")

    def _sampling(self, sheet: Sheet, value: object) -> None:
        if not isinstance(value, dict):
            return
        sampling = cast("Plain", value)
        sheet.head(self._name("sampling"))
        sheet.text(self._sampling_line(sampling), below=2)
        self._both(sheet, sampling.get("population"))
        self._both(sheet, sampling.get("note"))

    def _sampling_line(self, sampling: Plain) -> str:
        count = sampling.get("default_n")
        strata = [self._stratum(it) for it in names(sampling.get("strata"))]
        told = (
            self._enum(SamplingMethod, sampling.get("method", "")),
            "" if count is None else f"n = {count}",
            self._joined(strata),
        )
        return " · ".join(it for it in told if it)

    def _stratum(self, code: str) -> str:
        key = f"stratum.{code}"
        return self._texts.say(key) if self._texts.has(key) else code

    def _planning(self, sheet: Sheet, source: PackSource, question: Plain) -> None:
        sheet.head(self.tr("Planning and upkeep"))
        keys = ("type", "scope", "prepare", "effort", "weight", "na_allowed", "auto_rule", "tags",
                "shown_if", "source", "version")  # fmt: skip
        facts = [(self._name(key), self._told(key, question.get(key)) or "") for key in keys]
        facts.append((self.tr("Locked for copies"), self._keys(question.get("locked"))))
        held = sorted(held_keys(source, str(question.get("id", ""))))
        facts.append((self.tr("Locked by the pack it was copied from"), self._keys(held)))
        sheet.facts(facts)

    def _told(self, key: str, value: object) -> str | None:
        """A part that is no text: as a person reads it; None for texts."""
        if value is None:
            return ""
        if isinstance(value, dict):
            return self._told_node(key, cast("Plain", value))
        if isinstance(value, list):
            return self._joined(names(cast("list[Any]", value)))
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        return self._enum(_CHOICES[key], value) if key in _CHOICES else str(value)

    def _told_node(self, key: str, plain: Plain) -> str | None:
        if key == "effort":
            said = self.tr("{question} min, {item} min an item")
            return said.format(question=plain.get("question", 0), item=plain.get("item", 0))
        return write_condition(plain) if key == "shown_if" else None


def _lines(value: object, lang: Lang) -> list[str]:
    """All texts of a node in a language, one a line; what has no language too."""
    if isinstance(value, dict):
        plain = cast("Plain", value)
        if plain.keys() & {"en", "zh"}:
            side: Any = plain.get(lang.value, "")
            return names(cast("list[Any]", side)) if isinstance(side, list) else [str(side)]
        parts: list[str] = []
        span = [f"{key}: {it}" for key, it in plain.items() if isinstance(it, int | float | str)]
        if span:
            parts.append(" · ".join(span))
        for it in plain.values():
            if isinstance(it, dict | list):
                parts += _lines(cast("Any", it), lang)
        return parts
    if isinstance(value, list):
        return [line for it in cast("list[Any]", value) for line in _lines(it, lang)]
    return [str(value)]


def _plains(value: object) -> list[Plain]:
    listed = cast("list[Any]", value) if isinstance(value, list) else []
    return [cast("Plain", it) for it in listed if isinstance(it, dict)]


def _sign(result: str) -> tuple[str, Token]:
    try:
        found = Result(result)
    except ValueError:
        return "?", "muted"
    return GLYPHS[found.value], token_of(found)


def _minutes(questions: list[Plain]) -> float:
    total = 0
    for it in questions:
        effort: Any = it.get("effort")
        minutes: Any = cast("Plain", effort).get("question") if isinstance(effort, dict) else 0
        total += minutes if isinstance(minutes, int) else 0
    return total


def _model(model: Plain) -> str:
    return f"{model.get('id')} · {model.get('version')}" if model else ""
