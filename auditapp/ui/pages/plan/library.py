"""The library of packs and criteria as a job: the shipped checklists, cached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditapp.packs.library import load_library
from auditapp.paths import shipped_paths, user_paths

if TYPE_CHECKING:
    from auditapp.jobs.progress import Progress
    from auditapp.packs.content import Library


def read_library(progress: Progress) -> Library:
    """All packs and criteria; raises ``PacksInvalid`` when what is shipped is at fault."""
    user = user_paths()
    return load_library(
        shipped_paths().checklists,
        user_folder=user.checklists,
        cache_dir=user.cache / "packs",
        progress=progress,
    )
