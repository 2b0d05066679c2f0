"""What is wrong with a checklist file; the parts that other content shares are yamlio's."""

from __future__ import annotations

from auditapp.errors import UserError
from auditapp.yamlio.problems import (
    Arg,
    Collector,
    Loc,
    Place,
    Problem,
    Source,
    sentence,
    show_loc,
)

__all__ = [
    "Arg",
    "Collector",
    "Loc",
    "PacksInvalid",
    "Place",
    "Problem",
    "Source",
    "sentence",
    "show_loc",
]


class PacksInvalid(UserError):  # noqa: N818  (named as the state it reports)
    """Checklist files cannot be used; ``problems`` has every reason."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(
            "packs_invalid",
            n=len(problems),
            where=f"{first.path}:{first.line}",
            first=first.as_error(),
        )
        self.problems = problems
