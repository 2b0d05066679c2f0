"""Reads a YAML file into plain values and remembers the line of every node.

A strict subset, on PyYAML's C parser: UTF-8, one document, no tags, few aliases, no deep nesting,
no key twice. Plain scalars follow YAML 1.2 (only ``true`` and ``false`` are truth values, so *no*
stays a word) plus dates as ``2018-07-01``.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final, cast

import yaml

from auditapp.yamlio.problems import Collector, Place, Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditapp.yamlio.problems import Arg, Loc

MAX_BYTES: Final = 4 * 1024 * 1024
MAX_ALIASES: Final = 20
MAX_DEPTH: Final = 20
MAX_NODES: Final = 300_000
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER: Final = re.compile(r"[-+]?[0-9]+\Z")
_NUMBER: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_WORDS: Final[dict[str, bool | None]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


class _RefusedError(Exception):
    """The file cannot be read on; carries the line and what to say."""

    def __init__(self, line: int, code: str, **args: Arg) -> None:
        super().__init__(code)
        self.line = line
        self.code = code
        self.args_by_name = args


def read_yaml(path: Path, found: Collector) -> tuple[Any, Source] | None:
    """The file's plain value and its lines; None when it cannot be read.

    What is wrong goes to ``found``: a file that is missing, too large, not UTF-8 or not YAML is
    one problem, doubled keys are one each (the first one counts).
    """
    shown = path.as_posix()
    try:
        text = _read_text(path)
        reader = _Reader(text, shown, found)
        value = reader.read()
    except _RefusedError as refused:
        source = Source(shown, {(): refused.line})
        found.error(Place(source), refused.code, **refused.args_by_name)
        return None
    return value, Source(shown, reader.lines, reader.columns)


def _read_text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _RefusedError(1, "pack_file_missing", file=path.name) from None
    except OSError as error:
        raise _RefusedError(1, "pack_file_unreadable", detail=error.strerror or "") from None
    if len(raw) > MAX_BYTES:
        raise _RefusedError(1, "pack_file_too_large", limit=MAX_BYTES // (1024 * 1024))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _RefusedError(raw.count(b"\n", 0, error.start) + 1, "pack_not_utf8") from None


class _Reader:
    """Builds plain values from the parser's events."""

    def __init__(self, text: str, path: str, found: Collector) -> None:
        self._text = text
        self._path = path
        self._found = found
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._aliases = 0
        self._nodes = 0
        self.lines: dict[Loc, int] = {}
        self.columns: dict[Loc, int] = {}

    def read(self) -> Any:
        """The document's value; raises _RefusedError."""
        try:
            return self._document(cast("Iterator[Any]", yaml.parse(self._text, Loader=_LOADER)))
        except yaml.MarkedYAMLError as error:
            raise self._broken(error) from None
        except yaml.reader.ReaderError as error:
            line = self._text.count("\n", 0, error.position) + 1
            raise _RefusedError(
                line, "pack_yaml_control", char=f"U+{int(error.character):04X}"
            ) from None

    def _document(self, events: Iterator[Any]) -> Any:
        next(events)
        if isinstance(next(events), yaml.StreamEndEvent):
            raise _RefusedError(1, "pack_file_empty")
        value = self._node(next(events), events, (), 0)
        next(events)
        after = next(events)
        if isinstance(after, yaml.DocumentStartEvent):
            line = int(cast("Any", after).start_mark.line) + 1
            raise _RefusedError(line, "pack_yaml_documents")
        return value

    def _node(self, event: Any, events: Iterator[Any], loc: Loc, depth: int) -> Any:
        line = event.start_mark.line + 1
        self.lines.setdefault(loc, line)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(str(event.anchor), line)
        self._count(1, line)
        if depth > MAX_DEPTH:
            raise _RefusedError(line, "pack_yaml_deep", limit=MAX_DEPTH)
        if event.tag is not None:
            raise _RefusedError(line, "pack_yaml_tag", tag=str(event.tag))
        before = self._nodes
        value: Any
        if isinstance(event, yaml.ScalarEvent):
            value = _scalar(event.value) if event.implicit[0] else event.value
            self._column(event, loc)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(events, loc, depth)
        else:
            value = self._mapping(events, loc, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, self._nodes - before + 1)
        return value

    def _column(self, event: Any, loc: Loc) -> None:
        """Only where a character of the value is a character of the file."""
        width = event.end_mark.column - event.start_mark.column
        quotes = 0 if event.style is None else 2
        same_line = event.start_mark.line == event.end_mark.line
        if same_line and width == len(event.value) + quotes:
            self.columns.setdefault(loc, event.start_mark.column + 1 + quotes // 2)

    def _sequence(self, events: Iterator[Any], loc: Loc, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, (*loc, len(items)), depth + 1))
        return items

    def _mapping(self, events: Iterator[Any], loc: Loc, depth: int) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            if not isinstance(event, yaml.ScalarEvent) or event.tag is not None:
                raise _RefusedError(line, "pack_key_not_text")
            key = event.value
            there = (*loc, key)
            if key in items:
                place = Place(Source(self._path, {(): line}))
                first = str(self.lines[there])
                self._found.error(place, "pack_duplicate_key", key=key, first_line=first)
                # A place of its own, so that its lines do not cover those of the first one.
                self._node(next(events), events, (*there, -line), depth + 1)
                continue
            self.lines[there] = line
            items[key] = self._node(next(events), events, there, depth + 1)
        return items

    def _alias(self, name: str, line: int) -> Any:
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            raise _RefusedError(line, "pack_yaml_aliases", limit=MAX_ALIASES)
        if name not in self._anchors:
            raise _RefusedError(line, "pack_yaml_anchor", name=name)
        value, weight = self._anchors[name]
        self._count(weight, line)
        return value

    def _count(self, nodes: int, line: int) -> None:
        """Aliased nodes count again: what they stand for is looked at again."""
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            raise _RefusedError(line, "pack_yaml_nodes", limit=MAX_NODES)

    def _broken(self, error: yaml.MarkedYAMLError) -> _RefusedError:
        """The parser's complaint in our words, at the line where the user must look."""
        problem = str(error.problem or "")
        context = str(error.context or "")
        mark = error.problem_mark
        if error.context_mark is not None and "quoted scalar" in context:
            mark = error.context_mark
        line = 1 if mark is None else mark.line + 1
        rows = self._text.splitlines()
        row = rows[line - 1] if line <= len(rows) else ""
        if "\t" in row[: len(row) - len(row.lstrip())]:
            return _RefusedError(line, "pack_yaml_tab")
        if "mapping values are not allowed" in problem:
            return _RefusedError(line, "pack_yaml_colon")
        if "end of stream" in problem and "quoted scalar" in context:
            return _RefusedError(line, "pack_yaml_quote")
        return _RefusedError(line, "pack_yaml_broken", detail=problem or context)


def _scalar(text: str) -> Any:
    """A plain scalar's value; what looks like nothing else is text."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text) and len(text) <= 18:
        return int(text)
    if _DATE.match(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    if _NUMBER.match(text) and len(text) <= 30:
        return float(text)
    return text
