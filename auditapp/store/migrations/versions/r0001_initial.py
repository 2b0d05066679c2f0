"""The first schema."""

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

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    _create_unjournalled()
    _create_plan()
    _create_evidence_and_criteria()
    _create_answers()
    _create_findings()


def _create_unjournalled() -> None:
    op.create_table(
        "step",
        binary("hash", 32),
        id16("writer_id"),
        integer("seq"),
        binary("parents"),
        text("at"),
        id16("actor_id", null=True),
        text("op"),
        text("args"),
        id16("gesture"),
        id16("undoes", null=True),
        text("revision"),
        key("step", "hash"),
    )
    op.create_index("ix_step_gesture", "step", ["gesture"])
    op.create_index("ix_step_undoes", "step", ["undoes"])
    op.create_index("ix_step_writer_id_seq", "step", ["writer_id", "seq"])
    op.create_table(
        "change",
        binary("step", 32),
        integer("n"),
        text("table"),
        id16("row_id"),
        text("kind"),
        text("field"),
        binary("before", null=True),
        binary("after", null=True),
        binary("salt_before"),
        binary("salt_after"),
        key("change", "step", "n"),
    )
    op.create_index("ix_change_row_id", "change", ["row_id"])
    op.create_table(
        "blob",
        text("sha256"),
        integer("n"),
        binary("piece"),
        key("blob", "sha256", "n"),
    )
    op.create_table(
        "draft",
        id16("row_id"),
        text("field"),
        text("table"),
        id16("actor_id", null=True),
        utc("at"),
        text("op"),
        text("args"),
        text("text"),
        key("draft", "row_id", "field"),
    )


def _create_plan() -> None:
    op.create_table(
        "audit",
        id16("id"),
        text("number"),
        enum("state"),
        enum("sector"),
        text("jurisdiction"),
        enum("main_lang"),
        enum("second_lang", null=True),
        text("term_set"),
        text("classification", null=True),
        boolean("is_example"),
        day("period_from", null=True),
        day("period_to", null=True),
        day("onsite_from", null=True),
        day("onsite_to", null=True),
        day("closing_on", null=True),
        day("report_due_on", null=True),
        day("plan_due_on", null=True),
        utc("created_at"),
        utc("issued_at", null=True),
        key("audit", "id"),
    )
    op.create_table(
        "person",
        id16("id"),
        text("code"),
        text("name"),
        enum("role"),
        text("organisation", null=True),
        text("contact", null=True),
        binary("public_key", null=True),
        boolean("withdrawn"),
        key("person", "id"),
    )
    op.create_table(
        "unit",
        id16("id"),
        text("code"),
        enum("kind"),
        id16("parent_id", null=True),
        boolean("in_sample"),
        text("why_not", null=True),
        integer("weight"),
        integer("position"),
        boolean("withdrawn"),
        refers("unit", "parent_id", "unit"),
        key("unit", "id"),
    )
    op.create_table(
        "frozen_pack",
        id16("id"),
        text("pack_id"),
        integer("version"),
        text("sha256"),
        integer("position"),
        boolean("withdrawn"),
        key("frozen_pack", "id"),
    )
    op.create_table(
        "unit_pack",
        id16("id"),
        id16("unit_id"),
        id16("frozen_pack_id"),
        refers("unit_pack", "unit_id", "unit"),
        refers("unit_pack", "frozen_pack_id", "frozen_pack"),
        key("unit_pack", "id"),
    )
    op.create_table(
        "assignment",
        id16("id"),
        text("question_id"),
        id16("unit_id"),
        id16("auditor_id", null=True),
        id16("reviewer_id", null=True),
        refers("assignment", "unit_id", "unit"),
        refers("assignment", "auditor_id", "person"),
        refers("assignment", "reviewer_id", "person"),
        key("assignment", "id"),
    )
    op.create_table(
        "text",
        id16("id"),
        id16("owner_id"),
        text("field"),
        enum("lang"),
        text("body", null=True),
        text("source_hash", null=True),
        key("text", "id"),
    )
    op.create_index("ix_text_owner_id", "text", ["owner_id"])
    op.create_table(
        "counter",
        id16("id"),
        text("name"),
        integer("last"),
        key("counter", "id"),
    )
    op.create_table(
        "sign_off",
        id16("id"),
        text("subject"),
        id16("subject_id"),
        text("stage"),
        id16("person_id"),
        utc("at"),
        text("covers"),
        text("head"),
        boolean("withdrawn"),
        refers("sign_off", "person_id", "person"),
        key("sign_off", "id"),
    )
    op.create_index("ix_sign_off_subject_id", "sign_off", ["subject_id"])


def _create_evidence_and_criteria() -> None:
    op.create_table(
        "evidence",
        id16("id"),
        text("number"),
        enum("kind"),
        enum("personal_data"),
        enum("storage", null=True),
        text("sha256", null=True),
        text("original_sha256", null=True),
        integer("size", null=True),
        text("media_type", null=True),
        text("file_name", null=True),
        text("path", null=True),
        text("body", null=True),
        id16("unit_id", null=True),
        text("source", null=True),
        text("role", null=True),
        text("place", null=True),
        text("period", null=True),
        text("reference", null=True),
        integer("reliability", null=True),
        day("obtained_on", null=True),
        id16("obtained_by", null=True),
        utc("observed_at", null=True),
        utc("added_at"),
        boolean("withdrawn"),
        text("withdrawn_reason", null=True),
        refers("evidence", "unit_id", "unit"),
        refers("evidence", "obtained_by", "person"),
        key("evidence", "id"),
    )
    op.create_table(
        "criterion",
        id16("id"),
        text("number"),
        enum("force"),
        text("document"),
        text("document_number", null=True),
        text("document_version", null=True),
        day("document_date", null=True),
        text("article", null=True),
        id16("evidence_id", null=True),
        id16("added_by", null=True),
        boolean("withdrawn"),
        refers("criterion", "evidence_id", "evidence"),
        refers("criterion", "added_by", "person"),
        key("criterion", "id"),
    )
    op.create_table(
        "criterion_link",
        id16("id"),
        id16("criterion_id"),
        enum("kind"),
        text("target"),
        refers("criterion_link", "criterion_id", "criterion"),
        key("criterion_link", "id"),
    )
    op.create_index("ix_criterion_link_criterion_id", "criterion_link", ["criterion_id"])
    op.create_table(
        "card_decision",
        id16("id"),
        text("card_id"),
        boolean("applies"),
        text("reason", null=True),
        key("card_decision", "id"),
    )
    op.create_table(
        "adoption",
        id16("id"),
        text("standard"),
        text("document"),
        day("document_date", null=True),
        text("clauses"),
        id16("evidence_id", null=True),
        boolean("withdrawn"),
        refers("adoption", "evidence_id", "evidence"),
        key("adoption", "id"),
    )
    op.create_table(
        "adoption_unit",
        id16("id"),
        id16("adoption_id"),
        id16("unit_id"),
        refers("adoption_unit", "adoption_id", "adoption"),
        refers("adoption_unit", "unit_id", "unit"),
        key("adoption_unit", "id"),
    )


def _create_answers() -> None:
    op.create_table(
        "answer",
        id16("id"),
        text("question_id"),
        id16("unit_id"),
        enum("result", null=True),
        integer("fulfilment", null=True),
        text("reason", null=True),
        text("note", null=True),
        id16("answered_by", null=True),
        utc("answered_at", null=True),
        day("observed_on", null=True),
        refers("answer", "unit_id", "unit"),
        refers("answer", "answered_by", "person"),
        key("answer", "id"),
    )
    op.create_index("ix_answer_unit_id", "answer", ["unit_id"])
    op.create_table(
        "answer_evidence",
        id16("id"),
        id16("answer_id"),
        id16("evidence_id"),
        refers("answer_evidence", "answer_id", "answer"),
        refers("answer_evidence", "evidence_id", "evidence"),
        key("answer_evidence", "id"),
    )
    op.create_index("ix_answer_evidence_answer_id", "answer_evidence", ["answer_id"])
    op.create_index("ix_answer_evidence_evidence_id", "answer_evidence", ["evidence_id"])
    op.create_table(
        "maturity",
        id16("id"),
        text("domain"),
        id16("unit_id", null=True),
        integer("level", null=True),
        text("note", null=True),
        refers("maturity", "unit_id", "unit"),
        key("maturity", "id"),
    )


def _create_findings() -> None:
    op.create_table(
        "finding",
        id16("id"),
        text("number"),
        text("final_number", null=True),
        enum("grade"),
        enum("nature", null=True),
        enum("extent", null=True),
        boolean("legal_harm"),
        id16("unit_id", null=True),
        text("question_id", null=True),
        text("clause", null=True),
        enum("state"),
        integer("population", null=True),
        integer("sample", null=True),
        integer("deviations", null=True),
        id16("raised_by", null=True),
        utc("raised_at"),
        text("facts_role", null=True),
        text("facts_how", null=True),
        day("facts_on", null=True),
        day("presented_on", null=True),
        day("responded_on", null=True),
        boolean("unresolved"),
        utc("issued_at", null=True),
        day("closed_on", null=True),
        id16("closed_by", null=True),
        text("withdrawn_reason", null=True),
        integer("revision"),
        text("revision_reason", null=True),
        refers("finding", "unit_id", "unit"),
        refers("finding", "raised_by", "person"),
        refers("finding", "closed_by", "person"),
        key("finding", "id"),
    )
    op.create_table(
        "finding_evidence",
        id16("id"),
        id16("finding_id"),
        id16("evidence_id"),
        refers("finding_evidence", "finding_id", "finding"),
        refers("finding_evidence", "evidence_id", "evidence"),
        key("finding_evidence", "id"),
    )
    op.create_index("ix_finding_evidence_evidence_id", "finding_evidence", ["evidence_id"])
    op.create_index("ix_finding_evidence_finding_id", "finding_evidence", ["finding_id"])
    op.create_table(
        "finding_criterion",
        id16("id"),
        id16("finding_id"),
        id16("criterion_id", null=True),
        text("card_id", null=True),
        refers("finding_criterion", "finding_id", "finding"),
        refers("finding_criterion", "criterion_id", "criterion"),
        key("finding_criterion", "id"),
    )
    op.create_index("ix_finding_criterion_finding_id", "finding_criterion", ["finding_id"])
    op.create_table(
        "action",
        id16("id"),
        text("number"),
        id16("finding_id"),
        enum("kind"),
        enum("state"),
        text("owner", null=True),
        day("due_on", null=True),
        day("first_due_on", null=True),
        integer("extensions"),
        text("extension_reason", null=True),
        day("planned_on", null=True),
        day("done_on", null=True),
        id16("accepted_by", null=True),
        day("accepted_on", null=True),
        day("check_due_on", null=True),
        text("criterion", null=True),
        id16("verified_by", null=True),
        day("verified_on", null=True),
        integer("reopened"),
        text("cancel_reason", null=True),
        utc("created_at"),
        refers("action", "finding_id", "finding"),
        refers("action", "accepted_by", "person"),
        refers("action", "verified_by", "person"),
        key("action", "id"),
    )
    op.create_index("ix_action_finding_id", "action", ["finding_id"])
    op.create_table(
        "action_evidence",
        id16("id"),
        id16("action_id"),
        id16("evidence_id"),
        refers("action_evidence", "action_id", "action"),
        refers("action_evidence", "evidence_id", "evidence"),
        key("action_evidence", "id"),
    )
    op.create_index("ix_action_evidence_action_id", "action_evidence", ["action_id"])
