"""Checklists that others wrote: columns mapped by the user, a preview, a draft pack.

Nothing is made up. A foreign row says what is asked, perhaps where it comes from, what to look for
and what to ask for; it says nothing about grading. So the pack is a draft (docs/packs.md), which
``own_packs.save_pack`` keeps and ``packs check`` says what is missing of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.packs.source import Checked, PackSource, Part, check_source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditapp.packs.content import Library
    from auditapp.packs.foreign_tables import Table
    from auditapp.packs.problems import Arg
    from auditapp.packs.source import Plain


class ColumnRole(StrEnum):
    """What a column of a foreign checklist holds."""

    CLAUSE = "clause"
    SECTION = "section"
    QUESTION = "question"
    QUESTION_OTHER = "question_other"
    GUIDANCE = "guidance"
    GUIDANCE_OTHER = "guidance_other"
    EVIDENCE = "evidence"
    EVIDENCE_OTHER = "evidence_other"
    REFERENCE = "reference"
    MARK = "mark"


SEVERAL: Final = frozenset(
    {ColumnRole.GUIDANCE, ColumnRole.EVIDENCE, ColumnRole.GUIDANCE_OTHER, ColumnRole.EVIDENCE_OTHER}
)
"""Roles that several columns may have; their points follow each other."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """How a table is read: rows and columns count from 0.

    ``lang``: the language of the columns that are not ``_other`` (None: as the questions look).
    ``standard``: the document that the clauses are of, written before each (``ISO 9001:2015``).
    ``card_prefix``: where clauses are criteria of this library (``iso10002-2018-``).
    A row in which the ``mark`` column is empty is a heading; without that column a row is one in
    which only the question is filled, and does not ask, while most rows have more. ``headings``
    False: no row is a heading.
    """

    header_row: int
    columns: Mapping[int, ColumnRole]
    lang: Lang | None = None
    standard: str = ""
    card_prefix: str = ""
    headings: bool = True


@dataclass(frozen=True, slots=True)
class Refused:
    """A row (from 1, as a person counts) that gives no question, and why.

    ``code``: ``no_question``, ``header_again``, ``same_text`` (args: row), ``too_long`` (args:
    limit). Its sentence is the text ``foreign.refused.<code>``.
    """

    row: int
    code: str
    args: Mapping[str, Arg] = field(default_factory=dict[str, "Arg"], hash=False)


@dataclass(frozen=True, slots=True)
class TableNote:
    """What the user should know of the table; its sentence is ``foreign.problem.<code>``.

    ``merged_head``, ``hidden_sheet``, ``cut`` (args: told, limit), ``no_sections``.
    """

    code: str
    args: Mapping[str, Arg] = field(default_factory=dict[str, "Arg"], hash=False)


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A question as it would come in; ``row`` counts from 1."""

    row: int
    question_id: str
    section: str
    text: str
    guidance: tuple[str, ...]
    evidence: tuple[str, ...]
    reference: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do; nothing is written.

    ``rows_read`` = questions + headings + refused; ``blank`` rows are not among them.
    """

    source: PackSource
    checked: Checked
    rows: tuple[PreviewRow, ...]
    refused: tuple[Refused, ...]
    problems: tuple[TableNote, ...]
    rows_read: int
    headings: int
    blank: int
    lang: Lang


_TEXT_LIMIT: Final = 2_000
_MOST_LOOK_FOR: Final = 5
_MOST_EVIDENCE: Final = 12
_SECTION_ID: Final = re.compile(r"[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)*")
_CLAUSE: Final = re.compile(r"[A-Z]?[0-9]+(\.[0-9]+)*")
_HAN: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_BULLET: Final = re.compile(r"^\s*(?:[-*•·●▪◦–]|\(?[0-9]{1,2}[.)、)]|[a-z][.)])\s*")
_SPACES: Final = re.compile(r"\s+")
_PACK_ID: Final = re.compile(r"[A-Z][A-Z0-9]{1,11}")
_HEADER_LOOK: Final = 30
_PREVIEW: Final = 50
# Words of heads, the surest first; a head is compared in lower case, without marks.
_WORDS: Final[Mapping[ColumnRole, tuple[str, ...]]] = {
    ColumnRole.MARK: ("assessable", "applicable", "是否检查"),
    ColumnRole.CLAUSE: (
        "clause", "clause no", "article", "ref id", "条款", "条款号", "章节号", "条文号", "no",
        "number", "序号", "编号",
    ),
    ColumnRole.SECTION: (
        "section", "chapter", "category", "domain", "area", "topic", "title", "章节", "类别",
        "模块", "过程", "检查项目", "标题",
    ),
    ColumnRole.QUESTION: (
        "question", "audit question", "requirement", "check", "checkpoint", "检查内容", "检查要点",
        "审核问题", "问题", "检查项", "审核内容", "要求", "control", "name", "名称",
        "description", "描述",
    ),
    ColumnRole.GUIDANCE: (
        "guidance", "guideline", "how to check", "help", "look for", "notes", "description",
        "details", "检查方法", "审核方法", "指南", "说明", "关注点", "要点", "描述",
    ),
    ColumnRole.EVIDENCE: (
        "evidence", "evidence hint", "primary evidence hint", "required records", "records",
        "typical evidence", "document", "证据", "审核证据", "记录", "资料", "文件",
    ),
    ColumnRole.REFERENCE: (
        "reference", "standard", "legal basis", "source", "依据", "法规依据", "标准", "出处",
    ),
}  # fmt: skip


def suggest(table: Table) -> ColumnMap:
    """The row of heads and what the columns seem to hold; the user corrects it."""
    header = _header_row(table)
    heads = table.rows[header] if header < len(table.rows) else ()
    folded = [_folded(it) for it in heads]
    columns: dict[int, ColumnRole] = {}
    for role, words in _WORDS.items():
        ranked = [
            (words.index(head), at)
            for at, head in enumerate(folded)
            if head in words and at not in columns and _filled(table, header, at)
        ]
        taken = sorted(ranked)
        for _, at in taken if role in SEVERAL else taken[:1]:
            columns[at] = role
    if ColumnRole.QUESTION not in columns.values():
        longest = _longest(table, header, columns)
        if longest is not None:
            columns[longest] = ColumnRole.QUESTION
    return ColumnMap(header, columns)


def preview(
    table: Table,
    mapping: ColumnMap,
    library: Library,
    *,
    pack_id: str,
    title: str,
) -> Preview:
    """What comes of a table with this mapping: a draft pack, the rows refused, the problems.

    Raises UserError ``pack_id_form``, ``pack_foreign_no_question`` when no column is mapped to the
    question, and ``pack_foreign_nothing`` when no row gives one.
    """
    if _PACK_ID.fullmatch(pack_id) is None:
        raise UserError("pack_id_form", id=pack_id)
    if ColumnRole.QUESTION not in mapping.columns.values():
        raise UserError("pack_foreign_no_question")
    maker = _Maker(table, mapping, library, pack_id)
    maker.run()
    if not maker.questions:
        raise UserError("pack_foreign_nothing", refused=len(maker.refused))
    source = maker.source(title.strip() or table.name)
    problems = _problems(table, mapping)
    if not maker.has_sections:
        problems.append(TableNote("no_sections"))
    return Preview(
        source=source,
        checked=check_source(source, library),
        rows=tuple(maker.shown[:_PREVIEW]),
        refused=tuple(maker.refused),
        problems=tuple(problems),
        rows_read=len(maker.questions) + maker.headings + len(maker.refused),
        headings=maker.headings,
        blank=maker.blank,
        lang=maker.lang,
    )


class _Maker:
    """Turns rows into questions."""

    def __init__(self, table: Table, mapping: ColumnMap, library: Library, pack_id: str) -> None:
        self._table = table
        self._mapping = mapping
        self._library = library
        self._pack_id = pack_id
        self._by_role: dict[ColumnRole, list[int]] = {}
        for column, role in sorted(mapping.columns.items()):
            self._by_role.setdefault(role, []).append(column)
        self.lang = mapping.lang or self._language()
        self._sections: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self._seen: dict[str, int] = {}
        self._heading = ""
        self.questions: list[Plain] = []
        self.refused: list[Refused] = []
        self.shown: list[PreviewRow] = []
        self.headings = 0
        self.blank = 0

    @property
    def has_sections(self) -> bool:
        """Whether the table says how its questions are grouped."""
        return (
            bool({ColumnRole.CLAUSE, ColumnRole.SECTION} & self._by_role.keys())
            or self.headings > 0
        )

    def run(self) -> None:
        head = self._mapping.header_row
        rich = self._has_rich_rows()
        for number in range(head + 1, len(self._table.rows)):
            row = self._table.rows[number]
            if not any(row):
                self.blank += 1
            elif row == self._table.rows[head]:
                self.refused.append(Refused(number + 1, "header_again"))
            elif self._is_heading(row, rich=rich):
                self.headings += 1
                self._heading = self._one(row, ColumnRole.QUESTION) or max(row, key=len)
            else:
                self._question(number + 1, row)

    def source(self, title: str) -> PackSource:
        """The draft pack."""
        sections = [{"id": name, "title": self._text(it)} for name, it in self._sections.items()]
        head: Plain = {
            "id": self._pack_id,
            "version": 1,
            "status": "draft",
            "title": self._text(title),
            "sectors": ["all"],
            "sections": sections,
        }
        return PackSource(head, (Part("imported.yaml", _flat(title), tuple(self.questions)),))

    def _question(self, number: int, row: Sequence[str]) -> None:
        text = _flat(self._one(row, ColumnRole.QUESTION))
        other = _flat(self._one(row, ColumnRole.QUESTION_OTHER))
        if not text:
            self.refused.append(Refused(number, "no_question"))
            return
        if text in self._seen:
            self.refused.append(Refused(number, "same_text", {"row": self._seen[text]}))
            return
        guidance = self._points(row, ColumnRole.GUIDANCE, ColumnRole.GUIDANCE_OTHER, _MOST_LOOK_FOR)
        evidence = self._points(row, ColumnRole.EVIDENCE, ColumnRole.EVIDENCE_OTHER, _MOST_EVIDENCE)
        reference = self._reference(row)
        texts = [text, other, reference, *(it for points in (guidance, evidence) for it in points)]
        longest = [*texts, *(it for side in guidance.values() for it in side),
                   *(it for side in evidence.values() for it in side)]  # fmt: skip
        if any(len(it) > _TEXT_LIMIT for it in longest):
            self.refused.append(Refused(number, "too_long", {"limit": _TEXT_LIMIT}))
            return
        self._seen[text] = number
        section = self._section(row)
        self._numbers[section] = self._numbers.get(section, 0) + 1
        question_id = f"{self._pack_id}-{section}-{self._numbers[section]:02}"
        question: Plain = {"id": question_id, "section": section, "version": 1}
        question["q"] = self._text(text, other)
        cards = self._cards(row)
        for key, value in (
            ("criteria", cards),
            ("own_rule", self._text(reference) if reference and not cards else None),
            ("look_for", guidance),
            ("evidence", evidence),
        ):
            if value:
                question[key] = value
        self.questions.append(question)
        mine = self.lang.value
        shown = PreviewRow(
            number,
            question_id,
            self._sections[section],
            text,
            tuple(guidance.get(mine, ())),
            tuple(evidence.get(mine, ())),
            ", ".join(cards) or reference,
        )
        self.shown.append(shown)

    def _is_heading(self, row: Sequence[str], *, rich: bool) -> bool:
        if not self._mapping.headings:
            return False
        if ColumnRole.MARK in self._by_role:
            return not self._one(row, ColumnRole.MARK)
        mapped = [at for at in self._mapping.columns if at < len(row) and row[at]]
        alone = [self._mapping.columns[at] for at in mapped] == [ColumnRole.QUESTION]
        return rich and alone and not row[mapped[0]].endswith(("?", "？"))

    def _has_rich_rows(self) -> bool:
        """Whether most rows have more than the question, so that one with less is a heading."""
        others = [
            at for at, role in self._mapping.columns.items() if role is not ColumnRole.QUESTION
        ]
        rows = [it for it in self._table.rows[self._mapping.header_row + 1 :] if any(it)]
        filled = sum(any(at < len(row) and row[at] for at in others) for row in rows)
        return filled * 2 >= len(rows)

    def _one(self, row: Sequence[str], role: ColumnRole) -> str:
        return next(
            (row[at] for at in self._by_role.get(role, ()) if at < len(row) and row[at]), ""
        )

    def _points(
        self, row: Sequence[str], role: ColumnRole, other: ColumnRole, most: int
    ) -> dict[str, list[str]]:
        """The points of both languages; where their numbers differ, as one point each."""
        mine = self._lines(row, role, most)
        theirs = self._lines(row, other, most)
        if mine and theirs and len(mine) != len(theirs):
            mine, theirs = ["; ".join(mine)], ["; ".join(theirs)]
        sides = ((self.lang.value, mine), (self._other, theirs))
        return {lang: points for lang, points in sides if points}

    def _lines(self, row: Sequence[str], role: ColumnRole, most: int) -> list[str]:
        cells = [row[at] for at in self._by_role.get(role, ()) if at < len(row)]
        lines = [
            _flat(_BULLET.sub("", line)) for cell in cells for line in re.split(r"[\n|]", cell)
        ]
        points = list(dict.fromkeys(line for line in lines if line))
        return (
            points if len(points) <= most else [*points[: most - 1], "; ".join(points[most - 1 :])]
        )

    def _section(self, row: Sequence[str]) -> str:
        """The id of the row's section, which is made when it is new."""
        clause = _flat(self._one(row, ColumnRole.CLAUSE))
        title = _flat(self._one(row, ColumnRole.SECTION)) or _flat(self._heading)
        number = _CLAUSE.search(clause)
        if number is not None and not self._heading and _SECTION_ID.fullmatch(number.group()):
            name = number.group()[:30]
            # The section column often repeats per clause what the clause is called.
            self._sections.setdefault(name, title or clause)
            return name
        title = title or clause or self._table.name
        for name, known in self._sections.items():
            if known == title:
                return name
        name = str(len(self._sections) + 1)
        while name in self._sections:
            name = f"{name}x"
        self._sections[name] = title
        return name

    def _reference(self, row: Sequence[str]) -> str:
        clause = _flat(self._one(row, ColumnRole.CLAUSE))
        told = _flat(self._one(row, ColumnRole.REFERENCE))
        named = f"{self._mapping.standard} {clause}".strip() if self._mapping.standard else ""
        return "; ".join(it for it in (told, named) if it)

    def _cards(self, row: Sequence[str]) -> list[str]:
        number = _CLAUSE.search(self._one(row, ColumnRole.CLAUSE))
        if not self._mapping.card_prefix or number is None:
            return []
        card = f"{self._mapping.card_prefix}{number.group()}"
        return [card] if card in self._library.criteria else []

    @property
    def _other(self) -> str:
        return "en" if self.lang is Lang.ZH else "zh"

    def _text(self, text: str, other: str = "") -> Plain:
        both = {self.lang.value: _flat(text)}
        return both | {self._other: other} if other else both

    def _language(self) -> Lang:
        rows = self._table.rows[self._mapping.header_row + 1 :]
        texts = [self._one(row, ColumnRole.QUESTION) for row in rows]
        chinese = sum(bool(_HAN.search(it)) for it in texts)
        return Lang.ZH if chinese * 2 >= max(sum(map(bool, texts)), 1) else Lang.EN


def _problems(table: Table, mapping: ColumnMap) -> list[TableNote]:
    found: list[TableNote] = []
    if any(top <= mapping.header_row <= bottom for top, _, bottom, _ in table.merged):
        found.append(TableNote("merged_head"))
    if table.hidden:
        found.append(TableNote("hidden_sheet"))
    if table.is_cut:
        found.append(TableNote("cut", {"told": table.rows_told, "limit": len(table.rows)}))
    return found


def _header_row(table: Table) -> int:
    """The row with the most known heads; else the first with the most texts."""
    known = {word for words in _WORDS.values() for word in words}
    best, best_score = 0, -1.0
    for number, row in enumerate(table.rows[:_HEADER_LOOK]):
        cells = [it for it in row if it]
        words = [it for it in cells if len(it) <= 60 and not it.replace(".", "").isdigit()]
        score = 3 * sum(_folded(it) in known for it in cells) + len(words) / (len(cells) or 1)
        score += min(len(cells), 9) / 10
        if len(cells) > 1 and score > best_score + 1e-9:
            best, best_score = number, score
    return best


def _folded(head: str) -> str:
    """A head as its words are compared: ``PrimaryEvidenceHint`` and ``typical_evidence`` too."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", head)
    return " ".join(re.sub(r"[_\-/:：.*()（）]", " ", spaced).lower().split())


def _filled(table: Table, header: int, column: int) -> bool:
    return any(column < len(row) and row[column] for row in table.rows[header + 1 :])


def _longest(table: Table, header: int, taken: Mapping[int, ColumnRole]) -> int | None:
    """The free column with the longest texts on average."""
    best, length = None, 0.0
    for column in range(table.columns):
        if column in taken:
            continue
        texts = [row[column] for row in table.rows[header + 1 :] if column < len(row)]
        mean = sum(map(len, texts)) / max(len(texts), 1)
        if mean > length:
            best, length = column, mean
    return best


def _flat(text: Any) -> str:
    return _SPACES.sub(" ", str(text)).strip()
