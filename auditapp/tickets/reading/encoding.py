"""Which encoding a text file has, what is odd in it, and how it becomes clean UTF-8.

The whole file is read once while it is hashed: an encoding is not guessed from the first lines
alone when a later one contradicts it.
"""

from __future__ import annotations

import codecs
import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from auditapp.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.jobs.progress import Progress

CHUNK: Final = 1 << 20
_HEAD: Final = 1 << 18
_UTF16: Final = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_OTHERS: Final = ("gb18030", "big5", "shift_jis", "cp1252", "latin-1")
MIXED: Final = "utf-8+gb18030"


@dataclass(frozen=True, slots=True)
class Survey:
    """What one reading of a file told.

    ``plain``: lines end the same way, no NUL, valid UTF-8: the fast reader may have it, if its
    rows are as many as the ``lines``. ``bom`` is the length of the mark at the start.
    """

    sha256: str
    size: int
    encoding: str
    bom: int
    plain: bool
    nuls: bool
    lines: int


def survey(path: Path, progress: Progress, *, encoding: str | None = None) -> Survey:
    """Hash a file and find its encoding; ``encoding`` given = believed, not guessed.

    Raises UserError ``tickets_empty_file``, OSError.
    """
    size = path.stat().st_size
    if size == 0:
        raise UserError("tickets_empty_file", file=path.name)
    with path.open("rb") as file:
        head = file.read(_HEAD)
    marked = _marked(head)
    first = encoding or (marked[0] if marked else None) or _utf16_without_mark(head)
    looked = _Look(utf8=first in (None, "utf-8"))
    hashed = hashlib.sha256()
    # Hashing goes on in a thread of its own while the same piece is looked at.
    with path.open("rb") as file, ThreadPoolExecutor(1) as beside:
        while chunk := file.read(CHUNK):
            hashing = beside.submit(hashed.update, chunk)
            looked.see(chunk)
            hashing.result()
            progress.report(looked.size, size, "tickets.reading")
    looked.end()
    bom = marked[1] if marked and marked[0] == (first or "utf-8") else 0
    if first is not None and first != "utf-8":
        found = _known(first)
    elif looked.valid:
        found = "utf-8"
    else:
        found = _legacy(path, head)
    plain = looked.plain and found == "utf-8"
    return Survey(hashed.hexdigest(), size, found, bom, plain, looked.nuls, looked.lines)


def recode(source: Path, found: Survey, target: Path, progress: Progress) -> None:
    """Write a file as clean UTF-8 without marks and NULs, line by line where it is mixed."""
    done = 0
    with source.open("rb") as file, target.open("wb") as out:
        file.seek(found.bom)
        if found.encoding == MIXED:
            for line in file:
                out.write(_line(line).replace("\0", "").encode())
                done += len(line)
                progress.report(done, found.size)
            return
        decoder = codecs.getincrementaldecoder(found.encoding)(errors="replace")
        while chunk := file.read(CHUNK):
            out.write(_clean(decoder.decode(chunk)))
            done += len(chunk)
            progress.report(done, found.size)
        out.write(_clean(decoder.decode(b"", final=True)))


def head_text(path: Path, found: Survey, length: int = _HEAD) -> str:
    """The first part of a file as text, cut at a line's end where it goes on."""
    with path.open("rb") as file:
        file.seek(found.bom)
        data = file.read(length)
        more = bool(file.read(1))
    if found.encoding == MIXED:
        text = "".join(_line(line) for line in data.splitlines(keepends=True))
    else:
        text = codecs.getincrementaldecoder(found.encoding)(errors="replace").decode(data)
    text = text.replace("\0", "")
    if more:
        cut = max(text.rfind("\n"), text.rfind("\r"))
        text = text[: cut + 1] if cut > 0 else text
    return text


def has_blank_lines(path: Path, progress: Progress) -> bool:
    """Whether two line ends stand together anywhere (in a quoted cell too)."""
    before = b""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            progress.check()
            both = before + chunk
            if b"\n\n" in both or b"\n\r\n" in both or b"\r\r" in both:
                return True
            before = both[-2:]
    return False


class _Look:
    """What is seen of the bytes as they pass."""

    def __init__(self, *, utf8: bool) -> None:
        self.size = 0
        self.nuls = False
        self.valid = utf8
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._crlf = self._cr = self._lf = 0
        self._last = b""

    def see(self, chunk: bytes) -> None:
        self.size += len(chunk)
        if self.valid:
            try:
                self._decoder.decode(chunk)
            except UnicodeDecodeError:
                self.valid = False
        if not self.valid:
            return
        self.nuls = self.nuls or b"\0" in chunk
        self._lf += chunk.count(b"\n")
        if b"\r" in chunk or self._last == b"\r":
            self._cr += chunk.count(b"\r")
            self._crlf += chunk.count(b"\r\n")
            self._crlf += self._last == b"\r" and chunk.startswith(b"\n")
        self._last = chunk[-1:]

    def end(self) -> None:
        if self.valid:
            try:
                self._decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                self.valid = False

    @property
    def plain(self) -> bool:
        ends = self._crlf in (0, self._lf) and self._cr == self._crlf
        return self.valid and not self.nuls and ends

    @property
    def lines(self) -> int:
        return self._lf + (self._last not in (b"\n", b""))


def _clean(text: str) -> bytes:
    return text.replace("\0", "").encode("utf-8", "replace")


def _marked(head: bytes) -> tuple[str, int] | None:
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8", 3
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) and len(head) % 4 == 0:
        return ("utf-32-le" if head.startswith(codecs.BOM_UTF32_LE) else "utf-32-be"), 4
    for mark, name in _UTF16:
        if head.startswith(mark):
            return name, 2
    return None


def _utf16_without_mark(head: bytes) -> str | None:
    """UTF-16 without a mark shows by NULs in every second place (where it is Latin at all)."""
    pairs = len(head) // 2
    if pairs < 8:
        return None
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if odd > pairs * 0.3 and even < pairs * 0.02:
        return "utf-16-le"
    if even > pairs * 0.3 and odd < pairs * 0.02:
        return "utf-16-be"
    return None


def _known(name: str) -> str:
    try:
        codecs.lookup(name)
    except LookupError as error:
        raise UserError("tickets_unknown_encoding", name=name) from error
    return name.lower()


def _legacy(path: Path, head: bytes) -> str:
    """The encoding of a file that is no UTF-8: mixed, GB18030 (which has GBK in it), another."""
    lines = head.splitlines()
    if len(head) == _HEAD:
        del lines[-1:]
    wide = [line for line in lines if not line.isascii()]
    utf8 = sum(_decodes(line, "utf-8") for line in wide)
    if not wide or 0 < utf8 < len(wide):
        return _mixed_or(path)
    scores = {name: _score(b"\n".join(wide), name) for name in _OTHERS}
    return max(scores, key=lambda name: (scores[name], -_OTHERS.index(name)))


def _mixed_or(path: Path) -> str:
    """A file whose lines are UTF-8 here and something else there."""
    utf8 = other = chinese = 0
    with path.open("rb") as file:
        for line in file:
            if line.isascii():
                continue
            if _decodes(line, "utf-8"):
                utf8 += 1
            else:
                other += 1
                chinese += _decodes(line, "gb18030") and _score(line, "gb18030") > 0
    if utf8:
        return MIXED
    return "gb18030" if chinese * 2 > other else "cp1252"


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


_SIGNS: Final = "\u2018\u2019\u201c\u201d\u2013\u2014…€£°§®©"


def _score(data: bytes, name: str) -> float:
    """How much a text read in an encoding looks like one that people write; -1 = cannot be."""
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return -1
    wide = [sign for sign in text if not sign.isascii()]
    if not wide:
        return 0
    if name in ("gb18030", "big5", "shift_jis"):
        good = sum(_is_common(sign, name) for sign in wide)
        return good / len(wide)
    # One accented letter between Latin ones, not rows of them.
    runs = sum(not before.isascii() and not after.isascii() for before, after in pairwise(text))
    controls = sum("\x80" <= sign <= "\x9f" for sign in wide)
    letters = sum(sign.isalpha() or sign in _SIGNS for sign in wide)
    return (letters - 2 * runs - 5 * controls) / len(wide) * 0.95


def _is_common(sign: str, name: str) -> bool:
    if sign in "，。、；：？！（）《》“”‘’【】—…·￥　":  # noqa: RUF001
        return True
    if name == "shift_jis" and "\u3040" <= sign <= "\u30ff":
        return True
    if not "\u4e00" <= sign <= "\u9fff":
        return False
    if name != "gb18030":
        return True
    # Level 1 of GB 2312, the characters in common use; random bytes fall outside half the time.
    code = sign.encode("gb18030")
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7 and code[1] >= 0xA1


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("gb18030", "replace")
