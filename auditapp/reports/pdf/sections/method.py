"""The method annex: how the figures came about, what was replaced, what was left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.reports import look
from auditapp.reports.pdf.blocks import SMALL, SMALL_STRONG, Labelled, Space, Stack, Style
from auditapp.reports.wording import method_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditapp.reports.pdf.blocks import Block
    from auditapp.reports.pdf.kit import Kit

# Printed in full in the scope section; the register's sheet has them beside the rest.
_ELSEWHERE = ("report.scope.", "report.method.criteria", "report.method.adoption")


def method_blocks(kit: Kit) -> Iterator[Block]:
    """The annex's blocks; characters that could not be printed are listed at its end."""
    yield kit.heading("method", "report.section.method")
    topic = ""
    for line in method_lines(kit.model, kit.labels):
        if line.topic.startswith(_ELSEWHERE):
            continue
        if line.topic != topic:
            topic = line.topic
            yield kit.subheading(topic, before=10)
        body = kit.paragraphs(line.texts, SMALL)
        if line.item:
            label = kit.prose(line.item, SMALL_STRONG)
            yield Labelled(label, body, 118, before=3)
        else:
            yield Stack([body], before=3)
    yield Space(2)
    if kit.faces.replaced:
        yield kit.subheading("report.method.replaced", before=10)
        codes = ", ".join(f"U+{ord(char):04X}" for char in sorted(kit.faces.replaced))
        body = kit.said("report.method.replaced_text", SMALL, codes=codes)
        yield body
    text = kit.labels.say("report.end")
    yield kit.prose(text, Style(7.5, 10, colour=look.MUTED, align="center"), before=24)
