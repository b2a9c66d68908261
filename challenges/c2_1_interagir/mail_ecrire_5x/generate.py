from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, permutations
from random import Random

from challenges.toolkit import people, places, texts
from challenges.toolkit.draws import demand, pick, shuffled, until
from challenges.toolkit.options import ids_of, mixed
from webapp.domain.responses import Ordering
from webapp.domain.variant import Variant

Order = tuple[str, ...]
PARTS = {
    "who": "la présentation de l’élève",
    "ask": "la demande",
    "why": "le motif",
    "when": "la date",
    "file": "le document joint",
}
USUAL = ("who", "ask", "why", "when", "file")
ORDERS = tuple(permutations(USUAL))
REASONS = {
    "ask": "on la comprend d’un coup d’œil",
    "who": "on sait à qui l’on a affaire",
    "why": "il donne envie de lire la suite",
    "when": "c’est elle que l’on retient",
    "file": "on l’ouvre après avoir lu",
}
SAYINGS = {
    "first": "{One} occupe la première phrase : {reason}.",
    "last": "{One} occupe la dernière phrase : {reason}.",
    "next": "{Other} vient juste après {one}.",
    "before": "{One} vient avant {other}.",
}
TRADES = (
    ("fleuriste", "votre boutique"),
    ("libraire", "votre librairie"),
    ("vétérinaire", "votre clinique"),
    ("photographe", "votre studio"),
    ("architecte", "votre agence"),
    ("garagiste", "votre atelier"),
)
# goal → request, motive, date, document; {place}, {of_trade} and {day} are drawn
GOALS = {
    "trouver un stage": (
        "Je souhaite faire un stage d’observation d’une semaine dans {place}.",
        "Le forum d’orientation m’a fait découvrir le métier {of_trade}.",
        "Le stage commence le {day}.",
        "Mon CV accompagne ce message.",
    ),
    "préparer un exposé": (
        "Accepteriez-vous de répondre à cinq questions sur votre métier ?",
        "Un article du journal local sur {place} nous a passionnés.",
        "Notre exposé a lieu le {day}.",
        "La liste des questions est jointe.",
    ),
    "organiser une visite": (
        "Serait-il possible de visiter {place} avec quatre camarades ?",
        "Une vidéo sur le métier {of_trade} nous a donné envie d’en voir plus.",
        "Nous sommes libres le {day}.",
        "L’autorisation de sortie est jointe.",
    ),
    "trouver un lot de tombola": (
        "Pourriez-vous offrir un lot pour la tombola du lycée ?",
        "L’an dernier, {place} avait déjà soutenu notre fête.",
        "Le tirage a lieu le {day}.",
        "Le règlement de la tombola est joint.",
    ),
}


def _sensible(order: Order) -> bool:
    """Whether a reader could want the parts in this order: the date and the file are of the ask."""
    place = {part: order.index(part) for part in order}
    asked = place["ask"] < min(place["when"], place["file"])
    return asked and place["who"] < 3 and place["why"] < 4 and place["file"] > 1


SENSIBLE = frozenset(filter(_sensible, ORDERS))


@dataclass(frozen=True)
class Rule:
    """What a sheet asks of one part of the message, or of two."""

    kind: str
    one: str
    other: str = ""

    def holds(self, order: Sequence[str]) -> bool:
        """Whether an order of the parts follows the rule."""
        place = order.index(self.one)
        if self.kind in ("first", "last"):
            return place == (0 if self.kind == "first" else len(order) - 1)
        gap = order.index(self.other) - place
        return gap == 1 if self.kind == "next" else gap > 0

    @property
    def text(self) -> str:
        """The rule as the sheet says it."""
        names = {"one": PARTS[self.one], "other": PARTS.get(self.other, "")}
        upper = {name.title(): texts.capitalised(said) for name, said in names.items()}
        return SAYINGS[self.kind].format(reason=REASONS[self.one], **names, **upper)


def generate(rng: Random) -> Variant:
    """Four rules that leave one order of five sentences, between two that never move."""
    order = tuple(shuffled(rng, USUAL))
    demand(order in SENSIBLE)
    sheet = until(rng, lambda drawn: _sheet(drawn, order), _works)
    wrong = {name: each for name, each in _mistakes(sheet).items() if each != order}
    demand(len(set(wrong.values())) == len(wrong))
    goal, school = rng.choice(list(GOALS)), places.school(rng)
    writer, reader = people.people(rng, 2)
    trade, place = rng.choice(TRADES)
    said = _sentences(rng, goal, trade=trade, place=place, school=school)
    said |= {"hello": f"{'Madame' if reader.gender == 'f' else 'Monsieur'},"}
    said |= {"bye": f"Je vous prie d’agréer mes salutations respectueuses. {writer.full}"}

    def whole(parts: Iterable[str]) -> list[str]:
        return [said[part] for part in ("hello", *parts, "bye")]

    items = mixed(rng, whole(order))
    first, following, earlier = (_of_kind(sheet, kind) for kind in ("first", "next", "before"))
    return Variant(
        params={
            "first": writer.first,
            "title": reader.title,
            "job": trade,
            "town": places.town(rng),
            "school": school,
            "goal": goal,
            "rules": [rule.text for rule in shuffled(rng, sheet)],
            "first_rule": first.text,
            "before_rule": earlier.text,
            "after": PARTS[following.other],
            "before": PARTS[following.one],
            "path": ", ".join(PARTS[part] for part in order),
        },
        response=Ordering(items),
        accepted=[ids_of(items, whole(order))],
        mistakes={name: ids_of(items, whole(parts)) for name, parts in wrong.items()},
    )


def _sentences(rng: Random, goal: str, *, trade: str, place: str, school: str) -> dict[str, str]:
    ask, why, when, file = GOALS[goal]
    day = texts.day(texts.school_day(rng))
    level = rng.choice(("seconde", "première"))
    parts = {"ask": ask, "why": why, "when": when, "file": file}
    made = {
        part: text.format(place=place, of_trade=people.of(trade), day=day)
        for part, text in parts.items()
    }
    return {**made, "who": f"Je suis élève de {level} {rng.randint(1, 8)} au {school}."}


def _sheet(rng: Random, order: Order) -> list[Rule]:
    """Four rules that this order follows; they may not be enough, or too much."""
    place = rng.randrange(4)
    pairs = list(combinations(order, 2))
    sheet = [Rule("first", order[0]), Rule("next", order[place], order[place + 1])]
    if rng.random() < 0.5:
        return [*sheet, *(Rule("before", *pair) for pair in pick(rng, pairs, 2))]
    return [*sheet, Rule("before", *rng.choice(pairs)), Rule("last", order[-1])]


def _orders(rules: Iterable[Rule]) -> list[Order]:
    """The orders of the five parts that follow all the rules."""
    ranks = frozenset.intersection(*map(_ranks, rules))
    return [ORDERS[rank] for rank in sorted(ranks)]


@cache
def _ranks(rule: Rule) -> frozenset[int]:
    """Where the orders that follow a rule stand among all."""
    return frozenset(rank for rank, order in enumerate(ORDERS) if rule.holds(order))


def _works(sheet: Sequence[Rule]) -> bool:
    """Whether one order is left, and several as soon as any rule is taken away."""
    fewer = combinations(sheet, len(sheet) - 1)
    return len(_orders(sheet)) == 1 and all(len(_orders(some)) > 1 for some in fewer)


def _of_kind(rules: Iterable[Rule], kind: str) -> Rule:
    return next(rule for rule in rules if rule.kind == kind)


def _mistakes(sheet: Sequence[Rule]) -> dict[str, Order]:
    """The habit, then what is left of the sheet when one rule is forgotten, or half read."""
    wrong: dict[str, Order] = {"usual_order": USUAL}
    for name, kind in (("first_ignored", "first"), ("before_ignored", "before")):
        wrong[name] = _broken(sheet, _of_kind(sheet, kind))[0]
    following = _of_kind(sheet, "next")
    loose = Rule("before", following.one, following.other)
    apart = [order for order in _broken(sheet, following) if loose.holds(order)]
    return wrong | ({"not_next": apart[0]} if apart else {})


def _broken(sheet: Sequence[Rule], forgotten: Rule) -> list[Order]:
    """The orders that break this rule and no other."""
    others = [rule for rule in sheet if rule != forgotten]
    return [order for order in _orders(others) if not forgotten.holds(order)]
