from __future__ import annotations

import resource
import signal
import subprocess
import sys
import threading
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.jobs.progress import Cancelled, Progress, Snapshot
from auditapp.texts import load
from auditapp.tickets.database import close, connect
from auditapp.tickets.intake import read_source
from auditapp.tickets.reading.source import ReadOptions
from tests.unit.tickets.reading.helping import read, text

if TYPE_CHECKING:
    from auditapp.tickets.database import Connection

ROOT = Path(__file__).parents[4]


def said(error: UserError) -> None:
    """The error is one sentence in either language, with nothing left to fill."""
    for lang in Lang:
        sentence = load(lang).error(error)
        assert "\n" not in sentence
        assert "{" not in sentence


def refused(path: Path, *pairs: str) -> str:
    with pytest.raises(UserError) as caught:
        read(path, *(pairs or ("ticket_id=id",)))
    said(caught.value)
    return caught.value.code


def test_an_empty_file(tmp_path: Path) -> None:
    assert refused(text(tmp_path / "t.csv", "")) == "tickets_empty_file"


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    intake, rows = read(text(tmp_path / "t.csv", "id,when,what\n"), "ticket_id=id")
    assert (intake.rows_read, intake.rows_kept, rows) == (0, 0, [])


@pytest.mark.parametrize("kept", [100, 2000, -30])
def test_a_damaged_workbook(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "t.xlsx"
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["id"])
    book.save(path)
    path.write_bytes(path.read_bytes()[:kept])
    assert refused(path) == "tickets_damaged"


def test_a_workbook_with_a_broken_sheet(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["id", "x"])
    book.save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"][:-40]
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert refused(path) in ("tickets_damaged", "tickets_unknown_column")


def test_a_text_file_called_xls_is_read_as_what_it_is(tmp_path: Path) -> None:
    intake, rows = read(text(tmp_path / "t.xls", "id\tx\n1\ta\n"), "ticket_id=id")
    assert (intake.kind, len(rows)) == ("csv", 1)


@pytest.mark.parametrize("content", ["<html><table></table></html>", "<?xml version='1.0'?><a/>"])
def test_a_web_page_called_xls(tmp_path: Path, content: str) -> None:
    assert refused(text(tmp_path / "t.xls", content)) == "tickets_not_a_table"


@pytest.mark.parametrize(
    ("stream", "code"), [("EncryptedPackage", "tickets_encrypted"), ("Other", "tickets_damaged")]
)
def test_an_encrypted_workbook_is_told_from_a_damaged_one(
    tmp_path: Path, stream: str, code: str
) -> None:
    path = tmp_path / "t.xlsx"
    name = stream.encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000 + name + b"\0" * 999)
    assert refused(path) == code


def test_16000_columns(tmp_path: Path) -> None:
    heads = ",".join(f"c{n}" for n in range(16_000))
    cells = ",".join(str(n) for n in range(16_000))
    path = text(tmp_path / "t.csv", f"{heads}\n{cells}\n{cells},1\n")
    intake, rows = read(path, "ticket_id=c15999", query="SELECT row_no, ticket_id FROM tickets")
    assert rows == [(2, "15999")]
    assert [it.reason for it in intake.refused] == ["wrong_field_count"]


def test_more_columns_than_any_table_has(tmp_path: Path) -> None:
    heads = ",".join(f"c{n}" for n in range(21_000))
    path = text(tmp_path / "t.csv", f"{heads}\n{heads}\n")
    assert refused(path, "ticket_id=c5") == "tickets_too_many_columns"


@pytest.mark.parametrize(
    ("pair", "code"),
    [
        ("ticket_id", "tickets_map_form"),
        ("ticket_ib=id", "tickets_unknown_field"),
        ("ticket_id=nothing", "tickets_unknown_column"),
        ("ticket_id=#9", "tickets_unknown_column"),
    ],
)
def test_a_wrong_mapping(tmp_path: Path, pair: str, code: str) -> None:
    assert refused(text(tmp_path / "t.csv", "id,x\n1,2\n"), pair) == code


def test_a_field_twice(tmp_path: Path) -> None:
    path = text(tmp_path / "t.csv", "id,x\n1,2\n")
    assert refused(path, "ticket_id=id", "ticket_id=x") == "tickets_field_twice"


def many(path: Path, rows: int) -> Path:
    return text(
        path,
        "id,when,what\n"
        + "".join(f'{i},2025-01-01 08:00:00,"{"text " * 20}"\n' for i in range(rows)),
    )


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    good = text(tmp_path / "a.csv", "id,when\n1,2025-01-01\n")
    bad = text(tmp_path / "b.csv", "id,when\n2,03/04/2025\n")
    connection = connect()
    pairs = ["ticket_id=id", "received_at=when"]
    read_source(connection, good, ReadOptions(), pairs, progress=Progress())
    before = tables(connection)
    with pytest.raises(UserError):
        read_source(connection, bad, ReadOptions(), pairs, progress=Progress())
    assert tables(connection) == before
    assert connection.execute("SELECT ticket_id FROM tickets").fetchall() == [("1",)]
    close(connection)


def tables(connection: Connection) -> list[tuple[str, ...]]:
    found = connection.execute(
        "SELECT table_name FROM duckdb_tables() "
        "UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal"
    )
    return sorted(found.fetchall())


def test_a_cancel_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    path = many(tmp_path / "t.csv", 100_000)
    connection = connect()
    begun = threading.Event()

    def tell(_: Snapshot) -> None:
        begun.set()

    progress = Progress(tell)
    canceller = threading.Thread(target=lambda: (begun.wait(30), progress.cancel()))
    canceller.start()
    with pytest.raises(Cancelled):
        read_source(
            connection,
            path,
            ReadOptions(),
            ["ticket_id=id", "received_at=when", "description=what"],
            progress=progress,
        )
    canceller.join()
    assert tables(connection) == []
    close(connection)


FULL = """
import sys
from pathlib import Path
from auditapp.errors import UserError
from auditapp.jobs.progress import Progress
from auditapp.tickets.database import connect
from auditapp.tickets.intake import read_source
from auditapp.tickets.reading.source import ReadOptions
folder = Path(sys.argv[1])
connection = connect(folder / "x.tickets")
connection.execute("CREATE TABLE before (a INTEGER)")
try:
    read_source(connection, Path(sys.argv[2]), ReadOptions(temp_dir=folder),
                ["ticket_id=id", "description=what"], progress=Progress())
except UserError as error:
    print(error.code)
"""


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_a_full_disk_is_one_sentence(tmp_path: Path, encoding: str) -> None:
    path = many(tmp_path / "t.csv", 60_000)
    if encoding != "utf-8":
        path.write_bytes(path.read_bytes() + "9,,客户投诉网络\n".encode(encoding))

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))

    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path), str(path)],
        cwd=ROOT,
        preexec_fn=limit,
        capture_output=True,
        text=True,
        timeout=50,
    )
    assert done.stdout.strip() == "disk_full", done.stderr
    assert not list(tmp_path.glob("auditapp-*"))
