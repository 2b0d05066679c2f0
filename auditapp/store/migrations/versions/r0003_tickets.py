"""Complaint tickets: populations, what was found on them, and what was decided about it."""

from __future__ import annotations

from alembic import op  # noqa: TID253  (only Alembic itself loads revisions)

from auditapp.store.migrations.columns import (
    binary,
    boolean,
    day,
    enum,
    id16,
    integer,
    key,
    refers,
    text,
    utc,
)

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; nothing that is there changes."""
    _create_populations()
    _create_results()
    _create_decisions()


def _create_populations() -> None:
    op.create_table(
        "ticket_key",
        id16("id"),
        binary("sealed"),
        text("fingerprint"),
        id16("made_by", null=True),
        utc("made_at"),
        boolean("withdrawn"),
        refers("ticket_key", "made_by", "person"),
        key("ticket_key", "id"),
    )
    op.create_table(
        "population",
        id16("id"),
        text("number"),
        text("system", null=True),
        text("run_by", null=True),
        text("query_text", null=True),
        id16("evidence_id", null=True),
        utc("run_at", null=True),
        day("period_from", null=True),
        day("period_to", null=True),
        integer("told_count", null=True),
        text("told_source", null=True),
        utc("as_of", null=True),
        text("extract_hash"),
        id16("previous_id", null=True),
        id16("key_id", null=True),
        integer("masked"),
        enum("completeness", null=True),
        text("completeness_note", null=True),
        id16("added_by", null=True),
        utc("added_at"),
        boolean("withdrawn"),
        text("withdrawn_reason", null=True),
        refers("population", "evidence_id", "evidence"),
        refers("population", "previous_id", "population"),
        refers("population", "key_id", "ticket_key"),
        refers("population", "added_by", "person"),
        key("population", "id"),
    )
    op.create_table(
        "population_source",
        id16("id"),
        id16("population_id"),
        text("canonical"),
        text("file_name"),
        text("file_hash"),
        integer("file_size", null=True),
        text("encoding", null=True),
        text("sheet", null=True),
        integer("header_row", null=True),
        text("date_order", null=True),
        text("zone", null=True),
        integer("rows_read"),
        integer("rows_kept"),
        integer("rows_refused"),
        integer("duplicates"),
        integer("unreadable"),
        text("mapping"),
        text("notes"),
        refers("population_source", "population_id", "population"),
        key("population_source", "id"),
    )
    op.create_index("ix_population_source_population_id", "population_source", ["population_id"])
    op.create_table(
        "value_mapping",
        id16("id"),
        id16("source_id"),
        text("field"),
        text("value"),
        text("code", null=True),
        integer("rows", null=True),
        refers("value_mapping", "source_id", "population_source"),
        key("value_mapping", "id"),
    )
    op.create_index("ix_value_mapping_source_id", "value_mapping", ["source_id"])
    op.create_table(
        "refused_row",
        id16("id"),
        id16("source_id"),
        integer("row_no"),
        text("reason"),
        refers("refused_row", "source_id", "population_source"),
        key("refused_row", "id"),
    )
    op.create_index("ix_refused_row_source_id", "refused_row", ["source_id"])
    op.create_table(
        "control_total",
        id16("id"),
        id16("population_id"),
        text("month"),
        text("channel"),
        integer("counted", null=True),
        integer("told", null=True),
        text("note", null=True),
        refers("control_total", "population_id", "population"),
        key("control_total", "id"),
    )
    op.create_index("ix_control_total_population_id", "control_total", ["population_id"])
    op.create_table(
        "number_gap",
        id16("id"),
        id16("population_id"),
        text("kind"),
        text("before"),
        text("after"),
        integer("missing"),
        text("note", null=True),
        refers("number_gap", "population_id", "population"),
        key("number_gap", "id"),
    )
    op.create_index("ix_number_gap_population_id", "number_gap", ["population_id"])
    op.create_table(
        "extract_comparison",
        id16("id"),
        id16("population_id"),
        id16("previous_id"),
        boolean("comparable"),
        text("reason", null=True),
        integer("common", null=True),
        integer("vanished", null=True),
        integer("appeared", null=True),
        text("changed"),
        text("rows"),
        utc("compared_at"),
        refers("extract_comparison", "population_id", "population"),
        refers("extract_comparison", "previous_id", "population"),
        key("extract_comparison", "id"),
    )


def _create_results() -> None:
    op.create_table(
        "rule_run",
        id16("id"),
        id16("population_id"),
        text("profile", null=True),
        text("as_of"),
        text("calendar", null=True),
        text("choices"),
        text("extract_hash"),
        integer("tickets"),
        integer("duplicates"),
        id16("run_by", null=True),
        utc("run_at"),
        boolean("withdrawn"),
        refers("rule_run", "population_id", "population"),
        refers("rule_run", "run_by", "person"),
        key("rule_run", "id"),
    )
    op.create_index("ix_rule_run_population_id", "rule_run", ["population_id"])
    op.create_table(
        "rule_result",
        id16("id"),
        id16("run_id"),
        text("rule_id"),
        integer("version"),
        text("kind"),
        text("name_en"),
        text("name_zh"),
        text("clause", null=True),
        text("force"),
        text("severity", null=True),
        text("limit_text", null=True),
        text("threshold", null=True),
        boolean("met", null=True),
        boolean("template"),
        text("criteria"),
        id16("criterion_id", null=True),
        integer("passed"),
        integer("failed"),
        integer("running"),
        integer("not_applicable"),
        integer("cannot_test"),
        text("reasons"),
        integer("numerator"),
        integer("denominator"),
        text("rate", null=True),
        text("value_unit", null=True),
        integer("value_n", null=True),
        text("value_min", null=True),
        text("value_median", null=True),
        text("value_mean", null=True),
        text("value_p90", null=True),
        text("value_p95", null=True),
        text("value_max", null=True),
        text("detail"),
        text("sql"),
        text("sql_params"),
        integer("position"),
        refers("rule_result", "run_id", "rule_run"),
        refers("rule_result", "criterion_id", "criterion"),
        key("rule_result", "id"),
    )
    op.create_index("ix_rule_result_run_id", "rule_result", ["run_id"])
    op.create_table(
        "rule_breakdown",
        id16("id"),
        id16("result_id"),
        enum("dimension"),
        text("figures"),
        refers("rule_breakdown", "result_id", "rule_result"),
        key("rule_breakdown", "id"),
    )
    op.create_index("ix_rule_breakdown_result_id", "rule_breakdown", ["result_id"])
    op.create_table(
        "rule_exceptions",
        id16("id"),
        id16("result_id"),
        integer("total"),
        integer("stored"),
        text("sha256"),
        refers("rule_exceptions", "result_id", "rule_result"),
        key("rule_exceptions", "id"),
    )
    op.create_index("ix_rule_exceptions_result_id", "rule_exceptions", ["result_id"])


def _create_decisions() -> None:
    op.create_table(
        "deviation",
        id16("id"),
        text("rule_id"),
        id16("population_id"),
        text("reason"),
        text("approver"),
        day("approved_on", null=True),
        day("expires_on", null=True),
        id16("evidence_id", null=True),
        id16("added_by", null=True),
        utc("added_at"),
        boolean("withdrawn"),
        refers("deviation", "population_id", "population"),
        refers("deviation", "evidence_id", "evidence"),
        refers("deviation", "added_by", "person"),
        key("deviation", "id"),
    )
    op.create_index("ix_deviation_rule_id", "deviation", ["rule_id"])
    op.create_table(
        "deviation_ticket",
        id16("id"),
        id16("deviation_id"),
        text("ticket"),
        refers("deviation_ticket", "deviation_id", "deviation"),
        key("deviation_ticket", "id"),
    )
    op.create_index("ix_deviation_ticket_deviation_id", "deviation_ticket", ["deviation_id"])
    op.create_table(
        "sla_limit",
        id16("id"),
        text("clock"),
        text("category"),
        text("tier"),
        text("limit_text", null=True),
        text("start_field"),
        text("stop_field"),
        text("calendar", null=True),
        boolean("pauses"),
        id16("criterion_id", null=True),
        text("card_id", null=True),
        text("article", null=True),
        id16("set_by", null=True),
        boolean("withdrawn"),
        refers("sla_limit", "criterion_id", "criterion"),
        refers("sla_limit", "set_by", "person"),
        key("sla_limit", "id"),
    )
    op.create_table(
        "finding_result",
        id16("id"),
        id16("finding_id"),
        id16("result_id"),
        integer("exceptions"),
        text("tickets"),
        refers("finding_result", "finding_id", "finding"),
        refers("finding_result", "result_id", "rule_result"),
        key("finding_result", "id"),
    )
    op.create_index("ix_finding_result_finding_id", "finding_result", ["finding_id"])
    op.create_index("ix_finding_result_result_id", "finding_result", ["result_id"])
