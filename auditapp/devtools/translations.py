"""The strings of the widgets: extract them, complete them, compile them, check them.

Source strings are English, in ``tr()`` and in forms. ``auditapp_zh.ts`` holds the Chinese;
``auditapp_en.ts`` holds the English plurals, and every other string as it is.

    python -m auditapp.devtools.translations                  compile the .ts to .qm
    python -m auditapp.devtools.translations --update         take new strings into the .ts
    python -m auditapp.devtools.translations --todo           list what has no translation
    python -m auditapp.devtools.translations --fill FILE.yaml enter {source: Chinese} pairs
    python -m auditapp.devtools.translations --prune          drop strings that no source has
    python -m auditapp.devtools.translations --check          fail if stale or untranslated

``internal_audit.yaml`` beside them holds the strings that differ in that set of terms, as
``{Context: {source: {zh: …, en: …}}}``; each becomes ``auditapp_<lang>.internal_audit.qm``, which
the window asks first while an audit that chose the set is open.

``--fill`` also takes ``{Context: {source: Chinese}}``, and a list for plural forms. It updates
first, so one command enters a new page's strings.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast
from xml.etree import ElementTree as ET

import yaml

from auditapp.devtools.tools import ROOT, ToolFailedError, parse_xml, run_tool

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FOLDER: Final = ROOT / "resources" / "translations"
LANGS: Final = ("zh", "en")
_CODES: Final = {"zh": "zh_CN", "en": "en"}
_GONE: Final = frozenset({"vanished", "obsolete"})
_HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'

Message = tuple[str, str, str]


def sources(root: Path = ROOT) -> list[Path]:
    """The files that may hold strings of widgets: the modules of ui and the forms."""
    modules = (
        path for path in (root / "auditapp" / "ui").rglob("*.py") if "_gen" not in path.parts
    )
    return sorted([*modules, *(root / "forms").glob("*.ui")])


def ts_file(lang: str, folder: Path = FOLDER) -> Path:
    """The translation source of a language."""
    return folder / f"auditapp_{lang}.ts"


def update(folder: Path = FOLDER, *, prune: bool = False) -> None:
    """Take new strings into both files; English is filled with the source itself."""
    folder.mkdir(parents=True, exist_ok=True)
    for lang in LANGS:
        _extract(ts_file(lang, folder), lang, prune=prune)
    english = ts_file("en", folder)
    tree = parse_xml(english)
    for _, message in _messages(tree):
        target = _translation(message)
        if message.get("numerus") != "yes" and target.get("type") not in _GONE:
            target.text = message.findtext("source", "")
            target.attrib.pop("type", None)
    _write(tree, english)
    _extract(english, "en", prune=prune)


def compile_translations(folder: Path = FOLDER) -> int:
    """Write the ``.qm`` files beside their sources; returns how many."""
    for lang in LANGS:
        path = ts_file(lang, folder)
        _release(path, path.with_suffix(".qm"))
        for source in set_files(folder):
            with tempfile.TemporaryDirectory() as name:
                made = Path(name) / "set.ts"
                _write(_tree_of(read_set(source), lang), made)
                _release(made, _set_target(source, lang))
    return len(compiled_files(folder))


def set_files(folder: Path = FOLDER) -> list[Path]:
    """The files with the strings of other sets of terms."""
    return sorted(folder.glob("*.yaml"))


def compiled_files(folder: Path = FOLDER) -> list[Path]:
    """All ``.qm`` files that are made."""
    plain = [ts_file(lang, folder).with_suffix(".qm") for lang in LANGS]
    return plain + [_set_target(path, lang) for path in set_files(folder) for lang in LANGS]


def read_set(path: Path) -> dict[tuple[str, str], dict[str, str]]:
    """(context, source) -> text by language, of a set of terms."""
    found = cast(
        "dict[str, dict[str, dict[str, str]]]", yaml.safe_load(path.read_text(encoding="utf-8"))
    )
    return {
        (context, source): texts
        for context, strings in found.items()
        for source, texts in strings.items()
    }


def set_faults(path: Path, folder: Path = FOLDER) -> list[str]:
    """What is wrong with a set of terms: no such string in the window, or a language missing."""
    known = {(context, source) for context, source, _ in _keys(ts_file("zh", folder))}
    found = read_set(path)
    gone = [f"{path.name}: no such string: {key}" for key in found if key not in known]
    bare = [key for key, texts in found.items() if set(texts) != set(LANGS)]
    return gone + [f"{path.name}: needs {' and '.join(LANGS)}: {key}" for key in bare]


def _set_target(path: Path, lang: str) -> Path:
    return path.with_name(f"auditapp_{lang}.{path.stem}.qm")


def _tree_of(
    texts: Mapping[tuple[str, str], Mapping[str, str]], lang: str
) -> ET.ElementTree[ET.Element]:
    root = ET.Element("TS", version="2.1", language=_CODES[lang])
    contexts: dict[str, ET.Element] = {}
    for (context, source), by_lang in texts.items():
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        ET.SubElement(message, "source").text = source
        ET.SubElement(message, "translation").text = by_lang[lang]
    return ET.ElementTree(root)


def _release(source: Path, target: Path) -> None:
    """Compile; the result is replaced whole: a running program has the old one in its memory."""
    new = target.with_suffix(".qm.new")
    run_tool("lrelease", ["-silent", source, "-qm", new])
    new.replace(target)


def untranslated(path: Path) -> list[Message]:
    """(context, source, comment) of each string without a finished translation."""
    return [
        (context, message.findtext("source", ""), message.findtext("comment", ""))
        for context, message in _messages(parse_xml(path))
        if _open(message)
    ]


def check(folder: Path = FOLDER) -> list[str]:
    """What is wrong: stale files, vanished strings, untranslated strings; empty when nothing."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        for lang in LANGS:
            committed = ts_file(lang, folder)
            if not committed.is_file():
                found.append(f"{committed.name} is missing: run --update")
                continue
            fresh = Path(name) / committed.name
            shutil.copyfile(committed, fresh)  # noqa: TID251  (a text file, no database)
            _extract(fresh, lang, prune=True)
            before, after = _keys(committed), _keys(fresh)
            found += [f"{committed.name}: new, run --update: {key}" for key in after - before]
            found += [f"{committed.name}: gone, run --prune: {key}" for key in before - after]
            found += [f"{committed.name}: untranslated: {key}" for key in untranslated(committed)]
    for path in set_files(folder):
        found += set_faults(path, folder)
    return found


def fill(pairs: Mapping[str, object], folder: Path = FOLDER) -> int:
    """Enter Chinese translations; returns how many strings got one. Unknown sources are named.

    Raises ``ToolFailedError`` when a source is not among the strings.
    """
    path = ts_file("zh", folder)
    tree = parse_xml(path)
    done: set[tuple[str, str]] = set()
    for context, message in _messages(tree):
        source = message.findtext("source", "")
        nested = pairs.get(context)
        given: object = None
        if isinstance(nested, dict):
            given = cast("dict[str, object]", nested).get(source)
        given = pairs.get(source) if given is None else given
        if given is None or isinstance(given, dict):
            continue
        _enter(message, given)
        done.add((context, source))
    known = {source for _, source in done} | {context for context, _ in done}
    unknown = sorted(set(pairs) - known)
    _write(tree, path)
    _extract(path, "zh", prune=False)
    if unknown:
        raise ToolFailedError(f"no such strings: {unknown}")
    return len(done)


def main(argv: Sequence[str]) -> int:
    """The command; see the module's docstring."""
    parser = argparse.ArgumentParser(prog="auditapp.devtools.translations")
    for flag in ("update", "todo", "prune", "check"):
        parser.add_argument(f"--{flag}", action="store_true")
    parser.add_argument("--fill", type=Path, metavar="FILE")
    options = parser.parse_args(argv)
    try:
        if options.update or options.prune or options.fill:
            update(prune=options.prune)
        if options.fill:
            pairs = cast("dict[str, object]", yaml.safe_load(options.fill.read_text("utf-8")))
            print(f"{fill(pairs)} strings entered")
        if options.todo:
            for context, source, comment in untranslated(ts_file("zh")):
                print(f"{context}: {source!r}" + (f"  ({comment})" if comment else ""))
        if options.check:
            found = check()
            print("\n".join(sorted(found)) or "all strings are translated in both languages")
            return 1 if found else 0
        compile_translations()
    except ToolFailedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _extract(path: Path, lang: str, *, prune: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        listing = Path(name) / "sources.lst"
        listing.write_text("\n".join(map(str, sources())), encoding="utf-8")
        arguments: list[str | Path] = ["-silent", "-extensions", "py,ui", "-locations", "none"]
        arguments += ["-source-language", "en", "-target-language", _CODES[lang]]
        # Look-alikes would be guessed into wrong translations.
        arguments += ["-disable-heuristic", "similartext"]
        arguments += ["-no-obsolete"] if prune else []
        run_tool("lupdate", [*arguments, f"@{listing}", "-ts", path])


def _messages(tree: ET.ElementTree[ET.Element]) -> Iterator[tuple[str, ET.Element]]:
    for context in tree.getroot().iterfind("context"):
        for message in context.iterfind("message"):
            yield context.findtext("name", ""), message


def _translation(message: ET.Element) -> ET.Element:
    found = message.find("translation")
    return ET.SubElement(message, "translation") if found is None else found


def _open(message: ET.Element) -> bool:
    target = _translation(message)
    if target.get("type") in _GONE:
        return False
    forms = target.findall("numerusform") if message.get("numerus") == "yes" else [target]
    return target.get("type") == "unfinished" or not forms or not all(form.text for form in forms)


def _keys(path: Path) -> set[Message]:
    return {
        (context, message.findtext("source", ""), message.findtext("comment", ""))
        for context, message in _messages(parse_xml(path))
    }


def _enter(message: ET.Element, given: object) -> None:
    target = _translation(message)
    target.attrib.pop("type", None)
    if message.get("numerus") == "yes":
        wanted = cast("list[object]", given) if isinstance(given, list) else [given]
        for old in list(target):
            target.remove(old)
        target.text = None
        for form in wanted:
            ET.SubElement(target, "numerusform").text = str(form)
    else:
        target.text = str(given)


def _write(tree: ET.ElementTree[ET.Element], path: Path) -> None:
    body = ET.tostring(tree.getroot(), encoding="unicode")
    path.write_text(f"{_HEAD}{body}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
