"""Make everything that is generated: forms, icons, translations, texts.

    python -m auditapp.devtools.assets            compile what is not up to date
    python -m auditapp.devtools.assets --force    compile all
    python -m auditapp.devtools.assets --check    also fail on stale or missing translations

A stamp with the hash of all inputs makes the second run instant. Nothing of it is committed.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from typing import TYPE_CHECKING, Final

from auditapp.devtools import texts
from auditapp.devtools.forms import SOURCES as FORMS
from auditapp.devtools.forms import compile_forms, faults
from auditapp.devtools.icons import TARGET as ICONS
from auditapp.devtools.icons import compile_icons
from auditapp.devtools.tools import GENERATED, ROOT, ToolFailedError, qt_version
from auditapp.devtools.translations import FOLDER, check, compile_translations, compiled_files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

STAMP: Final = GENERATED / ".stamp"


def inputs() -> list[Path]:
    """Every file that the generated ones are made from, the tools of this folder included."""
    patterns = {
        FORMS: "*.ui",
        ROOT / "resources" / "icons": "*.svg",
        FOLDER: "*.[ty]*",
        ROOT / "auditapp" / "devtools": "*.py",
    }
    return [path for folder, pattern in patterns.items() for path in sorted(folder.glob(pattern))]


def fingerprint() -> str:
    """SHA-256 over the tools' version and all inputs."""
    digest = hashlib.sha256(qt_version().encode())
    for path in inputs():
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def build(*, force: bool = False) -> bool:
    """Compile all unless the stamp says that nothing changed; says whether it did.

    Raises ``ToolFailedError``, ``texts.TextError``.
    """
    built = texts.build_if_stale()
    stamp = fingerprint()
    results = [ICONS, *compiled_files()]
    compiled = all(path.is_file() for path in results)
    known = STAMP.read_text(encoding="utf-8") if STAMP.is_file() else ""
    if not force and compiled and known == stamp:
        return built
    compile_forms()
    compile_icons()
    compile_translations()
    STAMP.write_text(stamp, encoding="utf-8")
    return True


def main(argv: Sequence[str]) -> int:
    """The command; see the module's docstring."""
    parser = argparse.ArgumentParser(prog="auditapp.devtools.assets")
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(argv)
    try:
        did = build(force=options.force)
        found = check() if options.check else []
        if options.check:
            found += [fault for form in sorted(FORMS.glob("*.ui")) for fault in faults(form)]
    except (ToolFailedError, texts.TextError) as error:
        print(error, file=sys.stderr)
        return 1
    print("assets compiled" if did else "assets are up to date")
    if found:
        print("\n".join(sorted(found)), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
