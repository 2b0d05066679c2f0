"""The grid of people, for the wizard and the plan page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from auditapp.domain.vocabulary import Role
from auditapp.ui.pages.plan.grid import CellKind, GridColumn, GridModel, GridView, put_field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ui.context import AppContext
    from auditapp.ui.pages.plan.lines import PersonLine


class TeamPane(QWidget):
    """People as rows; codes of stored people stay as they are.

    Signals:
        edited: a person was changed (before, after). ``add_wanted``: another row.
        remove_wanted: a person (PersonLine).
    """

    edited = Signal(object, object)
    add_wanted = Signal()
    remove_wanted = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._me = ""
        self.model: GridModel[PersonLine] = GridModel(context.theme, self)
        self.grid: GridView[PersonLine] = GridView(self.model, self)
        self.add_button, self.remove_button = QPushButton(self), QPushButton(self)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "caption")
        self._hint.setWordWrap(True)
        context.icons.assign(self.add_button, "add", "muted", 16)
        context.icons.assign(self.remove_button, "minus", "muted", 16)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.add_button)
        bar.addWidget(self.remove_button)
        bar.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self._hint)
        self.add_button.clicked.connect(self.add_wanted)
        self.grid.add_wanted.connect(self.add_wanted)
        self.remove_button.clicked.connect(self._on_remove)
        self.grid.remove_wanted.connect(self._on_remove)
        self.grid.edited.connect(self._on_edited)

    def show_lines(self, lines: Sequence[PersonLine], *, me: str) -> None:
        """Show these people; ``me`` is the code of the person at the keyboard."""
        self._me = me
        if self.model.columns:
            self.model.set_lines(lines)
        else:
            self.model.show(self._columns(), lines)

    def retranslate(self) -> None:
        """Set every string again."""
        self.grid.setAccessibleName(self.tr("Team"))
        self.add_button.setText(self.tr("Add a person"))
        self.add_button.setToolTip(self.tr("Add a person") + "  Ins")
        self.remove_button.setText(self.tr("Take off the team"))
        self.remove_button.setToolTip(self.tr("Take the person off the team") + "  Del")
        self._hint.setText(
            self.tr(
                "A code becomes part of the numbers of evidence and findings and stays. The "
                "auditee's people stand here too: they own actions and confirm facts."
            )
        )
        self.model.show(self._columns(), self.model.lines)

    def _columns(self) -> list[GridColumn[PersonLine]]:
        texts = self._context.texts
        roles = [(role, texts.enum(role)) for role in Role]

        def code(line: PersonLine, value: str) -> PersonLine:
            return replace(line, code=value.strip().upper())

        def named(line: PersonLine) -> str:
            is_me = line.code and line.code == self._me
            return f"{line.name}  " + self.tr("(you)") if is_me else line.name

        return [
            GridColumn(
                "code",
                lambda: self.tr("Code"),
                lambda it: it.code,
                code,
                open=lambda it: it.key is None,
                strong=lambda _: True,
                hint=self.tr("Up to 8 letters and digits that end with a letter"),
                width=104,
            ),
            GridColumn(
                "name",
                lambda: self.tr("Name"),
                lambda it: it.name,
                put_field("name"),
                text=named,
                stretch=True,
            ),
            GridColumn(
                "role",
                lambda: self.tr("Role"),
                lambda it: it.role,
                put_field("role"),
                CellKind.CHOICE,
                lambda _: roles,
                width=176,
            ),
            GridColumn(
                "organisation",
                lambda: self.tr("Organisation"),
                lambda it: it.organisation,
                put_field("organisation"),
                stretch=True,
            ),
            GridColumn(
                "contact",
                lambda: self.tr("Telephone or e-mail"),
                lambda it: it.contact,
                put_field("contact"),
                stretch=True,
            ),
        ]

    def _on_edited(self, key: str, before: PersonLine, after: PersonLine) -> None:
        del key
        self.edited.emit(before, after)

    def _on_remove(self) -> None:
        line = self.grid.current_line
        if line is not None:
            self.remove_wanted.emit(line)
