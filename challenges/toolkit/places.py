"""Fictional towns and schools, and real French cities with their position."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from random import Random

TOWNS = (
    *("Villefauvette", "Montaubrac", "Sauvelac", "Pontrivel", "Clairmont-sur-Osse", "Brévaux"),
    *("Saint-Alban-des-Prés", "Rocheverte", "Lormaison", "Castelbrun", "Valbruyère", "Bellouan"),
    *("Fontargente", "Beaurivel", "Grandcombe-le-Lac", "Marsivel", "Tournebois", "Port-Mélouan"),
    *("Belleroche-sur-Aune", "Pierrelongue", "Chantemerle-les-Bains", "Roquebel"),
)
SCHOOLS = (
    "lycée Ferdinand-Lauzier",
    "lycée Rose-Vallandier",
    "lycée des Trois-Rivières",
    "lycée du Pont-Neuf",
    "lycée Henriette-Coste",
    "lycée professionnel des Ardoisières",
    "lycée Émile-Brisson",
    "lycée de la Haute-Vigne",
)


@dataclass(frozen=True)
class City:
    """A real French city; latitude and longitude in decimal degrees, to about 1 km."""

    name: str
    region: str
    latitude: float
    longitude: float

    def kilometres_to(self, latitude: float, longitude: float) -> float:
        """Great-circle distance to a point, in kilometres."""
        return distance((self.latitude, self.longitude), (latitude, longitude))


def town(rng: Random) -> str:
    """A fictional town that « à » and « de » may precede."""
    return rng.choice(TOWNS)


def towns(rng: Random, count: int) -> list[str]:
    """`count` different fictional towns."""
    return rng.sample(TOWNS, count)


def school(rng: Random) -> str:
    """A fictional school, in lower case: « lycée Rose-Vallandier »."""
    return rng.choice(SCHOOLS)


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance between two (latitude, longitude) points, in kilometres."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(half))


def _cities() -> tuple[City, ...]:
    rows = (
        ("Auvergne-Rhône-Alpes", "Annecy 45.8992 6.1294; Chambéry 45.5646 5.9178; "
         "Grenoble 45.1885 5.7245; Valence 44.9334 4.8924; Saint-Étienne 45.4397 4.3872; "
         "Lyon 45.7640 4.8357; Clermont-Ferrand 45.7772 3.0870"),
        ("Bretagne", "Rennes 48.1173 -1.6778; Brest 48.3904 -4.4861; Quimper 47.9960 -4.1024; "
         "Vannes 47.6582 -2.7608; Saint-Brieuc 48.5141 -2.7603; Saint-Malo 48.6493 -2.0257"),
        ("Occitanie", "Toulouse 43.6047 1.4442; Montpellier 43.6108 3.8767; "
         "Perpignan 42.6887 2.8948; Albi 43.9277 2.1480; Rodez 44.3506 2.5750; "
         "Tarbes 43.2329 0.0781; Nîmes 43.8367 4.3601"),
        ("Nouvelle-Aquitaine", "Bordeaux 44.8378 -0.5792; Pau 43.2951 -0.3708; "
         "Bayonne 43.4929 -1.4748; Limoges 45.8336 1.2611; Poitiers 46.5802 0.3404; "
         "La~Rochelle 46.1603 -1.1511; Angoulême 45.6484 0.1562"),
        ("Grand Est", "Strasbourg 48.5734 7.7521; Metz 49.1193 6.1757; Nancy 48.6921 6.1844; "
         "Reims 49.2583 4.0317; Troyes 48.2973 4.0744; Mulhouse 47.7508 7.3359; "
         "Colmar 48.0794 7.3585"),
        ("Normandie", "Caen 49.1829 -0.3707; Rouen 49.4432 1.0999; Le~Havre 49.4944 0.1079; "
         "Cherbourg-en-Cotentin 49.6337 -1.6222; Alençon 48.4329 0.0931; Évreux 49.0241 1.1508; "
         "Dieppe 49.9229 1.0775"),
        ("Provence-Alpes-Côte d’Azur", "Marseille 43.2965 5.3698; Nice 43.7102 7.2620; "
         "Toulon 43.1242 5.9280; Avignon 43.9493 4.8055; Gap 44.5594 6.0786; "
         "Digne-les-Bains 44.0925 6.2356"),
        ("Hauts-de-France", "Lille 50.6292 3.0573; Amiens 49.8941 2.2958; Calais 50.9513 1.8587; "
         "Dunkerque 51.0344 2.3768; Beauvais 49.4295 2.0807; Laon 49.5641 3.6199; "
         "Saint-Quentin 49.8489 3.2876"),
    )  # fmt: skip
    found = []
    for region, listed in rows:
        for row in listed.split("; "):
            name, latitude, longitude = row.split(" ")
            found.append(City(name.replace("~", " "), region, float(latitude), float(longitude)))
    return tuple(found)


CITIES = _cities()
