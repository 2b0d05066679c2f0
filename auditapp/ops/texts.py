"""The cells behind text fields that print, so that typing can be saved as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.store.drafts import Cellref
from auditapp.store.op import natural_id

if TYPE_CHECKING:
    import uuid

    from auditapp.domain.vocabulary import Lang


def text_cell(audit_id: uuid.UUID, owner_id: uuid.UUID, field: str, lang: Lang, op: str) -> Cellref:
    """The cell of a printed text in one language; ``op`` names the step that it becomes."""
    return Cellref(
        table="text",
        row_id=natural_id(audit_id, "text", owner_id, field, lang.value),
        field="body",
        op=op,
        insert_with={"owner_id": owner_id, "field": field, "lang": lang.value},
    )
