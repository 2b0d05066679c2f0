"""Frozen packs: canonical bytes, identity, thawing without pydantic, what changed since."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditapp.domain.vocabulary import (
    Force,
    Prepare,
    QuestionScope,
    QuestionType,
    Result,
    Sector,
)
from auditapp.errors import UserError
from auditapp.packs import codec
from auditapp.packs.content import (
    Band,
    Bilingual,
    BilingualList,
    CardKind,
    CriterionCard,
    Jurisdiction,
    MeasureUnit,
    Pack,
    Question,
    Rating,
    Sampling,
    SamplingMethod,
)
from auditapp.packs.fingerprint import QuestionChange, compare, fingerprint
from auditapp.packs.freeze import freeze, identity, thaw

if TYPE_CHECKING:
    from tests.unit.packs.sample import Checklists

words = st.text(min_size=1, max_size=20).filter(
    lambda it: not any("\ud800" <= c <= "\udfff" for c in it)
)
texts = st.builds(Bilingual, words, words)
lists = st.builds(
    BilingualList,
    st.lists(words, max_size=3).map(tuple),
    st.lists(words, max_size=3).map(tuple),
)
numbers = st.none() | st.integers(0, 100) | st.integers(0, 400).map(lambda it: it / 4)
bands = st.builds(Band, st.sampled_from(Result), texts, numbers, numbers, st.booleans())
ratings = st.builds(
    Rating,
    texts,
    st.sampled_from(MeasureUnit),
    st.lists(bands, max_size=4).map(tuple),
    st.none() | lists,
)
samplings = st.builds(
    Sampling,
    st.sampled_from(SamplingMethod),
    texts,
    st.none() | st.integers(1, 99),
    st.lists(words, max_size=2).map(tuple),
    st.none() | texts,
)
CARD_IDS = ("a-1", "b-2", "c-3")
questions = st.builds(
    Question,
    id=words,
    section=st.sampled_from(("7", "7.2", "8.1")),
    version=st.integers(1, 9),
    type=st.sampled_from(QuestionType),
    scope=st.sampled_from(QuestionScope),
    core=st.booleans(),
    prepare=st.sampled_from(Prepare),
    effort_question=st.integers(0, 90),
    effort_item=st.integers(0, 90),
    weight=st.integers(1, 5),
    na_allowed=st.booleans(),
    verified=st.booleans(),
    source=words,
    criteria=st.lists(st.sampled_from(CARD_IDS), max_size=3).map(tuple),
    q=texts,
    ask=texts,
    look_for=lists,
    evidence=lists,
    negative_test=texts,
    rating=ratings,
    tags=st.lists(words, max_size=2).map(tuple),
    auto_rule=st.none() | words,
    own_rule=st.none() | texts,
    sampling=st.none() | samplings,
)
CARDS = {
    name: CriterionCard(
        id=name,
        kind=CardKind.LAW,
        source=Bilingual("law", "法律"),
        issuer=Bilingual("issuer", "机关"),
        article="1",
        title=Bilingual("title", "标题"),
        paraphrase=Bilingual("text", "释义"),
        force=Force.LAW,
        jurisdiction=Jurisdiction.CN,
        sectors=(Sector.ALL,),
        edition="2013",
        verified=True,
        watch=False,
        in_force_since=date(2014, 3, 15) if name == "a-1" else None,
        replaced_by="b-2" if name == "c-3" else None,
    )
    for name in CARD_IDS
}


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    plain = {
        "id": draw(words),
        "version": draw(st.integers(1, 99)),
        "title": {"en": draw(words), "zh": draw(words)},
        "audience": {"en": "auditors", "zh": "审核员"},
        "description": {"en": "d", "zh": "说明"},
        "sectors": draw(st.lists(st.sampled_from([it.value for it in Sector]), max_size=3)),
        "sections": [{"id": it, "title": {"en": it, "zh": it}} for it in ("7", "7.2", "8.1")],
        "questions": [],
    }
    drawn = draw(st.lists(questions, max_size=4, unique_by=lambda it: it.id))
    return replace(codec.pack_of(plain), questions=tuple(drawn))


@settings(max_examples=150, deadline=None)
@given(packs())
def test_thaw_undoes_freeze_and_freeze_undoes_thaw(pack: Pack) -> None:
    frozen = freeze(pack, CARDS)
    thawed = thaw(frozen)
    assert thawed.pack == pack
    assert thawed.cards.keys() == {it for q in pack.questions for it in q.criteria}
    assert all(CARDS[name] == card for name, card in thawed.cards.items())
    assert freeze(thawed.pack, thawed.cards) == frozen
    assert thawed.sha256 == hashlib.sha256(frozen).hexdigest() == identity(frozen)


@settings(max_examples=50, deadline=None)
@given(packs())
def test_the_bytes_are_canonical(pack: Pack) -> None:
    frozen = freeze(pack, CARDS)
    plain = json.loads(frozen.decode("utf-8"))
    again = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert again.encode("utf-8") == frozen
    assert plain["format"] == 1
    assert [card["id"] for card in plain["criteria"]] == sorted(
        {it for q in pack.questions for it in q.criteria}
    )


def test_what_is_left_out_in_yaml_is_left_out_in_the_bytes(checklists: Checklists) -> None:
    library = checklists.check().library
    question = replace(
        library.packs[0].questions[0], tags=(), auto_rule=None, own_rule=None, sampling=None
    )
    plain = codec.put_question(question)
    assert {"tags", "auto_rule", "own_rule", "sampling"}.isdisjoint(plain)


def test_the_order_of_keys_in_the_file_does_not_matter(checklists: Checklists) -> None:
    library = checklists.check().library
    before = freeze(library.pack("T01"), library.criteria)
    checklists.change(checklists.part, "    core: true\n", "")
    checklists.change(checklists.part, "    version: 1\n", "    core: true\n    version: 1\n")
    checklists.change(checklists.part, "up_to: 3,", "up_to: 3.0,")
    library = checklists.check().library
    assert freeze(library.pack("T01"), library.criteria) == before


def test_a_changed_card_changes_the_identity(checklists: Checklists) -> None:
    library = checklists.check().library
    before = freeze(library.pack("T01"), library.criteria)
    checklists.change(checklists.cards, "are recorded on receipt", "are written down on receipt")
    library = checklists.check().library
    assert identity(freeze(library.pack("T01"), library.criteria)) != identity(before)


def test_a_cited_card_that_is_missing(checklists: Checklists) -> None:
    library = checklists.check().library
    with pytest.raises(UserError) as raised:
        freeze(library.pack("T01"), {})
    assert raised.value.code == "pack_card_missing"
    assert raised.value.args_by_name == {"pack": "T01", "card": "iso10002-2018-7.2"}


@pytest.mark.parametrize(
    "frozen",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b'{"format":1,"pack":{},"criteria":[]}',
        b'{"format":1,"pack":[],"criteria":{}}',
        b'{"format":1,"pack":null,"criteria":7}',
        b"[" * 100_000,
    ],
)
def test_damaged_bytes(frozen: bytes) -> None:
    with pytest.raises(UserError) as raised:
        thaw(frozen)
    assert raised.value.code == "pack_frozen_damaged"


def test_a_truncated_pack(checklists: Checklists) -> None:
    library = checklists.check().library
    frozen = freeze(library.pack("T01"), library.criteria)
    with pytest.raises(UserError) as raised:
        thaw(frozen[:-100])
    assert raised.value.code == "pack_frozen_damaged"


def test_a_format_of_a_later_program(checklists: Checklists) -> None:
    library = checklists.check().library
    frozen = freeze(library.pack("T01"), library.criteria)
    with pytest.raises(UserError) as raised:
        thaw(frozen.replace(b'"format":1', b'"format":4'))
    assert raised.value.code == "pack_frozen_newer"


def test_thawing_needs_neither_pydantic_nor_yaml(checklists: Checklists) -> None:
    library = checklists.check().library
    file = checklists.root / "frozen.json"
    file.write_bytes(freeze(library.pack("T01"), library.criteria))
    code = (
        "import sys, pathlib\n"
        "from auditapp.packs.freeze import freeze, thaw\n"
        "raw = pathlib.Path(sys.argv[1]).read_bytes()\n"
        "pack = thaw(raw)\n"
        "assert freeze(pack.pack, pack.cards) == raw\n"
        "assert not {'pydantic', 'yaml'} & set(sys.modules), 'heavy import'\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_what_changed_between_two_versions(checklists: Checklists) -> None:
    old = checklists.check().library.pack("T01")
    first, second = old.questions
    other_band = replace(first.rating.bands[2], up_to=5)
    rating = replace(first.rating, bands=(*first.rating.bands[:2], other_band))
    reworded = replace(first, q=Bilingual("Other words?", "换个问法？"))
    cases = [
        (first, QuestionChange.UNCHANGED),
        (replace(first, version=9), QuestionChange.UNCHANGED),
        (replace(first, weight=1), QuestionChange.DETAILS_CHANGED),
        (reworded, QuestionChange.REWORDED),
        (replace(first, rating=rating), QuestionChange.RATING_CHANGED),
        (replace(reworded, rating=rating), QuestionChange.RATING_CHANGED),
        (replace(first, own_rule=None), QuestionChange.RATING_CHANGED),
    ]
    for question, change in cases:
        new = replace(old, questions=(question, replace(second, id="T01-7.2-09")))
        assert compare(old, new) == {
            first.id: change,
            "T01-7.2-09": QuestionChange.ADDED,
            second.id: QuestionChange.REMOVED,
        }
    assert fingerprint(first) == fingerprint(replace(first, version=2))


def test_the_band_for_a_count(checklists: Checklists) -> None:
    rating = checklists.check().library.pack("T01").questions[0].rating
    counts = {
        0: Result.CONFORMING,
        0.5: Result.MINOR,
        1: Result.MINOR,
        3: Result.MINOR,
        3.1: Result.MAJOR,
        99: Result.MAJOR,
    }
    for count, result in counts.items():
        band = rating.band_for(count)
        assert band is not None
        assert band.result is result
    weak = rating.band_for(0, weak=True)
    assert weak is not None
    assert weak.result is Result.IMPROVEMENT
    worse = rating.band_for(1, aggravated=True)
    assert worse is not None
    assert worse.result is Result.MAJOR
    only_minor = replace(rating, bands=rating.bands[:2])
    assert only_minor.band_for(1) is None
