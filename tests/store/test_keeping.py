"""When a backup is due, what it costs whoever types, and what is left when it is given up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from auditapp.errors import UserError
from auditapp.exchange.check import verify_file
from auditapp.jobs.progress import Cancelled, Progress
from auditapp.ops import answers
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.backup import BackupReason, Backups
from auditapp.store.erase import Approval, EraseReason, erase
from auditapp.store.keeping import Keeper, kept_audits
from auditapp.store.models import Answer
from auditapp.store.op import Op, Tx
from auditapp.store.restore import restore
from tests.world import World, build, dump

if TYPE_CHECKING:
    from pathlib import Path

LONG = timedelta(minutes=16)


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 23, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def world(tmp_path: Path) -> World:
    return build(tmp_path / "a.audit")


def note(world: World, words: str) -> None:
    world.do(answers.set_note(question_id="Q-1", unit_id=world.unit, note=words))


def many_answers(world: World) -> None:
    """So many journal rows that they are copied in several slices."""

    def work(tx: Tx) -> None:
        tx.session.add_all(
            Answer(id=tx.new_id(), question_id=f"M-{n}", unit_id=world.unit, note=f"note {n}")
            for n in range(2_500)
        )

    world.run(Op("many", {}, work))


def test_a_timed_backup_waits_for_steps_for_time_and_for_idle_hands(
    world: World, tmp_path: Path
) -> None:
    world.audit.close()
    world.audit = AuditFile.open(world.audit.path, Opening())
    clock = Clock()
    keeper = Keeper(world.audit, tmp_path / "backups", clock=clock)
    idle = timedelta(seconds=5)
    clock.at += LONG
    assert not keeper.due(idle)
    note(world, "moved")
    assert keeper.due(idle)
    assert not keeper.due(timedelta(seconds=4))
    keeper.back_up(BackupReason.TIME)
    note(world, "again")
    assert not keeper.due(idle)
    clock.at += LONG
    assert keeper.due(idle)
    world.audit.close()


def test_closing_backs_up_only_what_moved(world: World, tmp_path: Path) -> None:
    keeper = Keeper(world.audit, tmp_path / "backups")
    assert keeper.on_close() is not None
    assert keeper.on_close() is None
    cell = answers.note_cell(world.audit.audit_id, "Q-1", world.unit)
    world.audit.save_draft(cell, "typed last", actor=world.auditor)
    info = keeper.on_close()
    assert info is not None
    assert info.reason is BackupReason.CLOSE
    world.audit.close()
    back = restore(keeper.backups, info, tmp_path / "b.audit")
    with AuditFile.open_for_reading(back.path) as audit:
        assert "typed last" in str(dump(audit)["answer"])


def test_opened_for_reading_nothing_is_backed_up(world: World, tmp_path: Path) -> None:
    world.audit.close()
    with AuditFile.open_for_reading(world.audit.path) as audit:
        assert Keeper(audit, tmp_path / "backups").on_close() is None
    assert not (tmp_path / "backups").exists()


def test_a_failing_folder_is_said_and_tried_again_later(world: World, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be")
    clock = Clock()
    keeper = Keeper(world.audit, tmp_path / "backups", clock=clock)
    with pytest.raises(UserError, match="backup_failed"):
        keeper.back_up(BackupReason.TIME)
    assert keeper.moved
    assert not keeper.due(LONG)
    clock.at += LONG
    assert keeper.due(LONG)
    world.audit.close()


def test_ops_between_the_slices_are_in_the_backup_or_come_later_never_half(
    world: World, tmp_path: Path
) -> None:
    many_answers(world)
    keeper = Keeper(world.audit, tmp_path / "backups")
    looks: list[int] = []

    def work_meanwhile() -> None:
        looks.append(len(looks))
        note(world, f"meanwhile {len(looks)}")

    info = keeper.back_up(BackupReason.TIME, work_meanwhile)
    assert len(looks) > 3
    back = restore(keeper.backups, info, tmp_path / "b.audit")
    world.audit.close()
    assert verify_file(back.path).ok
    with AuditFile.open_for_reading(back.path) as audit:
        assert "meanwhile" in str(dump(audit)["answer"])


def test_what_is_erased_between_the_slices_is_in_no_backup(world: World, tmp_path: Path) -> None:
    note(world, "the caller's number 13800138000")
    many_answers(world)
    backups = Backups(tmp_path / "backups", world.audit.audit_id)
    looks: list[int] = []

    def erase_once() -> None:
        looks.append(1)
        if len(looks) == 3:
            approval = Approval(None, world.leader, EraseReason.PERSON_ASKED)
            erase(world.audit, approval, cells=[("answer", world.answer.bytes, "note")])

    info = backups.make(world.audit.raw_read, BackupReason.TIME, check=erase_once)
    world.audit.close()
    assert len(looks) > 3
    assert b"13800138000" not in info.path.read_bytes()
    assert verify_file(restore(backups, info, tmp_path / "b.audit").path).ok


def test_a_backup_that_is_given_up_leaves_nothing(world: World, tmp_path: Path) -> None:
    many_answers(world)
    progress = Progress()
    progress.cancel()
    keeper = Keeper(world.audit, tmp_path / "backups")
    with pytest.raises(Cancelled):
        keeper.back_up(BackupReason.TIME, progress.check)
    assert list((tmp_path / "backups" / str(world.audit.audit_id)).iterdir()) == []
    note(world, "after")
    world.audit.close()
    assert verify_file(world.audit.path).ok


def test_the_cap_is_twice_the_file_unless_set(world: World, tmp_path: Path) -> None:
    keeper = Keeper(world.audit, tmp_path / "backups")
    for n in range(12):
        note(world, f"note {n}")
        keeper.back_up(BackupReason.TIME)
    kept = keeper.backups.available()
    size = world.audit.path.stat().st_size
    assert 1 < len(kept) < 12
    assert sum(info.size for info in kept) <= 2 * size
    roomy = Keeper(world.audit, tmp_path / "roomy", cap=100 * size)
    for n in range(12):
        note(world, f"more {n}")
        roomy.back_up(BackupReason.TIME)
    assert len(roomy.backups.available()) == 12
    world.audit.close()


def test_the_folder_lists_its_audits_by_name(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    assert kept_audits(folder) == []
    Keeper(world.audit, folder).on_close()
    world.audit.close()
    broken = folder / "00000000-0000-7000-8000-000000000000"
    broken.mkdir()
    (broken / "20261123T080000000000Z-close.backup").write_bytes(b"no database")
    (kept,) = kept_audits(folder)
    assert (kept.audit_id, kept.number, kept.titles) == (
        world.audit.audit_id,
        "A-1",
        {"zh": "审核"},
    )
    assert [info.reason for info in kept.backups] == [BackupReason.CLOSE]
