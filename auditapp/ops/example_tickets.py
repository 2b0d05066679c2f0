"""The example's complaint tickets: made by code, read in by the real import, tested by real rules.

Everything is invented and drawn with a fixed seed, so two builds hold the same tickets. They agree
with the story: 32 answers came after the due time, 11 of them without a word before it; one letter
was acknowledged after 31 hours; 14 second tickets are not linked to the open first one.
"""

from __future__ import annotations

import csv
import random
import tempfile
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from auditapp.domain.vocabulary import Completeness, Extent, Lang, Nature
from auditapp.jobs.progress import Progress
from auditapp.ops import sla, ticket_findings, tickets
from auditapp.ops.queries.content import PackShelf
from auditapp.ops.queries.ticket_board import board
from auditapp.ops.queries.tickets import control_totals
from auditapp.ops.ticket_import import ImportPlan, import_population, source_reader
from auditapp.ops.ticket_runs import run_rules
from auditapp.tickets.fields import Table
from auditapp.tickets.mapping import ColumnMapping, MappedField
from auditapp.tickets.populations import TicketFiles
from auditapp.tickets.reading.source import ReadOptions
from auditapp.tickets.rules.library import load_library
from auditapp.tickets.rules.run import Request

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

    from auditapp.ops.example_script import Story
    from auditapp.store.op import Op

T = TypeVar("T")
SEED: Final = 20260701
TICKETS: Final = 400
RULES: Final = (
    "R-003", "R-010", "R-025", "R-034", "R-035", "R-036", "R-040", "R-044", "R-048", "R-051",
    "R-102", "R-110", "R-111",
)  # fmt: skip
PROFILE: Final = "CN-TEL-MIIT-35"
CHOICES: Final = {"repeat_window_days": "30"}
FINDING_RULE: Final = "R-034"

_BY: Final = "CS"
_RULE: Final = "rule kf16"
_UNIT: Final = "YZ"
_GRID_AT: Final = "2026-11-19 15:40"
_IMPORT_AT: Final = "2026-11-19 16:00"
_RUN_AT: Final = "2026-11-20 16:20"
_FINDING_AT: Final = "2026-11-20 16:50"
_FIRST: Final = date(2026, 7, 1)
_DAYS: Final = 92
_LATE, _TOLD_LATE, _NOT_TOLD = 32, 6, 5
_MARKED_ON_TIME: Final = 7
_LINKED, _UNLINKED = 12, 14
_OFFSET: Final = 480
"""Minutes east of UTC of the times in the tables."""

_CHANNELS: Final = (("热线", 58), ("营业厅", 22), ("网厅", 13), ("信函", 4), ("监管转办", 3))
_CATEGORIES: Final = (
    ("宽带", "反复断网", 27, "网络维护部"),
    ("费用", "副卡误扣费", 21, "市场营销部"),
    ("费用", "套餐争议", 16, "市场营销部"),
    ("移动网络", "信号覆盖", 15, "网络维护部"),
    ("服务", "人员态度", 11, "服务支撑中心"),
    ("业务办理", "携号转网", 10, "服务支撑中心"),
)
_TIERS: Final = (("普通", 78), ("VIP", 12), ("其他", 10))
_COLUMNS: Final[dict[str, str]] = {
    "ticket_id": "工单编号",
    "parent_ticket_id": "关联工单编号",
    "unit": "归属单位",
    "customer_key": "客户号码",
    "issue_key": "问题标识",
    "customer_tier": "客户等级",
    "channel_in": "受理渠道",
    "category_l1": "一级分类",
    "category_l2": "二级分类",
    "is_billing": "费用类",
    "received_at": "受理时间",
    "recorded_at": "登记时间",
    "acknowledged_at": "告知受理时间",
    "dispatched_at": "派单时间",
    "handler_unit": "承办单位",
    "due_at": "应办结时间",
    "on_time_flag": "是否按时",
    "extension_notified_at": "延期告知时间",
    "first_reply_at": "首次答复时间",
    "effective_reply_at": "有效答复时间",
    "customer_accepts": "客户是否认可",
    "final_class": "定性",
    "resolved_on_site": "现场解决",
    "recourse_informed": "告知救济途径",
    "closed_at": "报结时间",
    "followup_type": "回访方式",
    "followup_at": "回访时间",
}
_CONTACTS: Final[dict[str, str]] = {
    "contacts.ticket_id": "工单编号",
    "contacts.at": "联系时间",
    "contacts.direction": "方向",
    "contacts.purpose": "目的",
}


@dataclass(slots=True)
class Ticket:
    """One ticket of the example: its cells by field, and the calls that were made about it."""

    received: datetime
    due: datetime
    closed: datetime
    cells: dict[str, str] = field(default_factory=dict[str, str])
    calls: list[tuple[datetime, str]] = field(default_factory=list[tuple[datetime, str]])

    def put(self, name: str, at: datetime) -> None:
        """Write a time into a cell."""
        self.cells[name] = f"{at:%Y-%m-%d %H:%M:%S}"


def made_tickets() -> list[Ticket]:
    """The tickets in the order in which they were received; the same each time."""
    draw = random.Random(SEED)  # noqa: S311  (nothing secret)
    second = _LINKED + _UNLINKED
    made = [_begun(draw, number) for number in range(TICKETS - second)]
    for place in draw.sample(range(len(made)), _LATE):
        made[place].due = made[place].received  # marks it: its answer will be late
    late = [one for one in made if one.due == one.received]
    for one in made:
        _led(draw, one, late=one.due == one.received)
    _told(draw, late)
    on_site = [one for one in made if "dispatched_at" not in one.cells]
    until = datetime.combine(_FIRST + timedelta(days=_DAYS - 5), datetime.min.time())
    early = [one for one in made if one not in on_site and one.closed < until]
    firsts = draw.sample(early, second)
    followers = [_second(draw, number, first) for number, first in enumerate(firsts)]
    made.extend(followers)
    made.sort(key=lambda one: one.received)
    _numbered(made)
    for number, (first, follower) in enumerate(zip(firsts, followers, strict=True)):
        linked = first.cells["ticket_id"] if number < _LINKED else ""
        follower.cells["parent_ticket_id"] = linked
    _exceptions(draw, made)
    return made


def schedule_tickets(story: Story) -> None:
    """The grid of limits, the extract with its card, the run of rules, a finding from it."""
    story.at(_GRID_AT, _BY, lambda: _grid(story))
    story.at(_IMPORT_AT, _BY, lambda: _import(story))
    story.at(_RUN_AT, _BY, lambda: _run(story))
    story.at(_FINDING_AT, _BY, lambda: _finding(story), "finding unlinked")


def files_of(story: Story) -> TicketFiles:
    """The tickets beside the example."""
    return TicketFiles(story.audit.path, story.audit.audit_id)


def _grid(story: Story) -> Op[int]:
    cells = [
        sla.SlaCell("dispatch", sla.ANY, sla.ANY, "240min", "recorded_at", "dispatched_at"),
        sla.SlaCell("acknowledge", sla.ANY, sla.ANY, "2h", "received_at", "acknowledged_at"),
    ]
    return sla.set_limits(cells, sla.SlaSource(story.ids[_RULE], article="第十六条"))


def _import(story: Story) -> None:
    made = made_tickets()
    actor = story.ids[f"person {_BY}"]
    with tempfile.TemporaryDirectory(prefix="auditapp-example-") as folder:
        table, calls = Path(folder) / "云州工单明细_2026Q3.csv", Path(folder) / "云州联系记录.csv"
        _write(table, list(_COLUMNS.values()), _rows(made))
        _write(calls, list(_CONTACTS.values()), _calls(made))
        options = ReadOptions(offset=_OFFSET, temp_dir=Path(folder))
        plan = ImportPlan(
            _card(story),
            (
                source_reader(table, _mapping(_COLUMNS, Table.TICKETS), options),
                source_reader(calls, _mapping(_CONTACTS, Table.CONTACTS), options),
            ),
        )
        done = import_population(
            story.audit, files_of(story), plan, actor=actor, progress=Progress()
        )
    story.ids["population"] = done.value
    _reconcile(story)


def _card(story: Story) -> tickets.CardFacts:
    return tickets.CardFacts(
        title={
            Lang.ZH: "云州市分公司2026年三季度投诉工单",
            Lang.EN: "Complaint tickets of the Yunzhou branch, third quarter 2026",
        },
        system="客服工单系统 V6",
        run_by="省公司信息技术部",
        query_text=(
            "SELECT * FROM cs_ticket WHERE org = 'YZ'"
            " AND accept_time >= '2026-07-01' AND accept_time < '2026-10-01'"
        ),
        run_at=story.script.time("2026-11-18 10:30"),
        period_from=_FIRST,
        period_to=date(2026, 9, 30),
        as_of=story.script.time("2026-10-31 00:00"),
    )


def _reconcile(story: Story) -> None:
    """The auditee's figures: two tickets more in August, and why they are not in the extract."""
    population, actor = story.ids["population"], story.ids[f"person {_BY}"]
    counted = [row for row in control_totals(story.audit, population).rows if row.counted]
    more = ("2026-08", "hotline")
    told = [
        (row.month, row.channel, (row.counted or 0) + 2 * ((row.month, row.channel) == more))
        for row in counted
    ]
    total = sum(number for _, _, number in told)
    why = "8月两件演练工单已按变更单删除，已查看删除日志。"
    for op in (
        tickets.set_told(population, told, total=total, source="云州分公司2026年三季度服务月报"),
        tickets.explain_total(population, *more, why),
        tickets.judge_completeness(population, Completeness.RECONCILED, note=why),
    ):
        story.audit.run(op, actor=actor)


def _run(story: Story) -> None:
    library = load_library(story.content)
    chosen = [library.rules[name] for name in RULES]
    chosen += library.profile(PROFILE).rules
    done = run_rules(
        story.audit,
        files_of(story),
        story.ids["population"],
        chosen,
        library,
        Request(choices=CHOICES, offset=_OFFSET, profile=PROFILE),
        actor=story.ids[f"person {_BY}"],
        progress=Progress(),
    )
    story.ids["run"] = done.value


def _finding(story: Story) -> Op[uuid.UUID]:
    """What the exceptions fill in, with what the auditor adds."""
    today = story.clock.now.date()
    shown = board(story.audit, story.ids["population"], today=today)
    row = next(one for one in shown.rows if one.rule_id == FINDING_RULE)
    draft = ticket_findings.draft_finding(
        story.audit,
        files_of(story),
        PackShelf(story.audit),
        row.result_id,
        today=today,
        unit_id=story.unit(_UNIT),
    )
    texts = {
        **draft.new.texts,
        "title": {
            Lang.ZH: "同一事项未结时再次建单，部分未关联原工单",
            Lang.EN: "Second tickets on a matter still open are not always linked to the first",
        },
        "evidence": {
            Lang.ZH: "2026年三季度全量工单重算结果及例外工单清单。",
            Lang.EN: "Recalculation over all tickets of the quarter, and the list of exceptions.",
        },
        "cause": {
            Lang.ZH: "网厅和营业厅建单界面不提示同一客户的未结工单。",
            Lang.EN: "The forms of online shop and counter do not show a customer's open tickets.",
        },
        "consequence": {
            Lang.ZH: "同一问题由两人分头处理，客户需重复说明，首次受理时间失真。",
            Lang.EN: "Two people work on one problem, customers repeat themselves, and the time of"
            " first receipt is no longer true.",
        },
    }
    new = replace(draft.new, nature=Nature.IMPLEMENTATION, extent=Extent.REPEATED, texts=texts)
    return ticket_findings.raise_from_exceptions(replace(draft, new=new))


# -- making the tickets -------------------------------------------------------------------------


def _begun(draw: random.Random, number: int) -> Ticket:
    day = datetime.combine(_FIRST, datetime.min.time()) + timedelta(days=draw.randrange(_DAYS))
    received = day + timedelta(hours=draw.randint(8, 19), seconds=draw.randrange(3600))
    category = _weighted(draw, [(one, one[2]) for one in _CATEGORIES])
    phone = f"139{number * 137 + 20_000_000:08d}"
    one = Ticket(received, _working_days_on(received, 3), received)
    one.cells |= {
        "unit": "云州市分公司",
        "customer_key": phone,
        "issue_key": f"{phone}-{category[1]}",
        "customer_tier": _weighted(draw, _TIERS),
        "channel_in": _weighted(draw, _CHANNELS),
        "category_l1": category[0],
        "category_l2": category[1],
        "is_billing": "是" if category[0] == "费用" else "否",
        "handler_unit": category[3],
    }
    return one


def _led(draw: random.Random, one: Ticket, *, late: bool) -> None:
    """Everything after the receipt. Late ones are always dispatched."""
    one.due = _working_days_on(one.received, 3)
    one.put("received_at", one.received)
    recorded = one.received + timedelta(minutes=draw.choice((1, 2, 3, 4, 5, 6, 6, 7, 9, 14)))
    one.put("recorded_at", recorded)
    one.put("acknowledged_at", one.received + timedelta(minutes=draw.choice((2, 3, 4, 4, 5, 8))))
    one.put("due_at", one.due)
    on_site = not late and draw.random() < 0.16
    if on_site:
        answered = recorded + timedelta(minutes=draw.randint(4, 40))
    else:
        sent = recorded + timedelta(minutes=min(int(draw.expovariate(1 / 45)) + 3, 225))
        one.put("dispatched_at", sent)
        room = (one.due - sent).total_seconds()
        answered = sent + timedelta(seconds=room * min(0.04 + draw.betavariate(1.3, 4), 0.93))
        if late:
            answered = one.due + timedelta(hours=draw.choice((3, 5, 9, 20, 27, 46, 71, 120)))
    one.put("first_reply_at", recorded + (answered - recorded) * 0.7)
    one.put("effective_reply_at", answered)
    one.closed = answered + timedelta(minutes=draw.randint(2, 30))
    if not late and one.closed > one.due:
        one.closed = one.due - timedelta(minutes=1)
    one.put("closed_at", one.closed)
    opinion = draw.random() < 0.12
    one.cells |= {
        "on_time_flag": "否" if late else "是",
        "resolved_on_site": "是" if on_site else "否",
        "customer_accepts": "是",
        "final_class": "意见" if opinion else "投诉",
        "followup_type": "短信" if opinion else "人工",
    }
    one.put("followup_at", one.closed + timedelta(days=draw.randint(1, 9), hours=2))
    if not on_site:
        one.calls.append((recorded + (answered - recorded) * 0.5, "进展"))
    one.calls.append((answered, "答复"))


def _told(draw: random.Random, late: list[Ticket]) -> None:
    """Of the late ones: told in time, told afterwards, not told at all."""
    order = draw.sample(late, len(late))
    for place, one in enumerate(order):
        one.calls = [call for call in one.calls if call[1] != "进展"]
        before = one.due - timedelta(hours=draw.randint(2, 20))
        if place < _NOT_TOLD:
            continue
        if place < _NOT_TOLD + _TOLD_LATE:
            after = one.due + timedelta(hours=1, minutes=draw.randrange(60))
            one.put("extension_notified_at", after)
            one.calls.append((after, "进展"))
            continue
        one.put("extension_notified_at", before)
        one.calls.append((before, "进展"))
    for one in order[-_MARKED_ON_TIME:]:
        one.cells["on_time_flag"] = "是"


def _second(draw: random.Random, number: int, first: Ticket) -> Ticket:
    """The same customer on the same matter, while the first ticket is open."""
    span = (first.closed - first.received).total_seconds()
    received = first.received + timedelta(seconds=span * draw.uniform(0.3, 0.8))
    one = Ticket(received, received, received)
    kept = ("unit", "customer_key", "issue_key", "customer_tier", "category_l1", "category_l2")
    one.cells |= {name: first.cells[name] for name in (*kept, "is_billing", "handler_unit")}
    by_day = 9 <= one.received.hour < 18
    counter = "营业厅" if by_day and number % 2 else "网厅"
    one.cells["channel_in"] = "热线" if number < _LINKED else counter
    _led(draw, one, late=False)
    return one


def _numbered(made: list[Ticket]) -> None:
    """Numbers in one series; two of August are missing, as the auditee explains."""
    number = 0
    for one in made:
        number += 1
        if number == 171:
            number += 2
        one.cells["ticket_id"] = f"YZ-Q3-{number:04d}"


def _exceptions(draw: random.Random, made: list[Ticket]) -> None:
    """What goes wrong besides: eight late dispatches, a letter, ten who do not accept."""
    sent = [
        one for one in made if "dispatched_at" in one.cells and one.cells["on_time_flag"] == "是"
    ]
    roomy = [one for one in sent if (one.closed - one.received) > timedelta(hours=12)]
    for one in draw.sample(roomy, 8):
        one.put("dispatched_at", one.received + timedelta(minutes=draw.randint(255, 400)))
    letter = next(one for one in made if one.cells["channel_in"] == "信函")
    letter.put("acknowledged_at", letter.received + timedelta(hours=31))
    for one in draw.sample(sent, 10):
        one.cells |= {"customer_accepts": "否", "recourse_informed": "是"}
    for one in draw.sample(made, 6):
        one.cells.pop("followup_at")
        one.cells["followup_type"] = ""


def _weighted(draw: random.Random, choices: Iterable[tuple[T, int]]) -> T:
    listed = list(choices)
    return draw.choices([it for it, _ in listed], [weight for _, weight in listed])[0]


def _working_days_on(at: datetime, days: int) -> datetime:
    while days:
        at += timedelta(days=1)
        days -= at.weekday() < 5
    return at


def _mapping(columns: dict[str, str], table: Table) -> ColumnMapping:
    fields = (MappedField(name, (column,)) for name, column in columns.items())
    return ColumnMapping(tuple(fields), table)


def _rows(made: list[Ticket]) -> Iterable[list[str]]:
    return ([one.cells.get(name, "") for name in _COLUMNS] for one in made)


def _calls(made: list[Ticket]) -> Iterable[list[str]]:
    for one in made:
        for at, purpose in sorted(one.calls):
            yield [one.cells["ticket_id"], f"{at:%Y-%m-%d %H:%M:%S}", "呼出", purpose]


def _write(path: Path, head: list[str], rows: Iterable[list[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(head)
        writer.writerows(rows)
