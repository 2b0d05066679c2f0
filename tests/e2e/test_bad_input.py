"""Wrong, hostile or broken input: one sentence in either language, exit 1, and nothing touched."""

from __future__ import annotations

import ctypes
import hashlib
import io
import os
import resource
import sqlite3
import struct
import subprocess
import sys
import zlib
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from auditapp.cli.host import Host
from auditapp.cli.main import main
from auditapp.domain.vocabulary import EvidenceKind, Lang
from auditapp.errors import UserError
from auditapp.ops import evidence
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.texts import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Program

LOCALES = {Lang.EN: "en_GB.UTF-8", Lang.ZH: "zh_CN.UTF-8"}
QUESTION = "P02-4-01"
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


@dataclass
class Run:
    """Commands in this process, with a home of their own."""

    home: Path
    patch: pytest.MonkeyPatch

    def __call__(self, *words: str | Path, lang: Lang = Lang.EN) -> Ended:
        self.patch.setenv("LANG", LOCALES[lang])
        host = Host(lambda *_, **__: 0, dict, list)
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main([str(word) for word in words], host)
        return Ended(code, out.getvalue(), err.getvalue())

    def refuses(self, error: UserError, *words: str | Path) -> None:
        """The command says exactly the sentence of the error, in both languages, and exits 1."""
        for lang in Lang:
            ended = self(*words, lang=lang)
            assert (ended.code, ended.out) == (1, ""), ended
            assert ended.err == load(lang).error(error) + "\n"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A sound audit file, made by the program."""
    folder = tmp_path_factory.mktemp("sound")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDITAPP_HOME", str(folder / "home"))
        run = Run(folder, patch)
        words = ("--title", "审核", "--pack", "P02", "--unit", "A=Alpha", "--as", "ZM")
        ended = run("new", folder / "a.audit", *words)
        assert ended.code == 0, ended.err
    return (folder / "a.audit").read_bytes()


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("AUDITAPP_HOME", str(tmp_path / "home"))
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Run(folder, monkeypatch)


def seen(folder: Path) -> dict[str, str]:
    """Every file of a folder by name and hash."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file()
    }


def answering(path: Path | str, *more: str | Path) -> tuple[str | Path, ...]:
    return ("answer", path, QUESTION, "minor", "--as", "ZM", *more)


# -- the audit file -----------------------------------------------------------------------------


def as_newer(data: bytes, path: Path) -> None:
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def as_other_database(_: bytes, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE customer (id INTEGER)")


def as_damaged(data: bytes, path: Path) -> None:
    """Every page but the first is overwritten: what an ordinary read meets at once."""
    path.write_bytes(data[:4096] + b"\x5a" * (len(data) - 4096))


FAULTS: dict[str, tuple[str, Callable[[bytes, Path], object]]] = {
    "empty": ("not_an_audit_file", lambda _, path: path.write_bytes(b"")),
    "a text": ("not_an_audit_file", lambda _, path: path.write_text("title;number\n" * 9)),
    "a workbook": ("not_an_audit_file", lambda _, path: path.write_bytes(b"PK\x03\x04" * 2000)),
    "another database": ("other_database", as_other_database),
    "encrypted": ("maybe_encrypted", lambda _, path: path.write_bytes(bytes(range(256)) * 64)),
    "newer": ("newer_file", as_newer),
    "truncated": ("file_damaged", lambda data, path: path.write_bytes(data[: len(data) * 6 // 10])),
    "damaged pages": ("file_damaged", as_damaged),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_that_cannot_be_opened_is_refused_untouched(
    run: Run, sound: bytes, fault: str
) -> None:
    code, spoil = FAULTS[fault]
    path = run.home / "x 审核.audit"
    spoil(sound, path)
    before = seen(run.home)
    error = UserError(code, path=path.name)
    run.refuses(error, "info", path)
    run.refuses(error, *answering(path))
    run.refuses(error, "export", path, "--register", "r.xlsx")
    assert seen(run.home) == before


def test_what_is_missing_or_a_folder_is_named(run: Run) -> None:
    run.refuses(UserError("file_not_found", path="gone.audit"), *answering("gone.audit"))
    (run.home / "folder.audit").mkdir()
    run.refuses(UserError("file_unreadable", path="folder.audit"), "info", "folder.audit")


def test_one_flipped_bit_fails_verification_and_is_said(run: Run, sound: bytes) -> None:
    path = run.home / "x.audit"
    path.write_bytes(sound)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE audit SET number = number || 'x'")
        connection.commit()
    before = seen(run.home)
    for lang in Lang:
        ended = run("verify", path, lang=lang)
        assert ended.code == 1
        assert ended.err == load(lang).error(UserError("verify_failed", path=path.name)) + "\n"
        assert "audit.number" in ended.out
    assert seen(run.home) == before


def test_a_locked_file_names_who_and_can_still_be_read(run: Run, sound: bytes) -> None:
    path = run.home / "x.audit"
    path.write_bytes(sound)
    with AuditFile.open(path, Opening(person="周敏")):
        before = path.read_bytes()
        for lang in Lang:
            ended = run(*answering(path), lang=lang)
            assert (ended.code, len(ended.err.splitlines())) == (1, 1)
            assert "周敏" in ended.err
            assert "副本" in ended.err if lang is Lang.ZH else "work on a copy" in ended.err
        assert run("info", path).code == 0
        assert path.read_bytes() == before
    assert not (run.home / "x.audit.lock").exists()


def test_a_path_under_a_file_cannot_be_written(run: Run) -> None:
    (run.home / "file").write_text("a file where a folder should be")
    words = ("--title", "T", "--pack", "P02", "--as", "ZM")
    before = seen(run.home)
    for lang in Lang:
        ended = run("new", "file/x.audit", *words, lang=lang)
        assert (ended.code, ended.out) == (1, "")
        assert len(ended.err.splitlines()) == 1
    assert seen(run.home) == before


def without_rights() -> None:
    """Root without the right to pass over permissions, like any user."""
    if os.geteuid() == 0:
        drop_from_bounding_set, dac_override = 24, 1
        ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override, 0, 0, 0)


def spawned(home: Path, setup: Callable[[], None], lang: Lang, *words: str | Path) -> Ended:
    environment = {
        **{name: it for name, it in os.environ.items() if not name.startswith("LC_")},
        "AUDITAPP_HOME": str(home),
        "LANG": LOCALES[lang],
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-m", "auditapp", *map(str, words)],
        env=environment,
        preexec_fn=setup,
        capture_output=True,
        encoding="utf-8",
        timeout=50,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.mark.skipif(sys.platform != "linux", reason="rights are dropped by prctl")
@pytest.mark.parametrize("lang", Lang)
def test_a_read_only_folder_is_named_and_reading_goes_on(
    tmp_path: Path, sound: bytes, lang: Lang
) -> None:
    folder = tmp_path / "read only"
    folder.mkdir()
    path = folder / "x.audit"
    path.write_bytes(sound)
    folder.chmod(0o555)
    try:
        ended = spawned(tmp_path / "home", without_rights, lang, *answering(path))
        assert ended.code == 1, ended
        error = UserError("read_only_folder", path=str(folder))
        assert ended.err == load(lang).error(error) + "\n"
        assert spawned(tmp_path / "home", without_rights, lang, "info", path).code == 0
        assert seen(folder) == {"x.audit": hashlib.sha256(sound).hexdigest()}
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize("lang", Lang)
def test_a_disk_that_takes_no_more_loses_nothing(tmp_path: Path, sound: bytes, lang: Lang) -> None:
    """A file size limit stands in for the full disk: the write fails in the middle of an op."""
    path = tmp_path / "x.audit"
    path.write_bytes(sound)
    proof = tmp_path / "proof.bin"
    proof.write_bytes(os.urandom(3_000_000))
    room = len(sound) + 200_000

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    ended = spawned(tmp_path / "home", limited, lang, *answering(path, "--evidence", proof))
    assert ended.code == 1, ended
    assert ended.err.splitlines()[0] in {
        load(lang).error(UserError(code, path=path.name)) for code in ("disk_full", "disk_error")
    }
    assert "Traceback" not in ended.err
    assert not path.with_name("x.audit.lock").exists()
    verified = spawned(tmp_path / "home", lambda: None, lang, "verify", path)
    assert verified.code == 0, verified
    with AuditFile.open_for_reading(path) as audit, audit.raw_read() as connection:
        assert connection.execute("SELECT count(*) FROM evidence").fetchone() == (0,)


# -- evidence -----------------------------------------------------------------------------------


def png(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds almost nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


PICTURES: dict[str, tuple[str, bytes, dict[str, object]]] = {
    "no picture": ("not_an_image", b"this is a text", {}),
    "zero bytes": ("not_an_image", b"", {}),
    "cut off": ("not_an_image", png(400, 400)[:60], {}),
    "its end is missing": ("not_an_image", png(400, 400), {}),
    "ninety megapixels": ("image_too_large", png(10_000, 9_000), {"pixels": 90_000_000}),
    "a gigapixel": ("image_too_large", png(40_000, 30_000), {"pixels": 1_200_000_000}),
}


@pytest.mark.parametrize("case", PICTURES)
def test_a_picture_that_is_none_is_refused_and_nothing_is_answered(
    run: Run, sound: bytes, case: str
) -> None:
    code, data, args = PICTURES[case]
    path = run.home / "x.audit"
    path.write_bytes(sound)
    (run.home / "现场 photo.png").write_bytes(data)
    before = seen(run.home)
    error = UserError(code, path="现场 photo.png", **args)
    run.refuses(error, *answering(path, "--evidence", "现场 photo.png"))
    assert seen(run.home) == before


def test_evidence_that_is_gone_is_named(run: Run, sound: bytes) -> None:
    path = run.home / "x.audit"
    path.write_bytes(sound)
    before = seen(run.home)
    error = UserError("file_not_found", path="gone.pdf")
    run.refuses(error, *answering(path, "--evidence", "gone.pdf"))
    assert seen(run.home) == before


ODD_NAMES = (
    "投诉 记录（终稿）.txt",
    "'; DROP TABLE audit; --.txt",
    '<b>&amp;"x".txt',
    "=HYPERLINK(1).txt",
    "line\nbreak\ttab.txt",
    "right\u202eto\u202cleft 🙂.txt",
    "-leading dash.txt",
    "n" * 120 + ".txt",
)


def test_files_with_odd_names_go_in_and_out(run: Run, sound: bytes) -> None:
    path = run.home / "x.audit"
    path.write_bytes(sound)
    words: list[str | Path] = []
    for name in ODD_NAMES:
        (run.home / name).write_text(name, encoding="utf-8")
        words += ["--evidence", run.home / name]
    ended = run(*answering(path, *words))
    assert (ended.code, ended.err) == (0, "")
    with AuditFile.open_for_reading(path) as audit, audit.raw_read() as connection:
        stored = connection.execute("SELECT file_name FROM evidence").fetchall()
    assert {row[0] for row in stored} == set(ODD_NAMES)
    exported(run, path)
    assert run("verify", path).code == 0


def test_a_linked_file_that_is_gone_is_said_and_one_that_changed_fails(
    run: Run, sound: bytes
) -> None:
    path, large = run.home / "x.audit", run.home / "录音.wav"
    path.write_bytes(sound)
    large.write_bytes(b"RIFF" * 50_000)
    with AuditFile.open(path, Opening(person="ZM")) as audit:
        content = evidence.content_of_link(large)
        with audit.raw_read() as connection:
            actor = connection.execute("SELECT id FROM person").fetchone()[0]
        import uuid

        op = evidence.add_evidence(EvidenceKind.FILE, evidence.EvidenceFacts(), content)
        audit.run(op, actor=uuid.UUID(bytes=actor))
    before = path.read_bytes()
    assert run("verify", path).code == 0
    large.write_bytes(b"RIFX" * 50_000)
    for lang in Lang:
        ended = run("verify", path, lang=lang)
        assert ended.code == 1
        assert ended.err == load(lang).error(UserError("verify_failed", path=path.name)) + "\n"
        assert "录音.wav" in ended.out
    large.unlink()
    for lang in Lang:
        ended = run("verify", path, lang=lang)
        assert ended.code == 0
        number = "E-ORG-ZM001" if "E-ORG-ZM001" in ended.out else "ZM001"
        assert number in ended.out
    exported(run, path)
    assert path.read_bytes() == before


# -- texts that reach a workbook and a PDF ------------------------------------------------------

HOSTILE = {
    "control characters": "bell \x07 null \x00 escape \x1b[31m form\x0cfeed \ufffe end",
    "40,000 characters": "长" * 20_000 + "x" * 20_000,
    "markup": "<para><b>unclosed & <font color='red'>&#0; <img src='file:///etc/passwd'/>]]>",
    "a formula": '=HYPERLINK("http://example.invalid";"click")',
    "a sum": "+1+cmd|' /C calc'!A0",
    "an at sign": "@SUM(1)",
    "full width": "\uff1d1\uff0b1",
    "one endless word": "w" * 3_000,
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_notes_are_kept_and_exported_harmless(run: Run, sound: bytes, case: str) -> None:
    path = run.home / "x.audit"
    path.write_bytes(sound)
    note = HOSTILE[case]
    ended = run(*answering(path, "--note", note))
    assert (ended.code, ended.err) == (0, "")
    with AuditFile.open_for_reading(path) as audit, audit.raw_read() as connection:
        assert connection.execute("SELECT note FROM answer").fetchone() == (note,)
    assert run("verify", path).code == 0
    cells = exported(run, path)
    assert all(len(cell) <= 32_767 for cell in cells)
    visible = "".join(sign for sign in note if sign.isprintable())[:30]
    held = [cell for cell in cells if visible[:10].strip() in cell.replace("\n", "")]
    assert held, case
    for cell in cells:
        assert not cell.startswith(("+", "-", "@", "\uff1d", "\uff0b")), cell[:40]
        assert not cell.startswith("=") or cell.startswith('=HYPERLINK("#'), cell[:40]


def exported(run: Run, path: Path) -> list[str]:
    """Register and report are made, and can be read; every text of the register."""
    import openpyxl
    import pypdfium2

    before = path.read_bytes()
    words = ("--register", "r.xlsx", "--report", "r.pdf", "--lang", "both", "--unmasked")
    ended = run("export", path, *words)
    assert ended.code == 0, ended.err
    assert path.read_bytes() == before
    with closing(pypdfium2.PdfDocument(run.home / "r.pdf")) as document:
        assert len(document) > 3
    book = openpyxl.load_workbook(run.home / "r.xlsx")
    cells = [
        cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]
    book.close()
    return cells


def test_the_program_itself_ends_the_same_way(program: Program, sound: bytes) -> None:
    """Once as a process of its own: no traceback, one line, exit 1."""
    (program.home / "x.audit").write_bytes(sound[:5000])
    for lang in Lang:
        ended = program("info", "x.audit", lang=LOCALES[lang])
        assert ended.code == 1
        said = ended.one_sentence()
        assert said == load(lang).error(UserError("file_damaged", path="x.audit"))
