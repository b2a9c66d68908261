from datetime import date, timedelta
from random import Random

from challenges.toolkit import people, places, texts
from challenges.toolkit.draws import demand, pick
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

# Last days of a month, so that the stay goes on past the tenth of the next one.
_STARTS = (date(2027, 3, 25), date(2027, 4, 24), date(2027, 5, 26), date(2027, 6, 25))
_SEPARATORS = ("-", "_", ".")


def generate(rng: Random) -> Variant:
    """A stay over two months, by day or by person: the two good orders are both offered."""
    group = people.people(rng, 3)
    author, by_author = group[0], rng.random() < 0.45
    start = rng.choice(_STARTS) + timedelta(days=rng.randrange(4))
    end = date(start.year, start.month + 1, rng.randint(11, 14))
    day = date(end.year, end.month, rng.randint(2, 9))
    demand(day.day != day.month)  # 07-07 may be read as the month first, which would sort well
    number, name = rng.randint(11, 48), people.plain(author.first)
    one, two, three, four = _styles(rng)
    photos = {
        "date_first": f"{_iso(day, one)}_{name}_{number}.jpg",
        "author_first": f"{name}_{_iso(day, two)}_{number}.jpg",
        "day_first": _placed(by_author, name, day.strftime(f"%d{three}%m{three}%Y"), number),
        "no_zero": _placed(by_author, name, f"{day.year}{four}{day.month}{four}{day.day}", number),
    }
    offered = options(rng, photos.values())
    right = "author_first" if by_author else "date_first"
    return Variant(
        params={
            "names": texts.listed([each.first for each in pick(rng, group, 3)]),
            "town": places.town(rng),
            "period": f"du {texts.day(start, weekday=False)} au {texts.day(end, weekday=False)}",
            "by_author": by_author,
            "author": author.params(),
            "number": number,
            "day": texts.day(day, weekday=False),
            "early_day": f"{day:%d-%m}",
            "late_day": f"{start:%d-%m}",
            "first_month": texts.MONTHS[start.month - 1],
            "second_month": texts.MONTHS[day.month - 1],
        },
        response=Choice(offered),
        accepted=[id_of(offered, photos[right])],
        mistakes={kind: id_of(offered, photo) for kind, photo in photos.items() if kind != right},
    )


def _styles(rng: Random) -> list[str]:
    """Four separators; the first two, of the good orders, are none in two draws of five."""
    return [rng.choice(("", "", *_SEPARATORS)), rng.choice(("", "", *_SEPARATORS)),
            rng.choice(_SEPARATORS), rng.choice(_SEPARATORS)]  # fmt: skip


def _iso(day: date, separator: str) -> str:
    return day.strftime(f"%Y{separator}%m{separator}%d")


def _placed(by_author: bool, name: str, written: str, number: int) -> str:
    """A date badly written, where the date should be."""
    return f"{name}_{written}_{number}.jpg" if by_author else f"{written}_{name}_{number}.jpg"
