"""Packs made up by rule: as many questions as wanted, with texts of the usual length."""

from __future__ import annotations

from datetime import date
from typing import Final

from auditapp.domain.clauses import ISO_10002_2018
from auditapp.domain.vocabulary import (
    Force,
    Prepare,
    QuestionScope,
    QuestionType,
    Result,
    Sector,
)
from auditapp.packs.content import (
    Band,
    Bilingual,
    BilingualList,
    CardKind,
    CriterionCard,
    Jurisdiction,
    MeasureUnit,
    Pack,
    Question,
    Rating,
    Sampling,
    SamplingMethod,
    Section,
)

SECTIONS: Final = tuple(clause for clause in ISO_10002_2018 if clause.number[0].isdigit())
LEAVES: Final = tuple(
    clause.number
    for clause in SECTIONS
    if "." in clause.number and not any(c.number.startswith(clause.number + ".") for c in SECTIONS)
)
_ZH: Final = (
    "投诉受理人员接到客户表达的不满后是否在规定时限内登记并告知受理编号",
    "抽查来电录音、营业厅登记簿和网上留言，核对是否都能找到对应的投诉工单",
    "升级投诉由专人处理，处理过程和结论有记录，并在答复前复核事实与依据",
    "分公司每月分析投诉原因，对重复发生的问题制定整改措施并验证效果",
)
_EN: Final = (
    "Is every contact that voices dissatisfaction registered as a complaint within the set time",
    "Compare call recordings, counter books and web messages with the tickets of the same days",
    "Escalated complaints are handled by a named person, with facts checked before the reply",
    "Causes are analysed each month; what comes back is corrected and the effect is verified",
)


def both(n: int, tag: str) -> Bilingual:
    """A text of the usual length in both languages, different for each n."""
    return Bilingual(f"{_EN[n % 4]} ({tag} {n}).", f"{_ZH[n % 4]}（{tag} {n}）。")


def points(n: int, count: int, tag: str) -> BilingualList:
    """Some points in both languages."""
    listed = [both(n + k, f"{tag}{k}") for k in range(count)]
    return BilingualList(tuple(it.en for it in listed), tuple(it.zh for it in listed))


def made_cards() -> dict[str, CriterionCard]:
    """A guidance card for each clause, and three laws: telecom, banks, everybody."""
    cards = [
        _card(f"iso10002-2018-{clause.number}", CardKind.STANDARD, clause.number, Force.GUIDANCE)
        for clause in SECTIONS
    ]
    cards.append(_card("cn-cpl-art17", CardKind.LAW, "17", Force.LAW, Jurisdiction.CN))
    cards.append(
        _card(
            "cn-miit-35-art9", CardKind.REGULATION, "9", Force.REGULATOR, Jurisdiction.CN,
            Sector.TELECOM,
        )
    )  # fmt: skip
    cards.append(
        _card(
            "cn-cbirc-2020-3-art8", CardKind.REGULATION, "8", Force.REGULATOR, Jurisdiction.CN,
            Sector.BANK,
        )
    )  # fmt: skip
    return {card.id: card for card in cards}


def made_pack(pack_id: str, count: int, *, version: int = 1, length: int = 1) -> Pack:
    """A pack of ``count`` questions spread over the clauses of ISO 10002.

    Every seventh is asked of the organisation, every fifth cites a law of everybody, every eleventh
    a rule for banks; ``length`` multiplies what there is to look for.
    """
    numbers: dict[str, int] = {}
    questions: list[Question] = []
    for n in range(count):
        section = LEAVES[n * len(LEAVES) // count]
        numbers[section] = numbers.get(section, 0) + 1
        questions.append(_question(pack_id, n, section, numbers[section], version, length))
    listed = {clause.number for clause in SECTIONS}
    sections = tuple(
        Section(
            clause.number,
            Bilingual(clause.en, clause.zh),
            above if (above := clause.number.rpartition(".")[0]) in listed else None,
        )
        for clause in SECTIONS
    )
    return Pack(
        pack_id,
        version,
        Bilingual(f"Made pack {pack_id}", f"示例检查表 {pack_id}"),
        both(0, "audience"),
        both(1, "description"),
        (Sector.ALL,),
        sections,
        tuple(questions),
    )


def _question(pack_id: str, n: int, section: str, nth: int, version: int, length: int) -> Question:
    criteria = [f"iso10002-2018-{section}"]
    criteria += ["cn-cpl-art17"] if n % 5 == 0 else []
    criteria += ["cn-cbirc-2020-3-art8"] if n % 11 == 0 else []
    sampled = n % 3 == 0
    return Question(
        id=f"{pack_id}-{section}-{nth:02d}",
        section=section,
        version=version,
        type=QuestionType.SAMPLE if sampled else QuestionType.DOCUMENT,
        scope=QuestionScope.ORGANISATION if n % 7 == 0 else QuestionScope.PER_UNIT,
        core=n % 2 == 0,
        prepare=Prepare.SITE,
        effort_question=5,
        effort_item=2 if sampled else 0,
        weight=1 + n % 5,
        na_allowed=n % 13 != 0,
        verified=False,
        source="practice",
        criteria=tuple(criteria),
        q=both(n, "q"),
        ask=both(n + 1, "ask"),
        look_for=points(n, 3 * length, "look"),
        evidence=points(n + 2, 2 * length, "see"),
        negative_test=both(n + 3, "test"),
        rating=_rating(n),
        tags=("4.9", "risk_stage:control") if n % 4 == 0 else (),
        own_rule=both(n, "rule"),
        sampling=Sampling(SamplingMethod.ATTRIBUTE, both(n, "population"), 59) if sampled else None,
    )


def _rating(n: int) -> Rating:
    return Rating(
        both(n, "measure"),
        MeasureUnit.CASES,
        (
            Band(Result.CONFORMING, both(n, "b0"), up_to=0),
            Band(Result.IMPROVEMENT, both(n, "b1"), up_to=0, weakness=True),
            Band(Result.MINOR, both(n, "b2"), over=0, up_to=3),
            Band(Result.MAJOR, both(n, "b3"), over=3),
        ),
    )


def _card(
    card_id: str,
    kind: CardKind,
    article: str,
    force: Force,
    where: Jurisdiction = Jurisdiction.ANY,
    sector: Sector = Sector.ALL,
) -> CriterionCard:
    source = Bilingual("ISO 10002:2018", "GB/T 19012-2019")
    if kind is not CardKind.STANDARD:
        source = Bilingual(f"Source of {card_id}", f"{card_id} 的来源")
    return CriterionCard(
        card_id,
        kind,
        source,
        Bilingual("Issuer", "发布机构"),
        article,
        Bilingual(f"Title {article}", f"标题 {article}"),
        Bilingual(f"Paraphrase of {article}", f"{article} 的释义"),
        force,
        where,
        (sector,),
        "2018",
        verified=True,
        watch=False,
        in_force_since=date(2018, 7, 1),
    )
