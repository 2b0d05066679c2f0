"""Units read out of copied rows."""

from __future__ import annotations

from auditapp.ui.pages.plan.lines import pasted_units


def test_rows_out_of_a_spreadsheet() -> None:
    lines = pasted_units("杭州\n\n宁波\n", taken=["U1"])
    assert [(line.code, line.name) for line in lines] == [("U2", "杭州"), ("U3", "宁波")]
    (line,) = pasted_units("hz\tHangzhou\tbranch\t\tno\tlast year\t500")
    assert (line.code, line.in_sample, line.why_not, line.weight) == ("HZ", False, "last year", 100)
    assert pasted_units(" \n\t\n") == []
