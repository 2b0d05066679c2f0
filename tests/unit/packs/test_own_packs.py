"""Packs of one's own: tailoring, locks, versions, bundles, and drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.packs import bundles, own_packs, tailoring
from auditapp.packs.fingerprint import QuestionChange, compare
from auditapp.packs.freeze import freeze, thaw
from auditapp.packs.library import load_library
from auditapp.packs.own_packs import PackHasFaults
from auditapp.packs.problems import PacksInvalid
from auditapp.packs.source import check_source, digest, read_source
from auditapp.packs.yaml_out import write_folder
from auditapp.texts import load
from tests.unit.packs.sample import Checklists

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.packs.content import Library
    from auditapp.packs.source import PackSource

ONE, TWO = "HQ01-7.2-01", "HQ01-7.2-02"
NEW = {"en": "Is there anything that nobody has asked before?", "zh": "是否有前所未问之事？"}


class Office:
    """The built-in sample, and a user's folder with a copy of its pack that is not yet saved."""

    def __init__(self, checklists: Checklists, root: Path) -> None:
        self.checklists = checklists
        self.root = root
        self.base = read_source(checklists.pack)
        self.copy = tailoring.copy_pack(self.base, "HQ01")

    @property
    def library(self) -> Library:
        return load_library(self.checklists.root, user_folder=self.root)

    def save(self, source: PackSource) -> PackSource:
        return own_packs.save_pack(self.root, source, self.library)


@pytest.fixture
def office(checklists: Checklists, tmp_path: Path) -> Office:
    return Office(checklists, tmp_path / "own")


def code_of(action: object, *arguments: object, **named: object) -> str:
    assert callable(action)
    with pytest.raises(UserError) as raised:
        action(*arguments, **named)
    load(Lang.ZH).error(raised.value)
    return raised.value.code


def test_a_copy_is_its_model_under_another_name(office: Office) -> None:
    assert office.copy.head["based_on"] == {
        "id": "T01",
        "version": 1,
        "sha256": digest(office.base),
    }
    back = tailoring.with_id(office.copy, "T01")
    assert back.parts == office.base.parts
    assert code_of(tailoring.copy_pack, office.base, "hq 1") == "pack_id_form"


def test_a_saved_copy_is_in_the_library_without_a_warning(office: Office) -> None:
    office.save(office.copy)
    library = office.library
    assert [pack.id for pack in library.packs] == ["HQ01", "T01"]
    assert library.left_out == ()
    (own,) = own_packs.list_own(office.root)
    assert own.source == office.copy


def test_conditions_follow_the_new_id(office: Office) -> None:
    condition = {
        "all": [{"answer": "T01-7.2-01", "is": ["minor"]}, {"answer": "P01-4-01", "is": ["minor"]}]
    }
    base = tailoring.change_question(office.base, "T01-7.2-02", {"shown_if": condition})
    question = tailoring.copy_pack(base, "HQ01").question(TWO)
    assert question is not None
    asked = [test["answer"] for test in question["shown_if"]["all"]]
    assert asked == [ONE, "P01-4-01"]


def test_edits_change_what_they_say_and_nothing_else(office: Office) -> None:
    edited = tailoring.reweight(office.copy, [ONE], 2)
    edited = tailoring.switch(edited, [TWO], off=True)
    saved = office.save(edited)
    pack = office.library.pack("HQ01")
    assert [question.id for question in pack.questions] == [ONE]
    assert pack.questions[0].weight == 2
    back = check_source(tailoring.with_id(saved, "T01"), office.library).pack
    assert back is not None
    assert compare(office.library.pack("T01"), back) == {
        "T01-7.2-01": QuestionChange.DETAILS_CHANGED,
        "T01-7.2-02": QuestionChange.REMOVED,
    }
    on = tailoring.switch(tailoring.reweight(saved, [ONE], 5), [TWO], off=False)
    assert on.parts == office.copy.parts


def test_versions_rise_with_content_and_only_then(office: Office) -> None:
    first = office.save(office.copy)
    assert office.save(first) == first
    second = office.save(tailoring.reweight(first, [ONE], 1))
    versions = [question["version"] for question in second.questions]
    assert (second.version, versions) == (2, [2, 1])
    assert own_packs.versions(office.root, "HQ01") == (1, 2)
    assert own_packs.load_version(office.root, "HQ01", 1) == first
    third = office.save(own_packs.load_version(office.root, "HQ01", 1))
    assert third.version == 3
    assert [question["weight"] for question in third.questions] == [5, 5]


def test_a_pack_with_errors_is_not_saved_and_nothing_is_written(office: Office) -> None:
    saved = office.save(office.copy)
    broken = tailoring.reweight(saved, [ONE], 9)
    with pytest.raises(PackHasFaults) as raised:
        office.save(broken)
    (fault,) = raised.value.faults
    assert (fault.question, fault.question_id, fault.key) == (0, ONE, "weight")
    assert own_packs.versions(office.root, "HQ01") == (1,)
    assert read_source(office.root / "packs" / "HQ01") == saved


def test_an_id_of_the_built_in_packs_is_refused(office: Office) -> None:
    assert code_of(office.save, office.base) == "pack_id_built_in"
    assert not (office.root / "packs").exists()


def test_a_new_question_takes_the_next_number_that_was_never_used(office: Office) -> None:
    values = {key: it for key, it in (office.copy.question(ONE) or {}).items() if key != "q"}
    source, third = tailoring.add_question(office.copy, "7.2", values | {"q": NEW}, after=ONE)
    assert third == "HQ01-7.2-03"
    assert [it["id"] for it in source.questions] == [ONE, third, TWO]
    saved = office.save(source)
    used = own_packs.ids_ever_used(office.root, "HQ01")
    assert code_of(tailoring.remove_question, saved, third, used=used) == "pack_switch_off_instead"
    less = tailoring.remove_question(saved, third)
    assert tailoring.add_question(less, "7.2", values, used=used)[1] == "HQ01-7.2-04"
    assert code_of(tailoring.add_question, saved, "9", values) == "pack_section_missing"


def test_questions_move_within_their_section(office: Office) -> None:
    moved = tailoring.move_question(office.copy, TWO, before=ONE)
    assert [it["id"] for it in moved.questions] == [TWO, ONE]
    assert tailoring.move_question(moved, TWO, before=None).parts == office.copy.parts
    wide = tailoring.add_section(office.copy, "8", {"en": "More", "zh": "其他"})
    wide, other = tailoring.add_question(wide, "8", {"q": NEW})
    assert code_of(tailoring.move_question, wide, ONE, before=other) == "pack_move_section"
    assert wide.parts[-1].name == "own.yaml"


def test_sections_are_added_renamed_moved_and_removed(office: Office) -> None:
    source = tailoring.add_section(office.copy, "6", {"en": "Plan", "zh": "策划"}, after="7")
    assert tailoring.section_ids(source) == ("7", "6", "7.2")
    source = tailoring.move_section(source, "6", before="7")
    source = tailoring.change_section(source, "6", {"en": "Planning", "zh": "策划"})
    assert source.head["sections"][0]["title"]["en"] == "Planning"
    assert tailoring.remove_section(source, "6").head == office.copy.head
    assert code_of(tailoring.remove_section, source, "7.2") == "pack_section_used"
    assert code_of(tailoring.add_section, source, "6", {}) == "pack_section_there"


def test_what_is_locked_can_be_edited_here_but_not_in_a_copy(office: Office) -> None:
    locked = tailoring.lock(office.copy, ["weight"])
    locked = tailoring.lock(locked, ["off", "order"], question_ids=[TWO])
    assert tailoring.reweight(locked, [ONE], 1) != locked
    branch = tailoring.copy_pack(office.save(locked), "BR01")
    assert tailoring.held_keys(branch, "BR01-7.2-01") == {"weight"}
    assert code_of(tailoring.reweight, branch, ["BR01-7.2-01"], 1) == "pack_held"
    assert code_of(tailoring.switch, branch, ["BR01-7.2-02"], off=True) == "pack_held"
    move = tailoring.move_question
    assert code_of(move, branch, "BR01-7.2-02", before="BR01-7.2-01") == "pack_held"
    again = tailoring.copy_pack(branch, "BR02")
    assert tailoring.held_keys(again, "BR02-7.2-02") == {"weight", "off", "order"}
    whole = tailoring.copy_pack(tailoring.lock(office.base, ["all"]), "BR03")
    assert "q" in tailoring.held_keys(whole, "BR03-7.2-01")
    assert code_of(tailoring.lock, branch, ["id"]) == "pack_not_lockable"


def test_locks_that_were_got_around_are_found(office: Office) -> None:
    base = tailoring.lock(office.base, ["weight"])
    copy = tailoring.copy_pack(base, "BR01")
    assert tailoring.broken_locks(copy, base) == ()
    question = dict(copy.questions[0]) | {"weight": 1}
    part = type(copy.parts[0])(copy.parts[0].name, "", (question, copy.questions[1]))
    assert tailoring.broken_locks(copy.with_parts((part,)), base) == (("BR01-7.2-01", "weight"),)


def test_locks_hold_when_a_copy_is_saved_however_it_was_changed(office: Office) -> None:
    model = office.save(tailoring.lock(office.copy, ["weight"]))
    branch = tailoring.copy_pack(model, "BR01")
    office.save(branch)
    head = {key: it for key, it in branch.head.items() if key != "held"}
    free = tailoring.reweight(type(branch)(head, branch.parts), ["BR01-7.2-01"], 1)
    assert code_of(office.save, free) == "pack_held"
    assert own_packs.versions(office.root, "BR01") == (1,)


def test_ids_sections_and_versions_cannot_be_changed(office: Office) -> None:
    for key in ("id", "section", "version", "held"):
        assert code_of(tailoring.change_question, office.copy, ONE, {key: 1}) == "pack_not_editable"
    assert code_of(tailoring.change_head, office.copy, {"id": "X"}) == "pack_not_editable"
    assert code_of(tailoring.change_question, office.copy, "X", {}) == "pack_question_missing"


def test_a_deleted_pack_leaves_its_versions(office: Office) -> None:
    office.save(office.copy)
    own_packs.delete_pack(office.root, "HQ01")
    assert own_packs.list_own(office.root) == ()
    assert own_packs.versions(office.root, "HQ01") == (1,)
    assert code_of(own_packs.delete_pack, office.root, "HQ01") == "pack_cannot_write"


def test_a_pack_that_cannot_be_read_is_listed_with_the_reason(office: Office) -> None:
    office.save(office.copy)
    (office.root / "packs" / "HQ01" / "pack.yaml").write_text("id: [", encoding="utf-8")
    (own,) = own_packs.list_own(office.root)
    assert own.source is None
    assert own.problems[0].code == "pack_yaml_broken"
    assert [pack.id for pack in office.library.packs] == ["T01"]


# -- bundles ------------------------------------------------------------------------------------


def test_a_bundle_arrives_as_it_left(office: Office, tmp_path: Path) -> None:
    saved = office.save(office.copy)
    sha256 = bundles.write_bundle(saved, office.library, tmp_path / "hq.yaml")
    bundle = bundles.read_bundle(tmp_path / "hq.yaml")
    assert (bundle.source, bundle.sha256) == (saved, sha256)
    assert [card.id for card in bundle.cards] == ["iso10002-2018-7.2"]


def test_a_bundle_brings_the_cards_that_are_new_here(office: Office, tmp_path: Path) -> None:
    sent = tmp_path / "hq.yaml"
    office.checklists.change(office.checklists.cards, "id: iso10002-2018-7.2", "id: own-rule-1")
    office.checklists.change(office.checklists.part, "[iso10002-2018-7.2]", "[own-rule-1]")
    office.checklists.change(office.checklists.part, "[iso10002-2018-7.2]", "[own-rule-1]")
    office.copy = tailoring.copy_pack(read_source(office.checklists.pack), "HQ01")
    bundles.write_bundle(office.copy, office.library, sent)
    there = Office(Checklists(tmp_path / "there"), tmp_path / "there-own")
    arrival = bundles.look_at(bundles.read_bundle(sent), there.library)
    assert [card.id for card in arrival.new_cards] == ["own-rule-1"]
    assert arrival.checked.errors == ()
    own_packs.import_arrival(there.root, arrival, there.library)
    library = there.library
    assert library.left_out == ()
    assert library.criteria["own-rule-1"].in_force_since is not None
    # The same pack under another id, beside it: nothing new comes with it.
    again = bundles.look_at(bundles.read_bundle(sent), library)
    assert (again.taken, again.new_cards, again.other_cards) == (True, (), ())
    own_packs.import_arrival(there.root, again, library, as_id="HQ02")
    assert [pack.id for pack in there.library.packs] == ["HQ01", "HQ02", "T01"]


def test_a_bundle_with_errors_leaves_nothing_behind(office: Office, tmp_path: Path) -> None:
    broken = tailoring.reweight(office.copy, [ONE], 9)
    bundles.write_bundle(broken, office.library, tmp_path / "x.yaml")
    arrival = bundles.look_at(bundles.read_bundle(tmp_path / "x.yaml"), office.library)
    assert arrival.checked.errors
    with pytest.raises(PackHasFaults):
        own_packs.import_arrival(office.root, arrival, office.library)
    assert not office.root.exists()


def test_a_bundle_cannot_name_files_outside_its_folder(office: Office, tmp_path: Path) -> None:
    part = type(office.base.parts[0])("../../evil.yaml", "", office.copy.questions)
    head = office.copy.head | {"id": "../../evil"}
    for source in (office.copy.with_parts((part,)), type(office.copy)(head, office.copy.parts)):
        bundles.write_bundle(source, office.library, tmp_path / "x.yaml")
        arrival = bundles.look_at(bundles.read_bundle(tmp_path / "x.yaml"), office.library)
        with pytest.raises(PackHasFaults):
            own_packs.import_arrival(office.root, arrival, office.library)
    assert not office.root.exists()
    assert list(tmp_path.rglob("*evil*")) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("weight: 5", "weight: 4", "pack_bundle_changed"),
        ("format: 1", "format: 2", "pack_bundle_newer"),
        ("bundle:", "bundel:", "pack_bundle_not"),
        ("\nparts:", "\nparts: 3 #", "packs_invalid"),
        ("    heading", "    heading: x\n    heading", "packs_invalid"),
    ],
)
def test_a_bundle_that_was_changed_is_refused(
    office: Office, tmp_path: Path, old: str, new: str, code: str
) -> None:
    path = tmp_path / "x.yaml"
    text, _ = bundles.bundle_text(office.copy, office.library)
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert code_of(bundles.read_bundle, path) == code


# -- drafts -------------------------------------------------------------------------------------


def as_draft(office: Office, *, drop: tuple[str, ...]) -> PackSource:
    source = tailoring.change_head(office.copy, {"status": "draft"})
    return tailoring.change_question(source, ONE, dict.fromkeys(drop))


def test_a_draft_lacks_parts_and_says_which(office: Office) -> None:
    drop = ("rating", "negative_test", "ask", "criteria", "effort", "sampling", "type")
    saved = office.save(
        tailoring.change_question(as_draft(office, drop=drop), ONE, {"q": {"zh": "仅中文？"}})
    )
    library = office.library
    assert library.left_out == ()
    pack = library.pack("HQ01")
    first, second = pack.questions
    assert pack.draft
    assert set(first.missing) == {*drop[:5], "type", "q.en"}
    assert (first.q.en, first.ask.zh, first.rating.bands) == ("仅中文？", "", ())
    assert second.missing == ()
    told = [(it.code, it.warning) for it in check_source(saved, library).faults]
    assert told == [("pack_question_lacks", True)]


def test_a_draft_is_frozen_only_when_accepted_and_keeps_its_mark(office: Office) -> None:
    office.save(as_draft(office, drop=("rating",)))
    pack, cards = office.library.pack("HQ01"), office.library.criteria
    assert code_of(freeze, pack, cards) == "pack_is_draft"
    frozen = thaw(freeze(pack, cards, accept_draft=True))
    assert frozen.pack == pack
    assert frozen.pack.draft


def test_what_a_draft_has_must_be_right(office: Office) -> None:
    draft = as_draft(office, drop=("rating",))
    wrong = tailoring.change_question(draft, TWO, {"weight": 7, "criteria": ["nowhere-1"]})
    with pytest.raises(PackHasFaults) as raised:
        office.save(wrong)
    assert {it.key for it in raised.value.faults} == {"weight"}


def test_a_draft_becomes_complete_when_nothing_is_missing(office: Office) -> None:
    draft = office.save(as_draft(office, drop=("rating",)))
    done = tailoring.change_head(draft, {"status": "complete"})
    with pytest.raises(PackHasFaults):
        office.save(done)
    rating = office.base.questions[0]["rating"]
    saved = office.save(tailoring.change_question(done, ONE, {"rating": rating}))
    assert not office.library.pack("HQ01").draft
    assert saved.version == 2


def test_packs_check_warns_of_a_draft(checklists: Checklists) -> None:
    checklists.change(checklists.head, "version: 1", "version: 1\nstatus: draft")
    checklists.change(checklists.part, "    negative_test:", "    #")
    report = checklists.check()
    assert report.ok
    assert [it.code for it in report.problems] == ["pack_question_lacks"]


def test_a_folder_is_replaced_as_a_whole(office: Office, tmp_path: Path) -> None:
    write_folder(office.base, tmp_path / "T01")
    renamed = type(office.base.parts[0])("other.yaml", "", office.base.questions)
    write_folder(office.base.with_parts((renamed,)), tmp_path / "T01")
    assert sorted(it.name for it in (tmp_path / "T01").iterdir()) == ["other.yaml", "pack.yaml"]
    assert [it.name for it in tmp_path.iterdir() if it.name.startswith(".")] == []


def test_a_source_that_cannot_be_read_is_told_by_line(checklists: Checklists) -> None:
    checklists.change(checklists.part, "questions:", "questions: [")
    with pytest.raises(PacksInvalid):
        read_source(checklists.pack)
