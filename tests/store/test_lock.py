"""The lock: one writer, a sentence that names the holder, nothing left by a killed program."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.store.lock import FileLock, holder_of, lock_path
from auditapp.texts import load

if TYPE_CHECKING:
    from pathlib import Path

HOLDER = """
import sys
from pathlib import Path
from auditapp.store.lock import FileLock
lock = FileLock.acquire(Path(sys.argv[1]), "陈静")
print("held", flush=True)
sys.stdin.read()
lock.release()
"""


def hold(path: Path) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


def finish(child: subprocess.Popen[str]) -> None:
    child.communicate(timeout=20)


def test_side_file_names_who_and_where_only(tmp_path: Path) -> None:
    lock = FileLock.acquire(tmp_path / "投诉.audit", "Chen Jing")
    said = json.loads((tmp_path / "投诉.audit.lock").read_text(encoding="utf-8"))
    lock.release()
    assert set(said) == {"who", "host", "since", "pid"}
    assert said["who"] == "Chen Jing"
    assert said["pid"] == str(os.getpid())
    assert list(tmp_path.iterdir()) == []


def test_second_opener_gets_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.audit"
    child = hold(path)
    try:
        with pytest.raises(UserError) as caught:
            FileLock.acquire(path, "B")
    finally:
        finish(child)
    assert caught.value.code == "locked"
    assert caught.value.args_by_name["who"] == "陈静"
    assert isinstance(caught.value.args_by_name["since"], datetime)
    for lang in Lang:
        assert "陈静" in load(lang).error(caught.value)
    FileLock.acquire(path, "B").release()


def test_same_program_cannot_open_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.audit"
    lock = FileLock.acquire(path, "A")
    with pytest.raises(UserError, match="locked"):
        FileLock.acquire(path, "A")
    lock.release()
    lock.release()
    FileLock.acquire(path, "A").release()


def test_killed_program_leaves_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "a.audit"
    child = hold(path)
    child.send_signal(signal.SIGKILL)
    child.communicate(timeout=20)
    assert lock_path(path).exists()
    lock = FileLock.acquire(path, "B")
    assert holder_of(path)["who"] == "B"
    lock.release()
    assert not lock_path(path).exists()


@pytest.mark.parametrize("content", [b"", b"[1]", b"\xff{", b"{}"])
def test_holder_without_readable_words_is_still_a_holder(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.audit"
    lock = FileLock.acquire(path, "A")
    lock_path(path).write_bytes(content)
    with pytest.raises(UserError) as caught:
        FileLock.acquire(path, "B")
    lock.release()
    assert caught.value.args_by_name["who"] == "?"
    assert load(Lang.EN).error(caught.value)


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "a.audit"
    with pytest.raises(UserError, match="read_only_folder"):
        FileLock.acquire(path, "A")
