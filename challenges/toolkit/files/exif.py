"""EXIF: what a camera writes in a photo beside the picture."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.TiffImagePlugin import IFDRational

# Settings that every photo of ours has, so that the useful ones do not stand out.
_SETTINGS = {
    "exposure": (1, 120),
    "aperture": (9, 5),
    "focal": (43, 10),
    "iso": 80,
    "software": "4.2.1",
}


def block(facts: Mapping[str, Any], *, width: int, height: int) -> Image.Exif:
    """The EXIF of a photo.

    Facts: make, model, taken (« 2027-03-12 10:42:17 »), offset (« +01:00 »), latitude, longitude,
    altitude (m), author, copyright, software, exposure, aperture, focal (ratios), iso.

    Degrees are decimal, north and east positive. A fact that is absent is not written.
    """
    exif = Image.Exif()
    for tag, value in _main(facts, width, height):
        exif[tag] = value
    exif.get_ifd(IFD.Exif).update(_details(facts, width, height))
    if "latitude" in facts:
        exif.get_ifd(IFD.GPSInfo).update(_position(facts))
    return exif


def listing(facts: Mapping[str, Any], *, name: str, width: int, height: int) -> str:
    """The same facts as a list « name : value », for whoever cannot open the file."""
    exposure, aperture, focal, iso = _shooting(facts)
    lines = [
        ("Nom du fichier", name),
        ("Type", "image JPEG"),
        ("Largeur", f"{width} pixels"),
        ("Hauteur", f"{height} pixels"),
        ("Résolution horizontale", "72 ppp"),
        ("Résolution verticale", "72 ppp"),
        ("Profondeur de couleur", "24 bits"),
        ("Espace de couleurs", "sRVB"),
        ("Orientation", "normale"),
        ("Fabricant de l’appareil", facts.get("make", "")),
        ("Modèle de l’appareil", facts.get("model", "")),
        ("Logiciel de l’appareil", facts.get("software", _SETTINGS["software"])),
        ("Date de la prise de vue", facts.get("taken", "")),
        ("Date de numérisation", facts.get("taken", "")),
        ("Temps d’exposition", f"{exposure.numerator}/{exposure.denominator} s"),
        ("Ouverture", f"f/{_comma(float(aperture))}"),
        ("Sensibilité", f"{iso} ISO"),
        ("Distance focale", f"{_comma(float(focal))} mm"),
        ("Programme d’exposition", "normal"),
        ("Mode de mesure", "multizone"),
        ("Flash", "non déclenché"),
        ("Balance des blancs", "automatique"),
        ("Zoom numérique", "1"),
        ("Version EXIF", "2.32"),
        ("Auteur", facts.get("author", "")),
        ("Copyright", facts.get("copyright", "")),
        *_coordinates(facts),
    ]
    return "\n".join(f"{label} : {value or 'non renseigné'}" for label, value in lines)


def sexagesimal(degrees: float) -> tuple[int, int, float]:
    """Degrees, minutes and seconds (to a hundredth) of a positive angle."""
    hundredths = round(degrees * 360_000)
    whole, rest = divmod(hundredths, 360_000)
    minutes, rest = divmod(rest, 6_000)
    return whole, minutes, rest / 100


def _main(facts: Mapping[str, Any], width: int, height: int) -> Iterator[tuple[int, Any]]:
    taken = facts.get("taken", "").replace("-", ":")
    known = (
        (Base.Make, facts.get("make")),
        (Base.Model, facts.get("model")),
        (Base.Software, facts.get("software", _SETTINGS["software"])),
        (Base.DateTime, taken),
        (Base.Artist, facts.get("author")),
        (Base.Copyright, facts.get("copyright")),
        (Base.Orientation, 1),
        (Base.XResolution, IFDRational(72)),
        (Base.YResolution, IFDRational(72)),
        (Base.ResolutionUnit, 2),
    )
    return ((int(tag), value) for tag, value in known if value)


def _details(facts: Mapping[str, Any], width: int, height: int) -> dict[int, Any]:
    exposure, aperture, focal, iso = _shooting(facts)
    details: dict[int, Any] = {
        Base.ExifVersion: b"0232",
        Base.ExposureTime: IFDRational(exposure),
        Base.FNumber: IFDRational(aperture),
        Base.ISOSpeedRatings: iso,
        Base.FocalLength: IFDRational(focal),
        Base.ExposureProgram: 2,
        Base.MeteringMode: 5,
        Base.Flash: 0,
        Base.WhiteBalance: 0,
        Base.ColorSpace: 1,
        Base.ExifImageWidth: width,
        Base.ExifImageHeight: height,
    }
    if facts.get("taken"):
        taken = facts["taken"].replace("-", ":")
        details |= {Base.DateTimeOriginal: taken, Base.DateTimeDigitized: taken}
        if facts.get("offset"):
            details[Base.OffsetTimeOriginal] = facts["offset"]
    return {int(tag): value for tag, value in details.items()}


def _position(facts: Mapping[str, Any]) -> dict[int, Any]:
    latitude, longitude = facts["latitude"], facts["longitude"]
    position: dict[int, Any] = {
        int(GPS.GPSVersionID): b"\x02\x03\x00\x00",
        int(GPS.GPSLatitudeRef): "N" if latitude >= 0 else "S",
        int(GPS.GPSLatitude): _rationals(abs(latitude)),
        int(GPS.GPSLongitudeRef): "E" if longitude >= 0 else "W",
        int(GPS.GPSLongitude): _rationals(abs(longitude)),
    }
    if "altitude" in facts:
        altitude = IFDRational(round(facts["altitude"]))
        position |= {int(GPS.GPSAltitudeRef): b"\x00", int(GPS.GPSAltitude): altitude}
    return position


def _coordinates(facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    if "latitude" not in facts:
        return [("Latitude", ""), ("Longitude", ""), ("Altitude", "")]
    latitude, longitude = facts["latitude"], facts["longitude"]
    return [
        ("Latitude", f"{_angle(abs(latitude))} {'N' if latitude >= 0 else 'S'}"),
        ("Longitude", f"{_angle(abs(longitude))} {'E' if longitude >= 0 else 'O'}"),
        ("Altitude", f"{round(facts['altitude'])} m" if "altitude" in facts else ""),
    ]


def _angle(degrees: float) -> str:
    whole, minutes, seconds = sexagesimal(degrees)
    return f"{whole}° {minutes:02d}′ {_comma(seconds)}″"


def _rationals(degrees: float) -> tuple[IFDRational, IFDRational, IFDRational]:
    whole, minutes, seconds = sexagesimal(degrees)
    return IFDRational(whole), IFDRational(minutes), IFDRational(round(seconds * 100), 100)


def _shooting(facts: Mapping[str, Any]) -> tuple[Fraction, Fraction, Fraction, int]:
    """Exposure (s), aperture, focal length (mm) and sensitivity."""
    chosen = {**_SETTINGS, **facts}
    ratios = (Fraction(*chosen[key]) for key in ("exposure", "aperture", "focal"))
    exposure, aperture, focal = ratios
    return exposure, aperture, focal, int(chosen["iso"])


def _comma(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
