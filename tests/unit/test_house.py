"""The house rules that no linter checks: sizes, one room for each thing, an empty front door."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GENERATED = {"_gen", "_data"}
CODE = sorted(
    path
    for folder in ("auditapp", "tests")
    for path in (ROOT / folder).rglob("*.py")
    if not GENERATED & set(path.parts)
)
PRODUCT = [path for path in CODE if path.is_relative_to(ROOT / "auditapp")]
MAX_LINES = 800
MAX_METHODS = 25
TOP = {
    "auditapp",
    "forms",
    "checklists",
    "resources",
    "tests",
    "docs",
    "pyproject.toml",
    "build.spec",
    "Makefile",
    "README.md",
    "README.zh-CN.md",
    "CHANGELOG.md",
    "LICENSE",
    ".ci",
    ".gitignore",
}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_file_is_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


@pytest.mark.parametrize("path", PRODUCT, ids=name)
def test_no_class_has_too_many_methods(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            methods = [item for item in node.body if isinstance(item, ast.FunctionDef)]
            assert len(methods) <= MAX_METHODS, f"{node.name} has {len(methods)} methods"


@pytest.mark.parametrize("path", PRODUCT, ids=name)
def test_module_level_state_is_constant(path: Path) -> None:
    """No globals: nothing at module level is rebound from inside a function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Global)]


def test_the_front_door_is_empty() -> None:
    assert (ROOT / "auditapp" / "__init__.py").read_text(encoding="utf-8") == ""


def test_nothing_new_stands_at_the_top_level() -> None:
    import subprocess

    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert {line.split("/")[0] for line in listed} <= TOP
