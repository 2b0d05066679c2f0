"""Maturity: a gap stops the climb; the weakest domain holds the whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.domain.maturity import MaturityDomain, MaturityLevel, level_of, overall
from auditapp.domain.vocabulary import Lang
from auditapp.texts import load


def test_twelve_domains_five_levels() -> None:
    assert len(MaturityDomain) == 12
    assert [level.value for level in MaturityLevel] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("met", "level"),
    [
        ((), 1),
        ((1,), 1),
        ((2,), 2),
        ((1, 2, 3), 3),
        ((2, 4, 5), 2),
        ((3, 4, 5), 1),
        ((2, 3, 4, 5), 5),
    ],
)
def test_a_gap_stops_the_climb(met: tuple[int, ...], level: int) -> None:
    assert level_of([MaturityLevel(n) for n in met]) == level


@given(st.sets(st.sampled_from(MaturityLevel)), st.sampled_from(MaturityLevel))
def test_meeting_more_never_lowers(met: set[MaturityLevel], more: MaturityLevel) -> None:
    assert level_of(met | {more}) >= level_of(met)


def test_overall() -> None:
    levels = dict.fromkeys(MaturityDomain, MaturityLevel.DEFINED)
    levels[MaturityDomain.TIMELINESS] = MaturityLevel.REPEATABLE
    levels[MaturityDomain.CAPACITY] = MaturityLevel.REPEATABLE
    whole = overall({**levels, MaturityDomain.REMEDY: None})
    assert whole.level is MaturityLevel.REPEATABLE
    assert whole.weakest == (MaturityDomain.CAPACITY, MaturityDomain.TIMELINESS)
    assert whole.unrated == (MaturityDomain.REMEDY,)


def test_nothing_rated_is_no_level() -> None:
    whole = overall({MaturityDomain.REMEDY: None})
    assert whole.level is None
    assert whole.weakest == ()
    assert len(whole.unrated) == 12


@pytest.mark.parametrize("lang", list(Lang))
def test_each_level_of_each_domain_is_described(lang: Lang) -> None:
    texts = load(lang)
    described = {
        texts.say(f"maturity.{domain}.{level.value}")
        for domain in MaturityDomain
        for level in MaturityLevel
    }
    assert len(described) == 60
