"""The canonical fields of complaint tickets: what an import writes and every rule reads.

Source: the project's domain dossier, section 3.1, with ``due_at``, ``on_time_flag``, ``unit``,
``status``, ``priority``, ``description``, ``consumer_disputes``, two durations and the two times
of R-014 added. Names in both languages: texts ``ticket_field.<id>``; other words: ``words.py``.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from auditapp.tickets.words import ALIASES, CODE_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(StrEnum):
    """How the values of a field are read and in which columns they are kept."""

    TEXT = "text"
    CODE = "code"
    FLAG = "flag"
    NUMBER = "number"
    TIME = "time"


class Table(StrEnum):
    """The canonical tables."""

    TICKETS = "tickets"
    CONTACTS = "contacts"
    PAUSES = "pauses"
    SURVEYS = "surveys"
    CONTACT_SAMPLE = "contact_sample"


@dataclass(frozen=True, slots=True)
class Field:
    """One canonical field.

    ``id`` is unique (side tables: ``contacts.at``), ``column`` is its name in its table.
    ``personal`` values are pseudonymised, ``free`` texts are scanned for numbers of persons.
    ``codes`` are the closed set of values, empty = any (categories). ``first`` ones are mapped
    first. ``unit`` is what a number means (``min``: durations are read as minutes).
    """

    id: str
    table: Table
    kind: Kind
    group: str
    personal: bool = False
    free: bool = False
    first: bool = False
    codes: tuple[str, ...] = ()
    code_set: str = ""
    unit: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def column(self) -> str:
        """The name of its column in the canonical table."""
        return self.id.rpartition(".")[2]


def plain(name: str) -> str:
    """A name as it is compared: NFKC, lower case, without blanks and signs."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


# A line is: id kind [marks] [set of codes]. Marks: 1 mapped first, p personal, f free text,
# m a duration in minutes.
_LINES: Final = """
# tickets identity
ticket_id text 1 -
parent_ticket_id text - -
customer_key text p1 -
customer_tier code - tier
key_account flag - -
issue_key text p -
unit code - -
# tickets intake
channel_in code 1 channel
origin_level code - level
acceptor_unit code - -
acceptor_id text p -
contact_id text - -
received_at time 1 -
recorded_at time - -
acknowledged_at time - -
category_l1 code 1 -
category_l2 code 1 -
category_l3 code 1 -
product code - -
description text f -
amount_disputed number - -
is_billing flag - -
is_urgent_type flag - -
priority code - -
cross_party code - cross
is_coverage flag - -
requested_remedy text f -
initial_rating code - -
# tickets dispatch
submitted_at time - -
review_result code - review
return_reason text f -
returned_at time - -
resubmitted_at time - -
dispatched_at time - -
dispatched_to code - -
transfer_count number - -
# tickets handling
handler_unit code - -
handler_id text p -
feedback_at time - -
fb_time flag - -
fb_process flag - -
fb_cause flag - -
fb_result flag - -
fb_handler flag - -
fb_reply_advice flag - -
fb_callback_advice flag - -
person_complained_about text p -
interim_solution_at time - -
cause_confirmed_at time - -
# tickets reply
agreed_reply_at time - -
long_limit_consent flag - -
due_at time - -
on_time_flag flag - -
first_reply_at time - -
effective_reply_at time - -
replier_unit code - -
replier_id text p -
reply_channel code - channel
reply_doc_id text - -
approved_by text p -
approved_at time - -
legal_reviewed flag - -
night_contact_ok flag - -
# tickets outcome
status code - status
customer_accepts code - accepts
consumer_disputes flag - -
company_liable code - liable
final_class code - class
resolved_on_site flag - -
closed_at time 1 -
close_reason text f -
recourse_informed flag - -
withdrawn_at time - -
comp_offered number - -
comp_paid_at time - -
response_minutes number m -
resolution_minutes number m -
# tickets statutory
complexity code - complexity
complexity_ground text f -
decision_notified_at time - -
notify_method code - channel
notify_proof text - -
extension_approved_by text p -
extension_notified_at time - -
new_facts_at time - -
review_requested_at time - -
review_decided_at time - -
# tickets followup
followup_type code - followup
followup_at time - -
followup_unit code - -
followup_result code - satisfied
# tickets flags
threat_escalation flag - -
prior_upgrade flag - -
b1_flag flag - -
watch_class_system code - watch
# tickets learning
root_cause_code code - -
deviation_type code - deviation
capa_id text - -
# contacts contacts
contacts.ticket_id text 1 -
contacts.at time 1 -
contacts.unit code - -
contacts.agent text p -
contacts.direction code - direction
contacts.purpose code - purpose
contacts.channel code - channel
contacts.consent flag - -
# pauses pauses
pauses.ticket_id text 1 -
pauses.from time 1 -
pauses.to time 1 -
pauses.reason code - -
# surveys surveys
surveys.ticket_id text 1 -
surveys.at time 1 -
surveys.result code 1 satisfied
# contact_sample contact_sample
contact_sample.contact_id text 1 -
contact_sample.customer_key text p1 -
contact_sample.at time 1 -
contact_sample.channel code - channel
contact_sample.is_complaint_by_auditor flag 1 -
"""


def _read(lines: str) -> Mapping[str, Field]:
    fields: dict[str, Field] = {}
    table, group = Table.TICKETS, ""
    for line in lines.strip().splitlines():
        if line.startswith("#"):
            table, group = Table(line.split()[1]), line.split()[2]
            continue
        name, kind, marks, codes = line.split()
        code_set = "" if codes == "-" else codes
        fields[name] = Field(
            name,
            table,
            Kind(kind),
            group,
            personal="p" in marks,
            free="f" in marks,
            first="1" in marks,
            codes=tuple(CODE_WORDS.get(code_set, ())),
            code_set=code_set,
            unit="min" if "m" in marks else "",
            aliases=tuple(ALIASES[name].split(",")),
        )
    return MappingProxyType(fields)


FIELDS: Final[Mapping[str, Field]] = _read(_LINES)
"""Every canonical field by id, in the order of the dossier."""


def fields_of(table: Table) -> tuple[Field, ...]:
    """The fields of one canonical table, in order."""
    return tuple(field for field in FIELDS.values() if field.table is table)
