"""Forms, icons and translations are compiled once, checked, and say what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditapp.devtools import assets, forms, icons, translations
from auditapp.devtools.tools import ToolFailedError, parse_xml

if TYPE_CHECKING:
    from pathlib import Path

FORM = """<ui version="4.0"><class>{name}</class>
<widget class="QDialog" name="{name}"><widget class="QLineEdit" name="{field}">{inside}</widget>
</widget>{after}</ui>"""
NAMED = '<property name="accessibleName"><string>Title</string></property>'


def write_form(folder: Path, **parts: str) -> Path:
    given = {"name": "OneDialog", "field": "title_edit", "inside": NAMED, "after": "", **parts}
    path = folder / "one_dialog.ui"
    path.write_text(FORM.format(**given), encoding="utf-8")
    return path


def test_a_second_build_does_nothing() -> None:
    assets.build()
    assert not assets.build()


def test_a_form_is_compiled_with_types_and_without_paths(tmp_path: Path) -> None:
    write_form(tmp_path)
    target = tmp_path / "gen"
    target.mkdir()
    (target / "ui_gone.py").write_text("")
    assert forms.compile_forms(tmp_path, target) == 1
    code = (target / "ui_one_dialog.py").read_text(encoding="utf-8")
    assert "def setupUi(self, OneDialog: QDialog) -> None:" in code
    assert "def retranslateUi(self, OneDialog: QDialog) -> None:" in code
    assert str(tmp_path) not in code
    assert not (target / "ui_gone.py").exists()


def test_a_good_form_has_no_faults(tmp_path: Path) -> None:
    assert forms.faults(write_form(tmp_path)) == []


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"name": "Other"}, "does not fit the file name"),
        ({"field": "titleEdit"}, "titleEdit is not snake_case"),
        ({"inside": ""}, "neither an accessible name nor a label"),
        ({"after": "<connections><connection/></connections>"}, "connections belong"),
    ],
)
def test_a_form_that_breaks_a_rule_is_named(
    tmp_path: Path, parts: dict[str, str], said: str
) -> None:
    found = forms.faults(write_form(tmp_path, **parts))
    assert len(found) == 1
    assert said in found[0]


def test_a_broken_form_stops_the_build_with_uics_words(tmp_path: Path) -> None:
    (tmp_path / "broken.ui").write_text("<ui><widget class='QDialog'></ui>", encoding="utf-8")
    with pytest.raises(Exception, match=r"mismatched|uic"):
        forms.compile_forms(tmp_path, tmp_path / "gen")


def test_icons_are_one_set() -> None:
    assert icons.compile_icons() >= 40


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("Bad-Name", ("", ""), "snake_case"),
        ("pen", ('stroke-width="1.75"', 'stroke-width="3"'), "common grid"),
        ("pen", ('<path d="', '<path stroke="#ff0000" d="'), "colour of its own"),
    ],
)
def test_an_icon_of_another_set_is_refused(name: str, change: tuple[str, str], said: str) -> None:
    good = (icons.SOURCES / "edit.svg").read_text(encoding="utf-8").strip()
    assert icons.faults("pen", good) == []
    found = icons.faults(name, good.replace(*change) if change[0] else good)
    assert len(found) == 1
    assert said in found[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Fresh translation files of the real sources."""
    translations.update(tmp_path)
    return tmp_path


def test_english_is_filled_and_chinese_is_asked_for(folder: Path) -> None:
    open_english = translations.untranslated(translations.ts_file("en", folder))
    assert all("%n" in source for _, source, _ in open_english)
    open_chinese = translations.untranslated(translations.ts_file("zh", folder))
    assert ("HomePage", "Recent audits", "") in open_chinese
    assert any("untranslated" in line for line in translations.check(folder))


def test_translations_are_entered_by_source_and_by_context(folder: Path) -> None:
    done = translations.fill(
        {"Recent audits": "最近", "Rail": {"Home": "首页"}, "%n overdue": ["%n 项"]}, folder
    )
    assert done == 3
    left = translations.untranslated(translations.ts_file("zh", folder))
    assert ("HomePage", "Recent audits", "") not in left
    assert ("Rail", "Home", "") not in left
    assert ("HomePage", "%n overdue", "actions") not in left
    translations.update(folder)
    assert translations.untranslated(translations.ts_file("zh", folder)) == left


def test_a_source_that_is_not_there_is_refused(folder: Path) -> None:
    with pytest.raises(ToolFailedError, match="no such strings"):
        translations.fill({"never said anywhere": "无"}, folder)


def test_a_string_that_no_source_has_is_stale_until_pruned(folder: Path) -> None:
    path = translations.ts_file("zh", folder)
    path.write_text(
        path.read_text(encoding="utf-8").replace("Recent audits", "Audits of yore"),
        encoding="utf-8",
    )
    found = translations.check(folder)
    assert any("gone, run --prune" in line and "Audits of yore" in line for line in found)
    assert any("new, run --update" in line and "Recent audits" in line for line in found)
    translations.update(folder, prune=True)
    assert "Audits of yore" not in path.read_text(encoding="utf-8")


def test_no_line_numbers_of_sources_are_kept(folder: Path) -> None:
    root = parse_xml(translations.ts_file("zh", folder)).getroot()
    assert root.find(".//location") is None
