"""The independent twin: an audit file checked with sqlite3, json and hashlib alone.

Written from docs/audit-file.md, not from the program: nothing of auditapp is used to check. It is
slow and simple on purpose. What both find right, a stranger would find right.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path
from typing import Any

OUTSIDE = {"step", "change", "blob", "draft", "alembic_version"}
REMOVING = {"erase", "compact", "branch_copy"}


class Twin:
    """A checker of one file; ``faults`` says what is wrong."""

    def __init__(self, path: Path) -> None:
        self.faults: list[str] = []
        self.db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        self.folder = path.parent
        self.steps: dict[bytes, dict[str, Any]] = {}
        self.changes: dict[bytes, list[dict[str, Any]]] = {}
        self.past: dict[bytes, set[bytes]] = {}
        self.conflicts: set[tuple[str, bytes, str]] = set()
        self.erased = 0

    def check(self) -> list[str]:
        self.check_database()
        self.read_journal()
        self.check_steps()
        self.check_ancestry()
        self.check_tables()
        self.check_blobs()
        self.check_rest()
        self.db.close()
        return self.faults

    def rows(self, sql: str, *args: Any) -> list[dict[str, Any]]:
        cursor = self.db.execute(sql, args)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def fault(self, *words: object) -> None:
        self.faults.append(" ".join(w.hex() if isinstance(w, bytes) else str(w) for w in words))

    # -- the database

    def check_database(self) -> None:
        if self.db.execute("PRAGMA application_id").fetchone() != (0x41554449,):
            self.fault("application_id")
        if self.db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            self.fault("integrity_check")
        if self.db.execute("PRAGMA foreign_key_check").fetchall():
            self.fault("foreign_key_check")
        for row in self.rows("SELECT type, name FROM sqlite_master"):
            if row["type"] not in {"table", "index"}:
                self.fault("alien", row["type"], row["name"])

    # -- the journal

    def read_journal(self) -> None:
        for row in self.rows("SELECT * FROM step"):
            stored = row["parents"]
            row["parents"] = [stored[i : i + 32] for i in range(0, len(stored), 32)]
            self.steps[row["hash"]] = row
            self.changes[row["hash"]] = []
        for row in self.rows("SELECT * FROM change ORDER BY step, n"):
            if row["step"] not in self.steps:
                self.fault("change without step", row["step"])
                continue
            self.changes[row["step"]].append(row)

    def check_steps(self) -> None:
        sequences: dict[bytes, list[int]] = {}
        erased_cells: set[str] = set()
        for digest, step in self.steps.items():
            if self.hash_of(step) != digest:
                self.fault("hash", digest)
            if [row["n"] for row in self.changes[digest]] != list(range(len(self.changes[digest]))):
                self.fault("order of changes", digest)
            sequences.setdefault(step["writer_id"], []).append(step["seq"])
            for change in self.changes[digest]:
                for side in ("before", "after"):
                    if len(change[f"salt_{side}"]) == 32:
                        self.erased += 1
                        cell = f"{change['table']}:{change['row_id'].hex()}:{change['field']}"
                        erased_cells.add(cell)
        for writer, numbers in sequences.items():
            if sorted(numbers) != list(range(1, len(numbers) + 1)):
                self.fault("sequence", writer)
        for cell in erased_cells - self.named("cells", {"erase"}):
            self.fault("erased without a step", cell)

    def named(self, argument: str, ops: set[str]) -> set[str]:
        return {
            item
            for step in self.steps.values()
            if step["op"] in ops
            for item in json.loads(step["args"]).get(argument, [])
        }

    def hash_of(self, step: dict[str, Any]) -> bytes:
        def shown(value: bytes | None) -> str | None:
            return None if value is None else value.hex()

        body = {
            "actor": shown(step["actor_id"]),
            "args": json.loads(step["args"]),
            "at": step["at"],
            "changes": [
                [
                    change["table"],
                    change["row_id"].hex(),
                    change["kind"],
                    change["field"],
                    digest_of(change["salt_before"], change["before"]).hex(),
                    digest_of(change["salt_after"], change["after"]).hex(),
                ]
                for change in self.changes[step["hash"]]
            ],
            "format": 1,
            "gesture": shown(step["gesture"]),
            "op": step["op"],
            "parents": [parent.hex() for parent in step["parents"]],
            "revision": step["revision"],
            "seq": step["seq"],
            "undoes": shown(step["undoes"]),
            "writer": shown(step["writer_id"]),
        }
        text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(text.encode()).digest()

    def check_ancestry(self) -> None:
        waiting = set(self.steps)
        for digest, step in self.steps.items():
            if step["parents"] != sorted(step["parents"]):
                self.fault("order of parents", digest)
            for parent in step["parents"]:
                if parent not in self.steps:
                    self.fault("parent is missing", digest)
                    waiting.discard(digest)
        while waiting:
            ready = {d for d in waiting if not waiting & set(self.steps[d]["parents"])}
            if not ready:
                self.fault("circle")
                return
            for digest in ready:
                seen: set[bytes] = set()
                for parent in self.steps[digest]["parents"]:
                    seen |= self.past.get(parent, set()) | {parent}
                    if self.steps[parent]["at"] > self.steps[digest]["at"]:
                        self.fault("time runs backwards", digest)
                self.past[digest] = seen
            waiting -= ready

    def has_seen(self, later: bytes, earlier: bytes) -> bool:
        return earlier in self.past.get(later, set())

    # -- from the journal to the tables

    def check_tables(self) -> None:
        names = {
            row["name"] for row in self.rows("SELECT name FROM sqlite_master WHERE type='table'")
        }
        tables = sorted(name for name in names - OUTSIDE if not name.startswith("sqlite_"))
        told = self.replay(tables)
        for table in tables:
            columns = {row["name"]: row for row in self.rows(f'PRAGMA table_info("{table}")')}
            held = {row.pop("id"): row for row in self.rows(f'SELECT * FROM "{table}"')}
            if set(held) != set(told[table]):
                self.fault("rows of", table)
                continue
            for row_id, row in held.items():
                for name in set(row) | set(told[table][row_id]):
                    value, erased = told[table][row_id].get(name, (None, False))
                    found = row.get(name)
                    if erased and name in columns and columns[name]["notnull"] and found == "":
                        continue
                    if (type(found), found) != (type(value), value):
                        self.fault("cell", table, row_id, name)

    def replay(self, tables: list[str]) -> dict[str, dict[bytes, dict[str, tuple[Any, bool]]]]:
        keys: dict[str, dict[str, str]] = {
            table: {
                row["from"]: row["table"]
                for row in self.rows(f'PRAGMA foreign_key_list("{table}")')
            }
            for table in tables
        }
        events: dict[tuple[str, bytes], dict[bytes, str]] = {}
        writes: dict[tuple[str, bytes], dict[str, dict[bytes, tuple[Any, bool]]]] = {}
        for digest, listed in self.changes.items():
            for change in listed:
                row = (change["table"], change["row_id"])
                events.setdefault(row, {})[digest] = change["kind"]
                fields = writes.setdefault(row, {})
                if change["kind"] != "delete":
                    erased = len(change["salt_after"]) == 32
                    fields.setdefault(change["field"], {})[digest] = (change["after"], erased)
        rows = {
            row: {
                name: self.value(row, name, by_step, kinds) for name, by_step in writes[row].items()
            }
            for row, kinds in events.items()
        }
        existing = {row for row, kinds in events.items() if self.exists(kinds)}
        existing |= self.brought_back(set(rows) - existing, events, writes, keys)
        waiting = list(existing)
        while waiting:
            row = waiting.pop()
            for name, other in keys.get(row[0], {}).items():
                target = (other, rows[row].get(name, (None, False))[0])
                if target in rows and target not in existing:
                    existing.add(target)
                    waiting.append(target)
        found: dict[str, dict[bytes, dict[str, tuple[Any, bool]]]] = {name: {} for name in tables}
        for table, row_id in existing:
            found.setdefault(table, {})[row_id] = rows[table, row_id]
        self.conflicts = {cell for cell in self.conflicts if cell[:2] in existing}
        return found

    def unseen(self, candidates: set[bytes], covering: set[bytes]) -> set[bytes]:
        return {one for one in candidates if not any(self.has_seen(two, one) for two in covering)}

    def exists(self, kinds: dict[bytes, str]) -> bool:
        return any(kinds[step] != "delete" for step in self.unseen(set(kinds), set(kinds)))

    def brought_back(self, gone: set[Any], events: Any, writes: Any, keys: Any) -> set[Any]:
        referring: dict[Any, set[Any]] = {}
        for row, fields in writes.items():
            for name, other in keys.get(row[0], {}).items():
                for value, _ in fields.get(name, {}).values():
                    referring.setdefault((other, value), set()).add(row)
        back: set[Any] = set()
        for row in gone:
            deletions = self.unseen(set(events[row]), set(events[row]))
            closure: set[Any] = set()
            waiting = list(referring.get(row, ()))
            while waiting:
                other = waiting.pop()
                if other not in closure and other != row:
                    closure.add(other)
                    waiting += referring.get(other, ())
            touches = {s for one in closure for s, kind in events[one].items() if kind != "delete"}
            for touch in touches:
                if any(self.has_seen(deletion, touch) for deletion in deletions):
                    continue
                # A step that deleted the row itself is seen by that deletion, in effect.
                if touch in deletions:
                    continue
                if not all(self.has_seen(touch, deletion) for deletion in deletions):
                    back.add(row)
        return back

    def value(
        self,
        row: tuple[str, bytes],
        name: str,
        by_step: dict[bytes, tuple[Any, bool]],
        kinds: dict[bytes, str],
    ) -> tuple[Any, bool]:
        if (row[0], name) == ("counter", "last"):
            return max(value for value, _ in by_step.values()), False
        inserts = {step for step, kind in kinds.items() if kind == "insert"}
        heads = self.unseen(set(by_step), set(by_step) | inserts)
        standing = {step for step in heads if not by_step[step][1]}
        if not standing:
            return None, bool(heads)
        values = {(type(by_step[step][0]), by_step[step][0]) for step in standing}
        if len(values) > 1:
            self.conflicts.add((*row, name))
        latest = max(standing, key=lambda step: (self.steps[step]["at"], step))
        return by_step[latest][0], False

    # -- bytes, links, sign-offs, drafts, revision

    def check_blobs(self) -> None:
        digests: dict[str, Any] = {}
        numbers: dict[str, list[int]] = {}
        for row in self.rows("SELECT * FROM blob ORDER BY sha256, n"):
            digests.setdefault(row["sha256"], hashlib.sha256()).update(row["piece"])
            numbers.setdefault(row["sha256"], []).append(row["n"])
        written = {
            change["after"]
            for listed in self.changes.values()
            for change in listed
            if change["field"] in {"sha256", "original_sha256"}
        }
        for sha256, digest in digests.items():
            if digest.hexdigest() != sha256 or numbers[sha256] != list(range(len(numbers[sha256]))):
                self.fault("blob", sha256)
            if sha256 not in written:
                self.fault("blob that no step names", sha256)
        needed = {row["sha256"] for row in self.rows("SELECT sha256 FROM frozen_pack")}
        if self.rows("SELECT 1 FROM sqlite_master WHERE name = 'rule_exceptions'"):
            needed |= {row["sha256"] for row in self.rows("SELECT sha256 FROM rule_exceptions")}
        for row in self.rows("SELECT * FROM evidence WHERE storage = 'embedded'"):
            needed |= {row["sha256"], row["original_sha256"]}
        for sha256 in needed - {None} - set(digests) - self.named("blobs", REMOVING):
            self.fault("missing blob", sha256)

    def check_rest(self) -> None:
        for row in self.rows("SELECT * FROM evidence WHERE storage = 'linked'"):
            path = self.folder / row["path"]
            if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() != row["sha256"]:
                self.fault("linked file changed", row["number"])
        for row in self.rows("SELECT head FROM sign_off"):
            for head in row["head"].split("+"):
                if head and bytes.fromhex(head) not in self.steps:
                    self.fault("head of a sign-off", head)
        for row in self.rows('SELECT "table", field FROM draft'):
            columns = self.rows(f'PRAGMA table_info("{row["table"]}")')
            if row["field"] not in {column["name"] for column in columns}:
                self.fault("draft", row["table"], row["field"])
        parents = {parent for step in self.steps.values() for parent in step["parents"]}
        heads = set(self.steps) - parents
        stored = [row["version_num"] for row in self.rows("SELECT * FROM alembic_version")]
        if {self.steps[head]["revision"] for head in heads} != set(stored) or len(stored) != 1:
            self.fault("revision")


def digest_of(salt: bytes, value: Any) -> bytes:
    if len(salt) == 32 and value is None:
        return salt
    if value is None:
        encoded = b"n"
    elif isinstance(value, int):
        encoded = b"i" + str(value).encode()
    elif isinstance(value, str):
        encoded = b"t" + value.encode()
    else:
        assert isinstance(value, bytes)
        encoded = b"b" + value
    return hashlib.sha256(salt + encoded).digest()


# -- the twin at work


def test_stored_old_file_holds() -> None:
    assert Twin(Path(__file__).parents[1] / "data" / "audit-rev0001.audit").check() == []
