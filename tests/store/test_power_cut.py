"""Durability: what a power cut after each sync would leave holds every step reported by then.

SIGKILL keeps the page cache, so the writes and syncs of 50 ops are recorded with strace, and the
file is rebuilt from synced bytes alone. The harshest reading is taken: nothing that was written
after a file's last sync survives.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from auditapp.store import driver

if TYPE_CHECKING:
    from tests.world import World

ROOT = Path(__file__).parents[2]
CALLS = "openat,open,close,write,pwrite64,ftruncate,fsync,fdatasync,unlink,lseek"
_LINE = re.compile(r"^\d+\s+(?P<call>\w+)\((?P<args>.*)\)\s+=\s+(?P<result>-?\d+)")


@dataclass
class Disk:
    """The bytes of a file as the system sees them, and as they are on the platter."""

    cached: dict[str, bytearray] = field(default_factory=dict)
    synced: dict[str, bytes] = field(default_factory=dict)

    def write(self, name: str, offset: int, data: bytes) -> None:
        content = self.cached[name]
        if len(content) < offset:
            content.extend(bytes(offset - len(content)))
        content[offset : offset + len(data)] = data

    def truncate(self, name: str, size: int) -> None:
        content = self.cached[name]
        if size < len(content):
            del content[size:]
        else:
            content.extend(bytes(size - len(content)))

    def sync(self, name: str) -> None:
        self.synced[name] = bytes(self.cached[name])


def unescape(quoted: str) -> bytes:
    """The bytes of strace's -xx strings."""
    return bytes.fromhex(quoted.replace("\\x", ""))


def replay(trace: Path, disk: Disk, folder: Path) -> list[tuple[dict[str, bytes], list[str]]]:
    """After each sync: what is on the platter, and the steps reported so far."""
    names: dict[int, str] = {}
    states: list[tuple[dict[str, bytes], list[str]]] = []
    reported: list[str] = []
    for line in trace.read_text().splitlines():
        match = _LINE.match(line)
        if match is None or int(match["result"]) < 0:
            continue
        call, args, result = match["call"], match["args"], int(match["result"])
        if call in {"openat", "open"}:
            quoted = re.search(r'"([^"]*)"', args)
            path = Path(unescape(quoted[1]).decode()) if quoted else Path()
            if path.parent == folder:
                names[result] = path.name
                disk.cached.setdefault(path.name, bytearray())
            else:
                names.pop(result, None)
            continue
        if call == "unlink":
            quoted = re.search(r'"([^"]*)"', args)
            name = Path(unescape(quoted[1]).decode()).name if quoted else ""
            disk.cached.pop(name, None)
            continue
        number, _, rest = args.partition(", ")
        fd = int(number)
        if call == "write" and fd == 1:
            text = unescape(re.findall(r'"([^"]*)"', rest)[0]).decode()
            reported += [word.split()[1] for word in text.splitlines() if word[:5] == "step "]
        if fd not in names:
            continue
        if call == "close":
            names.pop(fd)
        elif call == "pwrite64":
            data, length_offset = re.findall(r'^"([^"]*)", (.*)$', rest)[0]
            disk.write(names[fd], int(length_offset.split(", ")[1]), unescape(data))
        elif call == "ftruncate":
            disk.truncate(names[fd], int(rest))
        elif call in {"fsync", "fdatasync"}:
            disk.sync(names[fd])
            states.append((dict(disk.synced), list(reported)))
    return states


@pytest.mark.timeout(300)
def test_after_each_sync_every_reported_step_survives_a_power_cut(
    template: World, tmp_path: Path
) -> None:
    strace = shutil.which("strace")
    assert strace is not None, "apt install strace: the suite needs it"
    folder = tmp_path / "disk"
    folder.mkdir()
    path = folder / "cut.audit"
    path.write_bytes(template.audit.path.read_bytes())
    disk = Disk({path.name: bytearray(path.read_bytes())}, {path.name: path.read_bytes()})
    trace = tmp_path / "trace.txt"
    worker = [sys.executable, "-m", "tests.store.worker", str(path), "7", "50"]
    options = ["-f", "-qq", "-xx", "-s", "2000000", "-e", f"trace={CALLS}", "-o", str(trace)]
    subprocess.run([strace, *options, *worker], cwd=ROOT, check=True, capture_output=True)

    states = replay(trace, disk, folder)
    reported = states[-1][1]
    assert len(reported) >= 25
    assert len(states) > len(reported)
    for number, (files, promised) in enumerate(states):
        ruin = tmp_path / f"ruin{number}"
        ruin.mkdir()
        for name, data in files.items():
            if not name.endswith(".lock"):
                (ruin / name).write_bytes(data)
        connection = driver.open_writer(ruin / path.name)
        stored = {row[0].hex() for row in connection.execute("SELECT hash FROM step").fetchall()}
        assert driver.integrity_errors(connection) == []
        connection.close()
        assert [step for step in promised if step not in stored and step != "-"] == []
        shutil.rmtree(ruin)
