"""The model's own figures, its languages, and masking over all its texts."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from auditapp.domain import masking as domain_masking
from auditapp.domain.vocabulary import ActionState, FindingState, Grade, Lang
from auditapp.errors import UserError
from auditapp.reports.bilingual import bilingual
from auditapp.reports.labels import labels_for
from auditapp.reports.masking import mask_model
from auditapp.reports.model import ReportModel
from auditapp.reports.output import Options, refuse_missing
from auditapp.reports.walk import MissingPrint, map_texts, missing_texts
from tests.unit.reports.sample import empty_model, sample_model

PHONE = "13800138000"
IDENTITY = "11010519491231002X"


def test_findings_print_gravest_first_and_without_the_withdrawn() -> None:
    model = sample_model(findings=10)
    withdrawn = dataclasses.replace(model.findings[0], state=FindingState.WITHDRAWN)
    model = dataclasses.replace(model, findings=(withdrawn, *model.findings[1:]))
    grades = [finding.grade for finding in model.standing_findings]
    assert grades == sorted(grades, key=list(Grade).index)
    assert withdrawn not in model.standing_findings
    assert sum(model.count_by_grade().values()) == 9
    assert {f.grade for f in model.good_practice} == {Grade.GOOD_PRACTICE}


def test_an_action_is_overdue_only_while_it_is_to_be_done() -> None:
    model = sample_model(findings=3)
    action = dataclasses.replace(
        model.actions[0], due=date(2026, 11, 19), done=None, state=ActionState.ACCEPTED
    )
    assert model.overdue(action)
    assert not model.overdue(dataclasses.replace(action, due=model.as_of))
    assert not model.overdue(dataclasses.replace(action, state=ActionState.IMPLEMENTED))
    assert not model.overdue(dataclasses.replace(action, state=ActionState.CANCELLED))
    assert not model.overdue(dataclasses.replace(action, done=date(2026, 12, 1)))


def test_missing_texts_are_listed_with_their_place() -> None:
    model = sample_model(findings=2)
    assert missing_texts(model, (Lang.ZH, Lang.EN)) == ()
    one = dataclasses.replace(model.findings[0], cause=bilingual(zh="原因"))
    model = dataclasses.replace(model, findings=(one, model.findings[1]))
    where = MissingPrint("finding", one.final_number, "cause", Lang.EN)
    assert missing_texts(model, (Lang.ZH, Lang.EN)) == (where,)
    assert missing_texts(model, (Lang.ZH,)) == ()


def test_an_export_with_missing_texts_is_refused_unless_allowed() -> None:
    model = empty_model()
    with pytest.raises(UserError) as caught:
        refuse_missing(model, Options((Lang.EN,)))
    assert caught.value.code == "report_texts_missing"
    assert caught.value.args_by_name["n"] == 2
    refuse_missing(model, Options((Lang.EN,), allow_main=True))


def test_a_text_that_stands_in_is_marked() -> None:
    labels = labels_for((Lang.EN,))
    pieces = labels.pieces(bilingual(zh="空审核"))
    assert [piece.shown for piece in pieces] == ["空审核 [Chinese only]"]
    both = labels_for((Lang.ZH, Lang.EN))
    assert both.flat(bilingual(zh="甲", en="A")) == "甲\nA"
    assert "仅有" in both.flat(bilingual(en="A", main=Lang.EN))


def plant(model: ReportModel, secret: str) -> ReportModel:
    """The model with a secret at the end of every text that is not a code."""

    def rule(text: str) -> str:
        return f"{text} {secret}"

    planted = map_texts(model, rule)
    assert isinstance(planted, ReportModel)
    return planted


def test_masking_reaches_every_text_and_counts_it() -> None:
    model = plant(sample_model(findings=5), f"{PHONE} {IDENTITY} 张晓明")
    assert repr(model).count(PHONE) > 100
    masked = mask_model(model, domain_masking.rule(), ["张晓明"])
    text = repr(masked)
    assert PHONE not in text
    assert IDENTITY not in text
    assert "张晓明" not in text
    planted = repr(model).count(IDENTITY)
    assert masked.masking.masked
    assert masked.masking.counts["identity"] == planted
    assert masked.masking.counts["name"] == planted


def test_masking_leaves_codes_alone() -> None:
    model = sample_model(findings=5)
    digits = dataclasses.replace(model.evidence[0], sha256="13800138000" * 5, note="")
    model = dataclasses.replace(model, evidence=(digits, *model.evidence[1:]))
    masked = mask_model(model, domain_masking.rule())
    assert masked.evidence[0].sha256 == "13800138000" * 5
    assert masked.header == model.header
    assert [f.number for f in masked.findings] == [f.number for f in model.findings]
