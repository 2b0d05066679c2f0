"""Compile ``resources/texts/*.yaml`` to ``auditapp/texts/_data/zh.json`` and ``en.json``.

Each leaf of a source file is ``{zh: …, en: …}``; keys are nested or dotted. English may give
``{one: …, other: …}``. Refused: a key given twice, a missing language, placeholders that differ
between the languages, anything but ``{name}`` or ``{name:Kind}``.

``resources/texts/sets/<set>.yaml`` holds the sentences that differ in another set of terms; they
become ``zh.<set>.json`` and ``en.<set>.json``. Refused there: a key that has no sentence in the
sources, other placeholders, and what does not differ.

Run: ``python -m auditapp.devtools.texts [--check]``.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Final, cast

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT: Final = Path(__file__).resolve().parents[2]
SOURCES: Final = ROOT / "resources" / "texts"
SETS: Final = "sets"
TARGET: Final = ROOT / "auditapp" / "texts" / "_data"
LANGS: Final = ("zh", "en")
KINDS: Final = frozenset({"date", "time", "percent", "size"})
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*\Z")
_PLURAL: Final = frozenset({"one", "other"})


class TextError(Exception):
    """The sources are wrong; one line per fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass
class Catalogue:
    """What the sources say: per language key -> text, and the faults found."""

    texts: dict[str, dict[str, str]] = field(
        default_factory=lambda: {lang: dict[str, str]() for lang in LANGS}
    )
    origin: dict[str, str] = field(default_factory=dict[str, str])
    faults: list[str] = field(default_factory=list[str])

    def add(self, key: str, leaf: Mapping[str, object], place: str) -> None:
        """Take one leaf; a fault is noted, not raised, so that one run shows them all."""
        if key in self.origin:
            self.faults.append(f"{place}: {key} is already given in {self.origin[key]}")
            return
        self.origin[key] = place
        given = {lang: _forms(leaf.get(lang)) for lang in LANGS}
        for lang, forms in given.items():
            if not forms or not all(text.strip() for text in forms.values()):
                self.faults.append(f"{place}: {key} has no {lang}")
                return
        if "one" in given["zh"]:
            self.faults.append(f"{place}: {key}: Chinese has no plural")
            return
        try:
            wanted = placeholders_of(given["zh"]["other"])
            one, other = (placeholders_of(text) for text in _both_forms(given["en"]))
        except ValueError as error:
            self.faults.append(f"{place}: {key}: {error}")
            return
        # "one question" may leave the number out.
        if other != wanted or one | {"n"} != wanted | {"n"}:
            self.faults.append(f"{place}: {key}: placeholders differ between languages")
        for lang, forms in given.items():
            self.texts[lang][key] = forms["other"]
            if "one" in forms:
                self.texts[lang][f"{key}#one"] = forms["one"]

    def check_kinds(self) -> None:
        """Every kind in a placeholder is a built-in one or an enum that has names."""
        enums = {key.split(".")[1] for key in self.origin if key.startswith("enum.")}
        for key, place in self.origin.items():
            for kind in kinds_of(self.texts["zh"].get(key, "")):
                if kind not in KINDS and kind not in enums:
                    self.faults.append(f"{place}: {key}: unknown kind {kind}")


def placeholders_of(template: str) -> set[str]:
    """The names in a template; ValueError for anything but ``{name}`` and ``{name:Kind}``."""
    names: set[str] = set()
    for _, name, kind, conversion in Formatter().parse(template):
        if name is None:
            continue
        if conversion or not _NAME.match(name) or (kind and not kind.isidentifier()):
            msg = f"bad placeholder {name!r}"
            raise ValueError(msg)
        names.add(name)
    return names


def kinds_of(template: str) -> set[str]:
    """The kinds named in a template's placeholders."""
    return {kind for _, name, kind, _ in Formatter().parse(template) if name is not None and kind}


def read(folder: Path) -> dict[str, dict[str, str]]:
    """All texts of a folder per language; TextError names every fault with file and line."""
    catalogue = Catalogue()
    for path in sorted(folder.glob("*.yaml")):
        try:
            node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        except yaml.YAMLError as error:
            catalogue.faults.append(f"{path.name}: {error}")
            continue
        if node is not None:
            for key, leaf, line in _leaves(node, "", path.name, catalogue.faults):
                catalogue.add(key, leaf, f"{path.name}:{line}")
    catalogue.check_kinds()
    if catalogue.faults:
        raise TextError(catalogue.faults)
    return catalogue.texts


def read_sets(folder: Path, base: Mapping[str, Mapping[str, str]]) -> dict[
    str, dict[str, dict[str, str]]
]:  # fmt: skip
    """The sentences of each set of terms per language; TextError names every fault."""
    sets: dict[str, dict[str, dict[str, str]]] = {}
    for path in sorted((folder / SETS).glob("*.yaml")):
        catalogue = Catalogue()
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        if node is not None:
            for key, leaf, line in _leaves(node, "", path.name, catalogue.faults):
                catalogue.add(key, leaf, f"{path.name}:{line}")
        for key, place in catalogue.origin.items():
            catalogue.faults += _set_faults(key, place, catalogue.texts, base)
        if catalogue.faults:
            raise TextError(catalogue.faults)
        sets[path.stem] = catalogue.texts
    return sets


def _set_faults(
    key: str,
    place: str,
    texts: Mapping[str, Mapping[str, str]],
    base: Mapping[str, Mapping[str, str]],
) -> list[str]:
    known = [(texts[lang].get(key, ""), base[lang].get(key)) for lang in LANGS]
    if any(was is None for _, was in known):
        return [f"{place}: {key} has no sentence in the sources"]
    if all(now == was for now, was in known):
        return [f"{place}: {key} does not differ"]
    slots = [(placeholders_of(now), placeholders_of(was or "")) for now, was in known]
    if any(now != was for now, was in slots):
        return [f"{place}: {key}: placeholders differ from the sources'"]
    return []


def build(sources: Path = SOURCES, target: Path = TARGET) -> int:
    """Write both catalogues; returns the number of keys. Raises TextError."""
    texts = read(sources)
    sets = read_sets(sources, texts)
    target.mkdir(parents=True, exist_ok=True)
    for lang, entries in texts.items():
        body = json.dumps(entries, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
        _write(target / f"{lang}.json", body)
    for name, by_lang in sets.items():
        for lang, entries in by_lang.items():
            body = json.dumps(entries, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
            _write(target / f"{lang}.{name}.json", body)
    return len(texts["zh"])


def build_if_stale(sources: Path = SOURCES, target: Path = TARGET) -> bool:
    """Build when a source is newer than what was built from it; says whether it did."""
    names = ["", *(f".{path.stem}" for path in (sources / SETS).glob("*.yaml"))]
    built = [target / f"{lang}{name}.json" for lang in LANGS for name in names]
    if all(path.exists() for path in built):
        oldest = min(path.stat().st_mtime_ns for path in built)
        inputs = [sources, Path(__file__), *sources.rglob("*.yaml")]
        if all(path.stat().st_mtime_ns < oldest for path in inputs):
            return False
    build(sources, target)
    return True


def main(argv: list[str]) -> int:
    """The command: build, or with ``--check`` only look."""
    try:
        if "--check" in argv:
            texts = read(SOURCES)
            read_sets(SOURCES, texts)
            print(f"{len(texts['zh'])} texts are complete in both languages")
        else:
            print(f"{build()} texts compiled")
    except TextError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _leaves(
    node: yaml.Node, prefix: str, name: str, faults: list[str]
) -> Iterator[tuple[str, Mapping[str, object], int]]:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        faults.append(f"{name}:{line}: {prefix or 'the file'} is not a mapping")
        return
    seen: set[str] = set()
    pairs = cast("list[tuple[yaml.ScalarNode, yaml.Node]]", node.value)
    for key_node, value in pairs:
        key = str(key_node.value)
        where = f"{name}:{key_node.start_mark.line + 1}"
        if key in seen:
            faults.append(f"{where}: {prefix}{key} is given twice")
            continue
        seen.add(key)
        leaf = _leaf(value)
        if leaf is not None:
            yield f"{prefix}{key}", leaf, key_node.start_mark.line + 1
        else:
            yield from _leaves(value, f"{prefix}{key}.", name, faults)


def _leaf(node: yaml.Node) -> Mapping[str, object] | None:
    """The languages of a leaf, None for a branch. (``enum.Lang`` has the branches zh and en.)"""
    if not isinstance(node, yaml.MappingNode):
        return None
    pairs = cast("list[tuple[yaml.ScalarNode, yaml.Node]]", node.value)
    given: dict[str, object] = {}
    for key, value in pairs:
        if key.value not in LANGS:
            return None
        if isinstance(value, yaml.ScalarNode):
            given[key.value] = str(value.value)
        elif (forms := _plural(value)) is not None:
            given[key.value] = forms
        else:
            return None
    return given or None


def _plural(node: yaml.Node) -> dict[str, str] | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    pairs = cast("list[tuple[yaml.ScalarNode, yaml.Node]]", node.value)
    forms = {str(key.value): str(value.value) for key, value in pairs}
    return forms if forms.keys() == _PLURAL else None


def _both_forms(forms: Mapping[str, str]) -> tuple[str, str]:
    return forms.get("one", forms["other"]), forms["other"]


def _forms(given: object) -> dict[str, str]:
    if given is None:
        return {}
    return cast("dict[str, str]", given) if isinstance(given, dict) else {"other": str(given)}


def _write(path: Path, body: str) -> None:
    """Replace in one go: tests of several workers may build at the same time."""
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(body)
    Path(name).replace(path)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
