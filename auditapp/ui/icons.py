"""Our icon set, tinted from the theme and re-tinted when it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from auditapp.ui._gen_icons import APP, HEAD, SHAPES, IconName

if TYPE_CHECKING:
    from auditapp.ui.theme import Theme, Token

__all__ = ["IconName", "Icons", "app_icon"]

SIZE: Final = 20
_PROPERTY: Final = "themeIcon"


class Icons(QObject):
    """Icons by name; a wrong name is a type error."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.theme = theme
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        theme.changed.connect(self._retint)

    def pixmap(self, name: IconName, token: Token = "text", size: int = SIZE) -> QPixmap:  # noqa: S107  (a colour)
        """The icon as a picture in the theme's colour, sharp on this screen."""
        app = cast("QApplication", QApplication.instance())
        ratio = app.devicePixelRatio()
        key = (name, self.theme.css(token), size, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = _render(f"{HEAD}{SHAPES[name]}".replace("currentColor", key[1]), size, ratio)
            self._pixmaps[key] = found
        return found

    def icon(self, name: IconName, token: Token = "text", size: int = SIZE) -> QIcon:  # noqa: S107  (a colour)
        """The icon for an action or an item; disabled, Qt draws it weaker."""
        return QIcon(self.pixmap(name, token, size))

    def assign(
        self,
        button: QAbstractButton,
        name: IconName,
        token: Token = "text",  # noqa: S107  (a colour)
        size: int = SIZE,
    ) -> None:
        """Give a button an icon that follows the theme."""
        button.setProperty(_PROPERTY, f"{name}:{token}:{size}")
        button.setIconSize(QSize(size, size))
        button.setIcon(self.icon(name, token, size))

    def _retint(self) -> None:
        for widget in QApplication.allWidgets():
            wanted = cast("str | None", widget.property(_PROPERTY))
            if wanted and isinstance(widget, QAbstractButton):
                name, token, size = wanted.split(":")
                widget.setIcon(self.icon(cast("IconName", name), cast("Token", token), int(size)))


def app_icon(size: int = 64) -> QIcon:
    """The application's own icon."""
    return QIcon(_render(APP, size, 1.0))


def _render(svg: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, *(pixmap.size().toTuple())))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
