"""The authoring workbook: its sheets and columns, which writer and reader share.

A question is one row; a column is a node of the YAML, named by its key in row 2 (row 1 is for
people). The reader goes by these keys, so columns may be moved, hidden or added.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Prepare, QuestionScope, QuestionType, Sector
from auditapp.packs.content import MeasureUnit, SamplingMethod

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

KEY_ROW: Final = 2
FIRST_ROW: Final = 3
MOST_QUESTIONS: Final = 3_000
PART: Final = "part"


class SheetId(StrEnum):
    """The sheets in their order; a sheet's title ends with this word."""

    HELP = "Instructions"
    PACK = "Pack"
    SECTIONS = "Sections"
    FILES = "Files"
    QUESTIONS = "Questions"
    CRITERIA = "Criteria"
    FACTS = "Facts"
    LISTS = "Lists"


class Kind(StrEnum):
    """What a cell of a column holds."""

    TEXT = "text"
    CODE = "code"
    POINTS = "points"
    WORDS = "words"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``key`` is the dotted path of the node it holds."""

    key: str
    kind: Kind
    width: int
    group: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """The keys down to the node."""
        return tuple(self.key.split("."))


CHOICES: Final[Mapping[str, type[Enum]]] = {
    "type": QuestionType,
    "scope": QuestionScope,
    "prepare": Prepare,
    "sampling.method": SamplingMethod,
    "rating.unit": MeasureUnit,
    "sectors": Sector,
}
"""The columns that take one value of a list (``sectors``: several)."""


def _both(key: str, kind: Kind, width: int, group: str) -> list[Column]:
    """Both languages side by side, Chinese first."""
    return [Column(f"{key}.{lang}", kind, width, group) for lang in ("zh", "en")]


QUESTION_COLUMNS: Final[tuple[Column, ...]] = (
    Column("id", Kind.CODE, 15),
    Column("section", Kind.CODE, 11),
    *_both("q", Kind.TEXT, 46, "ask"),
    *_both("ask", Kind.TEXT, 38, "ask"),
    *_both("look_for", Kind.POINTS, 46, "look"),
    *_both("evidence", Kind.POINTS, 38, "look"),
    *_both("negative_test", Kind.TEXT, 46, "look"),
    Column("criteria", Kind.WORDS, 28, "bind"),
    *_both("own_rule", Kind.TEXT, 28, "bind"),
    *_both("rating.measure", Kind.TEXT, 30, "rate"),
    Column("rating.unit", Kind.CHOICE, 11, "rate"),
    *_both("rating.conforming", Kind.TEXT, 32, "rate"),
    *_both("rating.improvement", Kind.TEXT, 32, "rate"),
    Column("rating.minor.up_to", Kind.NUMBER, 10, "rate"),
    *_both("rating.minor", Kind.TEXT, 32, "rate"),
    *_both("rating.major", Kind.TEXT, 32, "rate"),
    *_both("rating.aggravating", Kind.POINTS, 32, "rate"),
    Column("sampling.method", Kind.CHOICE, 13, "sample"),
    Column("sampling.default_n", Kind.NUMBER, 10, "sample"),
    *_both("sampling.population", Kind.TEXT, 30, "sample"),
    Column("sampling.strata", Kind.WORDS, 20, "sample"),
    *_both("sampling.note", Kind.TEXT, 26, "sample"),
    Column("type", Kind.CHOICE, 13, "plan"),
    Column("scope", Kind.CHOICE, 14, "plan"),
    Column("core", Kind.FLAG, 9, "plan"),
    Column("prepare", Kind.CHOICE, 10, "plan"),
    Column("effort.question", Kind.NUMBER, 10, "plan"),
    Column("effort.item", Kind.NUMBER, 10, "plan"),
    Column("weight", Kind.NUMBER, 9, "plan"),
    Column("tags", Kind.WORDS, 18, "plan"),
    Column("auto_rule", Kind.CODE, 13, "plan"),
    Column("na_allowed", Kind.FLAG, 10, "plan"),
    Column("shown_if", Kind.CONDITION, 26, "plan"),
    Column("verified", Kind.FLAG, 10, "keep"),
    Column("source", Kind.CODE, 14, "keep"),
    Column("version", Kind.NUMBER, 9, "keep"),
    Column("off", Kind.FLAG, 9, "keep"),
    Column("locked", Kind.WORDS, 16, "keep"),
    Column("held", Kind.WORDS, 16, "keep"),
    Column(PART, Kind.CODE, 22, "keep"),
)
SECTION_COLUMNS: Final[tuple[Column, ...]] = (
    Column("id", Kind.CODE, 14),
    *_both("title", Kind.TEXT, 46, ""),
)
FILE_COLUMNS: Final[tuple[Column, ...]] = (
    Column("name", Kind.CODE, 30),
    Column("heading", Kind.TEXT, 70),
)
PACK_FIELDS: Final[tuple[Column, ...]] = (
    Column("id", Kind.CODE, 0),
    Column("version", Kind.NUMBER, 0),
    Column("status", Kind.CODE, 0),
    *_both("title", Kind.TEXT, 0, ""),
    *_both("audience", Kind.TEXT, 0, ""),
    *_both("description", Kind.TEXT, 0, ""),
    Column("sectors", Kind.WORDS, 0),
    Column("locked", Kind.WORDS, 0),
    Column("held", Kind.WORDS, 0),
    Column("based_on.id", Kind.CODE, 0),
    Column("based_on.version", Kind.NUMBER, 0),
    Column("based_on.sha256", Kind.CODE, 0),
)
"""The sheet of the pack itself stands upright: label, key, value."""

BANDS: Final = ("conforming", "improvement", "minor", "major")


def bands_of(cells: Mapping[str, object]) -> list[dict[str, object]]:
    """The bands of a rating from its cells (``conforming`` … as texts, ``minor.up_to``).

    The limits follow from the rules for bands, so one number says it all: where minor ends.
    """
    end = cells.get("minor.up_to")
    has_minor = cells.get("minor") is not None or end is not None
    bands: list[dict[str, object]] = []
    for result in BANDS:
        text = cells.get(result)
        if text is None and not (result == "minor" and has_minor):
            continue
        band: dict[str, object] = {"result": result}
        if result == "minor":
            band |= {"over": 0} if end is None else {"over": 0, "up_to": end}
        elif result == "major":
            over = end if has_minor else 0
            band |= {} if over is None else {"over": over}
        else:
            band["up_to"] = 0
            if result == "improvement":
                band["weakness"] = True
        bands.append(band if text is None else band | {"text": text})
    return bands
