"""What every delegate needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QStyle, QStyleOptionViewItem


def option_parts(option: QStyleOptionViewItem) -> tuple[QRect, QStyle.StateFlag]:
    """Rectangle and state of an option; PySide's stubs do not know these fields."""
    known = cast("_Option", option)
    return known.rect, known.state


class _Option:
    rect: QRect
    state: QStyle.StateFlag
