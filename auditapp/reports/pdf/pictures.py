"""Pictures: upright, bounded, checked, and never able to break a report."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image

    from auditapp.reports.model import PictureLoader
    from auditapp.reports.pdf.blocks import Block
    from auditapp.reports.pdf.pen import Pen

#: Pictures with more pixels are not opened: they could fill the memory.
MOST_PIXELS: Final = 120_000_000
#: At 60 mm wide this prints with more than 400 dots per inch.
_LONGEST: Final = 1600
_QUALITY: Final = 82
_ORIENTATION: Final = 0x0112
# The orientations in which the camera lay on its side.
_LYING: Final = frozenset({5, 6, 7, 8})


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture ready to embed: JPEG bytes and its size in pixels."""

    data: bytes
    width: int
    height: int


def measure(data: bytes) -> tuple[int, int] | None:
    """Width and height of a picture as it will stand upright, from its head alone; None if none."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data)) as image:
                wide, high = image.size
                turned = image.getexif().get(_ORIENTATION, 1) in _LYING
    except Exception:  # noqa: BLE001  (as in prepare)
        return None
    if wide * high > MOST_PIXELS:
        return None
    return (high, wide) if turned else (wide, high)


def prepare(data: bytes) -> Prepared | None:
    """``data`` as an upright JPEG of bounded size without the camera's notes; None if it is none.

    A JPEG that is so already is taken as it is, after a decode at an eighth of its size that shows
    whether it is whole.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data)) as image:
                if image.width * image.height > MOST_PIXELS:
                    return None
                return _prepare(image, data)
    # Pillow's readers raise whatever the broken bytes provoke, also SyntaxError and struct.error.
    except Exception:  # noqa: BLE001
        return None


def _prepare(image: Image, data: bytes) -> Prepared:
    from PIL import Image as Images
    from PIL import ImageOps

    plain = image.format == "JPEG" and image.mode in {"RGB", "L"} and "exif" not in image.info
    if plain and max(image.size) <= _LONGEST:
        width, height = image.size
        image.draft(image.mode, (max(width // 8, 1), max(height // 8, 1)))
        image.load()
        return Prepared(data, width, height)
    if image.format == "JPEG":
        image.draft("RGB", (_LONGEST, _LONGEST))
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((_LONGEST, _LONGEST), Images.Resampling.BICUBIC, reducing_gap=2.0)
    if upright.mode not in {"RGB", "L"}:
        # Transparent parts come out white, as they do on paper.
        layer = upright.convert("RGBA")
        upright = Images.new("RGB", layer.size, "white")
        upright.paste(layer, mask=layer.getchannel("A"))
    out = BytesIO()
    upright.save(out, "JPEG", quality=_QUALITY)
    return Prepared(out.getvalue(), upright.width, upright.height)


class PictureBlock:
    """A picture with a hairline around it, as wide as its column and at most ``highest`` high.

    Its bytes are fetched when it is first measured and let go once it is drawn.
    """

    before = 6.0
    keep_next = True

    def __init__(
        self, loader: PictureLoader, sha256: str, instead: Block, highest: float = 190
    ) -> None:
        """``instead`` stands in its place where the picture is missing or is none."""
        self._loader = loader
        self._sha256 = sha256
        self._instead = instead
        self._highest = highest
        self._size: tuple[int, int] | None = None
        self._data: bytes = b""
        self._asked = False

    def _load(self) -> None:
        if self._asked:
            return
        self._asked = True
        try:
            self._data = self._loader(self._sha256)
        except (KeyError, OSError):
            return
        self._size = measure(self._data)

    def _shown(self, width: float) -> tuple[float, float] | None:
        self._load()
        if self._size is None:
            return None
        wide, high = self._size
        scale = min(width / wide, self._highest / high)
        return wide * scale, high * scale

    def height(self, width: float) -> float:
        """As high as the picture comes out, or the sentence in its place."""
        shown = self._shown(width)
        return self._instead.height(width) if shown is None else shown[1]

    def first_height(self, width: float) -> float:
        """All of it."""
        return self.height(width)

    def split(self, width: float, room: float) -> tuple[Block | None, Block]:
        """A picture is not split."""
        del width, room
        return None, self

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The picture at the left of its column."""
        from auditapp.reports import look

        shown = self._shown(width)
        if shown is None:
            self._instead.draw(pen, x, top, width)
            return
        wide, high = shown
        prepared = prepare(self._data)
        self._data = b""
        if prepared is None:
            # Its head promised a picture that the rest does not hold: its room stays.
            self._instead.draw(pen, x, top, width)
            return
        pen.image(prepared.data, x, top - high, wide, high)
        for start, end in (
            ((x, top), (x + wide, top)),
            ((x, top - high), (x + wide, top - high)),
            ((x, top), (x, top - high)),
            ((x + wide, top), (x + wide, top - high)),
        ):
            pen.line(start, end, look.HAIRLINE, 0.4)
