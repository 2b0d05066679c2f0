"""Reports of the sample audit, made once per session in each language."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from auditapp.domain.vocabulary import Lang
from auditapp.reports.labels import Labels, labels_for
from auditapp.reports.pdf.report import FontFiles, Sources, write_pdf
from tests.unit.reports.sample import Pictures, sample_model

if TYPE_CHECKING:
    from auditapp.reports.model import ReportModel

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
MODES = {"zh": (Lang.ZH,), "en": (Lang.EN,), "both": (Lang.ZH, Lang.EN)}


@dataclass
class Made:
    """A model, what it was printed with, and the PDF."""

    model: ReportModel
    labels: Labels
    pictures: Pictures
    data: bytes


def fonts() -> FontFiles:
    return FontFiles(FONTS / "NotoSansSC-Regular.ttf", FONTS / "NotoSansSC-Bold.ttf")


def sources(langs: tuple[Lang, ...], pictures: Pictures) -> Sources:
    return Sources(labels_for(langs), pictures, fonts())


def pdf_of(model: ReportModel, langs: tuple[Lang, ...], pictures: Pictures | None = None) -> bytes:
    stream = BytesIO()
    write_pdf(model, stream, sources(langs, pictures or Pictures()))
    return stream.getvalue()


@pytest.fixture(scope="session", params=list(MODES))
def made(request: pytest.FixtureRequest) -> Made:
    langs = MODES[request.param]
    pictures = Pictures()
    model = sample_model(pictures, findings=12, evidence=30, answers=60, photos=5)
    return Made(model, labels_for(langs), pictures, pdf_of(model, langs, pictures))
