"""The example audit, for the tests of this page."""

from tests.ui.findings.stage import as_person, example

__all__ = ["as_person", "example"]
