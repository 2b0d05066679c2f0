"""Compile ``forms/*.ui`` to ``auditapp/ui/_gen/ui_*.py``, typed so that pyright strict accepts it.

``pyside6-uic`` writes untyped signatures; two of them are rewritten. A form called
``settings_dialog.ui`` with the class ``SettingsDialog`` becomes ``ui_settings_dialog.py`` with
``Ui_SettingsDialog``. Rules that :func:`faults` checks: snake_case names, no connections in
Designer, custom widgets only from ``auditapp.ui.widgets`` (a form that imported a page would close
a circle), an accessible name or a label's buddy for every field.
"""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from auditapp.devtools.tools import GENERATED, ROOT, parse_xml, run_tool, write_if_changed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree import ElementTree as ET

SOURCES: Final = ROOT / "forms"
_SNAKE: Final = re.compile(r"[a-z][a-z0-9_]*\Z")
_METHOD: Final = re.compile(r"^    def (setupUi|retranslateUi)\(self, (\w+)\):$", re.MULTILINE)
_FIELDS: Final = frozenset(
    {
        "QLineEdit",
        "QTextEdit",
        "QPlainTextEdit",
        "QComboBox",
        "QSpinBox",
        "QDoubleSpinBox",
        "QDateEdit",
        "QTimeEdit",
        "QDateTimeEdit",
        "QListView",
        "QListWidget",
        "QTableView",
        "QTreeView",
        "QTextBrowser",
    }
)


def compile_forms(sources: Path = SOURCES, target: Path = GENERATED) -> int:
    """Compile every form, drop modules whose form is gone; returns the number of forms.

    Raises ``ToolFailedError`` (uic's own words).
    """
    forms = sorted(sources.glob("*.ui"))
    target.mkdir(parents=True, exist_ok=True)
    write_if_changed(target / "__init__.py", '"""Generated from forms/ and resources/."""\n')
    wanted = {f"ui_{form.stem}.py" for form in forms}
    for old in target.glob("ui_*.py"):
        if old.name not in wanted:
            old.unlink()
    with ThreadPoolExecutor() as pool:
        for form, text in zip(forms, pool.map(_compiled, forms), strict=True):
            write_if_changed(target / f"ui_{form.stem}.py", text)
    return len(forms)


def faults(form: Path) -> list[str]:
    """What is wrong with a form against the rules above; empty when nothing is."""
    root = parse_xml(form).getroot()
    found: list[str] = []
    name = root.findtext("class", "")
    if _snake(name) != form.stem:
        found.append(f"the class {name} does not fit the file name")
    if root.find("connections/connection") is not None:
        found.append("connections belong into the code")
    found.extend(
        f"custom widget of {header.text}: only those of auditapp.ui.widgets (else a circle)"
        for header in root.iterfind("customwidgets/customwidget/header")
        if not (header.text or "").startswith("auditapp.ui.widgets.")
    )
    buddies = {
        value.text
        for value in root.iterfind(".//property[@name='buddy']/cstring")
        if value.text is not None
    }
    for widget in _widgets(root):
        label = widget.get("name", "")
        if not _SNAKE.match(label):
            found.append(f"{label} is not snake_case")
        named = widget.find("property[@name='accessibleName']") is not None
        if widget.get("class") in _FIELDS and not named and label not in buddies:
            found.append(f"{label} has neither an accessible name nor a label with it as buddy")
    return [f"{form.name}: {fault}" for fault in found]


def _widgets(root: ET.Element) -> Iterator[ET.Element]:
    top = root.find("widget")
    if top is not None:
        yield from (widget for widget in top.iter("widget") if widget is not top)


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def _compiled(form: Path) -> str:
    top = parse_xml(form).getroot().find("widget")
    base = top.get("class", "QWidget") if top is not None else "QWidget"
    base = base if base in {"QDialog", "QMainWindow"} else "QWidget"
    text = run_tool("uic", ["-g", "python", "--no-autoconnection", form])
    text = _METHOD.sub(rf"    def \1(self, \2: {base}) -> None:", text)
    # The absolute path of the form would differ from machine to machine.
    return re.sub(r"^## Form generated from reading UI file .*$", "##", text, flags=re.MULTILINE)
