"""A made population of complaint tickets in canonical columns, for benchmarks; same each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditapp.tickets.database import Connection


def make_tickets(connection: Connection, count: int) -> None:
    """A table ``tickets`` of ``count`` rows: one year, 300,000 customers, some open, some late."""

    def part(salt: int, of: int) -> str:
        return f"CAST(hash(i * 7919 + {salt}) % {of} AS BIGINT)"

    def one_of(salt: int, *words: str) -> str:
        listed = ", ".join(f"'{word}'" for word in words)
        return f"[{listed}][1 + {part(salt, len(words))}]"

    def time(name: str, sql: str) -> str:
        return (
            f"{sql} AS {name}, 0::SMALLINT AS {name}__off, false AS {name}__bad, "
            f"false AS {name}__day"
        )

    received = f"TIMESTAMP '2025-01-01' + to_seconds(i * 31 + {part(1, 30)})"

    def after(salt: int, unit: str, most: int, *, least: int = 0, open_share: int = 0) -> str:
        sql = f"{received} + to_{unit}(CAST({least} + {part(salt, most)} AS INTEGER))"
        return f"CASE WHEN {part(salt + 100, open_share)} > 0 THEN {sql} END" if open_share else sql

    columns = [
        "i + 2 AS row_no",
        "'T' || i AS ticket_id",
        "false AS dup",
        f"md5(CAST({part(2, 300_000)} AS VARCHAR)) AS customer_key",
        f"{one_of(3, 'vip', 'standard', 'other')} AS customer_tier",
        f"'c' || {part(4, 12)} AS category_l1",
        f"'k' || {part(5, 40)} AS issue_key",
        f"{one_of(6, 'hotline', 'online', 'app', 'regulator', 'media', 'branch')} AS channel_in",
        f"{one_of(7, 'local', 'provincial', 'national')} AS origin_level",
        f"{part(8, 10)} = 0 AS is_urgent_type",
        "false AS is_urgent_type__bad",
        time("received_at", received),
        time("submitted_at", after(9, "minutes", 20)),
        time("dispatched_at", after(10, "minutes", 80, least=20)),
        time("first_reply_at", after(12, "minutes", 500, open_share=50)),
        time("effective_reply_at", after(14, "minutes", 900, open_share=20)),
        time("closed_at", after(16, "hours", 500, open_share=15)),
        time("decision_notified_at", after(18, "hours", 800, open_share=15)),
        time("followup_at", after(20, "hours", 900, open_share=3)),
        f"{one_of(21, 'yes', 'no', 'unreachable')} AS customer_accepts",
        f"{one_of(22, 'yes', 'no')} AS company_liable",
        f"{one_of(23, 'complaint', 'opinion')} AS final_class",
        f"{one_of(24, 'simple', 'complex', 'very_complex')} AS complexity",
        f"CASE WHEN {part(25, 30)} = 0 THEN 'A' END AS watch_class_system",
        f"'u' || {part(26, 30)} AS handler_unit",
        f"'rc' || {part(27, 25)} AS root_cause_code",
    ]
    listed = ",\n".join(columns)
    connection.execute(
        f"CREATE OR REPLACE TABLE tickets AS SELECT {listed} FROM range({count}) AS r(i)"
    )
