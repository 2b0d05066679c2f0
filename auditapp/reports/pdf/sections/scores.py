"""Scores in full: both figures with their caps, and the two heat maps clause × unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.reports import look
from auditapp.reports.model import Cell
from auditapp.reports.pdf.blocks import LABEL, SMALL, Beside, Stack, Together
from auditapp.reports.pdf.charts import HeatCell, HeatKey, HeatMap, HeatRow, ScoreTile
from auditapp.reports.pdf.layout import HEIGHT, WIDTH
from auditapp.reports.wording import figure_notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditapp.reports.model import Clause, Figure
    from auditapp.reports.pdf.blocks import Block
    from auditapp.reports.pdf.kit import Kit

_COLUMNS: Final = 8


def score_blocks(kit: Kit) -> Iterator[Block]:
    """The section's blocks."""
    head = kit.heading("scores", "report.section.scores")
    explained = kit.said("report.method.scoring_text", kit.muted(SMALL))
    scores = kit.model.scores
    tiles: list[Block] = []
    for code, figure in (
        ("report.score.conformity", scores.conformity),
        ("report.score.alignment", scores.alignment),
    ):
        notes = Stack([kit.prose(note, SMALL) for note in figure_notes(figure, kit.labels)])
        name = kit.prose(kit.labels.say(code), LABEL)
        share = figure.value if figure.sufficient else None
        tiles.append(ScoreTile(name, kit.labels.percent(figure.value), share, notes))
    # The figures never stand alone on a page of their own.
    yield Together([head, explained, Beside(tiles, (1, 1), 24, before=6)], HEIGHT, before=10)
    for which in ("conformity", "alignment"):
        maps = list(heat_maps(kit, which, main_only=False, columns=_COLUMNS))
        if not maps:
            continue
        above: list[Block] = [
            kit.subheading(f"report.scores.map_{which}", before=16),
            heat_key(kit, before=0),
        ]
        taken = sum(block.height(WIDTH) for block in above) + maps[0].before
        for place, drawn in enumerate(maps):
            drawn.fit(WIDTH, HEIGHT - (0 if place else taken))
            yield Together([*(above if place == 0 else []), drawn], HEIGHT, before=16)


def heat_maps(kit: Kit, which: str, *, main_only: bool, columns: int) -> Iterator[HeatMap]:
    """Maps of clause × unit, ``columns`` units each; the total over all units comes first."""
    scores = kit.model.scores
    clauses = [c for c in scores.clauses if c.level == 1 or not main_only]
    units = [unit.code for unit in kit.model.header.units]
    if not clauses or not units:
        return
    cells = scores.by_place()
    for start in range(0, len(units), columns):
        group = units[start : start + columns]
        places: list[str | None] = [None, *group] if len(units) > 1 else [*group]
        heads = [_head(kit, code) for code in places]
        total = tuple(_heat_cell(kit, _total(kit, cells, place), which) for place in places)
        rows = [HeatRow(kit.labels.say("report.scores.total"), total, strong=True)]
        rows += [
            HeatRow(
                _clause_label(kit, clause),
                tuple(_heat_cell(kit, cells.get((clause.number, p)), which) for p in places),
                strong=clause.level == 1 and not main_only,
            )
            for clause in clauses
        ]
        yield HeatMap(kit.faces, heads, rows, before=12 if start else 4)


def _total(
    kit: Kit, cells: Mapping[tuple[str | None, str | None], Cell], unit: str | None
) -> Cell | None:
    """The total of a unit; that of all units is the audit's own pair of figures."""
    found = cells.get((None, unit))
    if unit is not None:
        return found
    scores = kit.model.scores
    worst = found.worst if found else None
    return Cell(None, None, scores.conformity, scores.alignment, worst)


def _head(kit: Kit, code: str | None) -> str:
    if code is None:
        return kit.labels.say("report.scores.all_units")
    for unit in kit.model.header.units:
        if unit.code == code:
            name, _ = unit.name.best(kit.labels.langs[0])
            return name or code
    return code


def _clause_label(kit: Kit, clause: Clause) -> str:
    title = " ".join(piece.text for piece in kit.labels.pieces(clause.title))
    indent = "   " * (clause.level - 1)
    return f"{indent}{clause.number} {title}"


def _heat_cell(kit: Kit, cell: Cell | None, which: str) -> HeatCell:
    if cell is None:
        return HeatCell("—", None)
    figure: Figure = getattr(cell, which)
    text = kit.labels.percent(figure.value)
    if not figure.sufficient:
        text += " ?"
    glyph = look.RESULT_GLYPH[cell.worst] if cell.worst and figure.value is not None else ""
    if glyph in {"!", "‼"}:
        text = f"{glyph} {text}"
    return HeatCell(text, figure.value, figure.sufficient)


def heat_key(kit: Kit, before: float = 6) -> HeatKey:
    """What the colours and signs mean."""
    say = kit.labels.say
    words = [
        (look.CONFORMING, "≥ 90%"),
        (look.IMPROVEMENT, "75–90%"),
        (look.MINOR, "60–75%"),
        (look.MAJOR, "< 60%"),
        (look.MUTED, say("report.scores.key_signs")),
    ]
    return HeatKey(kit.faces, words, before)
