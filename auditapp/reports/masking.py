"""Replacing names and numbers of persons in a whole report model, once for both formats."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import TYPE_CHECKING, Protocol, cast

from auditapp.reports.model import Masking, ReportModel
from auditapp.reports.walk import map_texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Mask(Protocol):
    """The rule of ``auditapp.domain.masking``: the masked text, and replacements by kind."""

    def __call__(self, text: str, names: Sequence[str], /) -> tuple[str, Mapping[str, int]]:
        """Mask one text."""
        ...


def mask_model(model: ReportModel, mask: Mask, names: Sequence[str] = ()) -> ReportModel:
    """The model with every text masked (design.md §8) and the replacements counted.

    Numbers, ids, hashes and the names of the audit team stay. A text that stands in several places
    is masked once and counted each time it prints.
    """
    counts: Counter[str] = Counter()
    known: dict[str, tuple[str, Mapping[str, int]]] = {}

    def rule(text: str) -> str:
        found = known.get(text)
        if found is None:
            found = known[text] = mask(text, names)
        counts.update(found[1])
        return found[0]

    masked = cast("ReportModel", map_texts(model, rule))
    kept = {kind: count for kind, count in sorted(counts.items()) if count}
    return dataclasses.replace(masked, masking=Masking(masked=True, counts=kept))
