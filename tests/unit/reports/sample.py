"""A believable report model of any size, and the pictures that belong to it."""

# ruff: noqa: E501, RUF001  (texts, some of them Chinese and wide)
from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from auditapp.domain.selection import LeftOutReason
from auditapp.domain.vocabulary import (
    ActionKind,
    ActionState,
    AuditState,
    CheckKind,
    EvidenceKind,
    Extent,
    FindingState,
    Force,
    Grade,
    Lang,
    Nature,
    PersonalData,
    Result,
    Role,
    SignOffStage,
    Stage,
    UnitKind,
)
from auditapp.reports.bilingual import Bilingual, Said, bilingual
from auditapp.reports.model import (
    Action,
    Adoption,
    Ambiguity,
    AnswerLine,
    Asking,
    Cell,
    CheckLine,
    Clause,
    Criterion,
    EvidenceItem,
    Figure,
    Finding,
    Header,
    LeftOut,
    Masking,
    Method,
    PackUsed,
    Picture,
    ProfileLine,
    ReportModel,
    Response,
    SampleResult,
    Scope,
    Scores,
    SignOff,
    TeamMember,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

AS_OF = date(2026, 11, 20)
UNITS = (
    ("ZJ", "浙江分公司客户服务部", "Zhejiang branch, customer service", UnitKind.BRANCH),
    ("HZ", "杭州投诉处理中心", "Hangzhou complaint centre", UnitKind.SITE),
    ("NB", "宁波营业厅", "Ningbo outlet", UnitKind.OUTLET),
)
CLAUSES = (
    ("4", "指导原则", "Guiding principles", 1),
    ("4.2", "承诺", "Commitment", 2),
    ("4.9", "信息完整", "Information integrity", 2),
    ("5", "框架", "Framework", 1),
    ("5.2", "方针", "Policy", 2),
    ("6", "策划、设计和开发", "Planning, design and development", 1),
    ("6.4", "资源", "Resources", 2),
    ("7", "运行", "Operation", 1),
    ("7.2", "投诉受理", "Receipt of complaints", 2),
    ("7.3", "投诉跟踪", "Tracking of complaints", 2),
    ("7.8", "沟通决定", "Communicating the decision", 2),
    ("8", "保持和改进", "Maintenance and improvement", 1),
    ("8.2", "投诉的分析和评价", "Analysis and evaluation", 2),
)
STATEMENTS = (
    (
        "59 件抽样联系中有 2 件表达了不满并期待答复，却没有对应的投诉登记。",
        (
            "Of 59 sampled contacts, 2 voiced dissatisfaction and expected an answer but had no "
            "complaint record."
        ),
    ),
    (
        "延期答复未在期限届满前告知投诉者：18 件延期投诉中有 7 件在到期后才告知（最长迟 9 天）。",
        (
            "Extensions were not told before the limit passed: 7 of 18 extended complaints were told "
            "afterwards, the latest by 9 days."
        ),
    ),
    (
        "投诉分析月报停留在数量统计，未见对重复原因（《资费变更通知》不清）的评价和改进决定。",
        (
            "The monthly analysis stops at counting; no evaluation of the recurring cause (unclear "
            "“tariff change” notices) and no decision on improvement was seen."
        ),
    ),
    (
        "营业厅未公示投诉渠道的受理时间，三块公告牌中有两块仍为旧号码。",
        (
            "The outlet does not show the hours of its complaint channel; two of three boards still "
            "bear the old number."
        ),
    ),
    (
        "投诉处理中心每日晨会由一线复盘前一日升级投诉，并当场修订话术，其他单位可借鉴。",
        (
            "The centre reviews yesterday's escalated complaints with the front line every morning and "
            "corrects scripts at once; other units can take this over."
        ),
    ),
)
GRADES = (Grade.MAJOR, Grade.MINOR, Grade.OBSERVATION, Grade.IMPROVEMENT, Grade.GOOD_PRACTICE)


def both(zh: str, en: str) -> Bilingual:
    return bilingual(zh=zh, en=en)


def jpeg(seed: int, size: tuple[int, int] = (900, 640), *, orientation: int = 0) -> bytes:
    """A small photograph-like picture; ``orientation`` as cameras write it."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", size, ((70 + seed * 37) % 200, (90 + seed * 17) % 200, 140))
    draw = ImageDraw.Draw(image)
    for step in range(12):
        left = (seed * 53 + step * size[0] // 12) % size[0]
        draw.rectangle(
            (left, step * size[1] // 40, left + 60, size[1] - step * size[1] // 40),
            outline=(240, 240, 235),
        )
    draw.rectangle((0, 0, size[0] // 4, size[1] // 6), fill=(230, 40, 40))
    out = BytesIO()
    exif = Image.Exif()
    if orientation:
        exif[0x0112] = orientation
    image.save(out, "JPEG", quality=80, **({"exif": exif} if orientation else {}))
    return out.getvalue()


class Pictures:
    """Pictures by SHA-256; counts what was asked for."""

    def __init__(self) -> None:
        self._data: dict[str, bytes] = {}
        self.asked: list[str] = []

    def add(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        self._data[sha256] = data
        return sha256

    def __call__(self, sha256: str) -> bytes:
        self.asked.append(sha256)
        return self._data[sha256]


def sample_model(
    pictures: Pictures | None = None,
    *,
    findings: int = 7,
    answers: int = 40,
    evidence: int = 12,
    photos: int = 3,
    draft: bool = True,
    masked: bool = True,
    units: Sequence[tuple[str, str, str, UnitKind]] = UNITS,
) -> ReportModel:
    """An audit of a telecom branch; counts say how much of everything there is."""
    album = pictures if pictures is not None else Pictures()
    codes = [unit[0] for unit in units]
    found = tuple(_finding(n, codes, evidence, album, photos) for n in range(findings))
    return ReportModel(
        header=_header(draft, units),
        scope=_scope(),
        conclusion=both(
            "投诉处理过程已建立并总体运行，但登记完整性和延期告知两项未满足具约束力的要求，须在 90 天内完成整改并验证。",
            "The complaint handling process exists and works on the whole, but completeness of "
            "records and notice of extensions do not meet binding requirements and must be put "
            "right and verified within 90 days.",
        ),
        criteria=_criteria(),
        scores=_scores(codes),
        findings=found,
        actions=tuple(
            _action(n, finding) for n, finding in enumerate(found) if finding.grade in GRADES[:3]
        ),
        evidence=tuple(_evidence(n, codes, found) for n in range(evidence)),
        answers=tuple(_answer(n, codes, found, evidence) for n in range(answers)),
        method=_method(),
        masking=Masking(masked=masked, counts={"name": 4, "phone": 7} if masked else {}),
        as_of=AS_OF,
    )


def empty_model() -> ReportModel:
    """An audit in which nothing has been done yet, with a single-language title."""
    return ReportModel(
        header=Header("A-0", bilingual(zh="空审核"), bilingual(zh="某组织"), Lang.ZH)
    )


def _header(draft: bool, units: Sequence[tuple[str, str, str, UnitKind]]) -> Header:
    return Header(
        number="ZJ-2026-07",
        title=both("浙江分公司投诉处理过程审核", "Audit of complaint handling, Zhejiang branch"),
        organisation=both("示例通信集团有限公司", "Example Telecom Group Ltd."),
        main_lang=Lang.ZH,
        client=both("集团质量管理部", "Group quality department"),
        state=AuditState.REPORTING,
        units=tuple(
            Unit(code, both(zh, en), kind, parent=None if n == 0 else units[0][0])
            for n, (code, zh, en, kind) in enumerate(units)
        ),
        team=(
            TeamMember("陈明", "CM", Role.TEAM_LEADER),
            TeamMember("Anna Berg", "AB", Role.AUDITOR),
            TeamMember("周岚", "ZL", Role.GUIDE),
        ),
        period_from=date(2025, 11, 1),
        period_to=date(2026, 10, 31),
        fieldwork_from=date(2026, 11, 9),
        fieldwork_to=date(2026, 11, 13),
        issued_on=None if draft else date(2026, 11, 23),
        document_number="EX-AR-2026-007",
        version="0.3" if draft else "1.0",
        draft=draft,
        classification=both("内部", "Internal"),
        head_hash=hashlib.sha256(b"head").hexdigest(),
    )


def _scope() -> Scope:
    return Scope(
        objectives=both(
            "确认投诉处理过程是否满足法律、监管规定和内部制度，并对照 ISO 10002:2018 评价其有效性。",
            "Establish whether complaint handling meets law, regulation and the company's own "
            "rules, and judge its effectiveness against ISO 10002:2018.",
        ),
        scope=both(
            "2025 年 11 月至 2026 年 10 月期间经热线、营业厅和网上渠道受理的投诉。",
            "Complaints received by hotline, outlets and online from November 2025 to October 2026.",
        ),
        methods=both(
            "文件评审、访谈（11 人）、现场观察、工单抽样和穿行测试。",
            "Document review, 11 interviews, observation on site, samples of tickets, walk-throughs.",
        ),
        sampling=both(
            "计数抽样 59 件，种子 20261109；置信水平 95%，可容忍偏差率 5%。",
            "Attribute sample of 59, seed 20261109; confidence 95%, tolerable deviation rate 5%.",
        ),
        not_covered=both("外包呼叫中心夜班。", "The outsourced call centre's night shift."),
        asking=Asking(
            figures=(
                Said("selection.per_question", {"questions": 398, "hours": "36", "minutes": "5.4"}),
                Said("selection.over", {"hours": "12.5"}),
            ),
            left_out=(
                LeftOut(
                    "HZ",
                    LeftOutReason.RECENTLY_AUDITED,
                    tuple(f"P01-7.2-{n:02}" for n in range(1, 31)),
                    "外审 2026-09",
                ),
                LeftOut("NB", LeftOutReason.NO_TIME, ("P01-8.1-01",)),
            ),
            profile=(
                ProfileLine(
                    both("外包商处理投诉", "Vendors handle complaints"), (both("否", "no"),), 17
                ),
                ProfileLine(both("境外监管制度", "Regimes outside mainland China"), (), 0),
            ),
            by_answers=3,
        ),
    )


def _criteria() -> tuple[Criterion, ...]:
    return (
        Criterion(
            "CN-TEL-MIIT-35",
            both("电信用户申诉处理办法", "Measures on telecom user appeals"),
            Force.REGULATOR,
            "工信部令第35号",
            "2016",
            "§ 9",
            date(2016, 7, 30),
            verified=True,
        ),
        Criterion(
            "OWN-QMS-07",
            both("投诉管理制度", "Complaint management procedure"),
            Force.OWN_PROCEDURE,
            "QMS-07",
            "V4.2",
            "4.3",
            date(2025, 3, 1),
        ),
        Criterion(
            "iso10002-2018",
            both("质量管理 顾客满意 组织投诉处理指南", "Guidelines for complaints handling"),
            Force.GUIDANCE,
            "ISO 10002",
            "2018",
        ),
    )


def figure(share: float | None, *, applicable: int = 10, sufficient: bool = True) -> Figure:
    return Figure(share, share, (), applicable - 1, applicable, 1, sufficient)


def _scores(codes: list[str]) -> Scores:
    cells: list[Cell] = []
    clauses = [clause[0] for clause in CLAUSES]
    for row, clause in enumerate([*clauses, None]):
        for column, unit in enumerate([*codes, None]):
            share = ((row * 31 + column * 17) % 60 + 40) / 100
            binding = clause not in {"4", "4.2"}
            conformity = figure(share if binding else None, sufficient=(row + column) % 9 != 4)
            worst = Result.MAJOR if share < 0.6 else Result.MINOR if share < 0.75 else None
            cells.append(Cell(clause, unit, conformity, figure(min(share + 0.08, 1)), worst))
    capped = Figure(
        0.7, 0.742, (Said("enum.CapReason.legal_major"),), 96, 104, 5, True, 0.61, codes[-1]
    )
    return Scores(
        conformity=capped,
        alignment=Figure(0.683, 0.683, (), 112, 120, 6),
        clauses=tuple(Clause(number, both(zh, en), level) for number, zh, en, level in CLAUSES),
        cells=tuple(cells),
    )


def _finding(n: int, codes: list[str], evidence: int, album: Pictures, photos: int) -> Finding:
    grade = GRADES[n % 5]
    zh, en = STATEMENTS[n % 5]
    numbers = tuple(
        _evidence_number(k % evidence, codes) for k in range(n, n + 1 + n % 4) if evidence
    )
    shown: list[Picture] = []
    for k in range(photos // 7 + 1 if n * 7 < photos * 7 and n < photos else 0):
        sha256 = album.add(jpeg(n + 100 * k))
        caption = both("公告牌现状（营业厅入口）", "The notice board at the entrance")
        shown.append(Picture(sha256, caption, numbers[0] if numbers else ""))
    good = grade is Grade.GOOD_PRACTICE
    return Finding(
        number=f"F-CM{n + 1:02d}",
        final_number="" if n % 3 == 2 else f"ZJ-2026-07-NC-{n + 1:02d}",
        grade=grade,
        unit=codes[n % len(codes)],
        state=FindingState.ACCEPTED if n % 2 else FindingState.DISPUTED,
        statement=both(zh, en),
        nature=None if good else tuple(Nature)[n % 3],
        extent=None if good else tuple(Extent)[n % 3],
        clause=CLAUSES[n % len(CLAUSES)][0],
        question=f"P01-{CLAUSES[n % len(CLAUSES)][0]}-0{n % 9 + 1}",
        raised_on=date(2026, 11, 10) + timedelta(days=n % 4),
        auditor="CM",
        criterion=both(
            "《投诉管理制度》QMS-07 V4.2 第 4.3 条：凡表达不满并期待答复的联系均须登记。",
            "Procedure QMS-07 V4.2, 4.3: every contact that voices dissatisfaction and expects an "
            "answer is recorded.",
        ),
        condition=both(
            zh
            + "涉及工单 GD20260418001 与 GD20260522017，发生于 2026 年 4 月至 5 月，均为夜班受理。",
            en + " Tickets GD20260418001 and GD20260522017, April to May 2026, both night shift.",
        ),
        evidence_text=both("通话录音、工单系统截图。", "Call recordings, ticket screenshots."),
        cause=both("夜班坐席不了解登记口径。", "Night-shift agents do not know the rule."),
        consequence=both(
            "投诉者得不到答复，数量统计偏低，监管检查时无法举证。",
            "Complainants get no answer, counts are too low, and proof is lacking at an inspection.",
        ),
        criteria=("OWN-QMS-07",),
        force=Force.OWN_PROCEDURE,
        grade_limit=Said("enum.GradeReason.binding") if n % 5 == 1 else None,
        evidence=numbers,
        pictures=tuple(shown),
        sample=SampleResult(182_447, 59, 2, 0.104) if n % 5 == 0 else None,
        owner="王建国",
        due=date(2027, 1, 31),
        response=None if good else _response(n),
    )


def _response(n: int) -> Response:
    return Response(
        text=both(
            "对事实无异议；其中 1 件系统故障期间未登记，已补登。",
            "The facts are not disputed; one was missed during an outage and has been recorded since.",
        ),
        agreed=n % 2 == 1,
        given_on=date(2026, 11, 16),
        given_by="王建国",
        team_answer=both("故障时应使用纸质登记表。", "During outages the paper form applies."),
        unresolved=n % 4 == 2,
    )


def _action(n: int, finding: Finding) -> Action:
    states = tuple(ActionState)
    state = states[n % 7]
    return Action(
        number=f"A-ZJ-{n + 1:03d}",
        finding=finding.number,
        kind=ActionKind.CORRECTION if n % 2 else ActionKind.CORRECTIVE_ACTION,
        state=state,
        text=both(
            "修订登记口径并对全部夜班坐席培训考核，登记完整性纳入质检评分。",
            "Revise the recording rule, train and test all night-shift agents, and make "
            "completeness part of quality scoring.",
        ),
        unit=finding.unit,
        root_cause=both("培训未覆盖夜班。", "Training left out the night shift."),
        owner="" if n % 6 == 5 else ("王建国", "李娜", "赵强")[n % 3],
        due=date(2026, 10, 30) + timedelta(days=21 * (n % 6)),
        done=date(2026, 11, 18) if state is ActionState.IMPLEMENTED else None,
        effectiveness_criterion=both(
            "连续两个月抽样 59 件无漏登。", "No missing record in samples of 59 for two months."
        ),
        check_due=date(2027, 4, 30),
        verifier="AB",
        reopened=n % 2,
    )


def _evidence_number(n: int, codes: list[str]) -> str:
    return f"E-{codes[n % len(codes)]}-CM{n + 1:03d}"


def _evidence(n: int, codes: list[str], findings: tuple[Finding, ...]) -> EvidenceItem:
    number = _evidence_number(n, codes)
    cited = tuple(f.number for f in findings[:50] if number in f.evidence)
    return EvidenceItem(
        number=number,
        unit=codes[n % len(codes)],
        kind=tuple(EvidenceKind)[n % 8],
        title=both(
            f"通话录音与工单截图（第 {n + 1} 组）", f"Call recording and screenshot, set {n + 1}"
        ),
        clauses=("7.2", "4.9")[: 1 + n % 2],
        questions=("P01-7.2-03",),
        holder="投诉处理中心 李娜",
        period_from=date(2026, 4, 1),
        period_to=date(2026, 5, 31),
        obtained_on=date(2026, 11, 10),
        obtained_by="CM",
        original=n % 3 != 0,
        sha256=hashlib.sha256(str(n).encode()).hexdigest(),
        size=120_000 + n,
        personal_data=tuple(PersonalData)[n % 3],
        ticket=f"GD202604{n % 30 + 1:02d}{n:03d}",
        findings=cited,
        reliability=n % 3 + 1,
        retention_until=date(2029, 12, 31),
        note="夜班坐席确认电话 13800138000 的来电未登记" if n % 5 == 0 else "",
    )


def _answer(n: int, codes: list[str], findings: tuple[Finding, ...], evidence: int) -> AnswerLine:
    clause = CLAUSES[n % len(CLAUSES)][0]
    result = (*Result, None)[n % 7]
    return AnswerLine(
        question_id=f"P01-{clause}-{n % 12 + 1:02d}",
        question=both(
            "从独立来源出发，凡表达不满并期待答复的联系，是否都能找到对应的投诉登记？",
            "Starting from an independent source, is there a complaint record for every contact "
            "that voices dissatisfaction and expects an answer?",
        ),
        unit="" if n % 10 == 9 else codes[n % len(codes)],
        clause=clause,
        pack="P01",
        result=result,
        fulfilment=n % 4 if result else None,
        note="抽查 59 件，57 件相符。" if n % 2 else "",
        reason="本单位不受理" if result is Result.NOT_APPLICABLE else "",
        evidence=(_evidence_number(n % evidence, codes),) if evidence and n % 3 else (),
        findings=(findings[n % len(findings)].number,) if findings and n % 4 == 0 else (),
        criterion="OWN-QMS-07",
        force=Force.OWN_PROCEDURE,
        auditor="CM",
        answered_on=date(2026, 11, 10),
        reviewer="AB" if n % 2 else "",
        reviewed_on=date(2026, 11, 13) if n % 2 else None,
    )


def _method() -> Method:
    return Method(
        lines=(Said("enum.CapReason.major_in_clause"),),
        packs=(
            PackUsed(
                "P01", "3", both("ISO 10002 全过程审核", "Full process audit"), "ab" * 32, 120
            ),
        ),
        ambiguities=(
            Ambiguity(
                "A-03",
                "R-022",
                both("4 至 7 个工作日：下限还是区间", "4–7 working days: minimum or range"),
                both("不超过 7 个工作日", "at most 7 working days"),
            ),
        ),
        checks=(
            CheckLine(Stage.ISSUE, CheckKind.WARNS, Said("enum.Need.proof"), 3),
            CheckLine(Stage.CLOSING, CheckKind.BLOCKS, Said("enum.Need.evidence"), 1),
        ),
        sign_offs=(
            SignOff(
                SignOffStage.PREPARED,
                "陈明",
                datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
                "cd" * 32,
            ),
            SignOff(
                SignOffStage.REVIEWED,
                "Anna Berg",
                datetime(2026, 11, 20, 16, 5, tzinfo=UTC),
                "ef" * 32,
                edited_after=True,
            ),
        ),
        adoptions=(
            Adoption(
                "ISO 10002:2018",
                both("集团质发〔2024〕18号文", "Group quality circular 18/2024"),
                date(2024, 6, 1),
                ("7", "8"),
                ("ZJ", "HZ"),
            ),
        ),
    )
