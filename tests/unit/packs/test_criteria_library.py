"""The criteria library is whole: every clause, law and regime that a question or a clock names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditapp.domain.clauses import ISO_10002_2018
from auditapp.domain.vocabulary import Force, Lang
from auditapp.packs.library import load_library
from auditapp.packs.reference import citation, place_of

ROOT = Path(__file__).resolve().parents[3]
LIBRARY = load_library(ROOT / "checklists")
CARDS = LIBRARY.criteria
CLOCKS = sorted((ROOT / "checklists" / "clocks").glob("*.yaml"))
RULES = sorted((ROOT / "checklists" / "rules").glob("*.yaml"))

SOURCE_OF_PROFILE = {
    "AU-ACMA": "au-acma-cch-2018",
    "AU-ASIC-RG271": "au-asic-rg271",
    "CA-FCAC": "ca-fcac-2022",
    "CN-FIN-CBIRC-2020-3": "cn-cbirc-2020-3",
    "CN-FIN-LIFE-2010-4": "cn-fin-life-2010-4",
    "CN-FIN-PBOC-2020-5": "cn-fin-pbc-2020-5",
    "CN-SAMR-121": "cn-samr-121",
    "CN-TEL-3G-SERVICE-2009": "cn-tel-3g-service-2009",
    "CN-TEL-MIIT-35": "cn-miit-35",
    "CN-TEL-PI-24": "cn-miit-24",
    "CN-TEL-REG-2016": "cn-tel-reg",
    "CN-XINFANG-2022": "cn-xinfang",
    "EU-PSD2-101": "eu-psd2",
    "UK-DUAA": "uk-dpa-2018",
    "UK-FCA-DISP": "uk-fca-disp",
    "UK-FCA-PSD": "uk-fca-disp",
    "UK-HOUSING": "uk-housing-code-2024",
    "UK-OFCOM": "uk-ofcom-gc-c4",
    "US-CFPB": "us-cfpb",
}
OWN_PROCEDURE = {"CN-CMCC-ZJ"}
"""Profiles that stand on the auditee's own rules: their criterion is registered in the audit."""

SOURCES = (
    "iso9001-2015", "iso9004-2018", "iso10001-2018", "iso10003-2018", "iso10004-2018",
    "iso18295-1-2017", "iso18295-2-2017", "iso19011-2026", "iso19011-gbt-2021", "iso17012-2024",
    "iso2859-1", "cn-cbirc-2020-3", "cn-fin-life-2010-4", "cn-fin-sales-rec-2017-54",
    "cn-fin-pbc-2020-5", "cn-fin-jrt-0169-2018", "cn-fin-cp-2022-9", "cn-miit-35", "cn-miit-24",
    "cn-tel-reg", "cn-tel-3g-service-2009", "cn-telecom-service-2005", "cn-miit-kpi-2015",
    "cn-miit-porting-2019", "cn-cpl", "cn-cpl-impl", "cn-ecom", "cn-civil-procedure",
    "cn-civil-evidence", "cn-antifraud", "cn-xinfang", "cn-samr-121", "cn-civil-code", "cn-pipl",
    "cn-gbt-47746", "cn-pi-audit-2025", "cn-network-data-2025", "uk-fca-disp", "uk-ofcom-gc-c4",
    "uk-housing-code-2024", "uk-dpa-2018", "eu-jc-2018-35", "eu-psd2", "us-cfpb",
    "au-asic-rg271", "au-acma-cch-2018", "ca-fcac-2022", "hk-hkma-ic-4",
)  # fmt: skip
"""Every instrument that the trade's facts name, by the head of its cards' ids."""

ARTICLES = {
    "cn-cbirc-2020-3-art": "2 7 8 9 10 12 13 14 15 17 18 19 20 21 22 23 24 25 26 27 28 29 33 35 36 "
    "40 43",
    "cn-miit-35-art": "8 10 11 14 15 16 17 19",
    "cn-tel-reg-art": "32 33 34 40",
    "cn-cpl-art": "7 8 9 10 11 12 13 14 15 16 20 23 24 25 26 28 29 39 48 49 50 51 52 55 56",
    "cn-pipl-art": "6 8 13 17 19 21 24 28 29 30 45 46 47 50 51 54 55 56 57 69",
    "cn-civil-code-art": "4 143 161 188 201 203 471 496 497 1003 1018 1034",
    "cn-xinfang-art": "22 34 35 36",
    "cn-ecom-art": "59 62",
    "iso9001-2015-": "8.2.1 9.1.2 9.1.3 9.2 9.3 10.2",
    "iso19011-2026-": "5 6.2 6.3 6.4 6.5 6.6 6.7 7 annex-a.6 annex-a.17",
}


def card_of_clause(number: str) -> str:
    return f"iso10002-2018-{f'annex-{number.lower()}' if number.isalpha() else number}"


def clocks() -> list[tuple[str, dict[str, Any]]]:
    found: list[tuple[str, dict[str, Any]]] = []
    for path in CLOCKS:
        profile = yaml.safe_load(path.read_text(encoding="utf-8"))["profile"]
        found += [(profile["id"], clock) for clock in profile["clocks"]]
    return found


def test_every_clause_and_annex_of_iso_10002_is_a_card() -> None:
    numbers = [clause.number for clause in ISO_10002_2018]
    leaves = [it for it in numbers if "." in it or it.isalpha()]
    assert {"4.1", "4.15", "5.4", "7.1", "7.9", "8.1", "8.7", "A", "I"} <= set(leaves)
    assert [it for it in leaves if card_of_clause(it) not in CARDS] == []


def test_no_card_stands_for_a_clause_that_iso_10002_has_not() -> None:
    known = {card_of_clause(clause.number) for clause in ISO_10002_2018}
    known |= {f"iso10002-2018-5.4.{n}" for n in range(1, 6)}
    assert {card for card in CARDS if card.startswith("iso10002-2018-")} - known == set()


@pytest.mark.parametrize("source", SOURCES)
def test_every_instrument_has_a_card(source: str) -> None:
    assert any(card == source or card.startswith(f"{source}-") for card in CARDS)


@pytest.mark.parametrize(("head", "articles"), list(ARTICLES.items()), ids=list(ARTICLES))
def test_every_article_that_is_tested_has_a_card(head: str, articles: str) -> None:
    assert [it for it in articles.split() if f"{head}{it}" not in CARDS] == []


def test_every_clock_stands_on_cards() -> None:
    profiles = {profile for profile, _ in clocks()}
    assert profiles == set(SOURCE_OF_PROFILE) | OWN_PROCEDURE
    missing: list[str] = []
    for profile, clock in clocks():
        source = SOURCE_OF_PROFILE.get(profile)
        missing += [
            f"{clock['id']}: ISO 10002 {clause}"
            for clause in clock.get("clauses", ())
            if card_of_clause(clause) not in CARDS
        ]
        if source is None:
            continue
        here = [card for card in CARDS if card == source or card.startswith(f"{source}-")]
        article = re.match(r"[0-9]+", str(clock.get("article", "")))
        by_article = [card for card in here if "-art" in card]
        if not here:
            missing.append(f"{clock['id']}: {source}")
        elif article and by_article and f"{source}-art{article[0]}" not in here:
            missing.append(f"{clock['id']}: {source}-art{article[0]}")
    assert missing == []


def test_every_rule_names_clauses_that_are_cards() -> None:
    missing: list[str] = []
    for path in RULES:
        for rule in yaml.safe_load(path.read_text(encoding="utf-8")).get("rules", ()):
            missing += [
                f"{rule['id']}: {clause}"
                for clause in rule.get("clauses", ())
                if card_of_clause(clause) not in CARDS
            ]
    assert missing == []


def test_every_card_says_all_that_a_reader_needs() -> None:
    for card in CARDS.values():
        for lang in Lang:
            for text in (card.source, card.title, card.paraphrase, card.issuer):
                assert text.get(lang).strip(), card.id
            assert card.title.get(lang) in citation(card, lang)
            place = place_of(card, lang)
            assert place in citation(card, lang)
        assert card.edition, card.id
        assert card.replaced_by is None or card.replaced_by in CARDS
        # Whatever binds by law says so by its issuer, and a standard never binds by itself.
        if card.kind.value == "standard":
            assert card.force is Force.GUIDANCE, card.id
