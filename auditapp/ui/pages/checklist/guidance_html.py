"""The right pane as rich text: what to look for, ask for, how to grade, against which criteria."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final, cast

from auditapp.domain.grading import BINDING
from auditapp.domain.vocabulary import Lang
from auditapp.ui.theme import CAPTION
from auditapp.ui.widgets.labels import GLYPHS, token_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ops.queries.question import BandView, CriterionView, QuestionView
    from auditapp.packs.content import Band, Rating
    from auditapp.texts import Texts
    from auditapp.ui.pages.checklist.related import RelatedLine
    from auditapp.ui.theme import Theme, Token

ADD_RULE: Final = "add-rule"
CARD: Final = "card:"
"""A link to a criterion card; the id follows."""
QUESTION: Final = "question:"
"""A link to another question; the id follows."""


@dataclass(frozen=True)
class Words:
    """The headings and small words of the pane, in the window's language."""

    look_for: str
    ask_to_see: str
    how_to_grade: str
    negative_test: str
    criteria: str
    tags: str
    guidance_only: str
    add_rule: str
    would_be: str
    not_here: str
    not_verified: str
    weak: str
    aggravating: str
    adopted: str
    related: str
    not_answered: str
    draft: str


class GuidanceText:
    """Writes the pane for one question; every text of a pack or a person is escaped."""

    def __init__(self, theme: Theme, texts: Texts, words: Words) -> None:
        self._theme = theme
        self._texts = texts
        self._lang = texts.lang
        self._words = words

    def write(self, view: QuestionView, related: Sequence[RelatedLine] = ()) -> str:
        """The whole pane as HTML that QTextBrowser shows; ``related``: asked elsewhere too."""
        question, lang, words = view.question, self._lang, self._words
        parts = [
            self._draft(question.missing),
            self._list(words.look_for, question.look_for.get(lang)),
            self._list(words.ask_to_see, question.evidence.get(lang)),
            self._bands(view),
            self._negative_test(question.negative_test.get(lang)),
            self._criteria(view),
            self._related(related),
            self._tags(question.tags),
        ]
        return "".join(parts)

    def _draft(self, missing: Sequence[str]) -> str:
        """A question of a draft pack: what it lacks, each part named once."""
        if not missing:
            return ""
        keys = dict.fromkeys(re.split(r"[.\[]", key, maxsplit=1)[0] for key in missing)
        names = self._texts.join([self._texts.say(f"pack_field.{key}") for key in keys])
        css = self._theme.css
        return (
            '<table width="100%" cellpadding="8" cellspacing="0"><tr>'
            f'<td style="background:{css("minor_soft")}; color:{css("text")}">'
            f"! {escape(self._words.draft)} {escape(names)}</td></tr></table>"
        )

    def _head(self, words: str) -> str:
        colour = self._theme.css("muted")
        style = f"font-size:{CAPTION}px; font-weight:600; color:{colour}; margin:14px 0 4px 0"
        return f'<p style="{style}">{escape(words)}</p>'

    def _caption(self, words: str, token: Token = "muted") -> str:  # noqa: S107  (a colour)
        colour = self._theme.css(token)
        return f'<span style="font-size:{CAPTION}px; color:{colour}">{escape(words)}</span>'

    def _list(self, title: str, points: Sequence[str]) -> str:
        if not points:
            return ""
        items = "".join(f'<li style="margin:0 0 3px 0">{escape(point)}</li>' for point in points)
        style = "margin:0 0 0 0; -qt-list-indent:0; margin-left:14px"
        return f'{self._head(title)}<ul style="{style}">{items}</ul>'

    def _bands(self, view: QuestionView) -> str:
        rating = view.question.rating
        if not view.bands:
            return ""
        rows = "".join(self._band(it, rating) for it in view.bands)
        note = ""
        if view.guidance_only:
            note = (
                f'<p style="margin:6px 0 0 0">{self._caption(self._words.guidance_only)} '
                f'<a href="{ADD_RULE}" style="color:{self._theme.css("accent")}">'
                f"{escape(self._words.add_rule)}</a></p>"
            )
        worse = ""
        if rating.aggravating is not None and rating.aggravating.get(self._lang):
            worse = self._list(self._words.aggravating, rating.aggravating.get(self._lang))
        measure = self._caption(rating.measure.get(self._lang))
        return (
            f'{self._head(self._words.how_to_grade)}<p style="margin:0 0 4px 0">{measure}</p>'
            f'<table cellspacing="0" cellpadding="3" width="100%">{rows}</table>{note}{worse}'
        )

    def _band(self, it: BandView, rating: Rating) -> str:
        token = token_of(it.band.result)
        css = self._theme.css
        soft = css(cast("Token", f"{token}_soft"))
        word = escape(self._texts.enum(it.band.result))
        span = self._span(it.band, rating)
        more = ""
        if it.would_be:
            said = self._words.would_be.format(
                result=self._texts.enum(it.result), degree=it.fulfilment
            )
            more = f"<br>{self._caption(said)}"
        return (
            f'<tr><td width="22" align="center" valign="top" style="background:{soft};'
            f'color:{css(token)}; font-weight:700">{GLYPHS[it.band.result.value]}</td>'
            f'<td style="padding-left:8px"><span style="color:{css(token)}; font-weight:600">'
            f"{word}</span> {self._caption(span)}<br>{escape(it.band.text.get(self._lang))}{more}"
            "</td></tr>"
            '<tr><td colspan="2" style="font-size:4px">&nbsp;</td></tr>'
        )

    def _span(self, band: Band, rating: Rating) -> str:
        unit = self._texts.enum(rating.unit)
        unit = "%" if rating.unit.value == "percent" else f" {unit}"
        if band.over is None:
            return self._words.weak if band.weakness else f"0{unit}"
        if band.up_to is None:
            return f"> {self._texts.number(band.over)}{unit}"
        return f"≤ {self._texts.number(band.up_to)}{unit}"

    def _negative_test(self, words: str) -> str:
        if not words:
            return ""
        css = self._theme.css
        return (
            f"{self._head(self._words.negative_test)}"
            f'<table width="100%" cellpadding="8" cellspacing="0"><tr>'
            f'<td style="background:{css("minor_soft")}; color:{css("text")}">{escape(words)}</td>'
            "</tr></table>"
        )

    def _criteria(self, view: QuestionView) -> str:
        cards = "".join(self._card(it) for it in view.criteria)
        return f"{self._head(self._words.criteria)}{cards}" if cards else ""

    def _card(self, it: CriterionView) -> str:
        css = self._theme.css
        title, source, body, notes = self._card_words(it)
        if it.force is None:
            pill = self._pill(self._words.not_here, "muted", "sunken")
        else:
            binding = it.force in BINDING
            colours: tuple[Token, Token] = (
                ("accent", "accent_soft") if binding else ("muted", "sunken")
            )
            pill = self._pill(self._texts.enum(it.force), *colours)
        ink = css("muted" if it.force is None else "text")
        lines = "".join(f"<br>{self._caption(note)}" for note in notes)
        return (
            f'<table width="100%" cellpadding="8" cellspacing="0" style="margin-bottom:8px;'
            f'border:1px solid {css("line")}; border-collapse:collapse"><tr><td style="color:{ink};'
            f'border:1px solid {css("line")}">{pill} <b>{self._title(it, title)}</b><br>'
            f"{self._caption(source)}<br>{escape(body)}{lines}</td></tr></table>"
        )

    def _title(self, it: CriterionView, title: str) -> str:
        """The title, which leads to the card in the reference."""
        if it.card is None:
            return escape(title)
        colour = self._theme.css("muted" if it.force is None else "text")
        return f'<a href="{CARD}{escape(it.card.id)}" style="color:{colour}">{escape(title)}</a>'

    def _card_words(self, it: CriterionView) -> tuple[str, str, str, list[str]]:
        lang, notes = self._lang, list[str]()
        if it.adoption is not None:
            proof = it.adoption
            said = self._words.adopted
            notes.append(
                said.format(document=proof.document, date=self._texts.date(proof.document_date))
            )
        if it.reason:
            notes.append(it.reason)
        if it.card is not None:
            card = it.card
            if not card.verified:
                notes.append(self._words.not_verified)
            source = f"{card.source.get(lang)} · {card.article}"
            return card.title.get(lang), source, card.paraphrase.get(lang), notes
        rule = it.own_rule
        if rule is None:
            return "", "", "", notes
        names = (rule.document_number, rule.document_version, rule.article)
        source = " · ".join([rule.number, *(name for name in names if name)])
        return rule.document, source, rule.wording.best(lang), notes

    def _pill(self, words: str, ink: Token, back: Token) -> str:
        css = self._theme.css
        return (
            f'<span style="font-size:{CAPTION}px; color:{css(ink)}; background:{css(back)}">'
            f"&nbsp;{escape(words)}&nbsp;</span>"
        )

    def _related(self, lines: Sequence[RelatedLine]) -> str:
        """Questions of other packs about the same thing, with what was found there."""
        if not lines:
            return ""
        items = "".join(self._related_line(line) for line in lines)
        return f"{self._head(self._words.related)}{items}"

    def _related_line(self, line: RelatedLine) -> str:
        css = self._theme.css
        results = "".join(
            f'<br><span style="color:{css(token_of(result))}; font-weight:600">'
            f"{GLYPHS[result.value]} {escape(self._texts.enum(result))}</span> "
            f"{self._caption(unit)}"
            for unit, result in line.given
        )
        if not results:
            results = f"<br>{self._caption(self._words.not_answered)}"
        return (
            f'<p style="margin:0 0 8px 0"><a href="{QUESTION}{escape(line.question_id)}" '
            f'style="color:{css("accent")}">{escape(line.question_id)}</a> '
            f"{escape(line.words)}{results}</p>"
        )

    def _tags(self, tags: Sequence[str]) -> str:
        if not tags:
            return ""
        joined = ("、" if self._lang is Lang.ZH else ", ").join(tags)
        return f"{self._head(self._words.tags)}<p>{self._caption(joined)}</p>"
