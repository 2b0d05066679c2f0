"""The real pages of the report: turn, jump, zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.ui._gen.ui_report_pages import Ui_ReportPages
from auditapp.ui.pages.records.layout import name_tool
from auditapp.ui.pages.report.rendering import Draft, Rendering

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent, QWheelEvent

    from auditapp.errors import UserError
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.report.rendering import Picture

A4: Final = 297 / 210
POINTS: Final = 595.0
"""The width of A4 in points: at 100 % a page has 4/3 pixels a point."""
ZOOMS: Final = (0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0)
MARGIN: Final = 24
ROOMY: Final = 560
RESIZED_MS: Final = 150


class PagesView(QWidget):
    """One page at a time, as it prints; the wheel turns pages, with Ctrl it zooms."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.ui = Ui_ReportPages()
        self.ui.setupUi(self)
        self.rendering = Rendering(context, self)
        self._draft: Draft | None = None
        self._picture: Picture | None = None
        self._zoom: float | None = None
        self._fits_width = False
        self.number = 1
        self.total: int | None = None
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(RESIZED_MS)
        self._resized.timeout.connect(self._ask)
        assign = context.icons.assign
        assign(self.ui.first_button, "chevron_up", "muted", 16)
        assign(self.ui.previous_button, "chevron_left", "muted", 16)
        assign(self.ui.next_button, "chevron_right", "muted", 16)
        assign(self.ui.smaller_button, "minus", "muted", 16)
        assign(self.ui.larger_button, "add", "muted", 16)
        self.ui.area.viewport().installEventFilter(self)
        self.ui.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._connect()
        context.theme.changed.connect(self._retint)
        self._retint()

    @property
    def picture(self) -> Picture | None:
        """The page that is shown."""
        return self._picture

    def show_draft(self, draft: Draft) -> None:
        """Show another report, on the same page."""
        self._draft = draft
        self.total = None
        self._ask()

    def go_to(self, number: int) -> None:
        """Turn to a page (from 1)."""
        last = self.total or number
        number = min(max(number, 1), last)
        if number != self.number:
            self.number = number
            self.ui.area.verticalScrollBar().setValue(0)
            self._ask()
        self._show_place()

    def retranslate(self) -> None:
        """Set every string again."""
        self.ui.retranslateUi(self)
        name_tool(self.ui.first_button, self.tr("First page"), "Home")
        name_tool(self.ui.previous_button, self.tr("Previous page"), "PgUp")
        name_tool(self.ui.next_button, self.tr("Next page"), "PgDown")
        name_tool(self.ui.smaller_button, self.tr("Smaller"), "Ctrl+-")
        name_tool(self.ui.larger_button, self.tr("Larger"), "Ctrl++")
        name_tool(self.ui.fit_button, self.tr("The whole page in sight"))
        name_tool(self.ui.width_button, self.tr("As wide as there is room"))
        self._show_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        # In a narrow window the keys still zoom.
        for widget in (self.ui.smaller_button, self.ui.zoom_label, self.ui.larger_button):
            widget.setVisible(self.width() >= ROOMY)
        if self._zoom is None:
            self._show_picture()
            self._resized.start()
        self._show_place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel over a page that is wholly in sight turns it; with Ctrl it zooms."""
        if event.type() == QEvent.Type.Wheel:
            return self._on_wheel(event)  # pyright: ignore[reportArgumentType]
        return super().eventFilter(watched, event)

    def zoom(self, *, larger: bool) -> None:
        """The next step of the zoom."""
        now = self._wanted_width() / self.devicePixelRatioF() / (POINTS * 4 / 3)
        steps = [it for it in ZOOMS if (it > now + 0.01 if larger else it < now - 0.01)]
        if steps:
            self._zoom = steps[0] if larger else steps[-1]
            self._show_picture()
            self._ask()

    def larger(self) -> None:
        """One step larger."""
        self.zoom(larger=True)

    def smaller(self) -> None:
        """One step smaller."""
        self.zoom(larger=False)

    def next_page(self) -> None:
        """One page on."""
        self.go_to(self.number + 1)

    def previous_page(self) -> None:
        """One page back."""
        self.go_to(self.number - 1)

    def first_page(self) -> None:
        """The cover."""
        self.go_to(1)

    # -- inside -------------------------------------------------------------------------------

    def _connect(self) -> None:
        ui = self.ui
        ui.first_button.clicked.connect(self.first_page)
        ui.previous_button.clicked.connect(self.previous_page)
        ui.next_button.clicked.connect(self.next_page)
        ui.page_spin.valueChanged.connect(self.go_to)
        ui.smaller_button.clicked.connect(self.smaller)
        ui.larger_button.clicked.connect(self.larger)
        ui.fit_button.clicked.connect(self._on_fit)
        ui.width_button.clicked.connect(self._on_fit)
        self.rendering.shown.connect(self._on_shown)
        self.rendering.counted.connect(self._on_counted)
        self.rendering.failed.connect(self._on_failed)

    def _wanted_width(self) -> int:
        ratio = self.devicePixelRatioF()
        if self._zoom is not None:
            return round(POINTS * 4 / 3 * self._zoom * ratio)
        room = self.ui.area.size()
        width = room.width() - 2 * MARGIN
        if not self._fits_width:
            width = min(width, round((room.height() - 2 * MARGIN) / A4))
        return round(max(width, 120) * ratio)

    def _ask(self) -> None:
        if self._draft is not None and self.isVisible():
            self._show_place()
            self.rendering.ask(self._draft, self.number, self._wanted_width())

    def _on_shown(self, picture: Picture) -> None:
        if not isValid(self) or picture.draft is not self._draft:
            return
        self._picture = picture
        self.number = picture.number
        if picture.total is not None:
            self.total = picture.total
        self.ui.busy_label.clear()
        self._show_picture()
        self._show_place()

    def _on_counted(self, draft: Draft, pages: int) -> None:
        if draft is not self._draft:
            return
        self.total = pages
        # The page stands there without the total, or beyond the end: ask for it as it prints.
        self.number = min(self.number, pages)
        self._ask()
        self._show_place()

    def _on_failed(self, error: UserError) -> None:
        self.ui.busy_label.setText(self._context.texts.error(error))

    def _show_picture(self) -> None:
        picture = self._picture
        if picture is None:
            return
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap()
        pixmap.loadFromData(picture.png, "PNG")
        wanted = self._wanted_width()
        if pixmap.width() != wanted and not pixmap.isNull():
            pixmap = pixmap.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
        pixmap.setDevicePixelRatio(ratio)
        self.ui.page_label.setPixmap(pixmap)
        size = pixmap.deviceIndependentSize().toSize()
        self.ui.ground.setMinimumSize(size + QSize(MARGIN, MARGIN))

    def _show_place(self) -> None:
        ui = self.ui
        ui.page_spin.blockSignals(True)
        ui.page_spin.setMaximum(self.total or 9999)
        ui.page_spin.setValue(self.number)
        ui.page_spin.blockSignals(False)
        total = "…" if self.total is None else self._context.texts.number(self.total)
        ui.total_label.setText(self.tr("of {total}").format(total=total))
        ui.first_button.setEnabled(self.number > 1)
        ui.previous_button.setEnabled(self.number > 1)
        ui.next_button.setEnabled(self.total is None or self.number < self.total)
        share = self._wanted_width() / self.devicePixelRatioF() / (POINTS * 4 / 3)
        ui.zoom_label.setText(self._context.texts.percent(share))
        ui.fit_button.setChecked(self._zoom is None and not self._fits_width)
        ui.width_button.setChecked(self._zoom is None and self._fits_width)
        said = self.tr("Page {page} of {total}").format(page=self.number, total=total)
        ui.page_label.setAccessibleName(said)

    def _on_fit(self) -> None:
        self._zoom, self._fits_width = None, self.sender() is self.ui.width_button
        self.ui.ground.setMinimumSize(QSize(0, 0))
        self._show_picture()
        self._ask()
        self._show_place()

    def _on_wheel(self, event: QWheelEvent) -> bool:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(larger=turned > 0)
            return True
        bar = self.ui.area.verticalScrollBar()
        if turned < 0 and bar.value() >= bar.maximum():
            self.next_page()
            return True
        if turned > 0 and bar.value() <= bar.minimum() and self.number > 1:
            self.previous_page()
            return True
        return False

    def _retint(self) -> None:
        self.ui.ground.setStyleSheet(
            f"#ground {{ background: {self._context.theme.css('sunken')} }}"
        )
        css = self._context.theme.css
        on = f"background: {css('accent_soft')}; border-color: {css('accent')}"
        for button in (self.ui.fit_button, self.ui.width_button):
            button.setStyleSheet(f"QPushButton:checked {{ {on} }}")
        line = css("line_strong")
        self.ui.page_label.setStyleSheet(f"#page_label {{ border: 1px solid {line} }}")
