"""A small valid checklist folder that a test writes, breaks at one place, and has checked."""

from __future__ import annotations

from pathlib import Path

from auditapp.domain.vocabulary import Lang
from auditapp.packs.problems import sentence
from auditapp.packs.reading import CheckReport, check_root
from auditapp.texts import load

REAL = Path(__file__).parents[3] / "checklists"

HEAD = """\
id: T01
version: 1
title: {en: A test pack, zh: 测试检查表}
audience: {en: auditors, zh: 审核员}
description: {en: For tests., zh: 供测试使用。}
sectors: [all]
parts: [7-operation.yaml]
sections:
  - {id: "7", title: {en: Operation, zh: 运行}}
  - {id: "7.2", title: {en: Receipt of complaints, zh: 投诉受理}}
"""

QUESTION = """\
  - id: T01-7.2-01
    section: "7.2"
    version: 1
    type: sample
    scope: per_unit
    core: true
    prepare: site
    effort: {question: 5, item: 4}
    weight: 5
    tags: ["4.9", "risk_stage:identify"]
    auto_rule: R-001
    na_allowed: true
    verified: false
    source: "ISO, S4"
    criteria: [iso10002-2018-7.2]
    own_rule: {en: registration rule, zh: 登记条款}
    q:
      en: "Is every contact that voices dissatisfaction registered?"
      zh: "表达不满的联系是否均已登记？"
    ask: {en: "Show me how a contact becomes a complaint.", zh: "请演示一个联系如何登记为投诉。"}
    look_for:
      en: ["solved at once is registered too", "no re-coding", "same day"]
      zh: ["当场解决的也登记", "无改记", "当日登记"]
    evidence: {en: ["recordings", "register"], zh: ["录音", "登记簿"]}
    negative_test: {en: "A full register may hide lost calls.", zh: "登记簿齐全也可能有漏登。"}
    sampling:
      method: attribute
      default_n: 59
      population: {en: contacts of the period, zh: 期内的联系}
      strata: [channel, shift]
    rating:
      measure: {en: complaints missing from the register, zh: 未登记的投诉件数}
      unit: cases
      bands:
        - {result: conforming, up_to: 0, text: {en: None is missing., zh: 无漏登。}}
        - {result: improvement, up_to: 0, weakness: true, text: {en: Weak control., zh: 控制薄弱。}}
        - {result: minor, over: 0, up_to: 3, text: {en: Up to three., zh: 不超过3件。}}
        - {result: major, over: 3, text: {en: More than three., zh: 3件以上。}}
      aggravating: {en: ["deliberate"], zh: ["故意为之"]}
"""

OTHER_QUESTION = (
    QUESTION.replace("T01-7.2-01", "T01-7.2-02")
    .replace("Is every contact that voices dissatisfaction registered?", "Who may close a ticket?")
    .replace("表达不满的联系是否均已登记？", "谁有权终止工单？")
)

CRITERIA = """\
criteria:
  - id: iso10002-2018-7.2
    kind: standard
    source: {en: "ISO 10002:2018", zh: "GB/T 19012-2019"}
    issuer: {en: ISO, zh: 国际标准化组织}
    article: "7.2"
    title: {en: Receipt of complaints, zh: 投诉受理}
    paraphrase: {en: Complaints are recorded on receipt., zh: 投诉在受理时予以记录。}
    force: guidance
    jurisdiction: any
    sectors: [all]
    in_force_since: 2018-07-01
    edition: "2018"
    verified: true
    watch: false
    replaced_by: null
  - id: cn-cpl-art39
    kind: law
    source: {en: Consumer Rights Protection Law, zh: 消费者权益保护法}
    issuer: {en: "National People's Congress", zh: 全国人民代表大会}
    article: "39"
    title: {en: Ways to settle disputes, zh: 争议解决途径}
    paraphrase: {en: Consumers may choose among five routes., zh: 消费者可以选择五种途径。}
    force: law
    jurisdiction: CN
    sectors: [bank, telecom]
    in_force_since: 2014-03-15
    edition: "2013"
    verified: true
    watch: false
    replaced_by: null
"""

PART = "questions:\n" + QUESTION + OTHER_QUESTION


class Checklists:
    """A checklist folder below a temporary folder; texts are replaced before it is written."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.pack = root / "packs" / "T01"
        self.pack.mkdir(parents=True)
        (root / "criteria").mkdir()
        self.head = self.pack / "pack.yaml"
        self.part = self.pack / "7-operation.yaml"
        self.cards = root / "criteria" / "cards.yaml"
        self.head.write_text(HEAD, encoding="utf-8")
        self.part.write_text(PART, encoding="utf-8")
        self.cards.write_text(CRITERIA, encoding="utf-8")

    def change(self, file: Path, old: str, new: str) -> int:
        """Replace the first ``old`` and return the line (from 1) where it stood."""
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def check(self) -> CheckReport:
        return check_root(self.root)

    def codes(self) -> list[str]:
        return [problem.code for problem in self.check().problems]

    def said(self, lang: Lang = Lang.EN) -> list[str]:
        """The sentences, with the file's name for its path."""
        texts = load(lang)
        return [
            sentence(problem, texts).replace(Path(problem.path).as_posix(), Path(problem.path).name)
            for problem in self.check().problems
        ]
