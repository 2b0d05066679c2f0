"""What the home screen shows of the audits opened on this machine: plain JSON, read at once.

Derived from the audit files and refreshed whenever one is closed; it can be deleted. Standard
library only, so that the first paint waits for nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_R = TypeVar("_R", "HomeRow", "HomeAction")


@dataclass(frozen=True)
class HomeRow:
    """An audit: where it lies and how it stands. ``progress`` is a share of 1."""

    path: str
    title: str
    number: str = ""
    progress: float = 0.0
    major: int = 0
    minor: int = 0
    improvement: int = 0
    overdue: int = 0
    due_soon: int = 0
    to_verify: int = 0
    opened: str = ""
    missing: bool = False


@dataclass(frozen=True)
class HomeAction:
    """An action that needs someone: overdue, due within 14 days, or to be verified."""

    path: str
    number: str
    title: str
    owner: str = ""
    due: str = ""
    overdue: bool = False
    to_verify: bool = False
    grade: str = ""
    audit: str = ""


@dataclass(frozen=True)
class HomeData:
    """All that the home screen paints."""

    rows: tuple[HomeRow, ...] = ()
    actions: tuple[HomeAction, ...] = ()


class HomeIndex:
    """The JSON file behind the home screen."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self, recent: Sequence[str], today: str) -> HomeData:
        """The rows of the recent files in their order; unknown ones by file name only.

        ``today`` (an ISO date) decides what is overdue: time passes while a file is closed.
        """
        stored = self._read()
        rows = tuple(_row(path, _mapping(stored.get(path)).get("row")) for path in recent)
        actions = [
            replace(action, overdue=action.overdue or _is_late(action, today))
            for path in recent
            for item in _list(_mapping(stored.get(path)).get("actions"))
            if (action := _built(HomeAction, item)) is not None
        ]
        late = Counter(action.path for action in actions if action.overdue)
        rows = tuple(replace(row, overdue=max(row.overdue, late[row.path])) for row in rows)
        actions.sort(key=lambda action: (not action.overdue, action.due))
        return HomeData(rows, tuple(actions))

    def put(self, row: HomeRow, actions: Sequence[HomeAction]) -> None:
        """Remember an audit's figures. A folder that cannot be written only costs the figures."""
        stored = self._read()
        stored[row.path] = {"row": asdict(row), "actions": [asdict(action) for action in actions]}
        self._write(stored)

    def forget(self, path: str) -> None:
        """Drop an audit from the index."""
        stored = self._read()
        if stored.pop(path, None) is not None:
            self._write(stored)

    def _read(self) -> dict[str, object]:
        try:
            return _mapping(json.loads(self._file.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return {}

    def _write(self, stored: Mapping[str, object]) -> None:
        temporary = self._file.with_suffix(".tmp")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(stored, ensure_ascii=False), encoding="utf-8")
            temporary.replace(self._file)
        except OSError:
            with suppress(OSError):
                temporary.unlink()


def _is_late(action: HomeAction, today: str) -> bool:
    return bool(action.due) and not action.to_verify and action.due < today


def _row(path: str, stored: object) -> HomeRow:
    from pathlib import Path

    file = Path(path)
    row = _built(HomeRow, stored) or HomeRow(path=path, title=file.stem)
    return replace(row, missing=not file.exists())


def _built(kind: type[_R], stored: object) -> _R | None:
    """A row from JSON; None when a value has the wrong type (the file is only an index)."""
    given = _mapping(stored)
    wanted = {field.name: field for field in fields(kind)}
    values = {name: value for name, value in given.items() if name in wanted}
    try:
        built = kind(**values)  # pyright: ignore[reportArgumentType]
    except TypeError:
        return None
    types = {"str": str, "int": int, "float": (int, float), "bool": bool}
    fits = all(
        isinstance(getattr(built, name), types[str(field.type)]) for name, field in wanted.items()
    )
    return built if fits else None


def _mapping(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []
