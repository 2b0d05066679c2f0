"""Turning the overview's figures into what cards, heat map and explanations show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.ui.pages.overview.explain import ExplainRow
from auditapp.ui.pages.overview.heat_map import HeatCell, HeatRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from auditapp.domain.scoring import Pair as ScorePair
    from auditapp.domain.scoring import Rolled, RolledPair, Score
    from auditapp.domain.vocabulary import Lang
    from auditapp.ops.queries.overview import Overview
    from auditapp.texts import Texts

CONFORMITY, ALIGNMENT = "conformity", "alignment"


def pick(pair: RolledPair | ScorePair, figure: str) -> Rolled | Score:
    """One of the two figures; they are never mixed."""
    return pair.conformity if figure == CONFORMITY else pair.alignment


def sentences(score: Rolled | Score, texts: Texts, counts: str) -> list[str]:
    """What to say about a figure: how much it stands on, its cap."""
    found = [counts.format(
        answered=score.counts.answered,
        applicable=score.counts.applicable,
        unclear=score.counts.not_conclusive,
    )]  # fmt: skip
    if score.cap is not None and score.value != score.raw:
        found.append(f"⚑ {texts.enum(score.cap.reason)} ({texts.percent(_float(score.raw))})")
    return found


def heat_rows(
    shown: Overview, units: Sequence[UUID], figure: str, lang: Lang, texts: Texts, words: HeatWords
) -> list[HeatRow]:
    """All clauses, the total first; each with the cell over all units and one per unit."""
    scores = shown.scores
    rows = [
        HeatRow(
            "",
            words.total,
            1,
            (
                _cell(None, None, pick(scores.total, figure), texts, words),
                *(
                    _cell(None, unit, _of(scores.units[unit].total, figure), texts, words)
                    if unit in scores.units
                    else HeatCell(None, unit, None, True, False, words.nothing)
                    for unit in units
                ),
            ),
        )
    ]
    for clause in shown.clauses:
        cells = [
            _cell(clause.number, None, pick(scores.clauses[clause.number], figure), texts, words)
        ]
        for unit in units:
            found = scores.units.get(unit)
            pair = None if found is None else found.clauses.get(clause.number)
            if pair is None:
                cells.append(HeatCell(clause.number, unit, None, True, False, words.nothing))
            else:
                cells.append(_cell(clause.number, unit, _of(pair, figure), texts, words))
        rows.append(HeatRow(clause.number, clause.title(lang), clause.level, tuple(cells)))
    return rows


class HeatWords:
    """The few words of the heat map that the widget translates."""

    def __init__(self, total: str, nothing: str, counts: str) -> None:
        self.total, self.nothing, self.counts = total, nothing, counts


def explain_rows(
    scores: Iterable[Score], units: Mapping[UUID, str], words: Mapping[str, str], texts: Texts
) -> list[ExplainRow]:
    """The lines behind one or several scores (one per unit)."""
    return [
        ExplainRow(
            line.question,
            line.unit,
            units.get(line.unit, ""),
            words.get(line.question, ""),
            texts.enum(line.result),
            line.weight,
            float(line.value),
            float(score.loss(line)),
        )
        for score in scores
        for line in score.lines
    ]


def scores_behind(shown: Overview, cell: HeatCell, figure: str) -> list[Score]:
    """The units' scores that a cell stands for."""
    found: list[Score] = []
    for unit, scores in shown.scores.units.items():
        if cell.unit is not None and unit != cell.unit:
            continue
        pair = scores.total if cell.clause is None else scores.clauses.get(cell.clause)
        if pair is not None:
            found.append(_of(pair, figure))
    return found


def _of(pair: ScorePair, figure: str) -> Score:
    return pair.conformity if figure == CONFORMITY else pair.alignment


def _cell(
    clause: str | None, unit: UUID | None, score: Rolled | Score, texts: Texts, words: HeatWords
) -> HeatCell:
    capped = score.cap is not None and score.value != score.raw
    why = "\n".join(sentences(score, texts, words.counts))
    return HeatCell(clause, unit, _float(score.value), score.counts.is_sufficient, capped, why)


def _float(value: object) -> float | None:
    return None if value is None else float(value)  # type: ignore[arg-type]
