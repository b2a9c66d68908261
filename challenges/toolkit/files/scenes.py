"""Scenes that tell nothing: a wall, a sky, a road, a desk, drawn from a seed."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

from challenges.toolkit.files.canvas import INK, font

Colour = tuple[int, int, int]
Painter = Callable[[ImageDraw.ImageDraw, Random, int, int], None]


def drawn(scene: str, *, width: int, height: int, seed: int) -> Image.Image:
    """The scene of that name with a photo's grain; KeyError when there is none."""
    rng = Random(f"{scene}/{seed}")
    picture = Image.new("RGB", (width, height))
    SCENES[scene](ImageDraw.Draw(picture), rng, width, height)
    return _grained(picture.filter(ImageFilter.GaussianBlur(1.2)), rng)


def flat(
    *, width: int, height: int, background: str, shapes: Sequence[Mapping[str, Any]]
) -> Image.Image:
    """Shapes in plain colours, each pixel of the colour asked for, and words (smoothed)."""
    picture = Image.new("RGB", (width, height), background)
    draw = ImageDraw.Draw(picture)
    for shape in shapes:
        points = [tuple(point) for point in shape["points"]]
        if shape["kind"] == "text":
            draw.text(points[0], shape["text"], fill=INK, font=font(shape["size"]), anchor="ls")
            continue
        settings = {key: shape[key] for key in ("fill", "outline", "width") if key in shape}
        getattr(draw, shape["kind"])(points, **settings)
    return picture


def _wall(draw: ImageDraw.ImageDraw, rng: Random, width: int, height: int) -> None:
    """Rows of stones, a strip of ground, the edge of a vehicle's door."""
    ground = int(height * 0.8)
    row = height // 12
    for top in range(0, ground, row):
        left = -rng.randrange(row * 2)
        while left < width:
            stone = row + rng.randrange(row * 2)
            draw.rectangle(
                (left, top, left + stone - 4, top + row - 4), fill=_near(rng, 176, 164, 140)
            )
            left += stone
    draw.rectangle((0, ground, width, height), fill=_near(rng, 104, 104, 102))
    door = width - width // 6
    draw.rounded_rectangle((door, height // 3, width + 40, height - 60), 30, fill=_any(rng))


def _sky(draw: ImageDraw.ImageDraw, rng: Random, width: int, height: int) -> None:
    """A pale gradient and a few clouds."""
    for y in range(height):
        share = y / height
        blue = (int(120 + 90 * share), int(170 + 60 * share), int(225 + 20 * share))
        draw.line((0, y, width, y), fill=blue)
    for _ in range(14):
        x, y = rng.randrange(width), rng.randrange(int(height * 0.7))
        size = rng.randrange(width // 20, width // 6)
        draw.ellipse((x, y, x + size, y + size // 3), fill=(244, 246, 248))


def _road(draw: ImageDraw.ImageDraw, rng: Random, width: int, height: int) -> None:
    """Verges, tarmac and dashes that meet at the horizon."""
    horizon = int(height * 0.45)
    draw.rectangle((0, 0, width, horizon), fill=(190, 208, 224))
    draw.rectangle((0, horizon, width, height), fill=_near(rng, 116, 142, 92))
    middle = width // 2
    draw.polygon([(middle - 12, horizon), (middle + 12, horizon), (width, height), (0, height)],
                 fill=(92, 92, 96))  # fmt: skip
    for step in range(6):
        y = horizon + (height - horizon) * (step + 0.3) ** 2 / 36
        draw.rectangle((middle - 2 - step * 2, y, middle + 2 + step * 2, y + 6 + step * 8),
                       fill=(236, 236, 228))  # fmt: skip


def _desk(draw: ImageDraw.ImageDraw, rng: Random, width: int, height: int) -> None:
    """A table seen from above: sheets, pencils, a cup."""
    draw.rectangle((0, 0, width, height), fill=_near(rng, 158, 124, 92))
    for _ in range(5):
        x, y = rng.randrange(width), rng.randrange(height)
        draw.rectangle((x, y, x + width // 5, y + height // 3), fill=(246, 244, 238))
    for _ in range(6):
        x, y = rng.randrange(width), rng.randrange(height)
        reach = rng.randrange(-width // 8, width // 8)
        draw.line((x, y, x + reach, y + height // 6), fill=_any(rng), width=12)
    x, y, cup = rng.randrange(width), rng.randrange(height), width // 8
    draw.ellipse((x, y, x + cup, y + cup), fill=(250, 250, 250), outline=(90, 90, 90), width=6)


def _grained(picture: Image.Image, rng: Random) -> Image.Image:
    """Sensor noise, so that the file weighs what a photo does."""
    noise = Image.frombytes("L", picture.size, rng.randbytes(picture.width * picture.height))
    return Image.blend(picture, Image.merge("RGB", (noise, noise, noise)), 0.05)


def _near(rng: Random, red: int, green: int, blue: int) -> Colour:
    shift = rng.randrange(-18, 18)
    return red + shift, green + shift, blue + shift


def _any(rng: Random) -> Colour:
    return rng.randrange(60, 200), rng.randrange(60, 200), rng.randrange(60, 200)


SCENES: Mapping[str, Painter] = {"wall": _wall, "sky": _sky, "road": _road, "desk": _desk}
