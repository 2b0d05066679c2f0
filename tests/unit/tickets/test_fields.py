from __future__ import annotations

from auditapp.domain.vocabulary import Lang
from auditapp.texts import load
from auditapp.tickets.fields import FIELDS, Kind, Table, fields_of, plain
from auditapp.tickets.words import ALIASES, CODE_WORDS


def test_every_field_has_a_name_in_both_languages() -> None:
    for lang in Lang:
        texts = load(lang)
        names = [texts.say(f"ticket_field.{field}") for field in FIELDS]
        assert all(names)
    assert set(ALIASES) == set(FIELDS)


def test_a_column_name_is_unique_in_its_table_and_safe_as_an_identifier() -> None:
    for table in Table:
        columns = [field.column for field in fields_of(table)]
        assert len(columns) == len(set(columns))
        assert all(column.isidentifier() and "__" not in column for column in columns)


def test_only_codes_have_sets_of_codes() -> None:
    for field in FIELDS.values():
        assert not field.codes or field.kind is Kind.CODE
        assert not field.code_set or field.code_set in CODE_WORDS


def test_a_word_means_one_code_of_its_set() -> None:
    for codes in CODE_WORDS.values():
        words = [word for said in codes.values() for word in {plain(w) for w in said.split(",")}]
        assert len(words) == len(set(words)), [w for w in words if words.count(w) > 1]


def test_names_are_compared_without_case_width_and_signs() -> None:
    assert plain("TICKET #  Number\uff11_") == plain("ticket number 1") == "ticketnumber1"
