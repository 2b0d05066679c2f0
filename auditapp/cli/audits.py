"""``new``, ``info`` and ``answer``: making an audit file, looking at it, answering a question."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from auditapp.cli.figures import info_of, lines_of
from auditapp.cli.opening import (
    asked_pair,
    backed_up,
    library_of,
    open_to_read,
    open_to_write,
    person_of,
)
from auditapp.cli.usage import UsageError
from auditapp.domain.numbering import check_person_code, check_unit_code
from auditapp.domain.vocabulary import EvidenceKind, Result, Role
from auditapp.errors import UserError
from auditapp.ops import answers, audits, evidence, plans
from auditapp.ops.queries.content import PackShelf
from auditapp.ops.queries.evidence import evidence_list
from auditapp.packs.freeze import freeze
from auditapp.store.audit_file import AuditFile, Opening
from auditapp.store.op import natural_id, uuid7
from auditapp.texts import parse_lang

if TYPE_CHECKING:
    import argparse
    from pathlib import Path
    from uuid import UUID

    from auditapp.cli.env import Env
    from auditapp.domain.vocabulary import Lang
    from auditapp.ops.evidence import Content
    from auditapp.packs.content import Library

DEFAULT_UNIT: Final = "U1"
_PICTURES: Final = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff"})


def run_new(arguments: argparse.Namespace, env: Env) -> int:
    """Make an audit file with packs for all units and the acting person as team leader."""
    path: Path = arguments.file
    units = _units(arguments.unit, env) or {DEFAULT_UNIT: env.texts.say("cli.new.default_unit")}
    code = check_person_code(env.person_code(arguments.person))
    lang = parse_lang(arguments.lang) if arguments.lang else env.texts.lang
    title = str(arguments.title).strip()
    if not title:
        raise UserError("title_needed")
    library = library_of(env)
    packs = list(dict.fromkeys(str(pack).upper() for pack in arguments.pack))
    for pack in packs:
        library.pack(pack)
    new = audits.NewAudit(
        number=(arguments.number or "").strip() or f"{datetime.now().astimezone():%Y%m%d}-01",
        main_lang=lang,
        texts={"title": {lang: title}},
    )
    audit = AuditFile.create(path, Opening(person=code, backup_dir=env.user.backups))
    try:
        with audit, backed_up(audit, env):
            actor = natural_id(audit.audit_id, "person", code)
            audit.run(audits.create_audit(new), actor=actor)
            name = env.settings.me.name if env.settings.me.code.upper() == code else code
            person = plans.add_person(code=code, name=name, role=Role.TEAM_LEADER)
            audit.run(person, actor=actor)
            chosen = [(pack, library) for pack in packs]
            _plan(audit, actor, lang, units, chosen, accept_drafts=arguments.accept_drafts)
    except BaseException:
        # The file is ours alone: it did not exist before.
        path.unlink(missing_ok=True)
        raise
    env.say("cli.new.made", path=str(path), packs=packs, units=list(units))
    return 0


def _units(given: list[str], env: Env) -> dict[str, str]:
    units: dict[str, str] = {}
    for text in given:
        code, sign, name = text.partition("=")
        if not sign or not name.strip():
            raise UsageError(env.texts.say("cli.usage.bad_unit", value=text))
        code = check_unit_code(code)
        if code in units:
            raise UserError("code_taken", code=code)
        units[code] = name.strip()
    return units


def _plan(
    audit: AuditFile,
    actor: UUID,
    lang: Lang,
    units: dict[str, str],
    packs: list[tuple[str, Library]],
    *,
    accept_drafts: bool,
) -> None:
    frozen: list[UUID] = []
    for pack_id, library in packs:
        pack = library.pack(pack_id)
        op = plans.freeze_pack(
            pack_id=pack.id,
            version=pack.version,
            content=freeze(pack, library.criteria, accept_draft=accept_drafts),
        )
        frozen.append(audit.run(op, actor=actor).value)
    for code, name in units.items():
        unit_id = audit.run(plans.add_unit(code=code, name={lang: name}), actor=actor).value
        audit.run(plans.set_unit_packs(unit_id, frozen), actor=actor)


def run_info(arguments: argparse.Namespace, env: Env) -> int:
    """Show title, packs, progress, scores, counts and head hash; writes nothing."""
    audit, shelf = open_to_read(arguments.file)
    with audit:
        info = info_of(audit, shelf, today=datetime.now().astimezone().date())
    if arguments.json:
        env.json(info)
    else:
        for line in lines_of(info, env.texts):
            env.line(line)
    return 0


def run_answer(arguments: argparse.Namespace, env: Env) -> int:
    """Answer a question in a unit, with note and evidence, as one gesture."""
    result = Result(arguments.result)
    code = env.person_code(arguments.person)
    contents = [_content(path) for path in arguments.evidence]
    with open_to_write(arguments.file, env, code) as audit:
        actor = person_of(audit, code).id
        asked = asked_pair(audit, PackShelf(audit), arguments.question, arguments.unit)
        question, unit_id = asked.pair
        if result is Result.NOT_APPLICABLE and not asked.question.na_allowed:
            raise UserError("na_not_possible")
        gesture = uuid7()
        op = answers.set_result(
            question_id=question, unit_id=unit_id, result=result, reason=arguments.reason
        )
        done = audit.run(op, actor=actor, gesture=gesture).value
        if arguments.fulfilment is not None:
            degree = answers.set_fulfilment(
                question_id=question, unit_id=unit_id, degree=arguments.fulfilment
            )
            audit.run(degree, actor=actor, gesture=gesture)
        if arguments.note is not None:
            note = answers.set_note(question_id=question, unit_id=unit_id, note=arguments.note)
            audit.run(note, actor=actor, gesture=gesture)
        added: list[UUID] = []
        for kind, content in contents:
            facts = evidence.EvidenceFacts(title={_main_lang(audit): content.file_name})
            item = evidence.add_evidence(kind, facts, content, answers=[asked.pair])
            added.append(audit.run(item, actor=actor, gesture=gesture).value)
        numbers = _numbers(audit, added)
    env.say("cli.answer.done", question=question, unit=asked.unit_code, was=done.was, now=done.now)
    for number in numbers:
        env.say("cli.answer_evidence.added", number=number)
    return 0


def _content(path: Path) -> tuple[EvidenceKind, Content]:
    """The file as evidence; one that is too large for an audit file is linked."""
    kind = EvidenceKind.PHOTO if path.suffix.lower() in _PICTURES else EvidenceKind.FILE
    try:
        large = path.stat().st_size > evidence.MAX_EMBEDDED
    except OSError:
        large = False
    if large:
        return EvidenceKind.FILE, evidence.content_of_link(path)
    return kind, evidence.content_of_file(path, kind=kind)


def _main_lang(audit: AuditFile) -> Lang:
    from auditapp.ops.queries.plan import frame

    return frame(audit).main_lang


def _numbers(audit: AuditFile, added: list[UUID]) -> list[str]:
    if not added:
        return []
    known = {row.id: row.number for row in evidence_list(audit)}
    return [known[item] for item in added]
