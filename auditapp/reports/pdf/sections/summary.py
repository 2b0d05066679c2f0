"""Page 2, which alone serves a director: conclusion, scores, findings, what is asked, heat map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Grade
from auditapp.reports import look
from auditapp.reports.pdf.blocks import LABEL, SMALL, Beside, Panel, Prose, Stack, Style
from auditapp.reports.pdf.charts import GradeTiles, ScoreTile
from auditapp.reports.pdf.kit import SMALL_SECOND, finding_key
from auditapp.reports.pdf.layout import HEIGHT, WIDTH
from auditapp.reports.pdf.ledger import Col, Ledger, Row
from auditapp.reports.pdf.sections.scores import heat_key, heat_maps
from auditapp.reports.wording import figure_notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditapp.reports.model import Figure
    from auditapp.reports.pdf.blocks import Block
    from auditapp.reports.pdf.kit import Kit

_MOST_TOP: Final = 3
_MOST_ACTIONS: Final = 6
_MAP_COLUMNS: Final = 8


def summary_blocks(kit: Kit) -> list[Block]:
    """As much as one page holds: lists give way before anything runs over to the next page."""
    plans = ((_MOST_TOP, _MOST_ACTIONS, 3), (_MOST_TOP, 4, 2), (_MOST_TOP, 3, 2), (_MOST_TOP, 3, 1))
    for top, actions, lines in (*plans, (_MOST_TOP, 2, 1), (_MOST_TOP, 1, 1)):
        blocks = list(_blocks(kit, top, actions, lines))
        # The first block's space above falls away: it begins the page.
        if sum(block.height(WIDTH) + block.before for block in blocks) - blocks[0].before <= HEIGHT:
            return blocks
    return list(_blocks(kit, 2, 1, 1))


def _blocks(kit: Kit, top: int, actions: int, lines: int) -> Iterator[Block]:
    yield kit.heading("summary", "report.section.summary")
    conclusion = kit.model.conclusion
    body = (
        kit.short(conclusion, Style(9.5, 13.5, bold=True), most_lines=lines + 2)
        if conclusion
        else kit.said("report.summary.no_conclusion", kit.muted(Style(9.5, 13.5)))
    )
    yield Panel(body, edge=look.ACCENT, padding=7)
    yield _scores(kit)
    yield _grades(kit)
    yield from _top(kit, top, lines)
    yield from _asked(kit, actions, lines)
    yield from _map(kit)


def _scores(kit: Kit) -> Beside:
    scores = kit.model.scores
    tiles = [
        _tile(kit, "report.score.conformity", scores.conformity),
        _tile(kit, "report.score.alignment", scores.alignment),
    ]
    return Beside(tiles, (1, 1), 24, before=9)


def _tile(kit: Kit, code: str, figure: Figure) -> ScoreTile:
    name = kit.prose(kit.labels.say(code), LABEL)
    share = figure.value if figure.sufficient else None
    shown = kit.labels.percent(figure.value)
    notes = Stack([kit.prose(note, SMALL_SECOND) for note in figure_notes(figure, kit.labels)])
    return ScoreTile(name, shown, share, notes)


def _grades(kit: Kit) -> GradeTiles:
    counts = kit.model.count_by_grade()
    entries: list[tuple[str, str, int, Block]] = []
    for grade in Grade:
        name = kit.paragraphs(list(dict.fromkeys(kit.labels.enum_parts(grade))), SMALL)
        entries.append((look.GRADE_COLOUR[grade], look.GRADE_GLYPH[grade], counts[grade], name))
    return GradeTiles(kit.faces, entries, before=9)


def _top(kit: Kit, most: int, lines: int) -> Iterator[Block]:
    found = kit.model.weaknesses[:most]
    if not found:
        yield kit.subheading("report.summary.top", before=9)
        yield kit.said("report.findings.none", kit.muted(SMALL))
        return
    columns = (
        Col(kit.labels.say("report.summary.top"), 5.6),
        Col(kit.labels.say("report.findings.grade"), 1.6),
        Col(kit.labels.say("report.findings.unit"), 1.5),
    )
    rows = [
        Row(
            (
                Stack(
                    [
                        kit.cell(finding.shown_number, bold=True, link=finding_key(finding)),
                        kit.short(finding.statement, SMALL, lines),
                    ]
                ),
                kit.grade_cell(finding.grade),
                kit.cell(kit.unit_name(finding.unit)),
            ),
            look.GRADE_COLOUR[finding.grade],
        )
        for finding in found
    ]
    yield Ledger(kit.faces, columns, rows, before=8)


def _asked(kit: Kit, most: int, lines: int) -> Iterator[Block]:
    """What is asked of whom by when: the next actions; without any, the findings' owners."""
    labels = kit.labels
    waiting = kit.model.open_actions
    columns = (
        Col(labels.say("report.summary.asked"), 5.6),
        Col(labels.say("report.actions.owner"), 1.6),
        Col(labels.say("report.actions.due"), 1.5),
    )
    rows: list[Row] = []
    for action in waiting[:most]:
        late = kit.model.overdue(action)
        due = labels.date(action.due)
        if late:
            due = f"{due} {labels.say('report.actions.overdue')}"
        colour = look.MAJOR if late else look.TEXT
        rows.append(
            Row(
                (
                    kit.short(action.text, SMALL, lines),
                    kit.cell(action.owner or labels.say("report.actions.no_owner")),
                    Prose(kit.faces, due, Style(7.5, 10, bold=late, colour=colour)),
                )
            )
        )
    if not rows:
        yield kit.subheading("report.summary.asked", before=8)
        yield kit.said("report.actions.none", kit.muted(SMALL))
        return
    yield Ledger(kit.faces, columns, rows, before=8)
    rest = len(waiting) - most
    if rest > 0:
        late = sum(kit.model.overdue(action) for action in kit.model.actions)
        text = labels.say("report.actions.more", n=rest, late=late)
        yield kit.prose(text, kit.muted(SMALL), before=3)


def _map(kit: Kit) -> Iterator[Block]:
    maps = list(heat_maps(kit, "conformity", main_only=True, columns=_MAP_COLUMNS))
    if not maps:
        return
    yield kit.subheading("report.scores.map_conformity", before=8)
    yield heat_key(kit, before=0)
    yield maps[0]
    if len(maps) > 1:
        text = kit.labels.say("report.scores.more_units", n=len(kit.model.header.units))
        yield kit.prose(text, kit.muted(SMALL), before=2)
