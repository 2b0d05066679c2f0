"""A pack of one's own while it is edited: what it is now, what was saved, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.packs.own_packs import ids_ever_used
from auditapp.ui.pages.packs import unsaved

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from auditapp.packs.content import Library
    from auditapp.packs.source import PackSource

_MOST_STEPS: Final = 300


class Works:
    """The packs that are being edited, by id; what is not saved yet is kept on disk."""

    def __init__(self) -> None:
        self._works: dict[str, Work] = {}

    @property
    def changed(self) -> frozenset[str]:
        """Which have something to save."""
        return frozenset(name for name, it in self._works.items() if it.is_changed)

    def of(self, saved: PackSource, root: Path) -> Work:
        """The work on a pack; begun, or gone on with, when it is asked for first."""
        if saved.id not in self._works:
            self._works[saved.id] = Work(saved, root, unsaved.kept(root, saved.id))
        return self._works[saved.id]

    def renew(self) -> None:
        """The files were read again: they count where nothing is unsaved."""
        self._works = {name: it for name, it in self._works.items() if it.is_changed}

    def drop(self, pack_id: str, root: Path) -> None:
        """Forget what is not saved."""
        self._works.pop(pack_id, None)
        unsaved.forget(root, pack_id)

    def keep(self, root: Path, library: Library) -> None:
        """Put what is not saved on disk. Raises UserError ``pack_cannot_write``."""
        for pack_id, work in self._works.items():
            if work.is_changed:
                unsaved.keep(root, work.source, library)
            else:
                unsaved.forget(root, pack_id)


class Work:
    """Edits are functions from source to source; every one can be undone until it is saved.

    ``place`` names what is being typed into: typing on there is one step.
    """

    def __init__(
        self, saved: PackSource, own_root: Path, unsaved: PackSource | None = None
    ) -> None:
        self.source = unsaved or saved
        self.saved = saved
        self.used = ids_ever_used(own_root, saved.id) | {
            str(it.get("id", "")) for it in saved.questions
        }
        self._past: list[PackSource] = []
        self._future: list[PackSource] = []
        self._place = ""

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.source != self.saved

    @property
    def can_undo(self) -> bool:
        """Whether there is a way back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a way forward again."""
        return bool(self._future)

    def edit(self, change: Callable[[PackSource], PackSource], place: str = "") -> bool:
        """Do an edit; says whether anything is different. Raises what ``change`` raises."""
        new = change(self.source)
        if new == self.source:
            return False
        if not place or place != self._place:
            self._past = [*self._past[-_MOST_STEPS:], self.source]
        self._place = place
        self._future = []
        self.source = new
        return True

    def undo(self) -> None:
        """One step back."""
        if self._past:
            self._future.append(self.source)
            self.source = self._past.pop()
            self._place = ""

    def redo(self) -> None:
        """One step forward."""
        if self._future:
            self._past.append(self.source)
            self.source = self._future.pop()
            self._place = ""

    def discard(self) -> None:
        """Back to what was saved; that can be undone too."""
        self.edit(lambda _: self.saved)

    def was_saved(self, source: PackSource) -> None:
        """What was written, with its new versions."""
        self.source = self.saved = source
        self.used |= {str(it.get("id", "")) for it in source.questions}
        self._past, self._future, self._place = [], [], ""
