"""What is exported and how: language, masking, files and folder; progress while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QToolButton, QWidget

from auditapp.domain.audit_life import is_issued
from auditapp.domain.vocabulary import Lang
from auditapp.exchange.exporting import Targets, both_languages
from auditapp.settings import ReportLanguage, ReportOptions
from auditapp.ui._gen.ui_report_options import Ui_ReportOptions
from auditapp.ui.pages.records.layout import line, name_tool
from auditapp.ui.pages.report.outside import open_outside
from auditapp.ui.widgets.inputs import SegmentedButtons
from auditapp.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.domain.vocabulary import AuditState
    from auditapp.ui.context import AppContext

CHOICES: Final = (ReportLanguage.ZH, ReportLanguage.EN, ReportLanguage.BOTH)
ENDINGS: Final = (".xlsx", ".pdf")
_BARRED: Final = set('<>:"/\\|?*')


@dataclass(frozen=True)
class Chosen:
    """The choices as they stand."""

    langs: tuple[Lang, ...]
    masked: bool
    allow_main: bool
    targets: Targets


class OptionsCard(QWidget):
    """The choices; language, masking and folder are remembered in the settings.

    Signals:
        changed: another language or masking is chosen; the pages look different now.
        export_wanted, cancel_wanted: the buttons.
    """

    changed = Signal()
    export_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.ui = Ui_ReportOptions()
        self.ui.setupUi(self)
        self._main = Lang.ZH
        self.langs = SegmentedButtons(context.theme, len(CHOICES), self)
        self.masking = SegmentedButtons(context.theme, 2, self)
        for buttons in (self.langs, self.masking):
            for segment in buttons.segments:
                segment.setFixedHeight(32)
                segment.dress(token="accent", soft="accent_soft")  # noqa: S106  (colours)
        self.masking.segments[1].dress(token="major", soft="major_soft")  # noqa: S106  (colours)
        self.folder_label = ElidedLabel(parent=self, mode=Qt.TextElideMode.ElideMiddle)
        self.folder_button = QToolButton(self)
        context.icons.assign(self.folder_button, "open", "muted", 16)
        self.ui.lang_box.addWidget(self.langs)
        self.ui.names_box.addWidget(self.masking)
        self.ui.folder_box.addWidget(self.folder_label, 1)
        self.ui.folder_box.addWidget(self.folder_button)
        self.ui.grid.setColumnMinimumWidth(0, 84)
        self.ui.grid.setColumnStretch(1, 1)
        remembered = context.settings.report
        self.langs.current = CHOICES.index(remembered.language)
        self.masking.current = 0
        self.ui.name_edit.setText(context.audit.path.stem)
        self._folder = Path(remembered.folder) if remembered.folder else context.audit.path.parent
        if not self._folder.is_dir():
            self._folder = context.audit.path.parent
        self._runs = False
        self._written: tuple[Path, ...] = ()
        self.open_buttons = tuple(QPushButton(self) for _ in range(3))
        opened = line()
        for button in self.open_buttons:
            context.icons.assign(button, "external", "muted", 16)
            opened.addWidget(button)
        opened.addStretch()
        self.ui.column.addLayout(opened)
        self.show_progress(None)
        self.show_written(())
        self._connect()

    @property
    def chosen(self) -> Chosen:
        """The choices as they stand."""
        kind = CHOICES[self.langs.current or 0]
        langs = both_languages(self._main) if kind is ReportLanguage.BOTH else (Lang(kind.value),)
        return Chosen(
            langs, self.masking.current != 1, self.ui.main_check.isChecked(), self._targets()
        )

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return self._folder

    def set_folder(self, folder: Path) -> None:
        """Choose where the files go, and remember it."""
        self._folder = folder
        self._remember()
        self._look()

    def show_audit(self, state: AuditState, main: Lang) -> None:
        """Say whether it is a draft; the main language leads where both print."""
        self._main = main
        issued = is_issued(state)
        word = self.tr("Final: the audit is issued") if issued else self.tr("Draft: not issued yet")
        self.ui.state_label.setText(word)
        token = "conforming" if issued else "minor"
        self.ui.state_label.setStyleSheet(f"color: {self._context.theme.css(token)}")

    def show_progress(self, share: float | None) -> None:
        """Show how far the export is; None hides the bar."""
        runs = share is not None
        self.ui.progress_bar.setVisible(runs)
        self.ui.cancel_button.setVisible(runs)
        self.ui.export_button.setVisible(not runs)
        if share is not None:
            self.ui.progress_bar.setRange(0, 1000)
            self.ui.progress_bar.setValue(round(share * 1000))

    def hold(self, *, runs: bool) -> None:
        """While an export runs, another one cannot begin."""
        self._runs = runs
        self._look()

    def show_written(self, paths: tuple[Path, ...]) -> None:
        """Offer what was written: its files and their folder."""
        self._written = paths
        for number, button in enumerate(self.open_buttons):
            button.setVisible(self._written_as(number) is not None)

    def retranslate(self) -> None:
        """Set every string again."""
        self.ui.retranslateUi(self)
        self.langs.set_texts((self.tr("Chinese"), self.tr("English"), self.tr("Both")))
        self.masking.set_texts((self.tr("Masked"), self.tr("Unmasked")))
        self.langs.setAccessibleName(self.tr("Language"))
        self.masking.setAccessibleName(self.tr("Personal data"))
        tips = (
            self.tr("Names of the auditee's people, telephone and identity numbers are replaced"),
            self.tr("Everything prints as it was written"),
        )
        for segment, tip in zip(self.masking.segments, tips, strict=True):
            segment.setToolTip(tip)
        self.ui.main_check.setToolTip(
            self.tr("It prints with a mark; without this, texts that are missing stop the export")
        )
        name_tool(self.folder_button, self.tr("Choose a folder"))
        names = (self.tr("Open register"), self.tr("Open report"), self.tr("Open folder"))
        for button, name in zip(self.open_buttons, names, strict=True):
            button.setText(name)
            button.setAccessibleName(name)
        self.ui.export_button.setToolTip(self.tr("Write the files") + "  Ctrl+E")
        self._look()

    def _written_as(self, number: int) -> Path | None:
        if number == len(ENDINGS):
            return self._written[0].parent if self._written else None
        return next((it for it in self._written if it.suffix == ENDINGS[number]), None)

    def _opens(self, number: int) -> Callable[[], None]:
        def run() -> None:
            path = self._written_as(number)
            if path is not None:
                open_outside(path)

        return run

    def _targets(self) -> Targets:
        name = "".join(" " if sign in _BARRED else sign for sign in self.ui.name_edit.text())
        name = name.strip(" .") or self._context.audit.path.stem
        register = self._folder / f"{name}-register.xlsx"
        report = self._folder / f"{name}-report.pdf"
        return Targets(
            register if self.ui.register_check.isChecked() else None,
            report if self.ui.report_check.isChecked() else None,
        )

    def _connect(self) -> None:
        ui = self.ui
        self.langs.chosen.connect(self._on_chosen)
        self.masking.chosen.connect(self._on_chosen)
        for check in (ui.main_check, ui.register_check, ui.report_check):
            check.toggled.connect(self._look)
        ui.name_edit.textChanged.connect(self._look)
        self.folder_button.clicked.connect(self._on_folder)
        ui.export_button.clicked.connect(self.export_wanted)
        for number, button in enumerate(self.open_buttons):
            button.clicked.connect(self._opens(number))
        ui.cancel_button.clicked.connect(self.cancel_wanted)

    def _on_chosen(self) -> None:
        self._remember()
        self._look()
        self.changed.emit()

    def _on_folder(self) -> None:
        title = self.tr("Folder for the files")
        start = str(self._folder) or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        found = QFileDialog.getExistingDirectory(self, title, start)
        if found:
            self.set_folder(Path(found))

    def _remember(self) -> None:
        # Unmasked is chosen anew each time: nobody exports names by habit.
        options = ReportOptions(CHOICES[self.langs.current or 0], folder=str(self._folder))
        if options != self._context.settings.report:
            self._context.change_settings(report=options)

    def _look(self) -> None:
        chosen = self.chosen
        self.ui.warning_label.setVisible(not chosen.masked)
        self.ui.main_check.setVisible(len(chosen.langs) == 1)
        self.folder_label.set_text(str(self._folder))
        names = [path.name for path in _paths(chosen.targets)]
        self.ui.name_edit.setToolTip("\n".join(names))
        self.ui.export_button.setEnabled(bool(names) and not self._runs)


def _paths(targets: Targets) -> list[Path]:
    return [path for path in (targets.register, targets.report) if path is not None]
