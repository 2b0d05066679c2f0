"""Migrations: a real second revision, run on a stored old file; one transaction or nothing."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
import sys
import uuid
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from auditapp.errors import UserError
from auditapp.store import driver, migrate
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.backup import Backups
from auditapp.store.models import Base
from auditapp.store.replay import replay
from auditapp.store.tables import read_tables
from auditapp.store.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[1] / "data"
OLD = DATA / "audit-rev0001.audit"
MIGRATIONS = Path(migrate.__file__).parent / "migrations"
NEXT = f"{int(migrate.HEAD_REVISION) + 1:04}"


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "old.audit"
    path.write_bytes(OLD.read_bytes())
    return path


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def plan_with(tmp_path: Path, body: str) -> migrate.Plan:
    """The shipped revisions and one more that does ``body``."""
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    (folder / "env.py").write_bytes((MIGRATIONS / "env.py").read_bytes())
    for source in (MIGRATIONS / "versions").glob("r*.py"):
        (folder / "versions" / source.name).write_bytes(source.read_bytes())
    (folder / "versions" / f"r{NEXT}.py").write_text(
        "from alembic import op\n"
        "import sqlalchemy as sa\n"
        f"revision, down_revision = '{NEXT}', '{migrate.HEAD_REVISION}'\n"
        "branch_labels = depends_on = None\n"
        f"def upgrade():\n{body}",
        encoding="utf-8",
    )
    return migrate.Plan(folder, (*migrate.REVISIONS, NEXT))


def test_models_are_the_head_revision() -> None:
    connection = driver.open_memory()
    migrate.upgrade(connection)
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    with engine.connect() as sa:
        context = MigrationContext.configure(sa, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    assert migrate.revision_of(connection) == migrate.HEAD_REVISION
    connection.close()


def test_created_file_has_the_tables_that_migrating_gives(tmp_path: Path) -> None:
    with AuditFile.create(tmp_path / "new.audit", Opening()) as audit, audit.raw_read() as made:
        shape = schema_of(made)
    with closing(driver.open_memory()) as migrated:
        migrate.upgrade(migrated)
        assert schema_of(migrated) == shape


def schema_of(connection: driver.Connection) -> dict[str, Any]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: (
            sorted(row[1:] for row in connection.execute(f"PRAGMA table_info('{name}')")),
            sorted(row[2:] for row in connection.execute(f"PRAGMA foreign_key_list('{name}')")),
            sorted(row[1:4] for row in connection.execute(f"PRAGMA index_list('{name}')")),
        )
        for (name,) in tables
    }


def test_revisions_known_without_alembic_are_alembics() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    found = tuple(reversed([one.revision for one in script.walk_revisions()]))
    assert found == migrate.REVISIONS
    assert script.get_current_head() == migrate.HEAD_REVISION


def test_every_older_revision_has_a_stored_file() -> None:
    for revision in migrate.REVISIONS[:-1]:
        stored = DATA / f"audit-rev{revision}.audit"
        assert stored.exists(), f"keep a file of revision {revision} before you add the next one"
        with closing(driver.open_reader(stored)) as connection:
            assert migrate.revision_of(connection) == revision
            journalled = connection.execute("SELECT count(*) FROM change").fetchone()
            assert journalled[0] > 50


def test_migrations_never_import_models() -> None:
    program = (
        "import sys\n"
        "from auditapp.store import driver, migrate\n"
        "before = set(sys.modules)\n"
        "migrate.upgrade(driver.open_memory())\n"
        "print([m for m in set(sys.modules) - before if m.startswith('auditapp')])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    loaded = done.stdout
    assert "models" not in loaded
    assert "migrations.columns" in loaded


def test_alembic_is_imported_only_when_due(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from auditapp.store.audit_file import AuditFile, Opening\n"
        "from auditapp.store import migrate\n"
        "with AuditFile.create(Path(sys.argv[1]), Opening()): pass\n"
        "print('alembic' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "b.audit")], capture_output=True, text=True
    )
    assert done.stdout == "False\n", done.stderr


def test_old_file_is_migrated_field_by_field(old_file: Path, tmp_path: Path) -> None:
    before = {row[0]: row for row in rows(old_file, "SELECT * FROM evidence")}
    names = [row[1] for row in rows(old_file, "PRAGMA table_info(evidence)")]
    others = {
        table: rows(old_file, f"SELECT * FROM {table} ORDER BY id")
        for table in ("audit", "person", "unit", "frozen_pack", "answer_evidence", "counter")
    }
    with AuditFile.open(old_file, Opening(backup_dir=tmp_path / "backups")) as audit:
        assert audit.audit_id.hex == "0192f0c45a007000800000000000a0d1"
    after = {row[0]: row for row in rows(old_file, "SELECT * FROM evidence")}
    new_names = [row[1] for row in rows(old_file, "PRAGMA table_info(evidence)")]
    assert set(new_names) - set(names) == {"holder", "second_source"}
    assert set(names) - set(new_names) == {"source"}
    for row_id, old_row in before.items():
        old = dict(zip(names, old_row, strict=True))
        new = dict(zip(new_names, after[row_id], strict=True))
        assert new.pop("holder") == old.pop("source") is not None
        assert new.pop("second_source") is None
        assert new == old
    for table, stored in others.items():
        assert rows(old_file, f"SELECT * FROM {table} ORDER BY id") == stored
    assert rows(old_file, "SELECT signature FROM sign_off") == [(None,)]
    assert rows(old_file, "SELECT version_num FROM alembic_version") == [(migrate.HEAD_REVISION,)]


def test_migration_is_a_step_that_the_journal_replays(old_file: Path) -> None:
    steps = rows(old_file, "SELECT hash FROM step")
    with AuditFile.open(old_file, Opening()) as audit, audit.raw_read() as connection:
        assert replay(connection).tables == read_tables(connection)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    new = rows(
        old_file,
        "SELECT op, args, actor_id, revision, hash FROM step WHERE revision = "
        f"'{migrate.HEAD_REVISION}' ORDER BY at",
    )
    assert [row[0] for row in new] == ["migrate", "answer.set_reason"]
    assert json.loads(new[0][1]) == {"from": "0001", "to": migrate.HEAD_REVISION}
    assert new[0][2] is None
    assert len(rows(old_file, "SELECT 1 FROM step")) == len(steps) + 2
    changes = rows(
        old_file,
        "SELECT c.field, c.kind, c.before, c.after FROM change c JOIN step s ON s.hash = c.step"
        " WHERE s.op = 'migrate' ORDER BY c.before, c.after",
    )
    assert changes == [
        ("holder", "update", None, "值班经理"),
        ("holder", "update", None, "营业厅公告栏"),
        ("source", "update", "值班经理", None),
        ("source", "update", "营业厅公告栏", None),
    ]


def test_file_of_the_second_revision_gets_empty_tables_for_tickets(tmp_path: Path) -> None:
    path = tmp_path / "second.audit"
    path.write_bytes((DATA / "audit-rev0002.audit").read_bytes())
    with closing(driver.open_reader(path)) as connection:
        before = read_tables(connection)
    with AuditFile.open(path, Opening()) as audit, audit.raw_read() as connection:
        after = read_tables(connection)
        assert replay(connection).tables == after
        assert verify(audit.path).problems == ()
    made = set(after) - set(before)
    assert {"population", "rule_result", "finding_result", "ticket_key"} <= made
    assert all(after[table] == {} for table in made)
    kept = {table: rows for table, rows in after.items() if table not in made | {"answer"}}
    assert kept == {table: rows for table, rows in before.items() if table != "answer"}
    # The draft that was left became a step of the answer, after the migration.
    steps = rows(path, "SELECT op, revision FROM step ORDER BY at DESC, seq DESC LIMIT 2")
    assert steps == [("answer.set_reason", "0004"), ("migrate", "0004")]


def test_file_of_the_third_revision_gets_empty_tables_for_what_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "third.audit"
    path.write_bytes((DATA / "audit-rev0003.audit").read_bytes())
    with closing(driver.open_reader(path)) as connection:
        before = read_tables(connection)
    with AuditFile.open(path, Opening()) as audit, audit.raw_read() as connection:
        after = read_tables(connection)
        assert replay(connection).tables == after
        assert verify(audit.path).problems == ()
    made = set(after) - set(before)
    assert made == {"profile_fact", "left_out", "capacity", "unit_volume", "taxonomy_value"}
    assert all(after[table] == {} for table in made)
    assert after["population"] == before["population"] != {}


def test_undo_stops_at_a_migration(old_file: Path) -> None:
    person = rows(old_file, "SELECT id FROM person")[0][0]
    with AuditFile.open(old_file, Opening()) as audit:
        actor = uuid.UUID(bytes=person)
        assert audit.undo(actor).value == "answer.set_reason"
        with pytest.raises(UserError, match="nothing_to_undo"):
            audit.undo(actor)


def test_reading_migrates_a_copy_in_memory(old_file: Path) -> None:
    before = sha256(old_file)
    with AuditFile.open_for_reading(old_file) as audit, audit.raw_read() as connection:
        holders = connection.execute("SELECT holder FROM evidence ORDER BY number").fetchall()
    assert holders == [("营业厅公告栏",), ("值班经理",)]
    assert sha256(old_file) == before
    assert [path.name for path in old_file.parent.iterdir()] == ["old.audit"]


def test_backup_is_made_before(old_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with AuditFile.open(old_file, Opening(backup_dir=folder)) as audit:
        backups = Backups(folder, audit.audit_id)
    saved = backups.available()
    assert [info.reason.value for info in saved] == ["migration"]
    target = tmp_path / "again.audit"
    assert backups.assemble(saved[0], target) == []
    for table in ("evidence", "step", "change", "blob", "draft", "alembic_version"):
        assert rows(target, f"SELECT * FROM {table}") == rows(OLD, f"SELECT * FROM {table}")


def test_newer_file_is_refused(old_file: Path) -> None:
    with closing(sqlite3.connect(old_file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = sha256(old_file)
    for opening in (lambda: AuditFile.open(old_file, Opening()), reading(old_file)):
        with pytest.raises(UserError, match="newer_file"):
            opening()
    assert sha256(old_file) == before
    assert [path.name for path in old_file.parent.iterdir()] == ["old.audit"]


def reading(path: Path) -> Any:
    return lambda: AuditFile.open_for_reading(path)


@pytest.mark.parametrize("statement", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_file_without_revision_is_damaged(old_file: Path, statement: str) -> None:
    with closing(sqlite3.connect(old_file)) as connection:
        connection.execute(statement)
        connection.commit()
    with pytest.raises(UserError, match="file_damaged"):
        AuditFile.open(old_file, Opening())


HALF_WAY = """
    op.add_column('answer', sa.Column('extra', sa.String(), nullable=True))
    op.execute("UPDATE answer SET note = 'gone'")
    op.execute("UPDATE evidence SET body = hex(randomblob(4000000))")
    raise RuntimeError('half-way')
"""


def test_revision_that_fails_half_way_leaves_the_file_byte_identical(
    old_file: Path, tmp_path: Path
) -> None:
    before = sha256(old_file)
    connection = driver.open_writer(old_file)
    with pytest.raises(UserError, match="migration_failed"):
        migrate.upgrade_file(
            connection, old_file, tmp_path / "b", plan=plan_with(tmp_path, HALF_WAY)
        )
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    connection.close()
    assert sha256(old_file) == before


BEHIND_OUR_BACK = """
    op.execute("UPDATE answer SET note = 'gone'")
    op.execute("COMMIT")
    op.execute("DELETE FROM answer_evidence")
    raise RuntimeError('half-way')
"""


def test_what_a_failing_revision_committed_is_put_back(old_file: Path, tmp_path: Path) -> None:
    connection = driver.open_writer(old_file)
    with pytest.raises(UserError, match="migration_failed"):
        migrate.upgrade_file(
            connection, old_file, tmp_path / "b", plan=plan_with(tmp_path, BEHIND_OUR_BACK)
        )
    connection.close()
    for table in ("answer", "answer_evidence", "step", "change", "blob", "alembic_version"):
        assert rows(old_file, f"SELECT * FROM {table}") == rows(OLD, f"SELECT * FROM {table}")
    assert not list(tmp_path.glob("*.restored"))
    AuditFile.open(old_file, Opening()).close()


BREAKS_A_REFERENCE = """
    op.execute("DELETE FROM unit")
"""


def test_migration_that_breaks_references_is_not_committed(old_file: Path, tmp_path: Path) -> None:
    before = sha256(old_file)
    plan = plan_with(tmp_path, BREAKS_A_REFERENCE)
    with (
        closing(driver.open_writer(old_file)) as connection,
        pytest.raises(UserError, match="migration_failed"),
    ):
        migrate.upgrade_file(connection, old_file, None, plan=plan)
    assert sha256(old_file) == before


CONVERTS = """
    op.add_column('answer', sa.Column('effort', sa.Integer(), nullable=False, server_default='3'))
    op.execute("UPDATE unit SET weight = weight * 100")
"""


def test_new_default_and_converted_value_are_journalled(old_file: Path, tmp_path: Path) -> None:
    with closing(driver.open_writer(old_file)) as connection:
        migrate.upgrade_file(connection, old_file, None, plan=plan_with(tmp_path, CONVERTS))
        assert replay(connection).tables == read_tables(connection)
        found = connection.execute(
            "SELECT c.field, c.before, c.after FROM change c JOIN step s ON s.hash = c.step"
            f" WHERE s.revision = '{NEXT}' AND c.field IN ('effort', 'weight') ORDER BY 1"
        ).fetchall()
    assert found == [("effort", None, 3), ("weight", 1, 100)]


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with caplog.at_level("CRITICAL"):
        yield
