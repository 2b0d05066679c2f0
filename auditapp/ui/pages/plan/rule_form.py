"""The quick form for the auditee's own rule: filled in 20 seconds, saved field by field.

A rule is stored as soon as it has a document; from then on every field that is left is an op.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from auditapp.domain.vocabulary import EvidenceKind, Force, Lang, TargetKind
from auditapp.errors import UserError
from auditapp.ops import criteria, evidence
from auditapp.store.op import uuid7
from auditapp.ui._gen.ui_plan_rule import Ui_PlanRule
from auditapp.ui.autosave import Autosave
from auditapp.ui.pages.plan.desk import show_text
from auditapp.ui.pages.plan.file_button import FileDrop
from auditapp.ui.pages.plan.frame_part import choose

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from uuid import UUID

    from auditapp.jobs.progress import Progress
    from auditapp.ops.evidence import Content
    from auditapp.ops.queries.plan import OwnRuleRow
    from auditapp.ops.queries.plan_extra import LinkTarget, ProofRow
    from auditapp.ui.pages.plan.desk import PlanDesk

HITS: Final = 30
_LINK: Final = Qt.ItemDataRole.UserRole
Link = tuple[TargetKind, str]


class RuleForm(QWidget):
    """One own rule, new or stored.

    Signals:
        stored: a new rule was stored (its id).
    """

    stored = Signal(object)

    def __init__(self, desk: PlanDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rule: OwnRuleRow | None = None
        self._links: tuple[Link, ...] = ()
        self._targets: tuple[LinkTarget, ...] = ()
        self._proofs: Mapping[UUID, ProofRow] = {}
        self._loading = False
        self.ui = Ui_PlanRule()
        self.ui.setupUi(self)
        self.ui.date_edit.set_icons(desk.context.icons)
        self._savers = [
            Autosave(desk.context, editor, commit=self._commit)
            for editor in (
                self.ui.document_edit,
                self.ui.document_number_edit,
                self.ui.version_edit,
                self.ui.article_edit,
                self.ui.wording_edit,
                self.ui.second_wording_edit,
            )
        ]
        self._arrange()
        self._connect()

    @property
    def rule_id(self) -> UUID | None:
        """The stored rule that is shown; None for a new one."""
        return None if self._rule is None else self._rule.id

    @property
    def links(self) -> tuple[Link, ...]:
        """What the rule serves, as shown."""
        return self._links

    def set_targets(self, targets: Sequence[LinkTarget], proofs: Mapping[UUID, ProofRow]) -> None:
        """What a rule can be linked to, and the evidence that documents may be."""
        self._targets, self._proofs = tuple(targets), proofs

    def show_new(self, links: Sequence[Link] = ()) -> None:
        """An empty form, with these links."""
        self._show(None, tuple(links))
        self.ui.document_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_rule(self, rule: OwnRuleRow) -> None:
        """A stored rule, to be read or changed."""
        self._show(rule, rule.links)

    def adopt(self, rule: OwnRuleRow) -> None:
        """The rule that was new is stored now: go on with it."""
        self._rule = rule
        self._show(rule, rule.links)

    def retranslate(self) -> None:
        """Set every string again."""
        ui, texts = self.ui, self._desk.context.texts
        ui.retranslateUi(self)
        chosen = ui.force_combo.currentData()
        ui.force_combo.clear()
        for force in criteria.OWN_FORCES:
            ui.force_combo.addItem(texts.enum(force), force.value)
        choose(ui.force_combo, chosen)
        self._say()

    # -- inside -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        ui = self.ui
        for editor in (ui.wording_edit, ui.second_wording_edit):
            editor.setMinimumHeight(72)
            editor.setMaximumHeight(88)
        ui.hits_list.hide()
        ui.hits_list.setMaximumHeight(144)
        ui.links_list.setMinimumHeight(64)
        ui.links_list.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding
        )
        ui.links_list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        ui.force_combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        ui.force_combo.setMinimumContentsLength(6)
        ui.links_list.setWordWrap(False)
        ui.links_list.setTextElideMode(Qt.TextElideMode.ElideRight)
        ui.hits_list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for found in (ui.hits_list, ui.links_list):
            found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            found.installEventFilter(self)
        ui.link_edit.installEventFilter(self)

    def _connect(self) -> None:
        ui = self.ui
        ui.date_edit.chosen.connect(self._on_changed)
        ui.force_combo.activated.connect(self._on_changed)
        ui.link_edit.textEdited.connect(self._on_search)
        ui.hits_list.itemActivated.connect(self._on_hit)
        ui.hits_list.itemClicked.connect(self._on_hit)
        ui.withdraw_button.clicked.connect(self._on_withdraw)
        self._drop = FileDrop(ui.file_button)
        self._drop.chosen.connect(self._on_file)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return takes the first hit, Down goes into the hits, Del takes a link away."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            ui, key = self.ui, event.key()
            if watched is ui.link_edit and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if ui.hits_list.count():
                    self._on_hit(ui.hits_list.item(0))
                return True
            if watched is ui.link_edit and key == Qt.Key.Key_Down and ui.hits_list.count():
                ui.hits_list.setCurrentRow(0)
                ui.hits_list.setFocus()
                return True
            if watched is ui.links_list and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self._drop_link()
                return True
        return super().eventFilter(watched, event)

    def _show(self, rule: OwnRuleRow | None, links: tuple[Link, ...]) -> None:
        is_same = self._rule is not None and rule is not None and rule.id == self._rule.id
        if not is_same:
            for saver in self._savers:
                saver.flush()
        self._rule, self._links, self._loading = rule, links, True
        main, second = self._desk.main, self._desk.second
        values = ["", "", "", "", "", ""]
        if rule is not None:
            values = [
                rule.document,
                rule.document_number or "",
                rule.document_version or "",
                rule.article or "",
                rule.wording.get(main),
                rule.wording.get(second) if second else "",
            ]
        for saver, value in zip(self._savers, values, strict=True):
            if is_same:
                show_text(saver, value)
            else:
                saver.load(value)
        ui = self.ui
        if not (is_same and ui.date_edit.hasFocus()):
            ui.date_edit.set_day(None if rule is None else rule.document_date)
        choose(ui.force_combo, rule.force if rule else Force.OWN_PROCEDURE)
        ui.second_wording_edit.setVisible(second is not None)
        if not is_same:
            ui.link_edit.clear()
            ui.hits_list.hide()
        self._loading = False
        self._show_links()
        self._say()

    def _say(self) -> None:
        ui, rule = self.ui, self._rule
        texts = self._desk.context.texts
        ui.withdraw_button.setVisible(rule is not None)
        ui.number_label.setText(self.tr("New rule of the auditee") if rule is None else rule.number)
        if rule is None:
            said = self.tr("It is saved as soon as it has a document; then each field on leaving.")
        else:
            said = self.tr("Saved. It can be cited in findings now.")
        if rule is not None and rule.force is Force.TEMPLATE:
            said = self.tr("A template is no criterion until a source document replaces it.")
        elif rule is not None and not rule.links:
            said = self.tr("Saved. Link it to the clauses or questions that it serves.")
        ui.sentence_label.setText(said)
        proof = None if rule is None or rule.evidence_id is None else rule.evidence_id
        known = self._proofs.get(proof) if proof is not None else None
        ui.file_button.setText(known.number if known is not None else self.tr("Choose …"))
        ui.file_button.setToolTip(
            (known.file_name or known.title)
            if known is not None
            else self.tr("Choose or drop it: it becomes evidence and is linked to the rule")
        )
        ui.file_button.setAccessibleName(self.tr("File of the document"))
        second = self._desk.second if self._desk.context.is_open else None
        if second is not None:
            ui.wording_edit.setPlaceholderText(texts.enum(self._desk.main))
            ui.second_wording_edit.setPlaceholderText(texts.enum(second))
        is_open = self._desk.context.is_open and self._desk.is_open
        for widget in (ui.force_combo, ui.file_button, ui.link_edit, ui.withdraw_button):
            widget.setEnabled(is_open)

    def _typed(self, evidence_id: UUID | None = None) -> criteria.OwnRule:
        ui, main, second = self.ui, self._desk.main, self._desk.second
        wording: dict[Lang, str | None] = {main: ui.wording_edit.toPlainText().strip() or None}
        if second is not None:
            wording[second] = ui.second_wording_edit.toPlainText().strip() or None
        stored = None if self._rule is None else self._rule.evidence_id
        return criteria.OwnRule(
            document=ui.document_edit.text(),
            force=Force(ui.force_combo.currentData() or Force.OWN_PROCEDURE),
            document_number=ui.document_number_edit.text(),
            document_version=ui.version_edit.text(),
            document_date=ui.date_edit.day,
            article=ui.article_edit.text(),
            wording=_changed(wording, self._rule),
            evidence_id=evidence_id or stored,
        )

    def _commit(self, _: str) -> None:
        self._store()

    def _on_changed(self) -> None:
        self._store()

    def _store(self, *, evidence_id: UUID | None = None, gesture: UUID | None = None) -> None:
        """Store what stands there; a new rule needs its document first."""
        if self._loading or not self.ui.document_edit.text().strip():
            return
        typed = self._typed(evidence_id)
        if self._rule is not None:
            self._desk.did(criteria.edit_criterion(self._rule.id, typed), gesture)
            return
        gesture = gesture or uuid7()
        outcome = self._desk.context.perform(criteria.add_criterion(typed), gesture=gesture)
        if outcome is None:
            return
        if self._links:
            self._desk.did(criteria.link_criterion(outcome.value, self._links), gesture)
        self.stored.emit(outcome.value)

    def _set_links(self, links: tuple[Link, ...]) -> None:
        self._links = links
        self._show_links()
        if self._rule is not None:
            self._desk.did(criteria.link_criterion(self._rule.id, links))

    def _show_links(self) -> None:
        found = self.ui.links_list
        row = found.currentRow()
        found.clear()
        titles = {(target.kind, target.id): target.title for target in self._targets}
        for link in self._links:
            item = QListWidgetItem(f"{link[1]}  {titles.get(link, '')}".strip())
            item.setData(_LINK, link)
            item.setToolTip(titles.get(link, ""))
            found.addItem(item)
        found.setCurrentRow(min(row, found.count() - 1))
        self.ui.links_hint_label.setVisible(bool(self._links))

    def _drop_link(self) -> None:
        item = self.ui.links_list.currentItem()
        # None where nothing is chosen, whatever the stubs say.
        known: Any = item
        if known is not None:
            gone = known.data(_LINK)
            self._set_links(tuple(link for link in self._links if link != tuple(gone)))

    def _on_search(self, words: str) -> None:
        hits = self.ui.hits_list
        hits.clear()
        wanted = words.casefold().split()
        if wanted:
            for target in self._targets:
                if hits.count() >= HITS:
                    break
                is_new = (target.kind, target.id) not in self._links
                if is_new and all(word in target.words for word in wanted):
                    item = QListWidgetItem(f"{target.id}  {target.title}")
                    item.setData(_LINK, (target.kind, target.id))
                    item.setToolTip(target.title)
                    hits.addItem(item)
        hits.setVisible(hits.count() > 0)

    def _on_hit(self, item: QListWidgetItem) -> None:
        kind, key = item.data(_LINK)
        link = (TargetKind(kind), str(key))
        self.ui.link_edit.clear()
        self.ui.hits_list.hide()
        self.ui.link_edit.setFocus()
        if link not in self._links:
            self._set_links((*self._links, link))

    def _on_withdraw(self) -> None:
        if self._rule is not None:
            self._desk.did(criteria.withdraw_criterion(self._rule.id))

    def _on_file(self, path: Path) -> None:
        if not self.ui.document_edit.text().strip():
            self.ui.document_edit.setText(path.stem)
        self._desk.context.jobs.run(lambda progress: _read(path, progress), self._on_read)

    def _on_read(self, content: Content) -> None:
        """Evidence, rule and their bond are one gesture."""
        title = " ".join(
            part
            for part in (self.ui.document_edit.text(), self.ui.document_number_edit.text())
            if part.strip()
        )
        gesture = uuid7()
        facts = evidence.EvidenceFacts(title={self._desk.main: title})
        try:
            op = evidence.add_evidence(EvidenceKind.DOCUMENT, facts, content)
        except UserError as error:
            self._desk.context.refused.emit(error)
            return
        outcome = self._desk.context.perform(op, gesture=gesture)
        if outcome is not None:
            self._store(evidence_id=outcome.value, gesture=gesture)


def _changed(wording: dict[Lang, str | None], rule: OwnRuleRow | None) -> dict[Lang, str | None]:
    """Only what changed: writing the second language again would call it up to date."""
    if rule is None:
        return {lang: body for lang, body in wording.items() if body}
    return {lang: body for lang, body in wording.items() if (body or "") != rule.wording.get(lang)}


def _read(path: Path, progress: Progress) -> Content:
    """A document's bytes; a very large file is linked instead."""
    del progress
    try:
        too_large = path.stat().st_size > evidence.MAX_EMBEDDED
    except OSError:
        too_large = False
    if too_large:
        return evidence.content_of_link(path)
    return evidence.content_of_file(path, kind=EvidenceKind.DOCUMENT)
