"""The look that both formats share: colours, glyphs and the words' order (screens.md, Tokens)."""

from __future__ import annotations

from typing import Final

from auditapp.domain.vocabulary import Grade, Result

TEXT: Final = "#1F2933"
MUTED: Final = "#5B6673"
ACCENT: Final = "#0B6B7A"
SURFACE: Final = "#F5F7F9"
HAIRLINE: Final = "#D5DBE1"
WHITE: Final = "#FFFFFF"
CONFORMING: Final = "#1A7F4B"
IMPROVEMENT: Final = "#2563A8"
MINOR: Final = "#8F5E00"
MAJOR: Final = "#B42318"
NOT_APPLICABLE: Final = "#5F6B7A"
NOT_CONCLUSIVE: Final = "#6941C6"

RESULT_COLOUR: Final = {
    Result.CONFORMING: CONFORMING,
    Result.IMPROVEMENT: IMPROVEMENT,
    Result.MINOR: MINOR,
    Result.MAJOR: MAJOR,
    Result.NOT_APPLICABLE: NOT_APPLICABLE,
    Result.NOT_CONCLUSIVE: NOT_CONCLUSIVE,
}
RESULT_GLYPH: Final = {
    Result.CONFORMING: "✓",
    Result.IMPROVEMENT: "↗",
    Result.MINOR: "!",
    Result.MAJOR: "‼",
    Result.NOT_APPLICABLE: "–",
    Result.NOT_CONCLUSIVE: "?",
}
GRADE_COLOUR: Final = {
    Grade.MAJOR: MAJOR,
    Grade.MINOR: MINOR,
    Grade.OBSERVATION: NOT_CONCLUSIVE,
    Grade.IMPROVEMENT: IMPROVEMENT,
    Grade.GOOD_PRACTICE: CONFORMING,
}
GRADE_GLYPH: Final = {
    Grade.MAJOR: "‼",
    Grade.MINOR: "!",
    Grade.OBSERVATION: "○",
    Grade.IMPROVEMENT: "↗",
    Grade.GOOD_PRACTICE: "✓",
}


def tint(colour: str, share: float) -> str:
    """``colour`` mixed into white: share 0 is white, 1 the colour itself."""
    channels = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - c) * share):02X}" for c in channels)
