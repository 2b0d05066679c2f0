"""The pictures of the user guide, made from the real window: ``docs/guide/images/*.png``.

    python -m auditapp.devtools.screenshots            make all
    python -m auditapp.devtools.screenshots checklist  make those whose name begins so
    python -m auditapp.devtools.screenshots --out DIR  make them somewhere else

The example audit is built anew in a temporary folder and opened under a clock that stands still, so
a picture changes only when the program does. Offscreen, 1366 × 768, palette PNGs.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QDialog

    from auditapp.settings import Settings
    from auditapp.store.audit_file import AuditFile
    from auditapp.ui.app import Shell, Start

IMAGES: Final = Path(__file__).resolve().parents[2] / "docs" / "guide" / "images"
SIZE: Final = (1366, 768)
NOW: Final = datetime.fromisoformat("2026-11-24T14:20:00+08:00")
FOLDER: Final = Path("~/Documents")
"""Where the pictures say that audits lie; no folder of this machine."""
ZONE: Final = "Asia/Shanghai"
CODE: Final = "LZ"
NAMES: Final = {"zh": "李哲", "en": "Li Zhe"}
UNITS: Final = {
    "zh": {"HQ": "省分公司本部", "YZ": "云州市分公司", "CC": "云州外包客服中心"},
    "en": {"HQ": "Branch headquarters", "YZ": "Yunzhou city branch", "CC": "Outsourced centre"},
}
QUESTION: Final = "P01-7.2-03"
UNIT: Final = "CC"
FINDING: Final = "QM-NL-2026-04-NC-04"
COLOURS: Final = 256
LIGHT, DARK = "light", "dark"
CALM_MS: Final = 300
PATIENCE_MS: Final = 20_000


@dataclass(frozen=True)
class Shot:
    """A picture: how to bring it about in an open window, and in which themes it is made."""

    name: str
    show: Callable[[Shell], None]
    themes: tuple[str, ...] = (LIGHT,)


def main(words: Sequence[str] | None = None) -> int:
    """Make the pictures; prints each with its size."""
    parser = argparse.ArgumentParser(prog="screenshots", description=__doc__)
    parser.add_argument("names", nargs="*", help="only pictures whose name begins so")
    parser.add_argument("--out", type=Path, default=IMAGES)
    asked = parser.parse_args(words)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["TZ"] = ZONE
    time.tzset()
    out: Path = asked.out
    out.mkdir(parents=True, exist_ok=True)
    wanted = [shot for shot in shots() if _is_asked(shot.name, asked.names)]
    with tempfile.TemporaryDirectory(prefix="auditapp-") as folder:
        from auditapp.paths import HOME_VARIABLE

        os.environ[HOME_VARIABLE] = folder
        example = _build_example()
        total = sum(
            _make(out, example, lang, theme, wanted)
            for lang in ("zh", "en")
            for theme in (LIGHT, DARK)
            if any(theme in shot.themes for shot in wanted)
        )
    print(f"{total / 1024:.0f} KB in all")
    return 0


def shots() -> tuple[Shot, ...]:
    """Every picture of the guides."""
    return (
        Shot("home", _home),
        Shot("overview", _page("overview"), (LIGHT, DARK)),
        Shot("plan-frame", _page("plan", "frame")),
        Shot("plan-criteria", _page("plan", "criteria")),
        Shot("checklist", _checklist, (LIGHT, DARK)),
        Shot("matrix", _matrix),
        Shot("evidence", _evidence),
        Shot("findings", _page("findings")),
        Shot("finding", _finding),
        Shot("actions", _page("actions")),
        Shot("report", _report),
        Shot("trail", _page("trail")),
        Shot("new-audit", _new_audit),
    )


# -- what is shown ----------------------------------------------------------------------------


def _page(key: str, target: object = None) -> Callable[[Shell], None]:
    def show(shell: Shell) -> None:
        shell.window.show_page(key, target)

    return show


def _home(shell: Shell) -> None:
    """All audits; the path that is shown is none of this machine's."""
    window, context = shell.window, shell.context
    context.close()
    window.show_home()
    found = context.home_data(today=NOW.date())
    rows = tuple(
        replace(row, path=str(FOLDER / Path(row.path).name), opened=NOW) for row in found.rows
    )
    window.home.show_data(replace(found, rows=rows))
    window.home.focus_first()


def _checklist(shell: Shell) -> None:
    """A question with evidence and a finding, in one unit."""
    from auditapp.ops.queries import plan

    units = plan.units(shell.context.audit)
    unit = next(unit.id for unit in units if unit.code == UNIT)
    shell.window.show_page("checklist", (QUESTION, unit))


def _matrix(shell: Shell) -> None:
    from auditapp.ui.pages.checklist.page import ChecklistPage

    _checklist(shell)
    page = shell.window.page
    assert isinstance(page, ChecklistPage)  # noqa: S101  (the page that was just shown)
    page.desk.set_matrix(on=True)


def _evidence(shell: Shell) -> None:
    """The register with a photo in detail."""
    from auditapp.domain.vocabulary import EvidenceKind
    from auditapp.ops.queries.evidence import evidence_list

    rows = evidence_list(shell.context.audit)
    photo = next(row for row in rows if row.kind is EvidenceKind.PHOTO)
    shell.window.show_page("evidence", photo.id)


def _finding(shell: Shell) -> None:
    """A finding with its five Cs and what the auditee said."""
    from auditapp.ops.queries.findings import finding_list

    rows = finding_list(shell.context.audit, today=NOW.date())
    found = next((row.id for row in rows if row.number == FINDING), rows[0].id)
    shell.window.show_page("findings", found)


def _report(shell: Shell) -> None:
    """Choices and pages; the folder is not this machine's."""
    from auditapp.ui.pages.report.page import ReportPage

    shell.window.show_page("report")
    page = shell.window.page
    assert isinstance(page, ReportPage)  # noqa: S101  (the page that was just shown)
    page.options.set_folder(FOLDER)


def _new_audit(shell: Shell) -> None:
    """The wizard's page of units, with the example's three."""
    from auditapp.domain.vocabulary import UnitKind
    from auditapp.ui.pages.new_audit.dialog import NewAuditDialog
    from auditapp.ui.pages.plan.lines import UnitLine

    _home(shell)
    dialog = NewAuditDialog(shell.context, shell.window, folder=FOLDER)
    dialog.draft.number = f"{NOW:%Y%m%d}-01"
    kinds = (UnitKind.HEAD_OFFICE, UnitKind.BRANCH, UnitKind.VENDOR)
    dialog.draft.units = [
        UnitLine(code, name, kind=kind, parent="" if code == "HQ" else "HQ")
        for kind, (code, name) in zip(kinds, UNITS[shell.context.lang.value].items(), strict=True)
    ]
    dialog.go_to(1)
    dialog.open()


# -- making -----------------------------------------------------------------------------------


def _make(out: Path, example: Path, lang: str, theme: str, wanted: Sequence[Shot]) -> int:
    """The pictures of one language and theme; returns their bytes."""
    from auditapp.ui.app import Shell

    shell = Shell(_start(lang, theme))
    shell.window.resize(*SIZE)
    shell.window.show()
    total = 0
    for shot in wanted:
        if theme not in shot.themes:
            continue
        shell.window.open_file(example)
        _settle(shell)
        shot.show(shell)
        _settle(shell)
        target = out / f"{shot.name}-{lang}-{theme}.png"
        target.write_bytes(_png(_picture(shell)))
        for dialog in _dialogs(shell):
            dialog.deleteLater()
        total += target.stat().st_size
        print(f"{target.name}  {target.stat().st_size / 1024:.0f} KB")
    shell.dispose()
    return total


def _build_example() -> Path:
    from auditapp.domain.vocabulary import Lang
    from auditapp.jobs.progress import Progress

    build = _start("en", LIGHT).services.build_example
    assert build is not None  # noqa: S101  (bootstrap always gives one)
    return build(Progress(), Lang.EN)


def _start(lang: str, theme: str) -> Start:
    """What the window starts with: the real core, a fixed person, a clock that stands still."""
    from auditapp import bootstrap
    from auditapp.settings import (
        LanguageChoice,
        Person,
        ReportLanguage,
        ReportOptions,
        Settings,
        ThemeChoice,
    )
    from auditapp.store.audit_file import AuditFile, Opening

    def open_audit(path: Path, settings: Settings) -> AuditFile:
        return AuditFile.open(path, Opening(person=settings.me.code, clock=lambda: NOW))

    start = bootstrap.make_start(watch_crashes=False)
    return replace(
        start,
        settings=Settings(
            language=LanguageChoice(lang),
            theme=ThemeChoice(theme),
            me=Person(name=NAMES[lang], code=CODE),
            report=ReportOptions(language=ReportLanguage(lang)),
        ),
        services=replace(start.services, open_audit=open_audit),
    )


def _settle(shell: Shell) -> None:
    """Let the window work until no job has run for a while."""
    from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer

    loop, timer = QEventLoop(), QTimer()
    calm, whole = QElapsedTimer(), QElapsedTimer()
    calm.start()
    whole.start()

    def look() -> None:
        if shell.context.jobs.jobs:
            calm.restart()
        if calm.elapsed() > CALM_MS or whole.elapsed() > PATIENCE_MS:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(20)
    loop.exec()


def _dialogs(shell: Shell) -> list[QDialog]:
    from PySide6.QtWidgets import QDialog

    return [it for it in shell.window.findChildren(QDialog) if it.isVisible()]


def _picture(shell: Shell) -> QImage:
    """The window, with the dialog that is open in front of it."""
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QColor, QPainter

    image = shell.window.grab().toImage()
    for dialog in _dialogs(shell):
        front = dialog.grab().toImage()
        corner = QPoint(
            (image.width() - front.width()) // 2, (image.height() - front.height()) // 2
        )
        painter = QPainter(image)
        painter.fillRect(image.rect(), QColor(0, 0, 0, 70))
        painter.drawImage(corner, front)
        painter.end()
    return image


def _png(image: QImage) -> bytes:
    """A palette PNG: a third of the bytes, no difference to the eye."""
    from PIL import Image
    from PySide6.QtGui import QImage

    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    raw = bytes(plain.constBits())
    picture = Image.frombuffer(
        "RGB", (plain.width(), plain.height()), raw, "raw", "RGB", plain.bytesPerLine(), 1
    )
    # Median cut would merge rare colours, which are those of results and grades.
    few = picture.quantize(
        COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE
    )
    written = io.BytesIO()
    few.save(written, "PNG", optimize=True)
    return written.getvalue()


def _is_asked(name: str, names: Sequence[str]) -> bool:
    return not names or any(name.startswith(it) for it in names)


if __name__ == "__main__":
    sys.exit(main())
