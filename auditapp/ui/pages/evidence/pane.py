"""One item in detail: preview, fields, what it supports, its file."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFormLayout, QWidget
from shiboken6 import isValid

from auditapp.domain.vocabulary import Storage
from auditapp.errors import UserError
from auditapp.ops import evidence as ops
from auditapp.ops.queries import evidence_extra
from auditapp.ops.queries.evidence import evidence_bytes
from auditapp.ops.queries.evidence_extra import LinkState
from auditapp.ui.pages.evidence.facts import EvidenceFields
from auditapp.ui.pages.evidence.linking import LinkPicker
from auditapp.ui.pages.evidence.preview import EvidencePreview
from auditapp.ui.pages.evidence.words import KIND_ICONS, WRITTEN
from auditapp.ui.pages.records.asking import ask_reason
from auditapp.ui.pages.records.layout import button, column, label, line, scrolling
from auditapp.ui.pages.records.links import Link, LinkList
from auditapp.ui.widgets.boxes import Card
from auditapp.ui.widgets.labels import ElidedLabel, token_of

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QLabel

    from auditapp.jobs.progress import Progress
    from auditapp.ops.queries.content import PackShelf
    from auditapp.ops.queries.evidence import EvidenceDetail
    from auditapp.ops.queries.printed import Languages
    from auditapp.ui.context import AppContext
    from auditapp.ui.theme import Token

PREVIEW_HEIGHT = 208


class EvidencePane(QWidget):
    """Shows and edits one item; :meth:`load` another one after :meth:`flush`.

    Signals:
        withdrawn: the item was withdrawn.
    """

    withdrawn = Signal()

    def __init__(
        self, context: AppContext, shelf: PackShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._detail: EvidenceDetail | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._icon = label(self)
        self.number = label(self, "strong")
        self._kind = ElidedLabel(parent=self)
        self._kind.setProperty("role", "muted")
        self._withdrawn = label(self, "problem", wrap=True)
        icons = context.icons
        self.withdraw = button(icons, "delete", self._on_withdraw, self)
        self.preview = EvidencePreview(context, self)
        self.preview.setFixedHeight(PREVIEW_HEIGHT)
        self.fields = EvidenceFields(context, self)
        self._supports = label(self, "strong")
        self.link = button(icons, "link", self._on_link, self)
        self.links = LinkList(context, self)
        self._file = label(self, "strong")
        self._facts = QFormLayout()
        self._fact_rows: dict[str, tuple[QLabel, QLabel]] = {}
        self.open_file = button(icons, "external", self._on_open, self)
        self.save_copy = button(icons, "export", self._on_save, self)
        self.check_link = button(icons, "check", self._on_check, self)
        self._picker = LinkPicker(context, shelf, self)
        self._arrange()
        self.links.opened.connect(self._on_opened)
        self.links.removed.connect(self._on_removed)

    @property
    def shown(self) -> UUID | None:
        """The item that is shown."""
        return None if self._detail is None else self._detail.row.id

    def flush(self) -> None:
        """Make what was typed a step now."""
        if self._detail is not None:
            self.fields.flush()

    def load(self, detail: EvidenceDetail, languages: Languages) -> None:
        """Show an item."""
        is_other = self.shown != detail.row.id
        self._detail = detail
        record, texts = detail.row.record, self._context.texts
        self._icon.setPixmap(self._context.icons.pixmap(KIND_ICONS[record.kind], "accent", 20))
        self.number.setText(record.number)
        self._kind.set_text(texts.enum(record.kind))
        self._withdrawn.setVisible(record.withdrawn)
        reason = record.withdrawn_reason or ""
        self._withdrawn.setText(self.tr("Withdrawn: {reason}").format(reason=reason))
        self.withdraw.setVisible(not record.withdrawn)
        self.link.setVisible(not record.withdrawn)
        # What is written is read where it is edited.
        self._frame.setVisible(record.kind not in WRITTEN or record.sha256 is not None)
        self.preview.show_record(record)
        self.fields.load(detail.row, languages)
        self._show_links(detail)
        self._show_file(detail, fresh=is_other)
        if is_other:
            self._area.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """Set every string again."""
        self.fields.retranslate()
        self.preview.retranslate()
        self._supports.setText(self.tr("Supports"))
        self._file.setText(self.tr("File"))
        for widget, words, key in (
            (self.link, self.tr("Link …"), "Alt+L"),
            (self.withdraw, self.tr("Withdraw …"), ""),
            (self.open_file, self.tr("Open"), "Alt+O"),
            (self.save_copy, self.tr("Save a copy …"), ""),
            (self.check_link, self.tr("Check the file"), ""),
        ):
            widget.setText(words)
            widget.setAccessibleName(words)
            widget.setToolTip(f"{words}  {key}".strip())
        self.open_file.setShortcut("Alt+O")
        self.link.setShortcut("Alt+L")
        captions = {
            "name": self.tr("Name"),
            "size": self.tr("Size"),
            "where": self.tr("Where"),
            "sha": self.tr("SHA-256"),
            "original": self.tr("Original"),
            "by": self.tr("Obtained by"),
            "state": self.tr("State"),
        }
        for name, (caption, _) in self._fact_rows.items():
            caption.setText(captions[name])

    def _arrange(self) -> None:
        content = QWidget(self)
        head = line()
        head.addWidget(self._icon)
        head.addWidget(self.number)
        head.addWidget(self._kind, 1)
        head.addWidget(self.withdraw)
        box = column(content, gap=12, margins=(16, 16, 16, 16))
        box.addLayout(head)
        box.addWidget(self._withdrawn)
        self._frame = Card(content, margin=4, gap=0)
        self._frame.body.addWidget(self.preview)
        box.addWidget(self._frame)
        box.addWidget(self.fields)
        supports = line()
        supports.addWidget(self._supports, 1)
        supports.addWidget(self.link)
        box.addLayout(supports)
        box.addWidget(self.links)
        box.addWidget(self._file)
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(4)
        for name in ("name", "size", "where", "sha", "original", "by", "state"):
            caption, value = label(content, "caption"), label(content, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addRow(caption, value)
            self._fact_rows[name] = (caption, value)
        box.addLayout(self._facts)
        buttons = line()
        for widget in (self.open_file, self.save_copy, self.check_link):
            buttons.addWidget(widget)
        buttons.addStretch()
        box.addLayout(buttons)
        box.addStretch()
        self._area = scrolling(content, self)
        column(self, gap=0).addWidget(self._area)

    def _show_links(self, detail: EvidenceDetail) -> None:
        lang, texts = self._context.lang, self._context.texts
        codes = {unit.id: unit.code for unit in self._context.heading.units}
        can = not detail.row.record.withdrawn
        rows = [
            Link(
                ("answer", question, unit),
                question,
                codes.get(unit, ""),
                icon="checklist",
                can_remove=can,
            )
            for question, unit in detail.row.answers
        ]
        rows += [
            Link(
                ("finding", finding.id),
                finding.final_number or finding.number,
                finding.title.best(lang),
                texts.enum(finding.grade),
                icon="findings",
                token=token_of(finding.grade),
                can_remove=can,
            )
            for finding in detail.findings
        ]
        rows += [
            Link(
                ("action", action.id),
                action.number,
                "",
                texts.enum(action.state),
                icon="actions",
                can_remove=False,
            )
            for action in detail.actions
        ]
        self.links.show_links(
            rows, self.tr("Nothing yet. Link it to the questions and findings that it supports.")
        )

    def _show_file(self, detail: EvidenceDetail, *, fresh: bool) -> None:
        record, texts = detail.row.record, self._context.texts
        person = detail.obtained_by
        values = {
            "name": record.file_name or "",
            "size": "" if record.size is None else texts.size(record.size),
            "where": record.path or ("" if record.storage is None else texts.enum(record.storage)),
            "sha": _spaced(record.sha256),
            "original": _spaced(record.original_sha256),
            "by": "" if person is None else f"{person.code}  {person.name}",
        }
        for name, text in values.items():
            self._fact(name, text)
        if fresh or record.storage is not Storage.LINKED:
            self._fact("state", "")
        has_file = record.sha256 is not None
        self._file.setVisible(has_file)
        self.open_file.setVisible(has_file)
        self.save_copy.setVisible(has_file and record.storage is Storage.EMBEDDED)
        self.check_link.setVisible(record.storage is Storage.LINKED)
        if fresh and record.storage is Storage.LINKED and not Path(record.path or "").exists():
            self._show_state(LinkState.MISSING)

    def _fact(self, name: str, text: str) -> None:
        caption, value = self._fact_rows[name]
        value.setText(text)
        self._facts.setRowVisible(value, bool(text))
        caption.setVisible(bool(text))

    def _on_opened(self, key: tuple[object, ...]) -> None:
        page = {"answer": "checklist", "finding": "findings", "action": "actions"}[str(key[0])]
        self._context.go(page, key[1:] if page == "checklist" else key[1])

    def _on_removed(self, key: tuple[str, str, UUID] | tuple[str, UUID]) -> None:
        if self._detail is None:
            return
        item = self._detail.row.id
        if len(key) == 3:
            self._context.perform(ops.unlink_from_answer(item, key[1], key[2]))
        else:
            self._context.perform(ops.unlink_from_finding(item, key[1]))

    def _on_link(self) -> None:
        if self._detail is not None:
            self._picker.ask(self._detail)

    def _on_withdraw(self) -> None:
        if self._detail is None:
            return
        item = self._detail.row.id

        def go(reason: str) -> None:
            if self._context.perform(ops.withdraw_evidence(item, reason)) is not None:
                self.withdrawn.emit()

        ask_reason(
            self,
            self.tr("Withdraw {number}?").format(number=self._detail.row.number),
            self.tr("Number and trace stay; the item is no longer listed or printed."),
            self.tr("Withdraw"),
            go,
        )

    def _on_open(self) -> None:
        """Open with the system's program: a linked file in place, an embedded one as a copy."""
        record = None if self._detail is None else self._detail.row.record
        if record is None or record.sha256 is None:
            return
        if record.storage is Storage.LINKED:
            path = Path(record.path or "")
            if not path.exists():
                self._context.refused.emit(UserError("linked_missing", path=str(path)))
                return
        else:
            # Gone with the page: what is opened may hold personal data.
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(prefix="auditapp-")
            path = Path(self._folder.name) / (record.file_name or record.number)
            if not self._write(record.sha256, path):
                return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _on_save(self) -> None:
        record = None if self._detail is None else self._detail.row.record
        if record is None or record.sha256 is None:
            return
        suggested = f"{record.number} {record.file_name or ''}".strip()
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), suggested)
        if name and self._write(record.sha256, Path(name)):
            self._context.notify(self.tr("Saved as {path}").format(path=name))

    def _write(self, sha256: str, path: Path) -> bool:
        data = evidence_bytes(self._context.audit, sha256)
        if data is None:
            self._context.notify(self.tr("The bytes of this item are not in this file."))
            return False
        try:
            path.write_bytes(data)
        except OSError:
            self._context.refused.emit(UserError("file_unwritable", path=str(path)))
            return False
        return True

    def _on_check(self) -> None:
        record = None if self._detail is None else self._detail.row.record
        if record is None or record.sha256 is None or record.path is None:
            return
        path, sha256, item = record.path, record.sha256, record.id

        def work(progress: Progress) -> LinkState:
            return evidence_extra.look_at_link(path, sha256, progress)

        def done(state: LinkState) -> None:
            if isValid(self) and self.shown == item:
                self._show_state(state)

        self._context.jobs.run(work, done, title=self.tr("Checking the linked file"), blocking=True)

    def _show_state(self, state: LinkState) -> None:
        words, token = self._state_words(state)
        self._fact("state", words)
        self._fact_rows["state"][1].setStyleSheet(f"color: {self._context.theme.css(token)}")

    def _state_words(self, state: LinkState) -> tuple[str, Token]:
        if state is LinkState.PRESENT:
            return self.tr("✓ present and unchanged"), "conforming"
        if state is LinkState.CHANGED:
            return self.tr("! changed since it was recorded"), "major"
        return self.tr("! not on this machine"), "minor"


def _spaced(sha256: str | None) -> str:
    """A hash that can break into lines."""
    return " ".join((sha256 or "")[at : at + 8] for at in range(0, len(sha256 or ""), 8))
