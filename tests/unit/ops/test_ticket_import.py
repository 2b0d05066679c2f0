"""Importing extracts into real files: all or nothing, found by id, swept, compacted, compared."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.jobs.progress import Cancelled, Progress
from auditapp.ops import ticket_import, tickets
from auditapp.ops.audits import NewAudit, create_audit
from auditapp.ops.queries import tickets as queries
from auditapp.ops.queries.ticket_rows import Presence
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.verify import verify
from auditapp.tickets.populations import TicketFiles
from auditapp.tickets.reading.source import ReadOptions
from tests.unit.tickets.population import made

if TYPE_CHECKING:
    from auditapp.store.op import Outcome
    from auditapp.tickets.keys import TicketKey
    from tests.world import World

ROOT = Path(__file__).parents[3]
PASSPHRASE = "correct horse"  # noqa: S105  (a made one)


def files_of(world: World) -> TicketFiles:
    return TicketFiles(world.audit.path, world.audit.audit_id)


def plan(source: Path, key: TicketKey | None = None, **more: object) -> ticket_import.ImportPlan:
    card = tickets.CardFacts(title={Lang.ZH: "投诉"}, system="CRM")
    reader = ticket_import.source_reader(source, made.mapping(), ReadOptions())
    return ticket_import.ImportPlan(card, (reader,), key, **more)  # type: ignore[arg-type]


def imported(
    world: World, source: Path, key: TicketKey | None = None, progress: Progress | None = None
) -> Outcome[uuid.UUID]:
    return ticket_import.import_population(
        world.audit,
        files_of(world),
        plan(source, key),
        actor=world.auditor,
        progress=progress or Progress(),
    )


def names(world: World) -> set[str]:
    folder = world.audit.path.parent
    return {path.name for path in folder.iterdir() if ".tickets" in path.name}


def first(world: World) -> str:
    return f"{world.audit.path.stem}.tickets"


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    return made.write(tmp_path / "extract.csv", made.rows(300, left_out=(40, 41)))


def test_an_import_is_one_step_and_one_file(world: World, extract: Path) -> None:
    outcome = imported(world, extract)
    assert outcome.step is not None
    assert outcome.step.op == "population.add"
    assert names(world) == {first(world)}
    (row,) = queries.populations(world.audit, files_of(world))
    assert (row.id, row.rows, row.refused, row.presence) == (outcome.value, 298, 0, Presence.HERE)
    assert row.title == "投诉"
    card = queries.extract_card(world.audit, row.id)
    assert card.sources[0].mapping["customer_key"] == "客户号码"
    assert card.sources[0].rows_read == 298
    totals = queries.control_totals(world.audit, row.id)
    assert sum(one.counted or 0 for one in totals.rows) == totals.counted == 298
    assert [(gap.before, gap.after, gap.missing) for gap in totals.gaps] == [
        ("TS000039", "TS000042", 2)
    ]
    assert card.masked == 43  # every seventh description names a phone


def test_neither_file_holds_what_names_a_person(world: World, extract: Path) -> None:
    imported(world, extract)
    bare = [made.PHONE.encode(), b"staff3", *(row[1].encode() for row in made.rows(20))]
    for path in (world.audit.path, world.audit.path.with_name(first(world))):
        data = path.read_bytes()
        assert b"TS000039" in data or path == world.audit.path
        for word in bare:
            assert word not in data


def test_refused_rows_are_named_and_counts_add_up(world: World, tmp_path: Path) -> None:
    body = made.rows(20)
    body.insert(7, list(made.HEAD))
    body.append(["合计", "20", "", "", "", "", "", "", ""])
    imported(world, made.write(tmp_path / "odd.csv", body))
    (row,) = queries.populations(world.audit)
    (source,) = queries.extract_card(world.audit, row.id).sources
    assert (source.rows_read, source.rows_kept, source.rows_refused) == (22, 20, 2)
    refused = queries.refused_rows(world.audit, source.id)
    assert [(one.row_no, one.reason) for one in refused] == [
        (9, "repeated_header"),
        (23, "total_line"),
    ]


def test_two_populations_and_a_renamed_file(world: World, extract: Path) -> None:
    one, two = imported(world, extract).value, imported(world, extract).value
    stem = world.audit.path.stem
    assert names(world) == {f"{stem}.tickets", f"{stem}.2.tickets"}
    files = files_of(world)
    path = files.find(two)
    assert path is not None
    assert path.name == f"{stem}.2.tickets"
    moved = path.rename(path.with_name("从分公司拷来.tickets"))
    assert files_of(world).find(two) == moved
    assert files.find(two) == moved
    with files.open(two) as connection:
        assert connection.execute("SELECT count(*) FROM tickets").fetchone() == (298,)
    assert files.find(one) != moved


def test_a_missing_file_is_said_and_nothing_breaks(world: World, extract: Path) -> None:
    key = imported(world, extract).value
    world.audit.path.with_name(first(world)).unlink()
    files = files_of(world)
    (row,) = queries.populations(world.audit, files)
    assert row.presence is Presence.ELSEWHERE
    assert queries.extract_card(world.audit, key, files).presence is Presence.ELSEWHERE
    with pytest.raises(UserError, match="tickets_not_here"), files.open(key):
        pass


def test_another_database_of_that_name_is_none_of_ours(world: World, extract: Path) -> None:
    key = imported(world, extract).value
    path = world.audit.path.with_name(first(world))
    path.write_bytes(b"no database at all")
    assert files_of(world).find(key) is None


class CancelAt(Progress):
    """Cancels itself once the job says that a share of the work is done."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share_wanted = share

    def report(self, done: int, total: int = 0, code: str = "", **args: object) -> None:
        if total and done / total >= self._share_wanted:
            self.cancel()
        super().report(done, total, code, **args)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.75, 1.0])
def test_a_cancelled_import_leaves_nothing(world: World, extract: Path, share: float) -> None:
    before = world.audit.head_hash()
    with pytest.raises(Cancelled):
        imported(world, extract, progress=CancelAt(share))
    assert world.audit.head_hash() == before
    assert names(world) == set()


def test_an_import_that_fails_leaves_nothing(world: World, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text(",".join(made.HEAD) + "\n", encoding="utf-8")
    before = world.audit.head_hash()
    with pytest.raises(UserError):
        imported(world, empty)
    assert world.audit.head_hash() == before
    assert names(world) == set()


def test_undo_forgets_redo_finds_compact_deletes(world: World, extract: Path) -> None:
    kept = imported(world, extract).value
    gone = imported(world, extract).value
    files = files_of(world)
    assert world.audit.undo(world.auditor).value == "population.add"
    assert [row.id for row in queries.populations(world.audit)] == [kept]
    assert files.find(gone) is not None
    assert ticket_import.sweep_tickets(world.audit, files).removed == 0
    world.audit.redo(world.auditor)
    assert queries.populations(world.audit, files)[0].presence is Presence.HERE
    world.audit.undo(world.auditor)
    assert ticket_import.compact_tickets(world.audit, files) > 0
    assert files.find(gone) is None
    assert files.find(kept) is not None
    assert names(world) == {first(world)}
    assert ticket_import.compact_tickets(world.audit, files) == 0


def test_compact_leaves_the_files_of_another_audit(world: World, extract: Path) -> None:
    other = TicketFiles(world.audit.path.with_name("other.audit"), uuid.uuid4())
    imported(world, extract)
    mine = world.audit.path.with_name(first(world))
    mine.rename(mine.with_name("other.tickets"))
    assert other.compact(set()) == 0
    assert mine.with_name("other.tickets").exists()


KILLED = """
import os, signal, sys, uuid
from pathlib import Path
from auditapp.jobs.progress import Progress
from auditapp.ops import ticket_import, tickets
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.op import uuid7
from auditapp.tickets.populations import TicketFiles
from tests.unit.ops.test_ticket_import import plan

path, source, when, actor = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
audit = AuditFile.open(path, Opening(person="Li"))
files = TicketFiles(path, audit.audit_id)
key = uuid7()
new = ticket_import._write(files, key, plan(source), Progress())
if when == "after":
    audit.run(tickets.add_population(new), actor=uuid.UUID(hex=actor))
print(key.hex, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_between_file_and_step(world: World, extract: Path, when: str) -> None:
    path = world.audit.path
    world.audit.close()
    command = [sys.executable, "-c", KILLED, str(path), str(extract), when, world.auditor.hex]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT)
    assert done.returncode == -signal.SIGKILL, done.stderr
    key = uuid.UUID(hex=done.stdout.strip())
    world.audit = AuditFile.open(path, Opening(person="Li"))
    assert names(world) == {f"{first(world)}.{key.hex}.part"}
    files = files_of(world)
    swept = ticket_import.sweep_tickets(world.audit, files)
    if when == "before":
        assert (swept.finished, swept.removed) == ((), 1)
        assert names(world) == set()
        assert queries.populations(world.audit) == ()
    else:
        assert (swept.finished, swept.removed) == ((key,), 0)
        assert names(world) == {first(world)}
        (row,) = queries.populations(world.audit, files)
        assert (row.id, row.presence) == (key, Presence.HERE)
    assert verify(path).problems == ()


def test_the_key_is_sealed_opened_and_handed_on(
    world: World, extract: Path, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="tickets_no_key"):
        ticket_import.unlock(world.audit, PASSPHRASE)
    key = ticket_import.new_key(world.audit, PASSPHRASE, actor=world.auditor)
    assert ticket_import.unlock(world.audit, PASSPHRASE) == key
    with pytest.raises(UserError, match="tickets_wrong_passphrase"):
        ticket_import.unlock(world.audit, "correct house")
    imported(world, extract, key)
    assert queries.populations(world.audit)[0].comparable_key == key.fingerprint
    ticket_import.change_passphrase(world.audit, PASSPHRASE, "another horse", actor=world.auditor)
    assert ticket_import.unlock(world.audit, "another horse") == key
    with AuditFile.create(tmp_path / "follow-up.audit", Opening(person="Li")) as later:
        later.run(create_audit(NewAudit(number="A-2")), actor=None)
        taken = ticket_import.take_key(later, world.audit, "another horse", actor=None)
        assert taken == key
        assert ticket_import.unlock(later, "another horse") == key
    assert key.secret not in world.audit.path.read_bytes()


def compared(world: World, later: uuid.UUID, earlier: uuid.UUID) -> queries.ComparisonRow:
    ticket_import.compare_extracts(
        world.audit,
        files_of(world),
        later,
        earlier,
        actor=world.auditor,
        progress=Progress(),
    )
    return queries.comparisons(world.audit, later)[0]


def test_a_second_extract_shows_what_changed(world: World, tmp_path: Path) -> None:
    key = ticket_import.new_key(world.audit, PASSPHRASE, actor=world.auditor)
    before = made.rows(200)
    after = [list(row) for row in before if row[0] not in ("TS000011", "TS000012")]
    for row in after:
        if row[0] in ("TS000020", "TS000021", "TS000022"):
            row[4] = "2025-01-02 09:00:00"
        if row[0] == "TS000030":
            row[2] = "online" if row[2] != "online" else "app"
    after.append([*before[50]])
    after[-1][0] = "TS999999"
    earlier = imported(world, made.write(tmp_path / "one.csv", before), key).value
    later = imported(world, made.write(tmp_path / "two.csv", after), key).value
    found = compared(world, later, earlier)
    assert (found.comparable, found.common, found.vanished, found.appeared) == (True, 198, 2, 1)
    assert found.changed == {"closed_at": 3, "channel_in": 1}
    assert [row[:2] for row in found.rows[:4]] == [
        ("TS000011", "vanished"),
        ("TS000012", "vanished"),
        ("TS999999", "appeared"),
        ("TS000020", "closed_at"),
    ]


def test_without_the_key_extracts_are_not_comparable(world: World, extract: Path) -> None:
    key = ticket_import.new_key(world.audit, PASSPHRASE, actor=world.auditor)
    other = ticket_import.new_key(world.audit, "another horse", actor=world.auditor)
    mine = imported(world, extract, key).value
    theirs, nobodys = imported(world, extract, other).value, imported(world, extract).value
    assert compared(world, theirs, mine).reason == ticket_import.OTHER_KEY
    found = compared(world, nobodys, mine)
    assert (found.comparable, found.reason) == (False, ticket_import.KEY_UNKNOWN)
    assert (found.common, found.vanished, dict(found.changed)) == (None, None, {})
