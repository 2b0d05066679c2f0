"""The grammar of every command: design.md §8, to the letter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.cli.usage import Parser
from auditapp.domain.vocabulary import Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.texts import Texts

DATE_ORDERS: Final = ("dmy", "mdy", "ymd")
REPORT_LANGS: Final = ("zh-CN", "zh", "en", "both")
LANGS: Final = ("zh-CN", "zh", "en")


def parser_for(command: str, texts: Texts) -> Parser:
    """The parser of a command (``packs check`` is one); KeyError for what is none."""
    parser = Parser(command, texts)
    _GRAMMARS[command](parser)
    return parser


def commands() -> tuple[str, ...]:
    """All commands in the order in which they are listed."""
    return tuple(_GRAMMARS)


def _demo(parser: Parser) -> None:
    parser.option("--out", type=Path, required=True, metavar="DIR")
    parser.option("--lang", choices=REPORT_LANGS, metavar="LANG")


def _new(parser: Parser) -> None:
    parser.positional("file", type=Path, metavar="FILE")
    parser.option("--title", required=True, metavar="T")
    parser.option("--pack", action="append", required=True, metavar="ID")
    parser.option("--number", metavar="N")
    parser.option("--unit", action="extend", nargs="+", default=[], metavar="CODE=NAME")
    parser.option("--lang", choices=LANGS, metavar="LANG")
    parser.option("--accept-drafts", action="store_true")
    parser.option("--as", dest="person", metavar="CODE")


def _info(parser: Parser) -> None:
    parser.positional("file", type=Path, metavar="FILE")
    parser.option("--json", action="store_true")


def _answer(parser: Parser) -> None:
    parser.positional("file", type=Path, metavar="FILE")
    parser.positional("question", metavar="QUESTION")
    parser.positional("result", choices=[it.value for it in Result], metavar="RESULT")
    parser.option("--unit", metavar="CODE")
    parser.option("--fulfilment", type=int, choices=range(4), metavar="0-3")
    parser.option("--reason", metavar="TEXT")
    parser.option("--note", metavar="TEXT")
    parser.option("--evidence", action="extend", nargs="+", type=Path, default=[], metavar="PATH")
    parser.option("--as", dest="person", metavar="CODE")


def _export(parser: Parser) -> None:
    parser.positional("file", type=Path, metavar="FILE")
    parser.option("--register", type=Path, metavar="X.xlsx")
    parser.option("--report", type=Path, metavar="X.pdf")
    parser.option("--lang", choices=REPORT_LANGS, metavar="LANG")
    parser.choice_of("--masked", "--unmasked")
    parser.option("--main-where-missing", action="store_true")
    parser.option("--rule-sql", action="store_true")


def _packs_list(parser: Parser) -> None:
    parser.option("--json", action="store_true")


def _packs_check(parser: Parser) -> None:
    parser.positional("path", type=Path, nargs="*", metavar="PATH")


def _packs_coverage(parser: Parser) -> None:
    parser.option("--json", action="store_true")


def _packs_to_excel(parser: Parser) -> None:
    parser.positional("pack", metavar="ID")
    parser.positional("workbook", type=Path, metavar="X.xlsx")


def _packs_from_excel(parser: Parser) -> None:
    parser.positional("workbook", type=Path, metavar="X.xlsx")
    parser.positional("target", type=Path, metavar="Y.yaml|FOLDER")


def _packs_show(parser: Parser) -> None:
    parser.positional("pack", metavar="ID")
    parser.option("--json", action="store_true")


def _tickets_inspect(parser: Parser) -> None:
    parser.positional("source", type=Path, metavar="SOURCE")
    parser.option("--json", action="store_true")


def _tickets_test(parser: Parser) -> None:
    parser.positional("source", type=Path, metavar="SOURCE")
    parser.option("--map", action="extend", nargs="+", required=True, metavar="FIELD=COLUMN")
    parser.option("--profile", metavar="ID|FILE.yaml")
    parser.option("--rules", metavar="ID,...")
    parser.option("--set", action="extend", nargs="+", default=[], metavar="NAME=VALUE")
    parser.option("--clock", action="extend", nargs="+", default=[], metavar="NAME:FROM->TO<=LIMIT")
    parser.option("--dates", choices=DATE_ORDERS, metavar="ORDER")
    parser.option("--calendar", metavar="ID|weekdays")
    parser.option("--as-of", metavar="DATE")
    parser.option("--audit", type=Path, metavar="FILE")
    parser.option("--json", type=Path, required=True, metavar="OUT")


def _verify(parser: Parser) -> None:
    parser.positional("file", type=Path, metavar="FILE")
    parser.option("--head", metavar="HASH")


def _nothing(parser: Parser) -> None:
    del parser


def _selftest(parser: Parser) -> None:
    parser.option("--no-ui", action="store_true")


_GRAMMARS: Final[dict[str, Callable[[Parser], None]]] = {
    "demo": _demo,
    "new": _new,
    "info": _info,
    "answer": _answer,
    "export": _export,
    "packs list": _packs_list,
    "packs check": _packs_check,
    "packs show": _packs_show,
    "packs coverage": _packs_coverage,
    "packs to-excel": _packs_to_excel,
    "packs from-excel": _packs_from_excel,
    "tickets inspect": _tickets_inspect,
    "tickets test": _tickets_test,
    "verify": _verify,
    "doctor": _nothing,
    "selftest": _selftest,
}
