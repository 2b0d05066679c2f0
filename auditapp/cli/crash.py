"""A defect of ours on the command line: a report without client data, and where it lies.

A report names the kind of the error and the places in the code, never a message, an argument or a
variable: those may hold names and texts from an audit.
"""

from __future__ import annotations

import platform
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType


def write_crash(folder: Path, error: BaseException, command: str) -> Path | None:
    """Append a report to ``crash.reported.log`` in a folder; None when it cannot be written."""
    file = folder / "crash.reported.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as stream:
            stream.write(report_of(error, command) + "\n\n")
    except OSError:
        return None
    return file


def report_of(error: BaseException, command: str) -> str:
    """Time, versions, the command's word, the kinds of the errors and their places in the code."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    lines = [
        f"{now} · auditapp {version()} {command}",
        f"Python {platform.python_version()} · {platform.system()} {platform.machine()}",
    ]
    cause: BaseException | None = error
    while cause is not None:
        kind = type(cause)
        lines.append(f"{kind.__module__}.{kind.__qualname__}")
        lines += _places(cause.__traceback__)
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


def version() -> str:
    """The program's version."""
    try:
        return metadata.version("auditapp")
    except metadata.PackageNotFoundError:
        return "0+source"


def _places(trace: TracebackType | None) -> list[str]:
    places: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        place = "/".join(Path(code.co_filename).parts[-3:])
        places.append(f"  {place}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return places
