"""What is done to a pack of one's own: every deed is an edit that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from auditapp.errors import UserError
from auditapp.packs import tailoring
from auditapp.ui.pages.packs.collection import names
from auditapp.ui.pages.packs.details import DetailsDialog
from auditapp.ui.pages.packs.question_tree import HEAD, QUESTION, SECTION
from auditapp.ui.pages.records.asking import Choice, PickDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from auditapp.packs.source import PackSource
    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.packs.editing import Deed
    from auditapp.ui.pages.packs.question_tree import Node
    from auditapp.ui.pages.packs.work import Work


class Desk(QObject):
    """Edits the work it was given; refusals leave as sentences.

    Signals:
        edited: the pack is different now; this row is to be read (Node or None: the same one).
        refused: it cannot be (UserError).
    """

    edited = Signal(object)
    refused = Signal(object)

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.work: Work | None = None
        self.node: Node | None = None
        self.chosen: tuple[str, ...] = ()

    def do(self, deed: Deed) -> None:
        """Do what the bar asks for (saving is the window's)."""
        deeds: dict[str, Callable[[], None]] = {
            "add_question": self._add_question,
            "add_section": self._ask_section,
            "up": lambda: self._move(-1),
            "down": lambda: self._move(1),
            "off": lambda: self._switch(off=True),
            "on": lambda: self._switch(off=False),
            "weight": self._ask_weight,
            "lock": self._ask_lock,
            "lock_pack": self._ask_pack_lock,
            "remove": self._remove,
            "undo": lambda: self._travel(back=True),
            "redo": lambda: self._travel(back=False),
        }
        if self.work is not None:
            deeds[deed]()

    def put(self, node: Node, key: str, value: object) -> None:
        """A value that was typed or chosen in a form; typing on in a field is one step."""
        kind, name = node
        place = f"{kind}:{name}:{key}"
        if kind == QUESTION:
            self._edit(lambda it: tailoring.change_question(it, name, {key: value}), place=place)
        elif kind == HEAD:
            self._edit(lambda it: tailoring.change_head(it, {key: value}), place=place)
        else:
            title = cast("dict[str, str]", value or {})
            self._edit(lambda it: tailoring.change_section(it, name, title), place=place)

    # -- inside -------------------------------------------------------------------------------

    def _edit(
        self,
        change: Callable[[PackSource], PackSource],
        node: Node | None = None,
        *,
        place: str = "",
    ) -> bool:
        if self.work is None:
            return False
        try:
            is_new = self.work.edit(change, place)
        except UserError as error:
            self.refused.emit(error)
            return False
        if is_new or node is not None:
            self.edited.emit(node)
        return True

    def _travel(self, *, back: bool) -> None:
        if self.work is not None:
            (self.work.undo if back else self.work.redo)()
            self.edited.emit(None)

    def _section(self) -> str:
        """The section of the row that is read; the first one else."""
        work, node = self._work, self.node
        if node is not None and node[0] == SECTION:
            return node[1]
        if node is not None and node[0] == QUESTION:
            found = work.source.question(node[1])
            return str((found or {}).get("section", ""))
        ids = tailoring.section_ids(work.source)
        return ids[0] if ids else ""

    @property
    def _work(self) -> Work:
        if self.work is None:
            msg = "no pack is being edited"
            raise RuntimeError(msg)
        return self.work

    def _add_question(self) -> None:
        section, after = self._section(), None
        if self.node is not None and self.node[0] == QUESTION:
            after = self.node[1]
        made: list[str] = []
        used = self._work.used

        def change(source: PackSource) -> PackSource:
            new, name = tailoring.add_question(source, section, _NEW, after=after, used=used)
            made.append(name)
            return new

        if self._edit(change) and made:
            self.edited.emit((QUESTION, made[0]))

    def _ask_section(self) -> None:
        dialog = DetailsDialog(
            self._context,
            self.tr("New section"),
            self.tr("Its id becomes part of the ids of its questions and stays."),
            self.tr("Add section"),
            self._window,
        )
        name = dialog.add_line(self.tr("Id, such as 7.2"))
        zh = dialog.add_line(self.tr("Title in Chinese"))
        en = dialog.add_line(self.tr("Title in English"))
        after = self._section() if tailoring.section_ids(self._work.source) else None

        def add() -> None:
            title = {"en": en.text().strip(), "zh": zh.text().strip()}
            title = {key: text for key, text in title.items() if text}
            section = name.text().strip()
            self._work.edit(lambda it: tailoring.add_section(it, section, title, after=after))
            self.edited.emit((SECTION, section))

        dialog.on_yes = add
        dialog.open()

    def _move(self, way: int) -> None:
        node, source = self.node, self._work.source
        if node is None or node[0] == HEAD:
            return
        kind, name = node
        if kind == SECTION:
            siblings = list(tailoring.section_ids(source))
        else:
            section = self._section()
            siblings = [str(it["id"]) for it in source.questions if it.get("section") == section]
        before, moves = _neighbour(siblings, name, way)
        if not moves:
            return
        if kind == SECTION:
            self._edit(lambda it: tailoring.move_section(it, name, before=before), node)
        else:
            self._edit(lambda it: tailoring.move_question(it, name, before=before), node)

    def _switch(self, *, off: bool) -> None:
        chosen = self.chosen
        self._edit(lambda it: tailoring.switch(it, chosen, off=off))

    def _ask_weight(self) -> None:
        chosen, source = self.chosen, self._work.source
        if not chosen:
            return
        first: Any = (source.question(chosen[0]) or {}).get("weight", 3)
        dialog = DetailsDialog(
            self._context,
            self.tr("Weight"),
            self.tr("From 1 to 5, for {n} questions.").format(n=len(chosen)),
            self.tr("Set weight"),
            self._window,
        )
        spin = QSpinBox(dialog)
        spin.setRange(1, 5)
        spin.setValue(first if isinstance(first, int) else 3)
        dialog.add(self.tr("Weight"), spin)

        def give() -> None:
            weight = spin.value()
            self._work.edit(lambda it: tailoring.reweight(it, chosen, weight))
            self.edited.emit(None)

        dialog.on_yes = give
        dialog.open()

    def _ask_lock(self) -> None:
        chosen = self.chosen
        if chosen:
            now = names((self._work.source.question(chosen[0]) or {}).get("locked"))
            self._pick_locks(now, chosen)

    def _ask_pack_lock(self) -> None:
        self._pick_locks(names(self._work.source.head.get("locked")), None)

    def _pick_locks(self, now: Sequence[str], chosen: Sequence[str] | None) -> None:
        texts = self._context.texts
        sentence = self.tr("Copies of this pack cannot change what is ticked; here it stays open.")
        dialog = PickDialog(self.tr("Lock for copies"), sentence, self.tr("Lock"), self._window)
        choices = [Choice(key, texts.say(f"pack_field.{key}")) for key in tailoring.LOCKABLE]
        dialog.offer(choices, now)

        def take(picked: frozenset[object]) -> None:
            keys = [str(it) for it in picked]
            self._edit(lambda it: tailoring.lock(it, keys, question_ids=chosen))

        dialog.picked.connect(take)
        dialog.open()

    def _remove(self) -> None:
        node, used = self.node, self._work.used
        if node is None:
            return
        kind, name = node
        if kind == SECTION:
            self._edit(lambda it: tailoring.remove_section(it, name))
        elif kind == QUESTION:
            self._edit(lambda it: tailoring.remove_question(it, name, used=used))


def _neighbour(siblings: list[str], name: str, way: int) -> tuple[str | None, bool]:
    """Before which one ``name`` goes, and whether it goes anywhere."""
    at = siblings.index(name)
    if way < 0:
        return (siblings[at - 1], True) if at > 0 else (None, False)
    if at + 1 >= len(siblings):
        return None, False
    return (siblings[at + 2] if at + 2 < len(siblings) else None), True


# What a new question begins with; texts are the user's to write.
_NEW: dict[str, object] = {
    "type": "document",
    "scope": "per_unit",
    "core": False,
    "prepare": "site",
    "effort": {"question": 10, "item": 0},
    "weight": 3,
    "na_allowed": True,
    "verified": False,
    "source": "practice",
}
