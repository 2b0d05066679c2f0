"""Jobs: results on the window's thread, all of them; progress, cancel, errors, dialogs."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QProgressBar

from auditapp.errors import UserError
from auditapp.ui.dialogs.jobs import JobDialog
from auditapp.ui.job_runner import JobRunner

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from auditapp.jobs.progress import Progress
    from auditapp.ui.app import Shell


def test_every_result_arrives_in_order_on_the_windows_thread(qtbot: QtBot) -> None:
    runner = JobRunner()
    got: list[tuple[int, bool]] = []
    here = threading.get_ident()
    for number in range(500):
        runner.run(
            lambda progress, number=number: number,
            lambda value: got.append((value, threading.get_ident() == here)),
            uses_audit=True,
        )
    qtbot.waitUntil(lambda: len(got) == 500, timeout=10_000)
    assert got == [(number, True) for number in range(500)]
    runner.stop()


def test_a_job_runs_outside_the_windows_thread(qtbot: QtBot) -> None:
    runner = JobRunner()
    got: list[int] = []
    runner.run(lambda progress: threading.get_ident(), got.append)
    qtbot.waitUntil(lambda: len(got) == 1)
    assert got[0] != threading.get_ident()
    runner.stop()


def refuse(progress: Progress) -> None:
    raise UserError("disk_full")


def test_a_user_error_goes_to_its_handler_else_to_refused(qtbot: QtBot) -> None:
    runner = JobRunner()
    mine: list[str] = []
    runner.run(refuse, mine.append, on_error=lambda error: mine.append(error.code))
    qtbot.waitUntil(lambda: mine == ["disk_full"])
    with qtbot.waitSignal(runner.refused) as caught:
        runner.run(refuse, mine.append)
    assert caught.args is not None
    assert caught.args[0].code == "disk_full"
    runner.stop()


def test_a_defect_in_a_job_reaches_the_crash_handler(qtbot: QtBot) -> None:
    runner = JobRunner()
    with qtbot.captureExceptions() as caught:
        runner.run(lambda progress: 1 // 0, print)
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is ZeroDivisionError
    runner.stop()


class Slow:
    """A job that waits until it is let go or cancelled."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.reports = 0

    def __call__(self, progress: Progress) -> str:
        while not self.go.wait(0.01):
            self.reports += 1
            progress.report(3, 10)
        return "done"


def test_a_cancelled_job_ends_without_a_result(qtbot: QtBot) -> None:
    runner = JobRunner()
    slow, got = Slow(), []
    job = runner.run(slow, got.append)
    qtbot.waitUntil(lambda: slow.reports > 0)
    with qtbot.waitSignal(runner.finished):
        job.cancel()
    assert got == []
    assert runner.jobs == []
    runner.stop()


def test_stopping_waits_for_jobs_and_drops_their_results(qtbot: QtBot) -> None:
    runner = JobRunner()
    slow, got = Slow(), []
    job = runner.run(slow, got.append)
    qtbot.waitUntil(lambda: slow.reports > 0)
    runner.stop()
    assert job.future is not None
    assert job.future.done()
    QApplication.sendPostedEvents()
    assert got == []


def test_a_long_blocking_job_shows_a_dialog_that_cancels_it(shell: Shell, qtbot: QtBot) -> None:
    slow = Slow()
    shell.context.jobs.run(slow, print, title="Counting", blocking=True)
    qtbot.waitUntil(lambda: shell.window.findChild(JobDialog) is not None)
    dialog = shell.window.findChild(JobDialog)
    assert isinstance(dialog, JobDialog)
    bar = dialog.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    qtbot.waitUntil(lambda: (bar.value(), bar.maximum()) == (3, 10))
    with qtbot.waitSignal(shell.context.jobs.finished):
        dialog.reject()
    qtbot.waitUntil(lambda: shell.window.findChild(JobDialog) is None)


def test_a_long_job_beside_the_window_shows_in_the_status_line(shell: Shell, qtbot: QtBot) -> None:
    slow = Slow()
    got: list[str] = []
    shell.context.jobs.run(slow, got.append, title="Exporting")
    bar = shell.window.status.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible)
    slow.go.set()
    qtbot.waitUntil(lambda: got == ["done"])
    assert not bar.isVisible()


def test_a_short_job_shows_nothing(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    got: list[int] = []
    shell.context.jobs.run(lambda progress: 7, got.append, blocking=True)
    qtbot.waitUntil(lambda: got == [7])
    assert shell.window.findChild(JobDialog) is None


def test_before_a_file_is_closed_what_uses_it_has_ended(qtbot: QtBot) -> None:
    runner = JobRunner()
    began, ended = threading.Event(), threading.Event()
    got: list[str] = []

    def long_read(progress: Progress) -> str:
        began.set()
        try:
            while True:
                progress.check()
        finally:
            ended.set()

    runner.run(long_read, got.append, uses_audit=True)
    runner.run(lambda progress: "behind it", got.append, uses_audit=True)
    other = runner.run(lambda progress: "beside it", got.append)
    assert began.wait(5)
    runner.stop_audit_jobs()
    assert ended.is_set()
    assert runner.jobs in ([other], [])
    qtbot.waitUntil(lambda: got == ["beside it"])
    runner.run(lambda progress: "the next file", got.append, uses_audit=True)
    qtbot.waitUntil(lambda: got == ["beside it", "the next file"])
    runner.stop()
