"""What both formats say in the same words: how the figures came about, masking, adoption."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditapp.reports.ticket_wording import ticket_method_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditapp.reports.labels import Labels
    from auditapp.reports.model import Adoption, Criterion, Figure, ReportModel, SignOff

WHOLE, ANNEX = "whole", "Annex"
"""How cards say that they stand for a whole document, or for an annex of it."""


@dataclass(frozen=True, slots=True)
class MethodLine:
    """One line of the method: ``topic`` is a code of the texts, ``texts`` its paragraphs."""

    topic: str
    item: str
    texts: tuple[str, ...]


def method_lines(model: ReportModel, labels: Labels) -> Iterator[MethodLine]:
    """Everything that the method sheet and the method annex print, in order."""
    yield MethodLine("report.method.standing", "", labels.parts("report.method.guidance_only"))
    yield MethodLine("report.method.scoring", "", labels.parts("report.method.scoring_text"))
    yield MethodLine("report.method.masking", "", masking_text(model, labels))
    yield from _plan_lines(model, labels)
    for sentence in model.method.lines:
        yield MethodLine("report.method.lines", "", labels.said_parts(sentence))
    yield from _source_lines(model, labels)
    for topic, item, texts in ticket_method_lines(model.tickets, labels):
        yield MethodLine(topic, item, texts)
    for entry in model.method.ambiguities:
        choice = labels.flat(entry.choice, " ")
        texts = (*(piece.shown for piece in labels.pieces(entry.text)), f"→ {choice}")
        yield MethodLine("report.method.ambiguities", f"{entry.id} {entry.where}".strip(), texts)
    for check in model.method.checks:
        item = f"{labels.enum(check.stage)} · {labels.enum(check.kind)}"
        parts = labels.said_parts(check.text)
        texts = (*parts[:-1], f"{parts[-1]} ({check.count})")
        yield MethodLine("report.method.checks", item, texts)
    for sign_off in model.method.sign_offs:
        item = labels.enum(sign_off.stage)
        yield MethodLine("report.method.sign_offs", item, sign_off_texts(sign_off, labels))
    if model.header.head_hash:
        yield MethodLine("report.method.head_hash", "", (model.header.head_hash,))


def _plan_lines(model: ReportModel, labels: Labels) -> Iterator[MethodLine]:
    scope = model.scope
    for code, text in (
        ("report.scope.objectives", scope.objectives),
        ("report.scope.scope", scope.scope),
        ("report.scope.methods", scope.methods),
        ("report.scope.sampling", scope.sampling),
        ("report.scope.not_covered", scope.not_covered),
    ):
        if text:
            yield MethodLine(code, "", tuple(piece.shown for piece in labels.pieces(text)))
    yield from asking_lines(model, labels)


def asking_lines(model: ReportModel, labels: Labels) -> Iterator[MethodLine]:
    """Drafts in use, hours and questions, what the plan left out and why, and the profile."""
    asking = model.scope.asking
    for pack in model.method.packs:
        if pack.draft:
            said = labels.parts("report.scope.draft_pack", n=pack.lacking)
            yield MethodLine("report.scope.draft", f"{pack.id} v{pack.version}", said)
    for sentence in asking.figures:
        yield MethodLine("report.scope.hours", "", labels.said_parts(sentence))
    for left in asking.left_out:
        reason = labels.enum(left.reason)
        texts = (f"{reason} ({left.note})" if left.note else reason, ", ".join(left.questions))
        yield MethodLine("report.scope.left_out", f"{left.unit} · {len(left.questions)}", texts)
    for line in asking.profile:
        texts = (", ".join(labels.flat(value, " ") for value in line.values) or "–",)
        if line.hidden:
            texts = (*texts, *labels.parts("report.scope.hidden", n=line.hidden))
        yield MethodLine("report.scope.profile", labels.flat(line.name, " "), texts)
    if asking.by_answers:
        texts = labels.parts("report.scope.by_answers", n=asking.by_answers)
        yield MethodLine("report.scope.profile", "", texts)


def _source_lines(model: ReportModel, labels: Labels) -> Iterator[MethodLine]:
    for pack in model.method.packs:
        titles = tuple(piece.shown for piece in labels.pieces(pack.title))
        count = labels.say("report.method.pack_size", n=pack.questions)
        if pack.draft:
            count = f"{count} · {labels.say('report.scope.draft')}"
        texts = (*titles, count, *([f"SHA-256 {pack.sha256}"] if pack.sha256 else []))
        yield MethodLine("report.method.packs", f"{pack.id} v{pack.version}", texts)
    for criterion in model.criteria:
        titles = tuple(piece.shown for piece in labels.pieces(criterion.title))
        place = criterion_place(criterion, labels)
        force = labels.enum(criterion.force)
        texts = (*titles, " · ".join(part for part in (place, force) if part))
        yield MethodLine("report.method.criteria", criterion.id, texts)
    for adoption in model.method.adoptions:
        yield MethodLine(
            "report.method.adoption", adoption.standard, adoption_texts(adoption, labels)
        )


def criterion_place(criterion: Criterion, labels: Labels) -> str:
    """Source, number, version and article of a criterion in one line."""
    source = labels.flat(criterion.source, " / ")
    article = article_text(criterion.article, labels)
    parts = (source, criterion.number, criterion.version, article)
    return " · ".join(part for part in parts if part)


def article_text(article: str, labels: Labels) -> str:
    """A clause, article or annex as a reader writes it; a whole document says so."""
    if article == WHOLE:
        return labels.say("report.scope.whole")
    head, _, letter = article.partition(" ")
    return labels.say("report.scope.annex", letter=letter) if head == ANNEX else article


def masking_text(model: ReportModel, labels: Labels) -> tuple[str, ...]:
    """Whether personal data was replaced and how often, by kind."""
    if not model.masking.masked:
        return labels.parts("report.method.unmasked")
    sentences = labels.parts("report.method.masked", n=model.masking.total)
    kinds = [
        f"{labels.known(f'enum.MaskKind.{kind}', kind)}: {count}"
        for kind, count in model.masking.counts.items()
    ]
    return (*sentences, " · ".join(kinds)) if kinds else sentences


def adoption_texts(adoption: Adoption, labels: Labels) -> tuple[str, ...]:
    """The evidence that a standard was adopted: document, date, clauses and units."""
    return labels.parts(
        "report.method.adoption_text",
        document=labels.flat(adoption.document, " / "),
        date=labels.date(adoption.adopted_on),
        clauses=labels.joined(adoption.clauses) or "—",
        units=labels.joined(adoption.units) or "—",
    )


def sign_off_texts(sign_off: SignOff, labels: Labels) -> tuple[str, ...]:
    """Who signed, when, for which state, and whether it was edited afterwards."""
    day = labels.date(sign_off.signed_at.date() if sign_off.signed_at else None)
    texts = [f"{sign_off.person} · {day}"]
    if sign_off.covers_hash:
        texts.append(f"SHA-256 {sign_off.covers_hash}")
    if sign_off.edited_after:
        texts.extend(labels.parts("report.method.edited_after"))
    return tuple(texts)


def figure_notes(figure: Figure, labels: Labels, *, base: bool = True) -> tuple[str, ...]:
    """What a score needs said beside it, one paragraph per printed language.

    Its base (unless ``base`` is False), the worst unit, its caps, and whether it suffices.
    """
    notes: list[tuple[str, ...]] = []
    if base:
        counts = (figure.answered, figure.applicable, figure.not_conclusive)
        names = ("answered", "applicable", "not_conclusive")
        notes.append(labels.parts("report.score.base", **dict(zip(names, counts, strict=True))))
    if figure.worst is not None:
        share = labels.percent(figure.worst)
        notes.append(labels.parts("report.score.worst", unit=figure.worst_unit, share=share))
    notes.extend(labels.said_parts(cap) for cap in figure.caps)
    if figure.caps and figure.uncapped is not None and figure.uncapped != figure.value:
        share = labels.percent(figure.uncapped)
        notes.append(labels.parts("report.score.uncapped", share=share))
    if not figure.sufficient:
        notes.append(labels.parts("report.score.insufficient"))
    seps = labels.parts("report.score.separator")
    return tuple(sep.join(note[place] for note in notes) for place, sep in enumerate(seps) if notes)
