"""Run all benchmarks, or those named: ``python -m tests.bench [start keys opening …]``.

Each module ``*_bench.py`` has ``figures() -> list[Figure]``. Exit 1 when a budget is missed.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.figures import Figure


def main(wanted: list[str]) -> int:
    modules = sorted(path.stem for path in Path(__file__).parent.glob("*_bench.py"))
    found: list[Figure] = []
    for name in modules:
        if wanted and name.removesuffix("_bench") not in wanted:
            continue
        print(f"== {name}", flush=True)  # noqa: T201
        for figure in importlib.import_module(f"tests.bench.{name}").figures():
            found.append(figure)
            print(figure.line(), flush=True)  # noqa: T201
    missed = [figure.name for figure in found if not figure.holds]
    if missed:
        print("budgets missed: " + ", ".join(missed), file=sys.stderr)  # noqa: T201
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
