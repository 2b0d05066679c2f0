"""Replace personal data in text: names, phones, identity and card numbers, e-mail, number plates.

Used for every text that leaves masked. What an audit needs stays: dates, ticket numbers, article
numbers, and the working numbers of evidence and findings. Masking twice changes nothing more.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence


class MaskKind(StrEnum):
    """What was replaced."""

    NAME = "name"
    PHONE = "phone"
    IDENTITY = "identity"
    CARD = "card"
    EMAIL = "email"
    PLATE = "plate"


@dataclass(frozen=True, slots=True)
class Masked:
    """The text without personal data, and how much of each kind was replaced."""

    text: str
    counts: Mapping[MaskKind, int]


# People type digits with an input method too: these become ASCII, one sign for one, to be found.
_WIDE: Final = {
    **{0xFF10 + n: str(n) for n in range(10)},
    **{0xFF21 + n: chr(ord("A") + n) for n in range(26)},
    **{0xFF41 + n: chr(ord("a") + n) for n in range(26)},
    0xFF0B: "+",
    0xFF0D: "-",
    0xFF20: "@",
    0xFF0E: ".",
    0xFF08: "(",
    0xFF09: ")",
    0x3000: " ",
    0x00A0: " ",
    0x2010: "-",
    0x2011: "-",
    0x2013: "-",
}
# No letter or digit before, and no joint of a ticket number such as "GD-".
_FREE: Final = r"(?<![A-Za-z0-9])(?<![A-Za-z0-9][-_/.])"
_END: Final = r"(?![A-Za-z0-9])"
_EMAIL: Final = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z][A-Za-z0-9-]+"
)
# 18 digits with a province and a date of birth, or the 15 digits of before 1999.
_PROVINCE: Final = r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"
_DAY: Final = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_IDENTITY: Final = re.compile(
    rf"{_FREE}{_PROVINCE}[0-9]{{4}}[- ]?"
    rf"(?:(?:18|19|20)[0-9]{{2}}{_DAY}[- ]?[0-9]{{3}}[0-9Xx]|[0-9]{{2}}{_DAY}[0-9]{{3}}){_END}"
)
_CARD: Final = re.compile(rf"{_FREE}[3-6](?:[- ]?[0-9]){{12,18}}{_END}")
_PLATE: Final = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-HJ-NP-Z][ ·•・.-]?"
    r"(?=[A-HJ-NP-Z]{0,5}[0-9])[A-HJ-NP-Z0-9]{4}(?:[A-HJ-NP-Z0-9]{1,2}|[挂学警港澳领使])(?![A-Za-z0-9])"
)
_MOBILE: Final = re.compile(
    rf"{_FREE}(?:\(?\+?(?:00)?86\)?[- ]?)?1[3-9][0-9][- ]?[0-9]{{4}}[- ]?[0-9]{{4}}{_END}"
)
_LANDLINE: Final = re.compile(
    rf"{_FREE}(?:\+?86[- ]?)?(?:\(0[0-9]{{2,4}}\)[- ]?|0[0-9]{{2,4}}[- ]?)"
    r"[0-9]{3,4}[- ]?[0-9]{3,4}"
    rf"(?:(?:-|转| ?ext\.? ?)[0-9]{{1,5}})?{_END}"
)
_ABROAD: Final = re.compile(rf"(?<![A-Za-z0-9+])\+[1-9](?:[- ]?\(?[0-9]\)?){{7,14}}{_END}")
_OURS: Final = re.compile(
    r"(?<![A-Za-z0-9-])(?:E-[^\W_]{1,12}-|[FA]-)[^\W_]{0,7}[^\W\d_][0-9]{2,4}(?![A-Za-z0-9])"
)
_DATE: Final = re.compile(
    r"(?<![0-9])(?:19|20)[0-9]{2}(?:[-/.](?:0?[1-9]|1[0-2])[-/.](?:3[01]|[12][0-9]|0?[1-9])|"
    r"年[0-9]{1,2}月[0-9]{1,2}日)(?![0-9])"
)
_CJK: Final = re.compile(r"[\u3400-\u9fff]")
# Gravest first: an identity number is not to be counted as a card.
_PATTERNS: Final = (
    (MaskKind.EMAIL, _EMAIL),
    (MaskKind.IDENTITY, _IDENTITY),
    (MaskKind.CARD, _CARD),
    (MaskKind.PLATE, _PLATE),
    (MaskKind.PHONE, _MOBILE),
    (MaskKind.PHONE, _LANDLINE),
    (MaskKind.PHONE, _ABROAD),
)


class Masker:
    """Masks texts of one audit.

    ``names`` are those of persons (one sign alone is passed over: it would hit everywhere);
    ``keep`` are numbers known to be none of a person's, such as the audit's ticket numbers;
    ``labels`` is what stands instead of each kind, in the language of the text.
    """

    def __init__(
        self,
        names: Iterable[str] = (),
        *,
        keep: Iterable[str] = (),
        labels: Mapping[MaskKind, str] | None = None,
    ) -> None:
        self._labels = labels or {kind: f"[{kind.value}]" for kind in MaskKind}
        self._names = _names_pattern(names)
        self._keep = _keep_pattern(keep)
        self._done = re.compile("|".join(re.escape(label) for label in self._labels.values()))

    def mask(self, text: str) -> Masked:
        """The text with personal data replaced, and the counts per kind."""
        counts: Counter[MaskKind] = Counter()
        # What is replaced can free what stood against it ("a@b.cn.13812345678"): until nothing more
        # is found. Labels are never looked into, so it ends.
        while True:
            found = self._find(text.translate(_WIDE))
            if not found:
                return Masked(text, counts)
            counts.update(kind for _, _, kind in found)
            text = self._replaced(text, found)

    def _find(self, plain: str) -> list[tuple[int, int, MaskKind]]:
        taken = list(self._protected(plain))
        found: list[tuple[int, int, MaskKind]] = []
        for kind, start, end in self._hits(plain):
            if not any(start < stop and begin < end for begin, stop in taken):
                taken.append((start, end))
                found.append((start, end, kind))
        return sorted(found)

    def _replaced(self, text: str, found: Iterable[tuple[int, int, MaskKind]]) -> str:
        parts: list[str] = []
        last = 0
        for start, end, kind in found:
            parts += (text[last:start], self._labels[kind])
            last = end
        parts.append(text[last:])
        return "".join(parts)

    def _protected(self, plain: str) -> Iterator[tuple[int, int]]:
        for pattern in (self._done, self._keep, _OURS, _DATE):
            if pattern is not None:
                yield from (match.span() for match in pattern.finditer(plain))

    def _hits(self, plain: str) -> Iterator[tuple[MaskKind, int, int]]:
        for kind, pattern in _PATTERNS:
            for match in pattern.finditer(plain):
                if kind is not MaskKind.CARD or _is_card(match.group()):
                    yield kind, *match.span()
        if self._names is not None:
            for match in self._names.finditer(plain):
                yield MaskKind.NAME, *match.span()


def total(masked: Iterable[Masked]) -> dict[MaskKind, int]:
    """The counts of many texts together, every kind named, for the method page."""
    counts: Counter[MaskKind] = Counter()
    for part in masked:
        counts.update(part.counts)
    return {kind: counts[kind] for kind in MaskKind}


def _is_card(text: str) -> bool:
    """A card of China UnionPay by its first digits, any other by its check digit (Luhn)."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    if digits[:2] == [6, 2] and len(digits) >= 16:
        return True
    doubled = (2 * digit - 9 * (digit > 4) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _names_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    wanted = {" ".join(name.translate(_WIDE).split()) for name in names}
    # Longest first: of 欧阳明 and 欧阳明月 the longer one is meant where both fit.
    parts = [
        _name_part(name) for name in sorted(wanted, key=lambda n: (-len(n), n)) if len(name) > 1
    ]
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None


def _name_part(name: str) -> str:
    if _CJK.search(name):
        # 张 三 is 张三 with room between, as in tables.
        return r"[ ]?".join(re.escape(sign) for sign in name if sign != " ")
    # Chinese around it is no part of a Latin name.
    edge = r"[^\W_\u3400-\u9fff]"
    return rf"(?<!{edge})" + r"\s+".join(map(re.escape, name.split())) + rf"(?!{edge})"


def _keep_pattern(keep: Iterable[str]) -> re.Pattern[str] | None:
    parts = sorted({text.translate(_WIDE) for text in keep if text.strip()}, key=len, reverse=True)
    if not parts:
        return None
    both = "|".join(map(re.escape, parts))
    return re.compile(rf"(?<![A-Za-z0-9])(?:{both})(?![A-Za-z0-9])")


def rule(
    *, keep: Iterable[str] = (), labels: Mapping[MaskKind, str] | None = None
) -> Callable[[str, Sequence[str]], tuple[str, Mapping[str, int]]]:
    """Masking as a function of text and names, for whoever masks a whole model.

    The patterns for the same names are made once.
    """
    kept = tuple(keep)
    maskers: dict[tuple[str, ...], Masker] = {}

    def mask(text: str, names: Sequence[str], /) -> tuple[str, Mapping[str, int]]:
        key = tuple(names)
        masker = maskers.get(key)
        if masker is None:
            masker = maskers[key] = Masker(key, keep=kept, labels=labels)
        done = masker.mask(text)
        return done.text, {kind.value: count for kind, count in done.counts.items()}

    return mask
