"""Reads and checks checklist folders: YAML in, content and every problem out.

A root holds ``packs/<ID>/`` and ``criteria/*.yaml``, and may hold ``glossary.yaml`` and
``ambiguities.yaml``. A user's folder of the same shape can stand beside the built-in one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from auditapp.packs import codec, models, rules, text_rules
from auditapp.packs.checking import Cards, ReadPack, check_head, check_pack, check_same, plain_of
from auditapp.packs.condition_rules import PlacedIn, check_conditions
from auditapp.packs.conditions import facts_of, questions_of
from auditapp.packs.content import Library
from auditapp.packs.coverage_map import check_rules
from auditapp.packs.problems import Collector, Place, Source
from auditapp.packs.registers import check_misuse, read_profile, read_registers
from auditapp.packs.related import near_pairs
from auditapp.packs.shape import check_shape
from auditapp.packs.taxonomy_reading import read_taxonomies
from auditapp.packs.yaml_lines import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from pydantic import BaseModel

    from auditapp.jobs.progress import Progress
    from auditapp.packs.content import Fact, Pack
    from auditapp.packs.problems import Problem


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All that ``packs check`` tells; ``library`` holds what can be used."""

    library: Library
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Whether there are no errors (warnings may be there)."""
        return all(problem.warning for problem in self.problems)


def check_root(
    root: Path, *, user_root: Path | None = None, progress: Progress | None = None
) -> CheckReport:
    """Everything below ``root`` and, beside it, ``user_root``."""
    roots = [root] if user_root is None else [root, user_root]
    folders = [folder for it in roots for folder in pack_folders(it)]
    files = [file for it in roots for file in criteria_files(it)]
    found = Collector()
    if not root.is_dir():
        found.error(_whole(root), "pack_folder_missing", folder=root.as_posix())
    return _check(files, folders, roots, found, progress)


def check_paths(paths: Sequence[Path], *, built_in: Path) -> CheckReport:
    """What ``packs check PATH …`` looks at: checklist folders, pack folders or single files.

    The built-in criteria are known to all of them; a path that is nothing of the kind is a problem
    of its own.
    """
    found = Collector()
    files: list[Path] = []
    folders: list[Path] = []
    roots: list[Path] = []
    for path in paths:
        if path.is_file() and path.suffix == ".yaml":
            beside = path.parent / "pack.yaml"
            if beside.is_file():
                folders.append(path.parent)
            else:
                files.append(path)
        elif (path / "pack.yaml").is_file():
            folders.append(path)
        elif path.is_dir() and (pack_folders(path) or criteria_files(path)):
            roots.append(path)
            folders += pack_folders(path)
            files += criteria_files(path)
        else:
            found.error(_whole(path), "pack_not_here", path=path.as_posix())
    folders = list(dict.fromkeys(folders))
    files = list(dict.fromkeys(files))
    known = {file.resolve() for file in files}
    library_files = [file for file in criteria_files(built_in) if file.resolve() not in known]
    beside = [*roots, built_in] if (built_in / "packs").is_dir() else roots
    report = _check([*library_files, *files], folders, roots, found, None, beside)
    quiet = {file.as_posix() for file in library_files}
    return CheckReport(report.library, tuple(it for it in report.problems if it.path not in quiet))


def pack_folders(root: Path) -> list[Path]:
    """The pack folders of a root, by name."""
    return sorted(path for path in _listed(root / "packs") if path.is_dir())


def criteria_files(root: Path) -> list[Path]:
    """The criteria files of a root, by name."""
    return sorted(path for path in _listed(root / "criteria") if path.suffix in (".yaml", ".yml"))


def _listed(folder: Path) -> list[Path]:
    return [it for it in folder.iterdir() if it.name[0] != "."] if folder.is_dir() else []


def _check(
    files: Sequence[Path],
    folders: Sequence[Path],
    roots: Sequence[Path],
    found: Collector,
    progress: Progress | None,
    beside: Sequence[Path] | None = None,
) -> CheckReport:
    """``beside``: where facts, and questions of packs that are not checked, are looked up."""
    total = len(files) + len(folders)
    cards = Cards()
    for done, file in enumerate(files):
        _tell(progress, done, total)
        _read_cards(file, cards, found)
    rules.check_unique(cards.places, "pack_criterion_taken", found)
    known = cards.ids()
    for name, place in cards.places:
        if name in cards.cards:
            rules.check_card(cards.cards[name], place, known, found)
    read: list[ReadPack] = []
    for done, folder in enumerate(folders, start=len(files)):
        _tell(progress, done, total)
        read += _read_pack(folder, cards, found)
    rules.check_unique([(it.id, it.head) for it in read], "pack_id_taken", found)
    placed = [question for it in read for question in it.questions]
    copies = {it.id: it.copied_from for it in read if it.copied_from is not None}
    _check_all_questions(read, placed, copies, found)
    facts = read_profile(roots, beside or roots, found)
    others = _referred(read, beside or (), cards)
    # A question that is switched off can be referred to: its answer is then unknown.
    others += [PlacedIn(placed, it.sectors) for it in read for placed in it.off]
    own = [placed for it in read for placed in it.placed_in()]
    unusable = check_conditions(own, others, facts, found)
    glossary, ambiguities = read_registers(roots, found)
    lists, scales = read_taxonomies(roots, found)
    check_rules(placed, beside or roots, found)
    for question in placed:
        check_misuse(question, glossary.misuse, found)
    _tell(progress, total, total)
    packs = {
        it.pack.id: with_facts(it.pack, facts)
        for it in reversed(read)
        if it.pack is not None and unusable.isdisjoint(it.pack.by_id)
    }
    library = Library(
        packs=tuple(packs[name] for name in sorted(packs)),
        criteria=cards.cards,
        glossary=glossary,
        ambiguities=ambiguities,
        facts=facts,
        taxonomies=lists,
        scales=scales,
    )
    return CheckReport(library, found.problems)


def with_facts(pack: Pack, facts: Sequence[Fact]) -> Pack:
    """The pack with the facts that its conditions ask for: it must be readable alone."""
    asked = {fact for question in pack.questions for fact in facts_of(question.shown_if)}
    return replace(pack, facts=tuple(it for it in facts if it.id in asked)) if asked else pack


def _referred(read: Sequence[ReadPack], beside: Sequence[Path], cards: Cards) -> list[PlacedIn]:
    """The questions of packs that are not checked, but whose answers a condition asks for."""
    have = {it.id for it in read}
    wanted = {
        question.partition("-")[0]
        for it in read
        for placed in it.questions
        for question in questions_of(placed.question.shown_if)
    }
    folders = [root / "packs" / name for root in beside for name in sorted(wanted - have)]
    quiet = Collector()
    return [
        placed
        for folder in folders
        if (folder / "pack.yaml").is_file()
        for it in _read_pack(folder, cards, quiet)
        for placed in it.placed_in()
    ]


def _check_all_questions(
    read: Sequence[ReadPack],
    placed: Sequence[rules.Placed],
    copies: Mapping[str, str],
    found: Collector,
) -> None:
    """Ids once over all packs; the same question twice: an error in a pack, else a warning.

    A tailored pack repeats its model's questions: that is told nowhere.
    """
    ids = [(it.question.id, it.place) for pack in read for it in (*pack.questions, *pack.off)]
    rules.check_unique(ids, "pack_question_taken", found)
    for pack in read:
        check_same(pack, found)
    for first, second in near_pairs(placed):
        one, other = first.question.id, second.question.id
        packs = [it.partition("-")[0] for it in (one, other)]
        if len({copies.get(it, it) for it in packs}) > 1:
            found.warn(second.place.at("q"), "pack_same_elsewhere", id=other, other=one)


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None:
        progress.report(done, total, "packs.reading")


def _whole(path: Path) -> Place:
    return Place(Source(path.as_posix(), {(): 1}))


def _list_under(
    file: Path, key: str, model: type[BaseModel], found: Collector
) -> list[tuple[dict[str, Any], Place]]:
    """The items of a file that is one list under ``key``; each is checked on its own later."""
    read = read_yaml(file, found)
    if read is None:
        return []
    data, source = read
    root = cast("dict[str, Any]", data) if isinstance(data, dict) else {}
    items = root.get(key)
    if not isinstance(items, list) or len(root) > 1 or not items:
        # Not the file's shape: the whole model says what is missing, wrong or too much.
        check_shape(model, cast("object", data), Place(source), found)
        return []
    rows = cast("list[dict[str, Any]]", items)
    return [(row, Place(source, (key, index))) for index, row in enumerate(rows)]


def _read_cards(file: Path, cards: Cards, found: Collector) -> None:
    for row, place in _list_under(file, "criteria", models.CriteriaFile, found):
        card = check_shape(models.CardModel, row, place, found)
        written = _id_of(row)
        if written is not None:
            cards.places.append((written, place))
        if card is not None:
            text_rules.check_texts(row, place, found)
            cards.cards.setdefault(card.id, codec.card_of(plain_of(card)))


def _id_of(row: object) -> str | None:
    """The id that was written, also of an item that is faulty otherwise."""
    name = cast("dict[str, Any]", row).get("id") if isinstance(row, dict) else None
    return name if isinstance(name, str) else None


def _read_pack(folder: Path, cards: Cards, found: Collector) -> list[ReadPack]:
    """The pack of a folder; an empty list when its head cannot be read."""
    own = Collector()
    result = _read_pack_into(folder, cards, own)
    found.add(own.problems)
    return result


def _read_pack_into(folder: Path, cards: Cards, found: Collector) -> list[ReadPack]:
    read = read_yaml(folder / "pack.yaml", found)
    if read is None:
        return []
    data, source = read
    place = Place(source)
    head = check_head(data, place, found)
    if head is None:
        return []
    if folder.name != head.id:
        found.error(place.at("id"), "pack_folder_name", id=head.id, folder=folder.name)
    rows = _rows_of_parts(folder, head, place, found)
    return [check_pack(head, place, rows, cards, found)]


def _rows_of_parts(
    folder: Path, head: models.PackHead, place: Place, found: Collector
) -> list[tuple[object, Place]]:
    """The questions of all parts; parts that are missing, listed twice or not listed are told."""
    for index, name in enumerate(head.parts):
        here = place.at("parts", index)
        if name in head.parts[:index] or name == "pack.yaml":
            found.error(here, "pack_listed_twice", key="parts")
        elif not (folder / name).is_file():
            found.error(here, "pack_part_missing", file=name)
    for file in sorted(_listed(folder)):
        is_yaml = file.suffix in (".yaml", ".yml")
        if is_yaml and file.name != "pack.yaml" and file.name not in head.parts:
            found.error(_whole(file), "pack_part_unlisted", file=file.name)
    rows: list[tuple[object, Place]] = []
    for name in dict.fromkeys(head.parts):
        if name != "pack.yaml" and (folder / name).is_file():
            rows += _list_under(folder / name, "questions", models.PartFile, found)
    return rows
