"""How kinds and marks of evidence are called where room is short, and their pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from auditapp.domain.vocabulary import EvidenceKind, PersonalData

if TYPE_CHECKING:
    from auditapp.ui.icons import IconName
    from auditapp.ui.theme import Token

translate = QCoreApplication.translate

KIND_ICONS: Final[dict[EvidenceKind, IconName]] = {
    EvidenceKind.FILE: "file",
    EvidenceKind.PHOTO: "photo",
    EvidenceKind.SCREENSHOT: "screenshot",
    EvidenceKind.NOTE: "note",
    EvidenceKind.INTERVIEW: "interview",
    EvidenceKind.OBSERVATION: "observation",
    EvidenceKind.DOCUMENT: "document",
    EvidenceKind.TICKET: "tickets",
}
WRITTEN: Final = frozenset({EvidenceKind.NOTE, EvidenceKind.INTERVIEW, EvidenceKind.OBSERVATION})
"""Kinds whose content is what the auditor writes."""
WITH_FILE: Final = frozenset({EvidenceKind.FILE, EvidenceKind.PHOTO, EvidenceKind.SCREENSHOT})
"""Kinds whose content is bytes."""
MARKS: Final[dict[PersonalData, tuple[str, Token]]] = {
    PersonalData.NONE: ("○", "muted"),
    PersonalData.MASKED: ("◐", "improvement"),
    PersonalData.YES: ("●", "minor"),
}


def kind_word(kind: EvidenceKind) -> str:
    """The kind in one short word."""
    words = {
        EvidenceKind.FILE: translate("EvidenceWords", "File"),
        EvidenceKind.PHOTO: translate("EvidenceWords", "Photo"),
        EvidenceKind.SCREENSHOT: translate("EvidenceWords", "Screenshot"),
        EvidenceKind.NOTE: translate("EvidenceWords", "Note"),
        EvidenceKind.INTERVIEW: translate("EvidenceWords", "Interview"),
        EvidenceKind.OBSERVATION: translate("EvidenceWords", "Observation"),
        EvidenceKind.DOCUMENT: translate("EvidenceWords", "Document"),
        EvidenceKind.TICKET: translate("EvidenceWords", "Ticket"),
    }
    return words[kind]


def mark_word(mark: PersonalData) -> str:
    """Personal data: none, masked or yes, in one short word."""
    words = {
        PersonalData.NONE: translate("EvidenceWords", "None"),
        PersonalData.MASKED: translate("EvidenceWords", "Masked"),
        PersonalData.YES: translate("EvidenceWords", "Yes"),
    }
    return words[mark]
