"""Criteria by their source, names without a mark, and heat maps that keep a page to themselves."""

from __future__ import annotations

from dataclasses import replace

from auditapp.domain.vocabulary import Force, Lang
from auditapp.reports.bilingual import Bilingual, bilingual
from auditapp.reports.labels import labels_for
from auditapp.reports.model import Cell, Clause, Criterion, Figure
from auditapp.reports.walk import missing_texts
from tests.unit.reports.conftest import pdf_of
from tests.unit.reports.sample import Pictures, sample_model
from tests.unit.reports.test_report import page_texts

ISO = bilingual(zh="GB/T 19012-2019", en="ISO 10002:2018")


def card(article: str, force: Force) -> Criterion:
    title = bilingual(zh=f"条款{article}", en=f"Clause title {article}")
    return Criterion(f"c-{article}", title, force, version="2018", article=article, source=ISO)


def test_the_clauses_of_a_source_stand_in_one_row_by_force() -> None:
    model = sample_model(Pictures(), findings=2, evidence=2, answers=2, photos=0)
    cards = [card(it, Force.GUIDANCE) for it in ("4.10", "4.2", "Annex D")]
    cards.append(card("7.2", Force.ADOPTED_STANDARD))
    model = replace(model, criteria=tuple(cards))
    pages = " ".join(" ".join(page_texts(pdf_of(model, (Lang.EN,)))).split())
    assert "Guidance: 4.2, 4.10, Annex D" in pages
    assert "Adopted standard: 7.2" in pages
    assert "Clause title 4.2" not in pages
    chinese = " ".join(page_texts(pdf_of(model, (Lang.ZH,))))
    assert "附录D" in chinese


def test_a_name_is_never_missing_and_has_no_mark() -> None:
    name = Bilingual({Lang.ZH: "客户投诉管理办法"}, Lang.ZH, once=True, is_name=True)
    labels = labels_for((Lang.EN,))
    assert labels.flat(name) == "客户投诉管理办法"
    assert name.missing((Lang.ZH, Lang.EN)) == ()


def test_what_is_kept_once_has_its_mark_and_stops_no_export() -> None:
    said = Bilingual({Lang.ZH: "连续两周无遗漏"}, Lang.ZH, once=True)
    assert labels_for((Lang.EN,)).flat(said) != "连续两周无遗漏"
    model = sample_model(Pictures(), findings=1, evidence=1, answers=1, photos=0)
    before = missing_texts(model, (Lang.EN,))
    action = replace(model.actions[0], effectiveness_criterion=said)
    model = replace(model, actions=(action, *model.actions[1:]))
    assert len(missing_texts(model, (Lang.EN,))) <= len(before)


def test_a_map_of_fifty_clauses_stands_on_one_page() -> None:
    model = sample_model(Pictures(), findings=2, evidence=2, answers=2, photos=0)
    clauses = tuple(
        Clause(
            f"{head}.{number}", bilingual(zh=f"款{head}-{number}", en=f"Part {head}-{number}"), 2
        )
        for head in (4, 5, 6, 7, 8)
        for number in range(1, 10)
    )
    share = Figure(0.9, 0.9, (), 9, 10, 0)
    unit = model.header.units[0].code
    cells = tuple(Cell(clause.number, unit, share, share) for clause in clauses)
    scores = replace(model.scores, clauses=clauses, cells=cells)
    pages = page_texts(pdf_of(replace(model, scores=scores), (Lang.EN,)))
    holding = [
        text for text in pages if "Part 4-1" in text and "Part 8-9" in text and "clause" in text
    ]
    assert len(holding) == 2
