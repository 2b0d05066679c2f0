"""Writes a pack's source as YAML files in one canonical form: same content, same bytes.

Keys stand in the order of docs/packs.md; ids and short lists on one line, every text in double
quotes on a line of its own, so that a comparison of two versions shows what changed and no more.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from auditapp.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from auditapp.packs.source import PackSource, Part, Plain

_HEAD: Final = (
    "id", "version", "status", "based_on", "title", "audience", "description", "sectors", "parts",
    "locked", "held", "sections",
)  # fmt: skip
_QUESTION: Final = (
    "id", "section", "version", "type", "scope", "core", "prepare", "effort", "weight", "tags",
    "auto_rule", "na_allowed", "verified", "source", "criteria", "shown_if", "off", "locked",
    "held", "own_rule", "q", "ask", "look_for", "evidence", "negative_test", "sampling", "rating",
)  # fmt: skip
_SAMPLING: Final = ("method", "default_n", "population", "strata", "note")
_RATING: Final = ("measure", "unit", "bands", "aggravating")
_BAND: Final = ("result", "over", "up_to", "weakness", "text")
_TEXT: Final = ("en", "zh")
_CARD: Final = (
    "id", "kind", "source", "issuer", "article", "title", "paraphrase", "force", "jurisdiction",
    "sectors", "in_force_since", "edition", "verified", "watch", "replaced_by",
)  # fmt: skip
_ORDERS: Final[Mapping[str, Sequence[str]]] = {
    "sampling": _SAMPLING,
    "rating": _RATING,
    "bands": _BAND,
    "effort": ("question", "item"),
    "based_on": ("id", "version", "sha256"),
    "sections": ("id", "title"),
    "shown_if": ("profile", "answer", "is", "all", "any"),
}
_IN_ONE_LINE: Final = frozenset(
    {"effort", "tags", "criteria", "shown_if", "strata", "sectors", "parts", "locked", "held",
     "based_on"}
)  # fmt: skip
_PLAIN: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_./-]*")
_WORDS: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


class _Bare(str):
    """A date: it is written without quotes, or it would be a text."""

    __slots__ = ()


def head_text(source: PackSource) -> str:
    """pack.yaml."""
    return "\n".join(_mapping(source.plain_head(), _HEAD, 0)) + "\n"


def part_text(part: Part) -> str:
    """A part file; questions are apart by an empty line."""
    head = [f"# {part.heading}"] if part.heading else []
    rows = ["\n".join(_item(question, _QUESTION, 2)) for question in part.questions]
    return "\n".join([*head, "questions:"]) + "\n" + "\n\n".join(rows) + "\n"


def write_folder(source: PackSource, folder: Path) -> None:
    """Write all files of a pack into ``folder``, or none of them.

    What stands there is replaced as a whole. Raises UserError ``pack_cannot_write``, and
    ``pack_folder_in_use`` for a folder with other things in it than a pack.
    """
    if folder.exists() and not _is_pack(folder):
        raise UserError("pack_folder_in_use", folder=folder.as_posix())
    files = {"pack.yaml": head_text(source)} | {it.name: part_text(it) for it in source.parts}
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        # A name with a dot is no pack folder while it is being filled.
        fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
        try:
            for name, text in files.items():
                (fresh / name).write_text(text, encoding="utf-8", newline="\n")
            _swap(fresh, folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        detail = error.strerror or ""
        raise UserError("pack_cannot_write", path=folder.as_posix(), detail=detail) from error


def dump(value: Plain, order: Sequence[str] = ()) -> str:
    """Any plain mapping in this form."""
    return "\n".join(_mapping(value, order, 0)) + "\n"


def question_lines(question: Plain, indent: int) -> list[str]:
    """A question as an item of a list."""
    return _item(question, _QUESTION, indent)


def _is_pack(folder: Path) -> bool:
    if not folder.is_dir():
        return False
    return all(it.suffix == ".yaml" and it.is_file() for it in folder.iterdir())


def _swap(fresh: Path, folder: Path) -> None:
    """A folder cannot be replaced in one go; the old one comes back when the new one cannot."""
    # mkdtemp makes folders for the user alone; the pack folder beside it is like any other.
    fresh.chmod(0o755)
    if not folder.exists():
        fresh.rename(folder)
        return
    old = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-old-"))
    aside = old / folder.name
    try:
        folder.rename(aside)
        try:
            fresh.rename(folder)
        except OSError:
            aside.rename(folder)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _ordered(value: Plain, order: Sequence[str]) -> Iterator[tuple[str, Any]]:
    known = [key for key in order if key in value]
    yield from ((key, value[key]) for key in (*known, *(it for it in value if it not in known)))


def _mapping(value: Plain, order: Sequence[str], indent: int) -> list[str]:
    lines: list[str] = []
    for key, item in _ordered(value, order):
        lines += _pair(key, item, indent)
    return lines


def _item(value: Plain, order: Sequence[str], indent: int) -> list[str]:
    lines = _mapping(value, order, indent + 2)
    lines[0] = f"{' ' * indent}- {lines[0].lstrip()}"
    return lines


def _pair(key: str, value: Any, indent: int) -> list[str]:
    pad = " " * indent
    written = _word(key)
    if key in _IN_ONE_LINE or not isinstance(value, (dict, list)) or not value:
        return [f"{pad}{written}: {_flow(value, key, text=key in _TEXT)}"]
    if isinstance(value, dict):
        plain = cast("Plain", value)
        order = _ORDERS.get(key, _TEXT)
        return [f"{pad}{written}:", *_mapping(plain, order, indent + 2)]
    lines = [f"{pad}{written}:"]
    for it in cast("list[Any]", value):
        if key == "sections":
            lines.append(f"{pad}  - {_flow(it, key)}")
        elif isinstance(it, dict):
            lines += _item(cast("Plain", it), _ORDERS.get(key, _TEXT), indent + 2)
        else:
            lines.append(f"{pad}  - {_flow(it, key, text=key in _TEXT)}")
    return lines


def _flow(value: Any, key: str = "", *, text: bool = False) -> str:
    if isinstance(value, dict):
        order = _ORDERS.get(key, _TEXT)
        pairs = (
            f"{_word(name)}: {_flow(it, name, text=name in _TEXT)}"
            for name, it in _ordered(cast("Plain", value), order)
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        inner = "shown_if" if key in ("shown_if", "all", "any") else key
        return "[" + ", ".join(_flow(it, inner, text=text) for it in cast("list[Any]", value)) + "]"
    if isinstance(value, _Bare):
        return value
    if isinstance(value, str):
        return _quoted(value) if text else _word(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value)


def _word(text: str) -> str:
    plain = _PLAIN.fullmatch(text) is not None and text.lower() not in _WORDS
    # A number such as 1e5 begins with a digit and is quoted for that.
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    # What YAML takes for line breaks, or does not take at all.
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]", _escaped, quoted)


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def card_lines(card: Plain, indent: int) -> list[str]:
    """A criterion card as an item of a list; what it does not know is written as null."""
    since = card.get("in_force_since")
    full = {"replaced_by": None} | card | {"in_force_since": since and _Bare(str(since))}
    return _item(full, _CARD, indent)


def cards_text(cards: Sequence[Plain]) -> str:
    """A file of criterion cards."""
    rows = ["\n".join(card_lines(card, 2)) for card in cards]
    return "criteria:\n" + "\n".join(rows) + "\n"
