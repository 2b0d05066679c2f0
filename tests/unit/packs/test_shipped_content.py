"""The checklists as shipped: valid, complete, bilingual, and frozen without loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import Lang, Result
from auditapp.packs.coverage import counts, coverage
from auditapp.packs.freeze import freeze, thaw
from auditapp.packs.problems import sentence
from auditapp.packs.reading import check_root
from auditapp.texts import load
from tests.unit.packs.sample import REAL

if TYPE_CHECKING:
    from auditapp.packs.content import Library
    from auditapp.packs.reading import CheckReport

# The least questions of P01 to P20 (domain dossier 6.1), and the most core ones of the first two.
LEAST = (120, 30, 20, 52, 18, 40, 24, 58, 32, 36, 28, 42, 46, 26, 30, 26, 36, 20, 18, 32)
SIZES = {f"P{number:02}": least for number, least in enumerate(LEAST, start=1)}
MOST_CORE = {"P01": 60, "P02": 30}
# The clauses of ISO 10002:2018 that a full process audit asks about.
CLAUSES = {f"4.{number}" for number in range(1, 16)} | {f"5.{number}" for number in range(1, 5)}
CLAUSES |= {f"6.{number}" for number in range(1, 5)} | {f"7.{number}" for number in range(1, 10)}
CLAUSES |= {f"8.{number}" for number in range(1, 8)}


@pytest.fixture(scope="module")
def report() -> CheckReport:
    return check_root(REAL)


@pytest.fixture(scope="module")
def library(report: CheckReport) -> Library:
    return report.library


def test_nothing_is_wrong_not_even_a_warning(report: CheckReport) -> None:
    texts = load(Lang.EN)
    assert [sentence(problem, texts) for problem in report.problems] == []


def test_each_pack_folder_became_a_pack_of_its_size(library: Library) -> None:
    folders = sorted(folder.name for folder in (REAL / "packs").iterdir() if folder.is_dir())
    assert [pack.id for pack in library.packs] == folders
    for pack in library.packs:
        figures = counts(pack)
        assert figures.questions >= SIZES[pack.id]
        assert 0 < figures.core <= MOST_CORE.get(pack.id, figures.questions // 2)


def test_every_clause_and_principle_is_asked_about(library: Library) -> None:
    table = coverage([library.pack("P01")], library.criteria)
    asked = {row.id.removeprefix("iso10002-2018-") for row in table.clauses if row.questions}
    assert asked >= CLAUSES
    assert [row.id for row in table.principles if not row.questions] == []


def test_every_question_can_end_in_a_nonconformity_and_in_conformity(library: Library) -> None:
    for pack in library.packs:
        for question in pack.questions:
            first = question.rating.band_for(0)
            departed = question.rating.band_for(0.01)
            assert first is not None
            assert departed is not None
            assert first.result is Result.CONFORMING
            assert departed.result in (Result.MINOR, Result.MAJOR)


def test_every_stratum_has_a_name_in_both_languages(library: Library) -> None:
    strata = {
        stratum
        for pack in library.packs
        for question in pack.questions
        if question.sampling is not None
        for stratum in question.sampling.strata
    }
    texts = load(Lang.ZH)
    assert [it for it in sorted(strata) if not texts.has(f"stratum.{it}")] == []


def test_the_sample_questions_of_the_dossier_are_there(library: Library) -> None:
    ids = library.pack("P01").by_id.keys()
    assert ids >= {"P01-7.2-03", "P01-4.7-02", "P01-4.5-01", "P01-7.9-01"}


def test_every_pack_survives_freezing(library: Library) -> None:
    for pack in library.packs:
        frozen = freeze(pack, library.criteria)
        thawed = thaw(frozen)
        assert thawed.pack == pack
        assert freeze(thawed.pack, thawed.cards) == frozen
