"""Loading the library, its cache, a user's folder beside it, and searching."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import Lang
from auditapp.errors import UserError
from auditapp.jobs.progress import Cancelled, Progress
from auditapp.packs.library import HitKind, Searcher, load_library
from auditapp.packs.problems import PacksInvalid
from auditapp.packs.reading import check_paths
from auditapp.texts import load
from tests.unit.packs.sample import CRITERIA, HEAD, QUESTION, Checklists

if TYPE_CHECKING:
    from pathlib import Path

    from auditapp.packs.problems import Problem


def user_folder(root: Path, pack_id: str = "U01") -> Checklists:
    """A user's folder with a pack of its own and one card of its own."""
    user = Checklists(root)
    user.pack = user.pack.rename(root / "packs" / pack_id)
    user.head = user.pack / "pack.yaml"
    user.part = user.pack / "7-operation.yaml"
    user.head.write_text(HEAD.replace("T01", pack_id), encoding="utf-8")
    own = QUESTION.replace("T01", pack_id).replace("iso10002-2018-7.2", "own-rule.1")
    own = own.replace("dissatisfaction", "anger").replace("表达不满的联系", "客户来电来信")
    user.part.write_text("questions:\n" + own, encoding="utf-8")
    cards = CRITERIA.replace("iso10002-2018-7.2", "own-rule.1").replace("cn-cpl", "own-cpl")
    user.cards.write_text(cards, encoding="utf-8")
    return user


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def test_a_library_is_loaded(checklists: Checklists) -> None:
    library = load_library(checklists.root)
    pack = library.pack("T01")
    assert pack.by_id["T01-7.2-01"].q.get(Lang.ZH) == "表达不满的联系是否均已登记？"
    assert [(it.id, it.parent) for it in pack.sections] == [("7", None), ("7.2", "7")]
    assert sorted(library.criteria) == ["cn-cpl-art39", "iso10002-2018-7.2"]
    assert library.left_out == ()
    with pytest.raises(UserError) as raised:
        library.pack("T99")
    assert raised.value.args_by_name == {"pack": "T99", "known": ("T01",)}


def test_questions_come_in_the_order_of_their_sections(checklists: Checklists) -> None:
    late = QUESTION.replace("T01-7.2-01", "T01-7-01").replace('"7.2"', '"7"', 1)
    late = late.replace("dissatisfaction", "anger").replace("表达不满的联系", "客户来电来信")
    with checklists.part.open("a", encoding="utf-8") as stream:
        stream.write(late)
    pack = load_library(checklists.root).pack("T01")
    assert [it.id for it in pack.questions] == ["T01-7-01", "T01-7.2-01", "T01-7.2-02"]


def test_a_faulty_built_in_folder_is_an_error_with_all_reasons(checklists: Checklists) -> None:
    line = checklists.change(checklists.part, "weight: 5", "weight: 6")
    checklists.change(checklists.part, "core: true", "core: 1")
    with pytest.raises(PacksInvalid) as raised:
        load_library(checklists.root)
    assert codes(raised.value.problems) == ["pack_want_bool", "pack_number_high"]
    said = load(Lang.EN).error(raised.value)
    assert said.startswith("The checklists cannot be used (2 problems). The first: ")
    assert f"7-operation.yaml:{line - 3}: “core” must be true or false, not “1”. Run" in said


def test_a_second_load_comes_from_the_cache_without_pydantic(
    checklists: Checklists, tmp_path: Path
) -> None:
    cache_dir = tmp_path / "cache"
    first = load_library(checklists.root, cache_dir=cache_dir)
    assert load_library(checklists.root, cache_dir=cache_dir) == first
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from auditapp.packs.library import load_library\n"
        "library = load_library(Path(sys.argv[1]), cache_dir=Path(sys.argv[2]))\n"
        "assert library.packs[0].id == 'T01'\n"
        "assert not {'pydantic', 'yaml'} & set(sys.modules), 'heavy import'\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(checklists.root), str(cache_dir)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_change_of_any_file_is_seen_through_the_cache(
    checklists: Checklists, tmp_path: Path
) -> None:
    cache_dir = tmp_path / "cache"
    load_library(checklists.root, cache_dir=cache_dir)
    for number, (file, old, new) in enumerate(
        [
            (checklists.head, "version: 1", "version: 2"),
            (checklists.part, "weight: 5", "weight: 4"),
            (checklists.cards, "Complaints are recorded", "Complaints are registered"),
        ]
    ):
        checklists.change(file, old, new)
        fresh = load_library(checklists.root)
        assert load_library(checklists.root, cache_dir=cache_dir) == fresh
        assert fresh.pack("T01").version == 2, number
    (checklists.pack / "8-new.yaml").write_text("questions: []\n", encoding="utf-8")
    with pytest.raises(PacksInvalid):
        load_library(checklists.root, cache_dir=cache_dir)


@pytest.mark.parametrize("damage", [b"", b"x" * 64 + b"\n{}", b"\xff\xfe"])
def test_a_damaged_cache_is_read_anew(
    checklists: Checklists, tmp_path: Path, damage: bytes
) -> None:
    cache_dir = tmp_path / "cache"
    first = load_library(checklists.root, cache_dir=cache_dir)
    (file,) = cache_dir.iterdir()
    whole = file.read_bytes()
    for content in (damage, whole[:-5], whole[:200]):
        file.write_bytes(content)
        assert load_library(checklists.root, cache_dir=cache_dir) == first
        assert file.read_bytes() == whole


def test_a_cache_folder_that_cannot_be_used_is_no_error(
    checklists: Checklists, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder", encoding="utf-8")
    library = load_library(checklists.root, cache_dir=in_the_way / "cache")
    assert len(library.packs) == 1
    assert in_the_way.read_text(encoding="utf-8") == "no folder"


def test_the_cache_keeps_only_the_newest(checklists: Checklists, tmp_path: Path) -> None:
    cache_dir = tmp_path / "cache"
    for version in range(1, 7):
        checklists.change(checklists.head, f"version: {version}", f"version: {version + 1}")
        load_library(checklists.root, cache_dir=cache_dir)
    assert len(list(cache_dir.iterdir())) == 3


def test_a_users_folder_stands_beside_the_built_in_one(
    checklists: Checklists, tmp_path: Path
) -> None:
    user = user_folder(tmp_path / "mine")
    library = load_library(checklists.root, user_folder=user.root)
    assert [pack.id for pack in library.packs] == ["T01", "U01"]
    assert {"own-rule.1", "iso10002-2018-7.2"} <= library.criteria.keys()
    assert library.left_out == ()


def test_a_faulty_pack_of_the_user_is_left_out_and_told(
    checklists: Checklists, tmp_path: Path
) -> None:
    user = user_folder(tmp_path / "mine")
    line = user.change(user.part, "weight: 5", "weight: 6")
    cache_dir = tmp_path / "cache"
    for _ in range(2):
        library = load_library(checklists.root, user_folder=user.root, cache_dir=cache_dir)
        assert [pack.id for pack in library.packs] == ["T01"]
        (problem,) = library.left_out
        assert (problem.path, problem.line) == (user.part.as_posix(), line)
        assert problem.args == {"key": "weight", "limit": 5}


def test_a_pack_of_the_user_that_cites_a_faulty_card_is_left_out(
    checklists: Checklists, tmp_path: Path
) -> None:
    user = user_folder(tmp_path / "mine")
    user.change(user.cards, 'edition: "2018"', "edition: 2018")
    library = load_library(checklists.root, user_folder=user.root)
    assert [pack.id for pack in library.packs] == ["T01"]
    assert codes(library.left_out) == ["pack_want_text"]


def test_a_user_cannot_take_a_built_in_id(checklists: Checklists, tmp_path: Path) -> None:
    user = Checklists(tmp_path / "mine")
    user.cards.unlink()
    built_in = load_library(checklists.root)
    user.change(user.head, "A test pack", "Another pack")
    library = load_library(checklists.root, user_folder=user.root)
    assert library.pack("T01") == built_in.pack("T01")
    assert "pack_id_taken" in codes(library.left_out)


def test_progress_is_told_and_can_cancel(checklists: Checklists) -> None:
    progress = Progress()
    load_library(checklists.root, progress=progress)
    assert progress.snapshot.code == "packs.reading"
    assert (progress.snapshot.done, progress.snapshot.total) == (2, 2)
    progress.cancel()
    with pytest.raises(Cancelled):
        load_library(checklists.root, progress=progress)


def test_check_paths_takes_roots_packs_and_files(checklists: Checklists, tmp_path: Path) -> None:
    user = user_folder(tmp_path / "mine")
    for path in (user.root, user.pack, user.head, user.part):
        report = check_paths([path, user.cards], built_in=checklists.root)
        assert report.problems == ()
        assert [pack.id for pack in report.library.packs] == ["U01"]
    alone = check_paths([user.pack], built_in=checklists.root)
    assert codes(alone.problems) == ["pack_criterion_unknown"]
    nothing = check_paths([tmp_path / "nowhere", tmp_path], built_in=checklists.root)
    assert codes(nothing.problems) == ["pack_not_here", "pack_not_here"]
    itself = check_paths([checklists.root, checklists.pack], built_in=checklists.root)
    assert itself.problems == ()


def test_check_paths_is_silent_about_the_built_in_criteria(
    checklists: Checklists, tmp_path: Path
) -> None:
    user = user_folder(tmp_path / "mine")
    checklists.change(checklists.cards, "force: guidance", "force: law")
    assert check_paths([user.root], built_in=checklists.root).ok


def test_searching_finds_any_field_in_both_languages(checklists: Checklists) -> None:
    searcher = Searcher(load_library(checklists.root))
    assert [hit.id for hit in searcher.find("漏")] == ["T01-7.2-01", "T01-7.2-02"]
    assert [hit.id for hit in searcher.find("谁有权")] == ["T01-7.2-02"]
    assert [hit.id for hit in searcher.find("CLOSE ticket")] == ["T01-7.2-02"]
    assert [hit.id for hit in searcher.find("t01-7.2-01")] == ["T01-7.2-01"]
    (card,) = searcher.find("五种途径")
    assert (card.kind, card.id, card.pack_id) == (HitKind.CRITERION, "cn-cpl-art39", None)
    assert card.lang is Lang.ZH
    assert "五种途径" in card.snippet
    assert searcher.find("  ") == []
    assert searcher.find("nothing of the kind") == []
    assert len(searcher.find("投诉", limit=1)) == 1


def test_a_hit_shows_the_preferred_language(checklists: Checklists) -> None:
    searcher = Searcher(load_library(checklists.root))
    for lang in Lang:
        hits = searcher.find("T01-7.2-01", lang=lang)
        assert [(hit.id, hit.lang) for hit in hits] == [("T01-7.2-01", lang)]
