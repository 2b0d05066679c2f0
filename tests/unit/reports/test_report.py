"""The PDF report, read back by PDFium: texts, places, links, and pages as they are drawn."""

from __future__ import annotations

import ctypes
import dataclasses
import re
import time
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from openpyxl import load_workbook

from auditapp.domain import masking as domain_masking
from auditapp.domain.vocabulary import Grade, Lang, PersonalData, UnitKind
from auditapp.errors import UserError
from auditapp.jobs.progress import Cancelled, Progress
from auditapp.reports.bilingual import bilingual
from auditapp.reports.labels import labels_for
from auditapp.reports.masking import mask_model
from auditapp.reports.output import NoProgress, Options
from auditapp.reports.pdf.faces import SUBSTITUTE
from auditapp.reports.pdf.layout import BOTTOM, MARGIN, PAGE, TOP
from auditapp.reports.pdf.pictures import prepare
from auditapp.reports.pdf.report import preview_page, write_pdf, write_report
from auditapp.reports.preview import Preview, page_png
from auditapp.reports.xlsx.register import write_workbook
from tests.unit.reports.conftest import MODES, Made, fonts, pdf_of, sources
from tests.unit.reports.sample import Pictures, empty_model, figure, jpeg, sample_model

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HAIR = 0.6
CLOSING = "，。、；：？！）》〉」』】〕”…％"  # noqa: RUF001
OPENING = "（《〈「『【〔“"  # noqa: RUF001


def opened(data: bytes) -> Any:
    return pypdfium2.PdfDocument(data)


def page_texts(data: bytes) -> list[str]:
    document = opened(data)
    return [page.get_textpage().get_text_bounded() for page in document]


def text_boxes(page: Any) -> Iterator[tuple[float, float, float, float]]:
    text = page.get_textpage()
    for index in range(text.count_rects()):
        yield text.get_rect(index)


def link_count(page: Any) -> int:
    """The links of a page; each must lead to a page of the document."""
    count = 0
    start, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(start), ctypes.byref(link)):
        destination = pdfium.FPDFLink_GetDest(page.pdf.raw, link)
        assert destination
        assert pdfium.FPDFDest_GetDestPageIndex(page.pdf.raw, destination) >= 0
        count += 1
    return count


def outline(data: bytes) -> list[tuple[int, str, int]]:
    document = opened(data)
    return [
        (item.level, item.get_title(), item.get_dest().get_index()) for item in document.get_toc()
    ]


def test_every_page_is_numbered_of_the_total(made: Made) -> None:
    texts = page_texts(made.data)
    total = len(texts)
    for number, text in enumerate(texts[1:], 2):
        flat = re.sub(r"\s+", "", text)
        patterns = {
            (Lang.EN,): f"Page{number}of{total}",
            (Lang.ZH,): f"第{number}页，共{total}页",
        }
        assert patterns.get(made.labels.langs, f"{number}/{total}") in flat


def test_foot_names_document_version_class_and_head_on_every_page(made: Made) -> None:
    header = made.model.header
    for text in page_texts(made.data)[1:]:
        flat = text.replace("\r\n", " ")
        assert header.document_number in flat
        assert header.head_hash[:12] in flat
        assert header.classification.get(made.labels.langs[0]) in flat
        assert f"{made.labels.lead.say('report.cover.version')}" in flat


def test_no_text_leaves_the_margins(made: Made) -> None:
    for number, page in enumerate(opened(made.data), 1):
        for left, bottom, right, top in text_boxes(page):
            where = (number, left, bottom, right, top)
            assert left >= MARGIN - HAIR, where
            assert right <= PAGE[0] - MARGIN + HAIR, where
            assert bottom >= MARGIN - 3, where
            assert top <= PAGE[1] - MARGIN + HAIR, where


def test_texts_do_not_run_into_each_other(made: Made) -> None:
    """No two boxes of text on a page share more than a sliver (the watermark lies below all)."""
    model = dataclasses.replace(
        made.model, header=dataclasses.replace(made.model.header, draft=False)
    )
    data = pdf_of(model, made.labels.langs, made.pictures)
    for number, page in enumerate(opened(data), 1):
        boxes = sorted(text_boxes(page), key=lambda box: -box[3])
        for place, (left, bottom, right, top) in enumerate(boxes):
            for other in boxes[place + 1 :]:
                if other[3] <= bottom:
                    break
                wide = min(right, other[2]) - max(left, other[0])
                high = min(top, other[3]) - max(bottom, other[1])
                assert wide < 1 or high < 3, (number, (left, bottom, right, top), other)


def test_no_line_begins_or_ends_with_the_wrong_mark(made: Made) -> None:
    for text in page_texts(made.data):
        for line in text.split("\r\n"):
            bare = line.strip()
            if len(bare) > 12:
                assert bare[0] not in CLOSING, bare
                assert bare[-1] not in OPENING, bare


def test_every_glyph_is_there_and_fonts_are_embedded(made: Made) -> None:
    joined = "".join(page_texts(made.data))
    assert SUBSTITUTE not in joined
    assert "\ufffd" not in joined
    assert "\x00" not in joined
    fonts_seen = 0
    for page in opened(made.data):
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=3):
            assert pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(item.raw)) == 1
            fonts_seen += 1
    assert fonts_seen > 100


def test_pages_are_drawn_and_not_blank(made: Made) -> None:
    with Preview(made.data) as preview:
        for index in range(preview.page_count):
            png = preview.png(index, 400)
            assert png.startswith(b"\x89PNG")
            assert len(png) > 3000


def test_outline_holds_sections_and_findings_where_they_stand(made: Made) -> None:
    texts = page_texts(made.data)
    entries = outline(made.data)
    sections = [title for level, title, _ in entries if level == 0]
    assert made.labels.say("report.section.summary") in sections
    assert len(sections) == 10
    numbers = [title for level, title, _ in entries if level == 1]
    assert len(numbers) == len(made.model.findings)
    for level, title, page in entries:
        if level == 1:
            number = next(f.shown_number for f in made.model.findings if f.shown_number in title)
            assert number in texts[page]


def test_contents_show_the_pages_that_the_outline_leads_to(made: Made) -> None:
    flat = re.sub(r"\s+", "", page_texts(made.data)[2])
    shown = [str(page + 1) for _, _, page in outline(made.data) if page not in {0, 2}]
    # PDFium reads the numbers' form last, in its own order.
    assert flat.endswith("".join(shown))
    for level, title, _ in outline(made.data)[3:]:
        assert re.sub(r"\s+", "", title if level == 0 else title.split()[1]) in flat


def test_links_lead_somewhere(made: Made) -> None:
    counts = [link_count(page) for page in opened(made.data)]
    assert counts[2] >= len(made.model.findings) + 7
    assert counts[1] >= 3
    assert sum(counts) > 60


def test_page_two_alone_serves_a_director(made: Made) -> None:
    text = re.sub(r"\s+", " ", page_texts(made.data)[1])
    labels = made.labels
    assert labels.percent(made.model.scores.conformity.value) in text
    assert labels.percent(made.model.scores.alignment.value) in text
    squeezed = text.replace(" ", "")
    for finding in made.model.weaknesses[:2]:
        assert finding.shown_number in text
    assert made.model.open_actions[0].due is not None
    assert made.model.open_actions[0].due.isoformat() in text
    sentence = made.model.conclusion.get(labels.langs[0]).replace(" ", "")
    assert sentence[:30] in squeezed
    next_page = page_texts(made.data)[2]
    assert labels.lead.say("report.section.contents") in next_page


def test_figures_are_those_of_the_register(made: Made) -> None:
    stream = BytesIO()
    write_workbook(made.model, stream, made.labels, NoProgress())
    book = load_workbook(stream, data_only=True)
    summary = book.worksheets[0]
    text = re.sub(r"\s+", " ", page_texts(made.data)[1])
    for place in ("A6", "B6"):
        value = summary[place].value
        assert isinstance(value, float)
        assert f"{value:.1%}" in text
    totals = [0] * 5
    for row in range(11, 11 + len(made.model.header.units)):
        for n in range(5):
            totals[n] += int(str(summary.cell(row, 4 + n).value))
    assert totals == [made.model.count_by_grade()[grade] for grade in Grade]
    tiles = " ".join(str(total) for total in totals)
    digits = re.sub(r"[^\d ]", "", text)
    assert all(str(total) in digits for total in totals), tiles
    everything = re.sub(r"\s+", "", "".join(page_texts(made.data)))
    for page in book.worksheets[1:4]:
        for row in page.iter_rows(min_row=2, max_col=1, values_only=True):
            assert str(row[0]) in everything


def test_hours_and_what_was_left_out_stand_on_the_scope_pages_and_in_the_method_sheet(
    made: Made,
) -> None:
    said = re.sub(r"\s", "", "".join(page_texts(made.data)))
    stream = BytesIO()
    write_workbook(made.model, stream, made.labels, NoProgress())
    rows = load_workbook(stream).worksheets[-2].iter_rows(values_only=True)
    sheet = re.sub(r"\s", "", "".join(str(cell) for row in rows for cell in row))
    for part in ("398", "5.4", "12.5", "P01-7.2-30", "外审2026-09", "P01-8.1-01"):
        assert part in said, part
        assert part in sheet, part


def test_properties_and_language_are_set(made: Made) -> None:
    meta = opened(made.data).get_metadata_dict()
    assert made.model.header.title.get(made.labels.langs[0]) in meta["Title"]
    assert made.model.header.number in meta["Subject"]
    tag = b"zh-CN" if made.labels.langs[0] is Lang.ZH else b"(en)"
    assert tag in made.data


def test_drafts_are_marked_and_finals_are_not() -> None:
    draft = page_texts(pdf_of(sample_model(findings=2), (Lang.EN,)))
    assert all("Draft" in text for text in draft)
    final = page_texts(pdf_of(sample_model(findings=2, draft=False), (Lang.EN,)))
    assert not any("Draft" in text for text in final[4:5])
    assert "Final" in final[0]


def test_unmasked_says_so_on_each_page() -> None:
    for text in page_texts(pdf_of(sample_model(findings=2, masked=False), (Lang.EN,))):
        assert "Contains personal data, not masked" in text


def test_a_masked_report_holds_no_phone_and_counts_what_it_replaced() -> None:
    phone = "13800138000"
    model = sample_model(findings=3)
    one = dataclasses.replace(
        model.findings[0], condition=bilingual(zh=f"来电 {phone}", en=f"call from {phone}")
    )
    model = dataclasses.replace(model, findings=(one, *model.findings[1:]))
    assert phone in "".join(page_texts(pdf_of(model, (Lang.EN,))))
    masked = mask_model(model, domain_masking.rule())
    text = "".join(page_texts(pdf_of(masked, (Lang.EN,))))
    assert phone not in text
    assert f"{masked.masking.total} pieces of personal data" in text


def test_pictures_with_personal_data_are_withheld_when_masked() -> None:
    pictures = Pictures()
    model = sample_model(pictures, findings=1, photos=1)
    picture = dataclasses.replace(model.findings[0].pictures[0], personal_data=PersonalData.YES)
    one = dataclasses.replace(model.findings[0], pictures=(picture,))
    model = dataclasses.replace(model, findings=(one,))
    assert "withheld" in "".join(page_texts(pdf_of(model, (Lang.EN,), pictures)))
    assert pictures.asked == []


def test_markup_and_rare_characters_print_as_they_are() -> None:
    nasty = "<b>&amp;</font> <img src=x> 𠮷㐂 😀 \u202eabc\x07 مرحبا"
    model = sample_model(findings=1)
    one = dataclasses.replace(model.findings[0], condition=bilingual(zh=nasty, en=nasty))
    model = dataclasses.replace(model, findings=(one,))
    text = "".join(page_texts(pdf_of(model, (Lang.EN,))))
    assert "<b>&amp;</font> <img src=x> 〓㐂 〓" in text
    assert "U+20BB7" in text
    assert "U+1F600" in text


def test_very_long_texts_flow_over_pages_in_findings_and_tables() -> None:
    long = "登记口径与系统字段不一致（《投诉管理制度》第 4.3 条），" * 900
    model = sample_model(findings=1)
    one = dataclasses.replace(model.findings[0], condition=bilingual(zh=long + "完", en=long))
    action = dataclasses.replace(model.actions[0], text=bilingual(zh=long + "终", en=long))
    model = dataclasses.replace(model, findings=(one,), actions=(action,))
    data = pdf_of(model, (Lang.ZH,))
    text = re.sub(r"\s+", "", "".join(page_texts(data)))
    # Once in the finding, once with the finding's actions, once in the action plan.
    assert text.count("完") >= 1
    assert text.count("径") >= 2700
    for page in opened(data):
        assert all(box[1] >= MARGIN - 3 for box in text_boxes(page))


@pytest.mark.parametrize("langs", MODES.values())
def test_an_empty_audit_gives_a_whole_report(langs: tuple[Lang, ...]) -> None:
    texts = page_texts(pdf_of(empty_model(), langs))
    assert len(texts) >= 5
    labels = labels_for(langs)
    assert labels.lead.say("report.findings.none")[:8] in "".join(texts).replace("\r\n", "")


def test_many_units_and_long_names_stay_on_the_page() -> None:
    units = tuple(
        (f"U{n:02d}", f"第{n}营业厅投诉处理与客户关怀中心", f"Outlet number {n}", UnitKind.OUTLET)
        for n in range(19)
    )
    model = sample_model(findings=4, units=units)
    model = dataclasses.replace(
        model,
        header=dataclasses.replace(
            model.header, title=bilingual(zh="审核标题" * 40, en="Title of the audit " * 20)
        ),
        conclusion=bilingual(zh="结论很长，" * 200, en="A long conclusion. " * 100),
        scores=dataclasses.replace(model.scores, conformity=figure(0.5)),
    )
    for langs in MODES.values():
        data = pdf_of(model, langs)
        for page in opened(data):
            for box in text_boxes(page):
                assert box[0] >= MARGIN - HAIR
                assert box[2] <= PAGE[0] - MARGIN + HAIR
        assert labels_for(langs).lead.say("report.section.contents") in page_texts(data)[2]


def test_no_heading_stands_alone_at_a_foot() -> None:
    """Whatever comes before it, a finding's head has its first C on the same page."""
    for findings in range(3, 12):
        model = sample_model(findings=findings, photos=findings)
        document = opened(pdf_of(model, (Lang.EN,)))
        for number, page in enumerate(document):
            lines = page.get_textpage().get_text_bounded().split("\r\n")
            body = [line for line in lines if line.strip()]
            last = body[-3:]
            assert not any(re.match(r"^(‼|!|↗|○|✓) ? ?[A-Z]", line) for line in last), number


def test_block_bottoms_stay_above_the_foot(made: Made) -> None:
    assert TOP - BOTTOM > 600
    document = opened(made.data)
    for number in range(1, len(document)):
        page = document[number]
        assert [box for box in text_boxes(page) if MARGIN + 12 < box[1] < BOTTOM - 3] == []


def test_a_preview_page_is_that_page() -> None:
    model = sample_model(findings=9, photos=4)
    pictures = Pictures()
    model = sample_model(pictures, findings=9, photos=4)
    made_from = sources((Lang.EN,), pictures)
    whole = page_texts(pdf_of(model, (Lang.EN,), pictures))
    for number in range(1, len(whole) + 1):
        (text,) = page_texts(preview_page(model, made_from, number))
        body = whole[number - 1].splitlines()[3:-2]
        assert all(line in text for line in body if not line.strip().isdigit() and number != 3)
    assert page_texts(preview_page(model, made_from, 999)) == page_texts(
        preview_page(model, made_from, len(whole))
    )
    assert page_png(preview_page(model, made_from, 2), 0, 300).startswith(b"\x89PNG")


def test_a_broken_pdf_is_one_sentence() -> None:
    with pytest.raises(UserError) as caught:
        Preview(b"no pdf")
    assert caught.value.code == "preview_failed"


def test_pictures_come_upright_bounded_and_without_the_cameras_notes() -> None:
    turned = prepare(jpeg(1, (800, 400), orientation=6))
    assert turned is not None
    assert (turned.width, turned.height) == (400, 800)
    assert b"Exif" not in turned.data
    large = prepare(jpeg(1, (4000, 3000)))
    assert large is not None
    assert max(large.width, large.height) == 1600
    plain = jpeg(2)
    kept = prepare(plain)
    assert kept is not None
    assert kept.data == plain


def test_what_is_no_picture_gives_a_sentence_and_no_crash() -> None:
    whole = jpeg(3, (1200, 900))
    for bad in (b"", b"not a picture", whole[: len(whole) // 3], b"\xff\xd8\xff" + b"x" * 50):
        assert prepare(bad) is None
    pictures = Pictures()
    model = sample_model(pictures, findings=1, photos=1)
    picture = dataclasses.replace(model.findings[0].pictures[0], sha256="0" * 64)
    one = dataclasses.replace(model.findings[0], pictures=(picture,))
    text = page_texts(pdf_of(dataclasses.replace(model, findings=(one,)), (Lang.EN,), pictures))
    assert "The picture is missing or cannot be read." in " ".join("".join(text).split())


def test_two_pictures_of_one_size_are_both_embedded_and_a_repeated_one_once() -> None:
    pictures = Pictures()
    model = sample_model(pictures, findings=2, photos=2)
    shown = [finding.pictures[0] for finding in model.findings]
    one = dataclasses.replace(model.findings[0], pictures=(shown[0], shown[1], shown[0]))
    data = pdf_of(dataclasses.replace(model, findings=(one,)), (Lang.EN,), pictures)
    assert data.count(b"/Subtype /Image") == 2
    for sha256 in (shown[0].sha256, shown[1].sha256):
        assert pictures(sha256) in data


def test_a_gigapixel_picture_is_not_opened() -> None:
    from PIL import Image

    out = BytesIO()
    Image.new("1", (16_000, 9_000)).save(out, "PNG")
    assert prepare(out.getvalue()) is None


def test_cancelling_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "报告.pdf"
    target.write_bytes(b"old")
    progress = Progress()
    progress.cancel()
    made_from = sources((Lang.EN,), Pictures())
    with pytest.raises(Cancelled):
        write_report(sample_model(), target, Options((Lang.EN,)), made_from, progress)
    assert target.read_bytes() == b"old"
    progress = Progress()
    write_report(sample_model(), target, Options((Lang.EN,)), made_from, progress)
    assert progress.snapshot.share == 1.0
    assert target.read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_missing_texts_stop_the_report_unless_allowed(tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    made_from = sources((Lang.EN,), Pictures())
    with pytest.raises(UserError) as caught:
        write_report(empty_model(), target, Options((Lang.EN,)), made_from)
    assert caught.value.code == "report_texts_missing"
    assert not target.exists()
    write_report(empty_model(), target, Options((Lang.EN,), allow_main=True), made_from)
    assert "[Chinese only]" in "".join(page_texts(target.read_bytes()))


def test_time_grows_with_the_findings_and_not_faster() -> None:
    def seconds(findings: int) -> float:
        model = sample_model(findings=findings, evidence=50, photos=0, answers=1)
        made_from = sources((Lang.ZH,), Pictures())
        start = time.process_time()
        write_pdf(model, BytesIO(), made_from)
        return time.process_time() - start

    seconds(20)
    few, many = seconds(100), seconds(1000)
    assert many < 10 * few * 1.6


def test_fonts_are_loaded_once() -> None:
    from auditapp.reports.pdf.faces import load_faces

    assert load_faces(fonts()).regular.name == load_faces(fonts()).regular.name
