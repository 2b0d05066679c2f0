"""Photos as evidence: turned upright, bounded, told from what only pretends to be an image."""

from __future__ import annotations

import io
import re
import struct
import warnings
from dataclasses import dataclass
from typing import Final

from auditapp.errors import UserError

MAX_SIDE: Final = 2560
"""Longest side of a stored photo in pixels: sharp on A4 at 300 dpi."""
MAX_PIXELS: Final = 80_000_000
"""More is refused before it is unpacked (Pillow itself warns at 89 million)."""
JPEG_QUALITY: Final = 85
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "BMP", "GIF", "TIFF")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to be stored."""

    data: bytes
    media_type: str
    width: int
    height: int
    changed: bool


def prepare_picture(data: bytes, name: str) -> Picture:
    """Turn a photo upright, bound its size, drop its camera metadata (place, device).

    Raises UserError ``not_an_image`` or ``image_too_large``.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # Pillow warns where we refuse in a sentence of our own.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(data), formats=_FORMATS)
        with opened as image:
            if image.width * image.height > MAX_PIXELS:
                raise UserError("image_too_large", path=name, pixels=image.width * image.height)
            image.load()
            kind = image.format or "PNG"
            upright = ImageOps.exif_transpose(image)
    except Image.DecompressionBombError as error:
        # Pillow's own limit, met before the size can be asked: it stands in the message.
        said = re.search(r"\d+", str(error))
        pixels = MAX_PIXELS if said is None else int(said[0])
        raise UserError("image_too_large", path=name, pixels=pixels) from error
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        struct.error,
    ) as error:
        raise UserError("not_an_image", path=name) from error
    upright.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    photo = kind in {"JPEG", "MPO"}
    out = io.BytesIO()
    if photo:
        upright.convert("RGB").save(out, "JPEG", quality=JPEG_QUALITY, optimize=True)
    else:
        mode = "RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB"
        upright.convert(mode).save(out, "PNG", optimize=True)
    stored = out.getvalue()
    media = "image/jpeg" if photo else "image/png"
    return Picture(stored, media, upright.width, upright.height, stored != data)
