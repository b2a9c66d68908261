from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import demand, pick
from challenges.toolkit.options import ids_of, mixed
from webapp.domain.responses import Ordering
from webapp.domain.variant import Variant

_CLUBS = {
    "club photo": ("affiche-expo", "legendes", "visite-guidee", "portraits", "ambiance-marche"),
    "club théâtre": ("acte-2", "decor", "generale", "programme", "coulisses"),
    "club astronomie": ("eclipse", "observations", "nuit-du-12", "saturne", "coupole"),
    "club robotique": ("bras", "essai-final", "parcours", "moteurs", "finale"),
    "club escalade": ("mur", "sortie-falaise", "inscrits", "topo", "demonstration"),
    "club cinéma": ("scene-3", "essais", "bande-annonce", "equipe", "montage"),
    "club jardin": ("serre", "plan-des-semis", "printemps", "recoltes", "abeilles"),
    "club radio": ("emission-7", "invites", "generique", "studio", "journal"),
}
# One class a file, from the lightest to the heaviest: extensions seen at that size.
_EXTENSIONS = (
    ("txt", "csv", "vcf"),
    ("jpg", "odt", "mp3"),
    ("png", "pdf", "mp3", "jpg"),
    ("wav", "mp4", "zip"),
    ("mp4", "iso", "zip"),
)


@dataclass(frozen=True)
class _File:
    name: str
    number: Decimal
    octets: int

    @property
    def size(self) -> str:
        return texts.size(self.octets)

    @property
    def label(self) -> str:
        return f"{self.name} — {self.size}"


def generate(rng: Random) -> Variant:
    """Five sizes in five units or decades; sorting the bare numbers is nearly the reverse."""
    club = rng.choice(list(_CLUBS))
    light, kilo, mega, tens, giga = files = _files(rng, club)
    by_number = sorted(files, key=lambda file: file.number)
    demand(_far_apart(files) and _inversions(by_number) >= 2)
    items = mixed(rng, [file.label for file in files])

    def order(listed: Sequence[_File]) -> list[str]:
        return ids_of(items, [file.label for file in listed])

    return Variant(
        params={
            "club": club,
            "first": people.person(rng).first,
            "kilo": kilo.size,
            "mega": mega.size,
            "giga": giga.size,
        },
        response=Ordering(items),
        accepted=[order(files)],
        mistakes={
            "numbers_only": order(by_number),
            "kilo_above_mega": order([light, mega, tens, kilo, giga]),
            "heaviest_first": order(files[::-1]),
        },
    )


def _files(rng: Random, club: str) -> list[_File]:
    """One file a class, lightest first: octets, hundreds of ko, Mo, tens of Mo, Go."""
    sizes = (
        (Decimal(rng.randrange(510, 990, 10)), 1),
        (Decimal(rng.randrange(250, 960, 10)), 10**3),
        (Decimal(rng.randrange(21, 79)) / 10, 10**6),
        (Decimal(rng.randrange(24, 97)), 10**6),
        (Decimal(rng.randrange(11, 39)) / 10, 10**9),
    )
    stems = pick(rng, _CLUBS[club], len(sizes))
    return [
        _File(f"{stem}.{rng.choice(endings)}", number, int(number * unit))
        for stem, endings, (number, unit) in zip(stems, _EXTENSIONS, sizes, strict=True)
    ]


def _far_apart(files: Sequence[_File]) -> bool:
    """Each file weighs at least three times the one before: no rounding can change the order."""
    return all(b.octets >= 3 * a.octets for a, b in pairwise(files))


def _inversions(files: Sequence[_File]) -> int:
    """How many neighbours the order of the bare numbers puts the wrong way round."""
    return sum(a.octets > b.octets for a, b in pairwise(files))
