"""Rating bands: complete, disjoint, in order, and never a departure called conforming.

Rules 9 and 10 of docs/packs.md. As the measure counts departures and everything after zero must be
minor or major, a departure from law is at least minor from the first case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditapp.domain.vocabulary import Result
from auditapp.packs.content import MeasureUnit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.packs.content import Band, Rating
    from auditapp.packs.problems import Collector, Place

_ORDER: Final = (Result.CONFORMING, Result.IMPROVEMENT, Result.MINOR, Result.MAJOR)
_AT_ZERO: Final = (Result.CONFORMING, Result.IMPROVEMENT)


def check_bands(rating: Rating, place: Place, found: Collector) -> None:
    """All rules for the bands of one rating; ``place`` is the rating's."""
    here = place.at("bands")
    results = [band.result for band in rating.bands]
    for result in _AT_ZERO:
        if result not in results:
            found.error(here, "pack_band_missing", result=result.value)
    if not any(result in (Result.MINOR, Result.MAJOR) for result in results):
        found.error(here, "pack_band_open")
    for index, result in enumerate(results):
        if result in results[:index]:
            found.error(here.at(index), "pack_band_twice", result=result.value)
    if [_ORDER.index(result) for result in results] != sorted(map(_ORDER.index, results)):
        found.error(here, "pack_band_order")
        return
    after_zero: list[tuple[Band, Place]] = []
    for index, band in enumerate(rating.bands):
        if band.result in _AT_ZERO:
            _check_at_zero(band, here.at(index), found)
        else:
            after_zero.append((band, here.at(index)))
    _check_after_zero(after_zero, found)
    _check_limits(rating, here, found)


def _check_at_zero(band: Band, place: Place, found: Collector) -> None:
    """Conforming and improvement: up_to 0, no lower limit, told apart by weakness."""
    if band.up_to != 0 or band.over is not None:
        found.error(place, "pack_band_departs", result=band.result.value)
    weak = band.result is Result.IMPROVEMENT
    if band.weakness != weak:
        code = "pack_band_needs_weakness" if weak else "pack_band_no_weakness"
        found.error(place, code, result=band.result.value)


def _check_after_zero(bands: Sequence[tuple[Band, Place]], found: Collector) -> None:
    """Contiguous from 0; the last one open-ended."""
    start: float | None = 0
    for position, (band, place) in enumerate(bands):
        if band.weakness:
            found.error(place, "pack_band_no_weakness", result=band.result.value)
        if start is not None and band.over != start:
            wanted = _write(start)
            found.error(place, "pack_band_gap", result=band.result.value, wanted=wanted)
        last = position == len(bands) - 1
        if last and band.up_to is not None:
            found.error(place, "pack_band_not_open", result=band.result.value)
        if not last and band.up_to is None:
            found.error(place, "pack_band_no_end", result=band.result.value)
        if band.up_to is not None and band.up_to <= (band.over or 0):
            found.error(place, "pack_band_empty", result=band.result.value)
        start = band.up_to


def _check_limits(rating: Rating, place: Place, found: Collector) -> None:
    """Counts are whole; a percentage leaves room for the last band below 100."""
    for index, band in enumerate(rating.bands):
        for limit in (band.over, band.up_to):
            if limit is None:
                continue
            if rating.unit is MeasureUnit.PERCENT:
                if limit >= 100:
                    found.error(place.at(index), "pack_band_percent")
            elif not float(limit).is_integer():
                found.error(place.at(index), "pack_band_fraction", unit=rating.unit.value)


def _write(number: float) -> str:
    return f"{number:g}"
