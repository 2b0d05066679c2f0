"""Which step had seen which: the steps of a file as runs, so that 100,000 of them stay cheap.

Steps name their parents. A *run* is a stretch without forks: it breaks where a step has not exactly
one parent, or its parent has not exactly one child. Within a run the later step has seen the
earlier one; between runs one bit each says it, so a file that was merged ten times needs some
thirty bits per run and nothing per step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from auditapp.store.encoding import DIGEST_BYTES, split_parents

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from auditapp.store.driver import Connection


class Place(NamedTuple):
    """Where a step stands: its run, and its position in it."""

    run: int
    position: int


class Ancestry:
    """The steps of a file and what each had seen."""

    def __init__(self, steps: Iterable[tuple[bytes, bytes]]) -> None:
        """Take (hash, stored parents) of every step; parents that are missing are left out."""
        stored_parents = dict(steps)
        parents: dict[bytes, Sequence[bytes]] = {
            digest: (stored,)
            if stored in stored_parents
            else [parent for parent in split_parents(stored) if parent in stored_parents]
            for digest, stored in stored_parents.items()
        }
        children = _children(parents)
        self.order = _topological(parents, children)
        self.places, self._seen = _runs(self.order, parents, children)

    @property
    def run_count(self) -> int:
        """The number of runs; a file that was never merged has one (or none)."""
        return len(self._seen)

    def runs_seen(self, run: int) -> int:
        """The runs that a run had seen whole, as bits."""
        return self._seen[run]

    def has_seen(self, later: bytes, earlier: bytes) -> bool:
        """Whether a step had seen another one (a step has not seen itself)."""
        one, other = self.places[later], self.places[earlier]
        if one.run == other.run:
            return one.position > other.position
        return bool(self._seen[one.run] >> other.run & 1)

    def past_of(self, heads: Iterable[bytes]) -> set[bytes]:
        """These steps and all that they had seen; hashes that are not there are left out."""
        known = [self.places[head] for head in heads if head in self.places]
        whole = 0
        reach: dict[int, int] = {}
        for place in known:
            whole |= self._seen[place.run]
            reach[place.run] = max(reach.get(place.run, -1), place.position)
        return {
            digest
            for digest, place in self.places.items()
            if whole >> place.run & 1 or place.position <= reach.get(place.run, -1)
        }

    def forked_runs(self) -> set[int]:
        """The runs that were written beside another one: only there can a conflict arise."""
        every = (1 << self.run_count) - 1
        seen_by = [0] * self.run_count
        for run, seen in enumerate(self._seen):
            rest = seen
            while rest:
                low = rest & -rest
                seen_by[low.bit_length() - 1] |= 1 << run
                rest ^= low
        return {
            run
            for run in range(self.run_count)
            if self._seen[run] | seen_by[run] | 1 << run != every
        }


def load(connection: Connection) -> Ancestry:
    """The ancestry of a file's steps."""
    return Ancestry(connection.execute("SELECT hash, parents FROM step").fetchall())


def is_one_line(connection: Connection) -> bool:
    """Whether no step was ever written beside another one; quick, for the common case."""
    longest, steps, ends = connection.execute(
        "SELECT max(length(parents)), count(*), count(DISTINCT parents) FROM step"
    ).fetchone()
    return steps == ends and (longest or 0) <= DIGEST_BYTES


def _topological(
    parents: Mapping[bytes, Sequence[bytes]], children: Mapping[bytes, Sequence[bytes]]
) -> list[bytes]:
    """Parents before children. Steps in a circle (impossible but in a forged file) are left out."""
    waiting = {digest: len(named) for digest, named in parents.items()}
    ready = [digest for digest, count in waiting.items() if count == 0]
    order: list[bytes] = []
    while ready:
        digest = ready.pop()
        order.append(digest)
        for child in children.get(digest, ()):
            waiting[child] -= 1
            if waiting[child] == 0:
                ready.append(child)
    return order


def _children(parents: Mapping[bytes, Sequence[bytes]]) -> dict[bytes, list[bytes]]:
    children: dict[bytes, list[bytes]] = {}
    for digest, named in parents.items():
        for parent in named:
            children.setdefault(parent, []).append(digest)
    return children


def _runs(
    order: Iterable[bytes],
    parents: Mapping[bytes, Sequence[bytes]],
    children: Mapping[bytes, Sequence[bytes]],
) -> tuple[dict[bytes, Place], list[int]]:
    places: dict[bytes, Place] = {}
    seen: list[int] = []
    for digest in order:
        named = parents[digest]
        if len(named) == 1 and len(children[named[0]]) == 1:
            run, position = places[named[0]]
            places[digest] = Place(run, position + 1)
            continue
        bits = 0
        for parent in named:
            run = places[parent].run
            bits |= seen[run] | 1 << run
        places[digest] = Place(len(seen), 0)
        seen.append(bits)
    return places, seen
