from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeAlias

from challenges.toolkit import people, texts
from challenges.toolkit.draws import demand, pick
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

SUBJECTS = (
    *("Répétition de jeudi", "Sortie au musée", "Devis pour le voyage", "Salle du club photo"),
    *("Relecture du journal", "Tournoi de samedi", "Liste des costumes", "Réunion des délégués"),
)
NOBODY = "Personne d’autre"
Fields: TypeAlias = Mapping[str, Sequence[people.Person]]


def generate(rng: Random) -> Variant:
    """Two or three names a field; the reader is in any of them; some messages hide nobody."""
    sizes = {"À": 2, "Cc": rng.choice((2, 3)), "Cci": rng.choice((0, 2, 2, 3))}
    sender, *receivers = people.people(rng, 1 + sum(sizes.values()))
    fields: dict[str, list[people.Person]] = {}
    for name, size in sizes.items():
        fields[name], receivers = receivers[:size], receivers[size:]
    field = rng.choice([name for name, size in sizes.items() if size])
    reader = rng.choice(fields[field])
    right = _others(fields, reader, "À", "Cc")
    wrong = _mistakes(rng, fields, reader)
    demand(len({right, *wrong.values()}) == 4)
    offered = options(rng, [right, *wrong.values()])
    return Variant(
        params={
            "sender": sender.first,
            "reader": reader.first,
            "pronoun": reader.pronoun,
            "field": field,
            "to": _names(fields["À"]),
            "cc": _names(fields["Cc"]),
            "bcc": _names(fields["Cci"]),
            "subject": rng.choice(SUBJECTS),
            "seen": right,
        },
        response=Choice(offered),
        accepted=[id_of(offered, right)],
        mistakes={name: id_of(offered, text) for name, text in wrong.items()},
    )


def _mistakes(rng: Random, fields: Fields, reader: people.Person) -> dict[str, str]:
    """Three readings of the fields, among those that this message makes tempting."""
    only_to, only_cc = _others(fields, reader, "À"), _others(fields, reader, "Cc")
    if not fields["Cci"]:
        return {"only_to": only_to, "only_cc": only_cc, "nobody": NOBODY}
    tempting = {"only_to": only_to, "swapped": _others(fields, reader, "À", "Cci")}
    if reader in fields["Cci"]:
        tempting["own_field"] = _others(fields, reader, "Cci")
    else:
        tempting["only_cc"] = only_cc
    kept = pick(rng, list(tempting), 2)
    everyone = _others(fields, reader, "À", "Cc", "Cci")
    return {"everyone": everyone, **{name: tempting[name] for name in kept}}


def _others(fields: Fields, reader: people.Person, *names: str) -> str:
    """First names in alphabetical order, without the reader's."""
    firsts = [each.first for name in names for each in fields[name] if each != reader]
    return texts.listed(sorted(firsts, key=people.plain))


def _names(group: Sequence[people.Person]) -> str:
    return ", ".join(each.full for each in group)
