"""What every page is given: the open audit, the way to change it, and what concerns all pages.

Built once by ``ui.app`` and passed by constructor. It knows no widget: what must be shown leaves
as a signal, and the main window shows it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from PySide6.QtCore import QObject, Signal

from auditapp import settings as settings_store
from auditapp.errors import UserError
from auditapp.ui.backups import BackupCare
from auditapp.ui.job_runner import JobRunner
from auditapp.ui.portfolio_care import PortfolioCare
from auditapp.ui.services import AuditHeading

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from auditapp.domain.vocabulary import Lang
    from auditapp.exchange.portfolio import PortfolioIndex
    from auditapp.ops.queries.content import PackShelf
    from auditapp.settings import Settings
    from auditapp.store.audit_file import AuditFile
    from auditapp.store.backup import BackupInfo
    from auditapp.store.op import Op, Outcome
    from auditapp.texts import Texts
    from auditapp.ui.home_data import HomeData
    from auditapp.ui.icons import Icons
    from auditapp.ui.language import Language
    from auditapp.ui.services import Services
    from auditapp.ui.theme import Theme

T = TypeVar("T")


@dataclass(frozen=True)
class ChangeNotice:
    """What ``AppContext.changed`` carries: what changed, and who asked for it."""

    outcome: Outcome[Any]
    initiator: QObject | None

    def touches(self, *tables: str) -> bool:
        """Whether a row of one of these tables changed."""
        return self.outcome.touches(*tables)


@dataclass(frozen=True)
class Notice:
    """A short message at the window's foot, with or without something to click."""

    text: str
    action: str = ""
    run: Callable[[], None] | None = None


@dataclass(frozen=True)
class Place:
    """Where to go: a page by key, and what to show there (an id, a filter)."""

    page: str
    target: object = None


Shelf = Literal["cards", "terms", "ambiguities"]


@dataclass(frozen=True)
class LookUp:
    """What the reference is to show: an entry by id, or words to search for."""

    tab: Shelf = "cards"
    entry: str = ""
    words: str = ""


class AppContext(QObject):
    """The one thing that pages share.

    Signals:
        changed: a step was committed (ChangeNotice).
        audit_opened, audit_closed: the audit behind all pages came or goes.
        heading_changed: title, state, units or the person's row may have changed.
        unit_chosen: the unit switcher moved (UUID, None = all units).
        flush_requested: editors commit what they hold, now (page change, export, undo, close).
        refused: the user did something that cannot be (UserError); the window shows the sentence.
        noticed: a Notice for the toast.
        person_needed: a change was asked for, and the settings do not say by whom.
        join_needed: they do, but that person is not in the audit.
        place_requested: go to a Place.
        reference_requested: show a LookUp in the reference window.
    """

    changed = Signal(object)
    audit_opened = Signal()
    audit_closed = Signal()
    heading_changed = Signal()
    unit_chosen = Signal(object)
    flush_requested = Signal()
    refused = Signal(object)
    noticed = Signal(object)
    person_needed = Signal()
    join_needed = Signal()
    place_requested = Signal(object)
    reference_requested = Signal(object)
    settings_changed = Signal()

    def __init__(
        self,
        *,
        settings: Settings,
        settings_file: Path,
        language: Language,
        theme: Theme,
        icons: Icons,
        services: Services,
        portfolio: PortfolioIndex,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.language = language
        self.theme = theme
        self.icons = icons
        self.services = services
        self.jobs = JobRunner(self)
        self.jobs.refused.connect(self.refused)
        self.portfolio = PortfolioCare(portfolio, self.jobs, services, self)
        self.backups = BackupCare(self.jobs, services.make_keeper, self)
        self.backups.made.connect(self._on_backed_up)
        self.backups.failed.connect(self._on_backup_failed)
        self.heading = AuditHeading("")
        self.unit: UUID | None = None
        self.saved_at: datetime | None = None
        self._settings_file = settings_file
        self._audit: AuditFile | None = None
        self._shelf: PackShelf | None = None
        language.changed.connect(self._describe)

    @property
    def texts(self) -> Texts:
        """The sentences of the core in the window's language."""
        return self.language.texts

    @property
    def lang(self) -> Lang:
        """The window's language."""
        return self.language.lang

    @property
    def is_open(self) -> bool:
        """Whether an audit is open."""
        return self._audit is not None

    @property
    def audit(self) -> AuditFile:
        """The open audit; RuntimeError when there is none (pages exist only while there is one)."""
        if self._audit is None:
            msg = "no audit is open"
            raise RuntimeError(msg)
        return self._audit

    @property
    def shelf(self) -> PackShelf:
        """The thawed packs of the open audit, for the queries; one for as long as it is open."""
        if self._shelf is None:
            self._shelf = self.services.make_shelf(self.audit)
        return self._shelf

    # -- the audit ----------------------------------------------------------------------------

    def open(self, path: Path) -> bool:
        """Open an audit in place of the one that is open; says whether it did."""
        path = path.absolute()
        if self._audit is not None and self._audit.path == path:
            return True
        try:
            audit = self.services.open_audit(path, self.settings)
        except UserError as error:
            self.refused.emit(error)
            return False
        self.close()
        self._audit = audit
        self.backups.begin(audit, self.settings.backup_mb)
        self.portfolio.begin(audit, lambda: self.shelf)
        self._describe()
        self.change_settings(recent=self.settings.with_recent(str(path)).recent)
        self.audit_opened.emit()
        return True

    def close(self) -> None:
        """Commit what editors hold, back up, close; nothing happens when none is open."""
        if self._audit is None:
            return
        self.flush_requested.emit()
        self.jobs.stop_audit_jobs()
        self.portfolio.end()
        self.audit_closed.emit()
        audit, self._audit, self._shelf = self._audit, None, None
        self.backups.end()
        try:
            audit.close()
        except UserError as error:  # a full disk: what was typed last waits in the file
            self.refused.emit(error)
        self.heading = AuditHeading("")
        self.language.use_terms(self.heading.terms)
        self.unit = None
        self.saved_at = None
        self.heading_changed.emit()

    def perform(
        self,
        op: Op[T],
        *,
        initiator: QObject | None = None,
        gesture: UUID | None = None,
        actor: UUID | None = None,
    ) -> Outcome[T] | None:
        """Do an op now; None when it was refused (the window has said why).

        ``actor`` defaults to this user's row in the audit. Every page hears of it by ``changed``.
        """
        who = actor or self.heading.actor
        if who is None:
            self._ask_for_person()
            return None
        try:
            outcome = self.audit.run(op, actor=who, gesture=gesture)
        except UserError as error:
            self.refused.emit(error)
            return None
        self.announce(outcome, initiator)
        return outcome

    def join(self) -> None:
        """Put this user, as the settings name them, into the team of the open audit."""
        try:
            self.announce(self.services.join(self.audit, self.settings.me))
        except UserError as error:
            self.refused.emit(error)

    def announce(self, outcome: Outcome[Any], initiator: QObject | None = None) -> None:
        """Tell all pages what changed; for steps that did not come through ``perform`` (jobs)."""
        if outcome.step is None:
            return
        self.saved_at = outcome.step.at
        if outcome.touches("audit", "unit", "person", "text"):
            self._describe()
        self.portfolio.note(outcome)
        self.changed.emit(ChangeNotice(outcome, initiator))

    def undo(self) -> None:
        """Take back this person's latest gesture and say what it was."""
        self._travel(back=True)

    def redo(self) -> None:
        """Bring back what was undone last and say what it was."""
        self._travel(back=False)

    def choose_unit(self, unit: UUID | None) -> None:
        """Show one unit, or all."""
        if unit != self.unit:
            self.flush_requested.emit()
            self.unit = unit
            self.unit_chosen.emit(unit)

    # -- the window ---------------------------------------------------------------------------

    def go(self, page: str, target: object = None) -> None:
        """Show a page; ``target`` is what it should put in sight."""
        self.place_requested.emit(Place(page, target))

    def look_up(self, entry: str = "", *, tab: Shelf = "cards", words: str = "") -> None:
        """Show a criterion card, a term or an ambiguity in the reference, or search there."""
        self.reference_requested.emit(LookUp(tab, entry, words))

    def home_data(self, search: str = "", today: date | None = None) -> HomeData:
        """What the home screen shows of the audits that hold every word, as of today."""
        return self.portfolio.data(self.settings.recent, self.lang, search=search, today=today)

    def notify(self, text: str, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Show a short message at the window's foot for three seconds."""
        self.noticed.emit(Notice(text, action, run))

    def notify_change(self, what: str, before: str, after: str) -> None:
        """Show 'was … now …' with undo, for a value set by one key."""
        text = self.tr("{what}: was {before}, now {after}")
        self.notify(text.format(what=what, before=before, after=after), self.tr("Undo"), self.undo)

    def change_settings(self, **changes: Any) -> None:
        """Change settings, keep them, and apply language, theme and person at once."""
        self.settings = replace(self.settings, **changes)
        try:
            settings_store.save(self._settings_file, self.settings)
        except OSError:
            self.refused.emit(UserError("read_only_folder", path=str(self._settings_file.parent)))
        self.theme.choose(self.settings.theme)
        self.language.choose(self.settings.language)
        if "me" in changes:
            self._describe()
        self.settings_changed.emit()

    # -- inside -------------------------------------------------------------------------------

    def _travel(self, *, back: bool) -> None:
        if self._audit is None:
            return
        if self.heading.actor is None:
            self._ask_for_person()
            return
        self.flush_requested.emit()
        try:
            move = self._audit.undo if back else self._audit.redo
            outcome = move(self.heading.actor)
        except UserError as error:
            self.notify(self.texts.error(error))
            return
        self.announce(outcome)
        said = self.tr("Undone: {what}") if back else self.tr("Done again: {what}")
        name = self.texts.say(f"op.{outcome.value}")
        again = (self.tr("Redo"), self.redo) if back else (self.tr("Undo"), self.undo)
        self.notify(said.format(what=name), *again)

    def _describe(self) -> None:
        if self._audit is not None:
            self.heading = self.services.describe(self._audit, self.settings.me, self.lang)
            self.language.use_terms(self.heading.terms)
            self.heading_changed.emit()

    def _on_backed_up(self, info: BackupInfo) -> None:
        if info.reason.value == "wish":
            said = self.tr("Backed up at {time}")
            self.notify(said.format(time=f"{info.at.astimezone():%H:%M:%S}"))

    def _on_backup_failed(self, error: UserError) -> None:
        self.notify(self.texts.error(error))

    def _ask_for_person(self) -> None:
        if self.settings.me.is_known:
            self.join_needed.emit()
        else:
            self.person_needed.emit()
