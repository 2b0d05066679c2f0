"""R-001, every complaint is recorded: a contact sample of another source held against the tickets.

Source: the project's domain dossier, section 3.2. A sampled contact is matched if a ticket carries
its contact id, or if a ticket of the same customer was received within 24 hours of it; a ticket
merged into a parent counts as its parent. Sampling from the tickets themselves could never find a
complaint that was not recorded. The other way round, tickets of the sample's channels and days that
no contact stands behind are counted too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.errors import UserError
from auditapp.tickets.database import columns_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditapp.tickets.database import Connection

HOURS: Final = 24
ROWS: Final = 1000


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A sampled complaint without a ticket."""

    row_no: int
    contact: str
    at: str
    channel: str


@dataclass(frozen=True, slots=True)
class Matching:
    """Both ways. ``sampled``: contacts that the auditor called complaints.

    ``completeness`` = matched / sampled, None without any. ``tickets_looked_at`` are tickets of the
    sample's channels and days, ``tickets_without_contact`` those of them that match none of the
    source's contacts. ``by_customer_possible``: whether both sides name the customer.
    """

    sampled: int
    matched: int
    by_contact: int
    by_customer: int
    cannot_test: int
    unmatched: tuple[Unmatched, ...]
    tickets_looked_at: int
    tickets_without_contact: int
    by_customer_possible: bool
    sql: str

    @property
    def completeness(self) -> float | None:
        """The share of sampled complaints that were recorded."""
        return self.matched / self.sampled if self.sampled else None


def match(connection: Connection) -> Matching:
    """Hold the table ``contact_sample`` against ``tickets``, both ways.

    Raises UserError ``tickets_no_sample`` where no sample was imported with the tickets.
    """
    sample = columns_of(connection, "contact_sample")
    if not sample:
        raise UserError("tickets_no_sample")
    have = columns_of(connection, "tickets")
    by_contact = "contact_id" in sample and "contact_id" in have
    by_customer = {"customer_key", "at"} <= sample.keys() and {
        "customer_key",
        "received_at",
    } <= have.keys()
    # A plain name for the time: "at" is a word of SQL.
    moment = '"at"' if "at" in sample else "CAST(NULL AS TIMESTAMP)"
    connection.execute(
        f"CREATE OR REPLACE TEMP VIEW sampled AS SELECT *, {moment} AS moment FROM contact_sample"
    )
    sql = _verdicts(sample, have, by_contact=by_contact, by_customer=by_customer)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE r001 AS {sql}")
    counted = connection.execute(
        "SELECT count(*) FILTER (verdict <> 'cannot_test'), count(*) FILTER (verdict = 'pass'),"
        " count(*) FILTER (by_contact), count(*) FILTER (by_customer AND NOT by_contact),"
        " count(*) FILTER (verdict = 'cannot_test') FROM r001"
    ).fetchone()
    sampled, matched, contact, customer, cannot = counted or (0, 0, 0, 0, 0)
    looked, without = _back(
        connection, sample, have, by_contact=by_contact, by_customer=by_customer
    )
    return Matching(
        sampled=int(sampled),
        matched=int(matched),
        by_contact=int(contact),
        by_customer=int(customer),
        cannot_test=int(cannot),
        unmatched=_unmatched(connection, sample),
        tickets_looked_at=looked,
        tickets_without_contact=without,
        by_customer_possible=by_customer,
        sql=sql,
    )


def _verdicts(
    sample: Mapping[str, str], have: Mapping[str, str], *, by_contact: bool, by_customer: bool
) -> str:
    """One row per sampled complaint: row_no, by_contact, by_customer, verdict."""
    contact = (
        "s.contact_id IS NOT NULL AND EXISTS (SELECT 1 FROM tickets t"
        " WHERE t.contact_id = s.contact_id)"
        if by_contact
        else "false"
    )
    near = f"abs(date_diff('second', s.moment, t.received_at)) <= {HOURS * 3600}"
    customer = (
        "s.customer_key IS NOT NULL AND s.moment IS NOT NULL AND EXISTS (SELECT 1 FROM tickets t"
        f" WHERE t.customer_key = s.customer_key AND {near})"
        if by_customer
        else "false"
    )
    known = [name for name, on in (("contact_id", by_contact), ("customer_key", by_customer)) if on]
    testable = " OR ".join(f"s.{name} IS NOT NULL" for name in known) or "false"
    wanted = "WHERE s.is_complaint_by_auditor" if "is_complaint_by_auditor" in sample else ""
    return (
        "SELECT row_no, by_contact, by_customer, CASE WHEN by_contact OR by_customer THEN 'pass'"
        " WHEN testable THEN 'fail' ELSE 'cannot_test' END AS verdict FROM (SELECT s.row_no,"
        f" {contact} AS by_contact, {customer} AS by_customer, {testable} AS testable"
        f" FROM sampled s {wanted})"
    )


def _unmatched(connection: Connection, sample: Mapping[str, str]) -> tuple[Unmatched, ...]:
    contact = "coalesce(s.contact_id, '')" if "contact_id" in sample else "''"
    shift = "to_minutes(coalesce(s.at__off, 0))" if "at__off" in sample else "INTERVAL 0 MINUTE"
    at = "''"
    if "at" in sample:
        at = f"coalesce(strftime(s.moment + {shift}, '%Y-%m-%d %H:%M'), '')"
    channel = "coalesce(s.channel, '')" if "channel" in sample else "''"
    rows = connection.execute(
        f"SELECT s.row_no, {contact}, {at}, {channel} FROM sampled s JOIN r001 r"
        f" USING (row_no) WHERE r.verdict = 'fail' ORDER BY s.row_no LIMIT {ROWS}"
    ).fetchall()
    return tuple(Unmatched(int(n), str(one), str(when), str(by)) for n, one, when, by in rows)


def _back(
    connection: Connection,
    sample: Mapping[str, str],
    have: Mapping[str, str],
    *,
    by_contact: bool,
    by_customer: bool,
) -> tuple[int, int]:
    """Tickets of the sample's channels and days, and those of them without any contact."""
    if "at" not in sample or "received_at" not in have or not (by_contact or by_customer):
        return 0, 0
    tests = [
        (
            "t.received_at BETWEEN (SELECT min(moment) FROM sampled)"
            " AND (SELECT max(moment) FROM sampled)"
        )
    ]
    if "channel" in sample and "channel_in" in have:
        tests.append("t.channel_in IN (SELECT channel FROM sampled)")
    matches: list[str] = []
    if by_contact:
        matches.append("EXISTS (SELECT 1 FROM sampled s WHERE s.contact_id = t.contact_id)")
    if by_customer:
        near = f"abs(date_diff('second', s.moment, t.received_at)) <= {HOURS * 3600}"
        matches.append(
            f"EXISTS (SELECT 1 FROM sampled s WHERE s.customer_key = t.customer_key AND {near})"
        )
    row = connection.execute(
        f"SELECT count(*), count(*) FILTER (NOT ({' OR '.join(matches)}))"
        f" FROM tickets t WHERE {' AND '.join(tests)}"
    ).fetchone()
    return (0, 0) if row is None else (int(row[0]), int(row[1]))
