"""Clocks in plain Python, as docs/tickets.md sections 5 and 8 say."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from tests.unit.tickets.oracle.verdicts import Found, Row, Run
from tests.unit.tickets.oracle.words import DURATIONS, T, micros, read

if TYPE_CHECKING:
    from tests.unit.tickets.oracle.words import Env

ONE = timedelta(days=1)
Told = tuple[str, str, float | None, float | None]


class ClockRun(Run):
    """One clock over the tickets. Inside: microseconds, or days for cd and wd."""

    def clock(self, env: Env) -> Found:
        self.unit = self.rule["limit"]["unit"]
        self.size = DURATIONS.get(self.unit, 1)
        outcome, lacking, net, limit = self._clock(env)
        ended = self.part(self.rule["stop"]).value(env) is not None
        shown = None if net is None or not ended else net / self.size
        return Found(
            outcome,
            self.noted(env, outcome, lacking),
            shown,
            None if limit is None else limit / self.size,
        )

    def _unknown(self, env: Env, *parts: Any) -> str:
        return f"cannot_test {'unreadable' if self.bad(env, *parts) else 'missing'}"

    def _clock(self, env: Env) -> Told:
        begin, from_at, to_at, ended, look = self._times(env)
        if look:
            return look, "", None, None
        limit, look, plain = self._limit(env, from_at)
        pauses, bad = self._pauses(env, from_at, to_at)
        if look or bad:
            return look or bad, "", None, None
        if ended and self._before(to_at, begin):
            return "cannot_test negative", "", None, None
        paused = sum(self._passed(a, b, env) for a, b in pauses)
        early = not ended and to_at.at < begin.at
        first = self._cases(env)[0] if plain and "extensions" in self.rule else limit
        longest, lacking, mights = self._extended(env, first, from_at, to_at, paused)
        net = self._passed(from_at, to_at, env, plain=plain)
        if not plain:
            limit = self._rolled(env, longest, from_at, paused)
            net = None if net is None else net - paused
        if early:
            return "running", lacking, net, limit
        return self._judged(net, limit, mights, ended), lacking, net, limit

    def _judged(self, net: Any, limit: Any, mights: list[tuple[float, str]], ended: bool) -> str:
        if net is None or limit is None:
            return "cannot_test calendar"
        for might, look in mights:
            if limit < net <= might:
                return look
        if net > limit:
            return "fail late" if ended else "fail open_overdue"
        return "pass" if ended else "running"

    def _times(self, env: Env) -> tuple[T, T, T, bool, str]:
        """(start, from where it runs, to where, whether it ended, what forbids a test)."""
        start, stop = self.part(self.rule["start"]), self.part(self.rule["stop"])
        begin, end = start.value(env), stop.value(env)
        look = self.look_first(env)
        if not look and (self.bad(env, start) or begin is None):
            look = self._unknown(env, start)
        if not look and self.bad(env, stop):
            look = "cannot_test unreadable"
        if not look and end is None and not stop.given(env):
            look = "cannot_test missing"
        to_at = end or self.data.as_of
        if begin is None:
            return to_at, to_at, to_at, False, look
        from_at = begin
        if "restart" in self.rule:
            again = self.part(self.rule["restart"]).value(env)
            if again is not None and begin.at < again.at <= to_at.at:
                from_at = again
        return begin, from_at, to_at, end is not None, look

    def _before(self, end: T, begin: T) -> bool:
        if self.unit in ("cd", "wd"):
            return end.wall.date() < begin.wall.date()
        return end.at < begin.at

    # -- limits --------------------------------------------------------------------------------

    def _limit(self, env: Env, from_at: T) -> tuple[float | None, str, bool]:
        """(limit, outcome if there is none, whether it is an instant)."""
        rule = self.rule
        if "at" in rule["limit"]:
            part = self.part(rule["limit"]["at"])
            at = part.value(env)
            if self.bad(env, part):
                return None, "cannot_test unreadable", True
            if at is None:
                return None, "cannot_test missing", True
            return self._passed(from_at, at, env, plain=True), "", True
        agreed = None
        if "agreed" in rule:
            part = self.part(rule["agreed"]["at"])
            agreed = part.value(env)
            if self.bad(env, part):
                return None, "cannot_test unreadable", False
        limit, none = self._cases(env)
        if limit is None and agreed is None:
            return None, none, False
        if agreed is not None and (
            "when" not in rule["agreed"] or self.part(rule["agreed"]["when"]).value(env)
        ):
            return self._passed(from_at, agreed, env, plain=True), "", True
        return limit, "", False

    def _cases(self, env: Env) -> tuple[float | None, str]:
        cases = self.rule["limit"].get("cases") or [{"value": self.rule["limit"]["value"]}]
        unknown = []
        for case in cases:
            if "when" in case:
                part = self.part(case["when"])
                true = part.value(env)
                if true is None:
                    unknown.append(part)
                    continue
                if not true:
                    continue
            if unknown:
                break
            value = self.part(case["value"]).value(env)
            return (None, "cannot_test parameter") if value is None else (value * self.size, "")
        if unknown:
            whens = [self.part(it["when"]) for it in cases if "when" in it]
            return None, self._unknown(env, *whens)
        return None, "not_applicable"

    def _extended(
        self, env: Env, limit: float | None, from_at: T, to_at: T, paused: float
    ) -> tuple[Any, str, list[tuple[float, str]]]:
        lacking, mights = "", []
        for item in self.rule.get("extensions", ()):
            when = self.part(item["when"])
            needs = self.of(item.get("needs") or [])
            found = [
                (it["code"], self._need(env, it, limit, from_at, to_at, paused)) for it in needs
            ]
            claimed = when.value(env)
            longer = max(limit or 0, self.part(item["to"]).value(env) * self.size)
            states = [claimed, *(state for _, state in found)]
            if claimed and not lacking:
                lacking = next((code for code, state in found if state is False), "")
            if all(states):
                limit = longer
            elif False not in states:
                parts = [when, *(self.part(it.get("that") or it["told"]) for it in needs)]
                mights.append((longer, self._unknown(env, *parts)))
        return limit, lacking, mights

    def _need(self, env: Env, need: Row, limit: Any, from_at: T, to_at: T, paused: float) -> Any:
        if "that" in need:
            return self.part(need["that"]).value(env)
        part = self.part(need["told"])
        told = part.value(env)
        if told is None:
            return False if part.given(env) and not self.bad(env, part) else None
        if self.of(need["by"]) == "decision":
            return told.at <= to_at.at
        return self._passed(from_at, told, env) <= limit + paused

    def _rolled(self, env: Env, limit: Any, from_at: T, paused: float) -> Any:
        if self.unit == "cd" and self.of(self.rule.get("roll_last_day", "none")) != "none":
            assert self.calendar is not None
            due = from_at.wall.date() + ONE * int(limit + paused)
            moved = self.calendar.next(due)
            return None if moved is None else limit + (moved - due).days
        quiet = self.rule.get("quiet")
        if quiet and self.of(quiet["mode"]) == "roll":
            if "except_if" in quiet and self.part(quiet["except_if"]).value(env):
                return limit
            due = T(from_at.at + timedelta(microseconds=limit + paused), from_at.off)
            if read(f"time_between(x, '{quiet['from']}', '{quiet['to']}')").value(_one(due)):
                end = datetime.combine(due.wall.date(), time.fromisoformat(quiet["to"]))
                end += ONE if end <= due.wall else timedelta(0)
                return limit + (end - due.wall) // timedelta(microseconds=1)
        return limit

    # -- measuring -----------------------------------------------------------------------------

    def _passed(self, begin: T, end: T, env: Env, *, plain: bool = False) -> Any:
        if self.unit == "cd":
            return (end.wall.date() - begin.wall.date()).days
        if self.unit == "wd":
            assert self.calendar is not None
            return self.calendar.between(begin.wall.date(), end.wall.date())
        passed = micros(end, begin)
        quiet = self.rule.get("quiet")
        if plain or not quiet or self.of(quiet["mode"]) != "pause":
            return passed
        if "except_if" in quiet and self.part(quiet["except_if"]).value(env):
            return passed
        return passed - self._quiet(begin.wall, end.wall, quiet)

    def _quiet(self, begin: datetime, end: datetime, quiet: Row) -> int:
        """Microseconds of the quiet hours between two local times (one offset)."""
        first, last = time.fromisoformat(quiet["from"]), time.fromisoformat(quiet["to"])
        total, day = timedelta(0), begin.date() - ONE
        sign = 1
        if end < begin:
            begin, end, sign = end, begin, -1
            day = begin.date() - ONE
        while day <= end.date():
            a = datetime.combine(day, first)
            b = datetime.combine(day + (ONE if last <= first else timedelta(0)), last)
            total += max(timedelta(0), min(b, end) - max(a, begin))
            day += ONE
        return sign * (total // timedelta(microseconds=1))

    def _pauses(self, env: Env, from_at: T, to_at: T) -> tuple[list[tuple[T, T]], str]:
        reasons = self.rule.get("pauses")
        if not reasons or "pauses" not in self.data.tables:
            return [], ""
        rows = self.data.by_ticket("pauses").get(env.row["ticket_id"], [])
        rows = [it for it in rows if "*" in reasons or it.get("reason") in reasons]
        if any(it["bad"] & {"from", "to"} for it in rows):
            return [], "cannot_test unreadable"
        if any(it.get("from") is None for it in rows):
            return [], "cannot_test missing"
        if any(it.get("to") is not None and it["to"].at < it["from"].at for it in rows):
            return [], "cannot_test negative"
        spans = sorted(
            (max(it["from"].at, from_at.at), min((it.get("to") or to_at).at, to_at.at))
            for it in rows
        )
        merged: list[tuple[T, T]] = []
        for a, b in spans:
            if b <= a:
                continue
            if merged and a <= merged[-1][1].at:
                merged[-1] = (merged[-1][0], T(max(merged[-1][1].at, b), from_at.off))
            else:
                merged.append((T(a, from_at.off), T(b, from_at.off)))
        return merged, ""


def _one(value: T) -> Any:
    from tests.unit.tickets.oracle.words import Env

    return Env({"x": value}, frozenset("x"), None)
