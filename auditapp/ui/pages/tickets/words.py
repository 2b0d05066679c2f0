"""What the tickets page calls things that the core has no sentence for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from auditapp.tickets.fields import Kind, Table

if TYPE_CHECKING:
    from auditapp.ui.context import AppContext

translate = QCoreApplication.translate


def table_name(table: Table | str) -> str:
    """A canonical table."""
    return {
        Table.TICKETS: translate("TicketWords", "Tickets"),
        Table.CONTACTS: translate("TicketWords", "Contacts"),
        Table.PAUSES: translate("TicketWords", "Pauses"),
        Table.SURVEYS: translate("TicketWords", "Surveys"),
        Table.CONTACT_SAMPLE: translate("TicketWords", "Contact sample"),
    }[Table(table)]


def table_hint(table: Table) -> str:
    """What a canonical table is for."""
    return {
        Table.TICKETS: translate("TicketWords", "The whole population, one row a ticket"),
        Table.CONTACTS: translate("TicketWords", "Every contact with the customer on a ticket"),
        Table.PAUSES: translate("TicketWords", "When the clock stood still, and why"),
        Table.SURVEYS: translate("TicketWords", "What customers said after it was closed"),
        Table.CONTACT_SAMPLE: translate(
            "TicketWords", "Calls, chats or letters of another source, for R-001"
        ),
    }[table]


def group_name(group: str) -> str:
    """A group of fields."""
    named = {
        "identity": translate("TicketWords", "Identity"),
        "intake": translate("TicketWords", "Intake"),
        "dispatch": translate("TicketWords", "Dispatch"),
        "handling": translate("TicketWords", "Handling"),
        "reply": translate("TicketWords", "Reply"),
        "outcome": translate("TicketWords", "Outcome"),
        "statutory": translate("TicketWords", "Statutory"),
        "followup": translate("TicketWords", "Follow-up"),
        "flags": translate("TicketWords", "Flags"),
        "learning": translate("TicketWords", "Learning"),
    }
    return named[group] if group in named else table_name(group)


def kind_name(kind: Kind) -> str:
    """What the values of a field are."""
    return {
        Kind.TEXT: translate("TicketWords", "Text"),
        Kind.CODE: translate("TicketWords", "Code"),
        Kind.FLAG: translate("TicketWords", "Yes or no"),
        Kind.NUMBER: translate("TicketWords", "Number"),
        Kind.TIME: translate("TicketWords", "Time"),
    }[kind]


def field_name(context: AppContext, field_id: str) -> str:
    """A canonical field in the window's language; the id where it has no name."""
    return context.texts.say(f"ticket_field.{field_id}")
