"""How a figure came about: formula, profile, choices, hash, and the SQL as it was run."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextBrowser, QWidget

from auditapp.ui.pages.records.layout import button, column, line
from auditapp.ui.pages.tickets.testing.words import (
    fraction,
    limit_text,
    plain_list,
    plain_map,
    unit_word,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditapp.ops.queries.ticket_rows import MeasureStats, ResultDetail
    from auditapp.packs.content import Ambiguity
    from auditapp.tickets.rules.model import Rule
    from auditapp.ui.context import AppContext


class MethodPane(QWidget):
    """One page to read, with buttons that copy the SQL or the whole page."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._detail: ResultDetail | None = None
        self._rule: Rule | None = None
        self._ambiguities: Mapping[str, Ambiguity] = {}
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.copy_button = button(context.icons, "copy", self._copy, self)
        foot = line()
        foot.addStretch()
        foot.addWidget(self.copy_button)
        box = column(self, gap=8)
        box.addWidget(self.page, 1)
        box.addLayout(foot)
        context.theme.changed.connect(self._show)

    def load(
        self, detail: ResultDetail, rule: Rule | None, ambiguities: Mapping[str, Ambiguity]
    ) -> None:
        """Show how a result was computed."""
        self._detail, self._rule, self._ambiguities = detail, rule, ambiguities
        self._show()

    def retranslate(self) -> None:
        """Set every string again."""
        self.page.setAccessibleName(self.tr("Method"))
        self.copy_button.setText(self.tr("Copy the SQL"))
        self._show()

    # -- inside -------------------------------------------------------------------------------

    def _show(self) -> None:
        detail = self._detail
        if detail is None:
            return
        parts = [self._facts(detail), self._beside(detail), self._sql(detail)]
        self.page.setHtml("".join(parts))

    def _facts(self, detail: ResultDetail) -> str:
        row, run, texts, rule = detail.row, detail.run, self._context.texts, self._rule
        zh = texts.lang.value == "zh"
        note = "" if rule is None or rule.note is None else (rule.note.zh if zh else rule.note.en)
        facts = [
            (
                self.tr("Rule"),
                self.tr("{rule}, version {n}").format(rule=row.rule_id, n=row.version),
            ),
            (self.tr("What it asks"), note),
            (self.tr("Formula"), self._formula(detail)),
            (self.tr("Limit"), limit_text(row.limit)),
            (self.tr("Threshold"), limit_text(row.threshold)),
            (self.tr("Measured"), self._measured(detail.stats)),
            (self.tr("Force"), self._force(row.force)),
            (self.tr("Profile"), run.profile or self.tr("rules on the whole process")),
            (self.tr("Calendar"), run.calendar or self.tr("as the rule says")),
            (self.tr("As of"), run.as_of.replace("T", " ")),
            (self.tr("Choices"), self._choices(detail)),
            (self.tr("Tickets"), texts.number(run.tickets)),
            (self.tr("Extract (SHA-256)"), run.extract_hash),
            (self.tr("Run"), f"{texts.time(run.run_at)} · {run.run_by}"),
        ]
        muted = self._context.theme.css("muted")
        lines = [
            f'<tr><td style="color:{muted};padding-right:16px">{escape(name)}</td>'
            f"<td>{escape(said).replace(chr(10), '<br>')}</td></tr>"
            for name, said in facts
            if said
        ]
        return f'<table cellspacing="0" cellpadding="3">{"".join(lines)}</table>'

    def _formula(self, detail: ResultDetail) -> str:
        row = detail.row
        if row.kind in ("ratio", "fairness", "clusters"):
            words = self.tr("as the SQL below counts")
        elif self._rule is not None and self._rule.rate_of_pass:
            words = self.tr("tickets that pass / (pass + fail)")
        else:
            words = self.tr("tickets that fail / (pass + fail)")
        return f"n / N = {fraction(row, self._context.texts)}; {words}"

    def _measured(self, stats: MeasureStats | None) -> str:
        if stats is None or not stats.n:
            return ""
        texts = self._context.texts

        def say(value: float | None) -> str:
            return "–" if value is None else texts.number(value, 1)

        said = self.tr(
            "{n} tickets, in {unit}: median {median}, mean {mean}, 90 % ≤ {p90}, 95 % ≤ {p95}, "
            "most {most}"
        )
        return said.format(
            n=texts.number(stats.n),
            unit=unit_word(stats.unit),
            median=say(stats.median),
            mean=say(stats.mean),
            p90=say(stats.p90),
            p95=say(stats.p95),
            most=say(stats.max),
        )

    def _force(self, force: str) -> str:
        key = f"enum.Force.{force}"
        texts = self._context.texts
        return texts.say(key) if texts.has(key) else force

    def _choices(self, detail: ResultDetail) -> str:
        chosen = plain_map(detail.detail.get("choices"))
        lines = [self._choice(name, str(value)) for name, value in chosen.items()]
        prefix = f"{detail.row.rule_id}."
        lines += [
            f"{name.removeprefix(prefix)} = {value}"
            for name, value in detail.run.choices.items()
            if name.startswith(prefix)
        ]
        return "\n".join(lines)

    def _choice(self, name: str, value: str) -> str:
        known, lang = self._ambiguities.get(name), self._context.lang
        if known is None:
            return f"{name} = {value}"
        said = next((it.text.get(lang) for it in known.options if it.value == value), value)
        return f"{known.id} {known.title.get(lang)}: {said}"

    def _beside(self, detail: ResultDetail) -> str:
        texts = self._context.texts
        lines: list[str] = []
        for one in plain_list(detail.detail.get("beside")):
            options = plain_map(one["choices"])
            said = ", ".join(self._choice(key, str(value)) for key, value in options.items())
            share = texts.percent(None if one["rate"] is None else float(one["rate"]), 1)
            figures = f"{one['numerator']} / {one['denominator']} = {share}"
            lines.append(f"<li>{escape(said)}: {figures}</li>")
        title = escape(self.tr("Beside, never graded"))
        return f"<h4>{title}</h4><ul>{''.join(lines)}</ul>" if lines else ""

    def _sql(self, detail: ResultDetail) -> str:
        ground = self._context.theme.css("sunken")
        title, named = escape(self.tr("SQL as it was run")), escape(self.tr("Parameters"))
        params = "\n".join(f"{name} = {value!r}" for name, value in detail.sql_params.items())
        style = f"background:{ground};font-family:monospace;font-size:12px;white-space:pre-wrap"
        blocks = [
            f'<h4>{title}</h4><pre style="{style}">{escape(detail.sql)}</pre>',
            f'<h4>{named}</h4><pre style="{style}">{escape(params)}</pre>' if params else "",
        ]
        return "".join(blocks) if detail.sql else ""

    def _copy(self) -> None:
        if self._detail is not None:
            QGuiApplication.clipboard().setText(self._detail.sql)
            self._context.notify(self.tr("SQL copied"))
