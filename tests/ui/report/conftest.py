"""The example audit in the real window, as its team leader."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from auditapp.domain.vocabulary import Lang
from auditapp.settings import Person, ReportLanguage, ReportOptions
from auditapp.store.audit_file import AuditFile
from auditapp.ui.pages.report.page import ReportPage
from tests.ui.conftest import SETTINGS
from tests.ui.example import built_example

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from auditapp.ui.app import Shell


@dataclass
class Bench:
    """The page, and the file's own truth."""

    shell: Shell
    page: ReportPage
    path: Path
    folder: Path
    bot: QtBot

    def rows(self, query: str, *args: Any) -> list[Any]:
        """What stands in the file, read by itself."""
        with AuditFile.open_for_reading(self.path) as audit, audit.raw_read() as connection:
            return connection.execute(query, args).fetchall()

    def wait_for_page(self, number: int | None = None) -> None:
        """Until the wanted page is shown and all pages are counted."""

        def is_there() -> bool:
            picture = self.page.pages.picture
            wanted = self.page.pages.number if number is None else number
            return (
                picture is not None
                and picture.draft is self.page.draft
                and picture.number == wanted
                and picture.total is not None
                and not self.page.pages.rendering.is_busy
            )

        self.bot.waitUntil(is_there, timeout=30_000)


@pytest.fixture(scope="session")
def example_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_example(tmp_path_factory.mktemp("example"))


@pytest.fixture
def open_bench(
    make_shell: Callable[..., Shell], example_path: Path, tmp_path: Path, qtbot: QtBot
) -> Callable[..., Bench]:
    def open_one(lang: Lang = Lang.EN, me: str = "ZM") -> Bench:
        path = tmp_path / "审核.audit"
        path.write_bytes(example_path.read_bytes())
        folder = tmp_path / "导出 out"
        folder.mkdir()
        report = ReportOptions(ReportLanguage(lang.value), folder=str(folder))
        shell = make_shell(settings=replace(SETTINGS, me=Person("", me), report=report))
        shell.window.open_file(path)
        shell.window.show_page("report")
        page = shell.window.page
        assert isinstance(page, ReportPage)
        return Bench(shell, page, path, folder, qtbot)

    return open_one


@pytest.fixture
def bench(open_bench: Callable[..., Bench]) -> Bench:
    return open_bench()
