"""The example's pictures and documents: drawn when it is built, the same bytes every time."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

_SIZE: Final = (1280, 960)
_PAPER: Final = (250, 248, 240)
_INK: Final = (35, 40, 48)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A picture in the making."""

    image: Image
    pen: ImageDraw
    font: Path

    def text(self, at: tuple[int, int], words: str, size: int, colour: Any = _INK) -> None:
        from PIL import ImageFont

        face = ImageFont.truetype(str(self.font), size)
        self.pen.text(at, words, font=face, fill=colour)

    def box(
        self, at: tuple[int, int, int, int], fill: Any, edge: Any = None, wide: int = 0
    ) -> None:
        self.pen.rounded_rectangle(at, radius=6, fill=fill, outline=edge, width=wide)


def draw(name: str, font: Path) -> tuple[bytes, str]:
    """A picture of the example by its name: its bytes and a file name; KeyError for others."""
    from PIL import Image, ImageDraw

    paint, photo = _PICTURES[name]
    image = Image.new("RGB", _SIZE, (200, 198, 192))
    paint(_Sheet(image, ImageDraw.Draw(image), font))
    out = io.BytesIO()
    if photo:
        _as_photo(image, name).save(out, "JPEG", quality=82)
        return out.getvalue(), f"{name}.jpg"
    image.save(out, "PNG")
    return out.getvalue(), f"{name}.png"


def write_pdf(lines: list[str], font: Path) -> bytes:
    """A page of text as PDF; the same lines give the same bytes."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics as untyped
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics: Any = untyped
    face = "ExampleSans"
    if face not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(face, str(font)))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setTitle(lines[0])
    height = A4[1] - 70
    for number, line in enumerate(lines):
        size = 14 if number == 0 else 10
        canvas.setFont(face, size)
        for start in range(0, max(len(line), 1), 46):
            canvas.drawString(56, height, line[start : start + 46])
            height -= size * 1.8
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _as_photo(image: Image, seed: str) -> Image:
    """Light from one side, a little blur and grain: it should not look like a screenshot."""
    from PIL import Image as Images
    from PIL import ImageChops, ImageFilter

    # Any: Pillow's own types name array types of numpy, which is not installed.
    light: Any = Images.linear_gradient("L")
    light = (
        light.resize((1800, 1800))
        .rotate(75)
        .crop((260, 420, 260 + image.width, 420 + image.height))
    )
    light = light.point([170 + level * 85 // 255 for level in range(256)])
    lit = ImageChops.multiply(image, Images.merge("RGB", (light, light, light)))
    # Not for secrets: the same seed must give the same grain on every machine.
    noise = random.Random(seed)  # noqa: S311
    small: Any = Images.frombytes("L", (320, 240), noise.randbytes(320 * 240))
    grain = small.point([118 + level * 20 // 255 for level in range(256)]).resize(image.size)
    grained = ImageChops.overlay(lit, Images.merge("RGB", (grain, grain, grain)))
    return grained.filter(ImageFilter.GaussianBlur(0.8))


def _shop(sheet: _Sheet) -> None:
    """A wall of a shop with a counter below."""
    sheet.box((0, 0, 1280, 700), (214, 219, 222))
    sheet.box((0, 690, 1280, 960), (168, 142, 112))
    sheet.box((0, 690, 1280, 716), (120, 98, 74))
    sheet.box((60, 60, 300, 150), (20, 92, 160))
    sheet.text((84, 80), "启明通信", 46, (255, 255, 255))
    sheet.box((1000, 560, 1160, 690), (236, 236, 230), (150, 150, 150), 3)
    sheet.text((1022, 596), "3号台席", 32)


def _notice(sheet: _Sheet, number: str, limit: str, since: str) -> None:
    _shop(sheet)
    sheet.box((360, 110, 940, 640), (92, 62, 40))
    sheet.box((376, 126, 924, 624), _PAPER)
    sheet.text((520, 146), "客户投诉公示", 46, (160, 30, 30))
    rows = (
        f"投诉电话：{number}",
        "受理时段：8:00 – 22:00",
        f"答复时限：{limit}",
        "现场受理：值班经理台",
        "不同意处理结果，可申请内部复核，",
        "或向电信用户申诉受理机构申诉。",
    )
    for n, row in enumerate(rows):
        sheet.text((412, 232 + n * 54), row, 32)
    sheet.text((412, 574), since, 24, (110, 110, 110))


def _old_notice(sheet: _Sheet) -> None:
    _notice(sheet, "0799-10088", "15个工作日", "中山路营业厅　2025年3月")


def _new_notice(sheet: _Sheet) -> None:
    _notice(sheet, "10099", "3个工作日", "中山路营业厅　2026年11月")


def _wallboard(sheet: _Sheet) -> None:
    sheet.box((0, 0, 1280, 960), (58, 62, 70))
    sheet.box((110, 120, 1170, 700), (12, 16, 24), (90, 90, 96), 14)
    sheet.text((160, 150), "云州客服中心　投诉席运行", 40, (220, 230, 240))
    tiles = (
        ("在办", "96", (240, 190, 60)),
        ("今日受理", "318", (120, 200, 240)),
        ("超过4小时未派", "2", (240, 120, 100)),
    )
    for n, (label, figure, colour) in enumerate(tiles):
        left = 160 + n * 330
        sheet.box((left, 230, left + 300, 460), (26, 32, 44))
        sheet.text((left + 24, 246), label, 30, (180, 190, 200))
        sheet.text((left + 24, 300), figure, 110, colour)
    sheet.box((160, 500, 1120, 570), (240, 190, 60))
    sheet.text((190, 510), "黄色预警：在办超过80件，请组织增援", 38, (40, 30, 0))
    sheet.text((160, 610), "2026-10-21 14:05", 30, (150, 160, 170))
    sheet.box((0, 780, 1280, 960), (92, 88, 84))


def _customer_view(sheet: _Sheet) -> None:
    sheet.box((0, 0, 1280, 960), (246, 247, 249))
    sheet.box((0, 0, 1280, 64), (24, 78, 140))
    sheet.text((24, 12), "客户视图", 32, (255, 255, 255))
    sheet.text((880, 18), "工号 C1***　终端 A-17", 24, (220, 230, 240))
    sheet.box((24, 88, 1256, 150), (255, 255, 255), (200, 205, 212), 2)
    sheet.text((44, 100), "关联工单：（空）", 28, (190, 40, 40))
    rows = (
        ("客户姓名", "张●"),
        ("证件号码", "3601●●●●●●●●●●●●12"),
        ("联系电话", "139●●●●0021"),
        ("在用套餐", "家庭融合129元"),
        ("近三月账单", "可查看"),
        ("通话详单", "可查看"),
        ("历史投诉", "可查看"),
    )
    for n, (label, value) in enumerate(rows):
        top = 176 + n * 92
        sheet.box((24, top, 1256, top + 78), (255, 255, 255), (222, 226, 232), 2)
        sheet.text((48, top + 20), label, 30, (90, 98, 110))
        sheet.text((320, top + 20), value, 30)
    sheet.text((24, 880), "说明：截屏时未选择任何工单，以上字段均可打开。", 26, (120, 120, 120))


_PICTURES: Final[dict[str, tuple[Callable[[_Sheet], None], bool]]] = {
    "notice_board": (_old_notice, True),
    "notice_board_new": (_new_notice, True),
    "wallboard": (_wallboard, True),
    "customer_view": (_customer_view, False),
}
