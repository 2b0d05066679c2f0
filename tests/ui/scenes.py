"""Every page and dialog of the program, each brought up as a user would see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from auditapp.errors import UserError
from auditapp.ops.queries import actions, findings
from auditapp.ui.pages.reference.window import TABS, ReferenceWindow
from tests.ui.inspection import settle
from tests.ui.packs.scenes import SHOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.ui.app import Shell
    from auditapp.ui.context import Shelf


@dataclass(frozen=True)
class Scene:
    """``show`` brings it up and gives what is to be looked at."""

    name: str
    show: Callable[[Shell], QWidget]


def _page(key: str, then: Callable[[Shell, QWidget], None] | None = None) -> Callable[..., QWidget]:
    def show(shell: Shell) -> QWidget:
        shell.window.show_page(key)
        page = shell.window.page
        assert page is not None
        settle()
        if then is not None:
            then(shell, page)
        settle()
        return shell.window

    return show


def _home(shell: Shell) -> QWidget:
    shell.window.show_home()
    return shell.window


def _dialog(run: Callable[[Shell], object]) -> Callable[..., QWidget]:
    def show(shell: Shell) -> QWidget:
        run(shell)
        settle()
        found = [
            it
            for it in QApplication.topLevelWidgets()
            if isinstance(it, QDialog) and it.isVisible()
        ]
        assert found, "no dialog came up"
        return found[-1]

    return show


def _refusal(shell: Shell) -> None:
    shell.window.show_refusal(UserError("not_an_audit_file", path="a.audit"))


def _step(number: int) -> Callable[..., QWidget]:
    def show(shell: Shell) -> QWidget:
        from auditapp.ui.pages.new_audit.dialog import NewAuditDialog

        dialog = shell.window.findChild(NewAuditDialog)
        if dialog is None or not dialog.isVisible():
            dialog = NewAuditDialog(shell.context, shell.window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
        while not dialog.is_ready:
            settle()
        dialog.go_to(number - 1)
        settle()
        return dialog

    return show


PARTS = ("frame", "units", "team", "packs", "criteria", "profile", "selection", "lists")


def _plan(key: str) -> Callable[..., QWidget]:
    return _page("plan", lambda _, page: page.show_part(key))  # type: ignore[attr-defined]


def _matrix(_: Shell, page: QWidget) -> None:
    page.desk.set_matrix(on=True)  # type: ignore[attr-defined]


def _interview(_: Shell, page: QWidget) -> None:
    page.desk.set_matrix(on=False)  # type: ignore[attr-defined]
    page.frame.set_interview(on=True)  # type: ignore[attr-defined]


def _question(_: Shell, page: QWidget) -> None:
    page.desk.set_matrix(on=False)  # type: ignore[attr-defined]
    page.frame.set_interview(on=False)  # type: ignore[attr-defined]
    page.show_target("P01-7.2-03")  # type: ignore[attr-defined]


def _checklist_dialog(name: str) -> Callable[..., QWidget]:
    def run(shell: Shell) -> None:
        _page("checklist", _question)(shell)
        getattr(shell.window.page.answering, name)()  # type: ignore[union-attr]

    return _dialog(run)


def _explain(shell: Shell) -> None:
    _page("overview")(shell)
    page = shell.window.page
    model = page.heat_map.model()  # type: ignore[union-attr]
    page.explain(model.cell(model.index(0, model.columnCount() - 1)))  # type: ignore[union-attr]


def _palette(shell: Shell) -> None:
    shell.window.show_palette()
    assert shell.window.palette_dialog is not None
    shell.window.palette_dialog.field.setText("7.2")


def _defect(shell: Shell) -> None:
    from auditapp.ui.dialogs.message import MessageDialog

    dialog = MessageDialog(shell.context.icons, shell.window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show_defect("ValueError: x", shell.context.audit.path.parent)
    dialog.open()


def _backups(shell: Shell) -> None:
    from auditapp.ui.dialogs.backups import show_backups

    show_backups(shell.context, shell.window)


def _finding(shell: Shell, page: QWidget) -> None:
    audit = shell.context.audit
    rows = findings.finding_list(audit, today=page.today)  # type: ignore[attr-defined]
    row = next(row for row in rows if row.record.number == "F-LZ08")
    page.show_target(row.id)  # type: ignore[attr-defined]


def _action(shell: Shell, page: QWidget) -> None:
    audit = shell.context.audit
    rows = actions.action_list(audit, today=page.today)  # type: ignore[attr-defined]
    page.show_target(next(row.id for row in rows if row.number == "A-LZ05"))  # type: ignore[attr-defined]


def _on_finding(run: Callable[[Any], object]) -> Callable[..., QWidget]:
    def show(shell: Shell) -> None:
        _page("findings", _finding)(shell)
        run(shell.window.page)

    return _dialog(show)


def _click_step(page: Any) -> None:
    next(iter(page.view.steps.buttons.values())).click()


def _list(key: str) -> Callable[..., QWidget]:
    return _page(key, lambda _, page: page.show_list())  # type: ignore[attr-defined]


def _report(key: str) -> Callable[..., QWidget]:
    return _page("report", lambda _, page: page.show_part(key))  # type: ignore[attr-defined]


def _add_evidence(shell: Shell) -> None:
    _page("evidence")(shell)
    cast("Any", shell.window.page).add()


def _ask(shell: Shell) -> None:
    _page("findings")(shell)
    cast("Any", shell.window.page)._on_number()


def _ticket_key(wish: str) -> Callable[[Shell], object]:
    def show(shell: Shell) -> None:
        from auditapp.ui.pages.tickets.key_dialog import KeyDialog, Wish

        _page("tickets")(shell)
        dialog = KeyDialog(Wish(wish), shell.window)
        dialog.allow_without()
        dialog.open()

    return show


def _ticket_dates(shell: Shell) -> None:
    from auditapp.tickets.reading.shapes import DateOrder
    from auditapp.ui.pages.tickets.dates_dialog import DatesDialog

    _page("tickets")(shell)
    dialog = DatesDialog(shell.context, shell.window)
    dialog.ask("受理时间", "03/04/2025 08:00", list(DateOrder))
    dialog.open()


def _ticket_extract(shell: Shell) -> Any:
    """The tickets page with an extract that was imported, and one that is being prepared."""
    from auditapp.ui.pages.tickets.page import TicketsPage

    page = shell.window.page
    assert isinstance(page, TicketsPage)
    path = shell.context.audit.path.with_name("2025.csv")
    if not path.exists():
        # Capitals and digits belong to no language.
        head = "TICKET_ID,CUSTOMER_ID,CHANNEL,CREATED_AT,CLOSED_AT"
        rows = [
            f"{n:06d},1380000{n % 40:04d},10086,2025-0{n % 9 + 1}-01 08:00,2025-10-01 09:00"
            for n in range(300)
            if n not in (40, 41)
        ]
        path.write_text("\n".join([head, *rows, "TOTAL,,,,"]), encoding="utf-8")
        page.begin()
        _take(shell, page, path)
        page.importer._import(page.shelf.files(), None)
        _idle(shell)
        page.begin()
        _take(shell, page, path)
    return page


def _take(shell: Shell, page: Any, path: Any) -> None:
    page.source_pane.take_file(path)
    _idle(shell)


def _idle(shell: Shell) -> None:
    while shell.context.jobs.jobs:
        settle()
    settle()


def _tickets(step: str, part: str = "") -> Callable[..., QWidget]:
    def then(shell: Shell, _: QWidget) -> None:
        page = _ticket_extract(shell)
        page.show_step(step)
        if part:
            page.check_pane.show_part(part)
        _idle(shell)

    return _page("tickets", then)


def _tests(shell: Shell, _: QWidget | None = None) -> Any:
    """The test step before a first run."""
    page = _ticket_extract(shell)
    page.show_step("test")
    _idle(shell)
    return page.test_pane


def _on_tests(name: str) -> Callable[[Shell], object]:
    def show(shell: Shell) -> None:
        _page("tickets")(shell)
        getattr(_tests(shell), name)()
        _idle(shell)

    return show


PAGES: tuple[Scene, ...] = (
    Scene("home", _home),
    *(Scene(f"plan-{key}", _plan(key)) for key in PARTS),
    Scene("overview", _page("overview")),
    Scene("evidence", _page("evidence")),
    Scene("tickets-import", _tickets("import")),
    Scene("tickets-map", _tickets("map")),
    *(
        Scene(f"tickets-check-{part}", _tickets("check", part))
        for part in ("totals", "card", "reconcile", "second", "compare")
    ),
    Scene("tickets-list", _tickets("list")),
    Scene("tickets-test", _page("tickets", _tests)),
    Scene("findings", _list("findings")),
    Scene("finding", _page("findings", _finding)),
    Scene("actions", _list("actions")),
    Scene("action", _page("actions", _action)),
    Scene("trail", _page("trail")),
    *(Scene(f"report-{key}", _report(key)) for key in ("missing", "texts", "conclusion", "sign")),
    Scene("checklist", _page("checklist", _question)),
    Scene("checklist-matrix", _page("checklist", _matrix)),
    Scene("checklist-interview", _page("checklist", _interview)),
)


def _reference(tab: Shelf) -> Callable[[Shell], object]:
    def show(shell: Shell) -> None:
        shell.context.look_up(tab=tab)
        window = shell.window.findChild(ReferenceWindow)
        assert window is not None
        while not window.is_ready:
            settle()
        window.show_tab(tab)

    return show


DIALOGS: tuple[Scene, ...] = (
    Scene("dialog-settings", _dialog(lambda shell: shell.window.dialogs.settings())),
    Scene("dialog-about", _dialog(lambda shell: shell.window.dialogs.about())),
    Scene("dialog-join", _dialog(lambda shell: shell.window.dialogs.join())),
    Scene("dialog-refusal", _dialog(_refusal)),
    *(
        Scene(f"dialog-ticket-key-{wish}", _dialog(_ticket_key(wish)))
        for wish in ("make", "unlock", "change", "take")
    ),
    Scene("dialog-ticket-dates", _dialog(_ticket_dates)),
    Scene("dialog-ticket-run", _dialog(_on_tests("ask_run"))),
    Scene("dialog-ticket-limits", _dialog(_on_tests("open_limits"))),
    Scene("dialog-defect", _dialog(_defect)),
    Scene("dialog-palette", _dialog(_palette)),
    Scene("dialog-backups", _dialog(_backups)),
    *(Scene(f"reference-{tab}", _dialog(_reference(tab))) for tab in TABS),
    *(Scene(name, _dialog(show)) for name, show in SHOWN.items()),
    Scene("dialog-explain", _dialog(_explain)),
    Scene("dialog-note", _checklist_dialog("write_note")),
    Scene("dialog-link", _checklist_dialog("link_evidence")),
    Scene("dialog-evidence", _dialog(_add_evidence)),
    Scene("dialog-ask", _dialog(_ask)),
    Scene("dialog-raise", _on_finding(lambda page: page.raise_one())),
    Scene(
        "dialog-step",
        _on_finding(_click_step),
    ),
    Scene("dialog-pick", _on_finding(lambda page: page.view.ties.choose.click())),
    *(Scene(f"new-audit-{number}", _step(number)) for number in range(1, 10)),
)
