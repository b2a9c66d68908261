from hashlib import blake2s
from random import Random

from challenges.toolkit import domains, people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

_PASSWORDS = ("tuba-lichen", "Soleil2027", "orage!volcan", "k7-peigne", "m0ulin", "castor.88")
_VISIBLE = "{same} ont le même mot de passe, et cela se voit dans les deux tables."
_HIDDEN = "{same} ont le même mot de passe, et cela ne se voit que dans la première table."
_START = "{near} ont le même mot de passe, et cela se voit dès le début des empreintes."
_SALT_ONLY = "{same} ont le même mot de passe, mais la seconde table ne contient plus que le sel."


def generate(rng: Random) -> Variant:
    """Two accounts share a password; a salt of each one hides it, a salt of all does not."""
    shared = rng.random() < 0.4
    names = [person.first for person in people.people(rng, 5)]
    passwords = pick(rng, _PASSWORDS, 4)
    secrets = dict(zip(names, [passwords[0], *passwords], strict=True))
    common = _hexadecimal(rng, 4)
    salts = {name: common if shared else salt for name, salt in _salts(rng, names).items()}
    bare = {name: _print(secrets[name], key=names[0]) for name in names}
    bare[names[3]] = bare[names[2]][:4] + bare[names[3]][4:]
    same, near = (" et ".join(sorted(pair)) for pair in (names[:2], names[2:4]))
    visible, hidden = _VISIBLE.format(same=same), _HIDDEN.format(same=same)
    start, secret = _START.format(near=near), _SALT_ONLY.format(same=same)
    answers = options(rng, [visible, hidden, start, secret])
    right, wrong = (visible, hidden) if shared else (hidden, visible)
    return Variant(
        params={
            "service": domains.service(rng).name,
            "rows": [
                {
                    "name": name,
                    "bare": bare[name],
                    "salt": salts[name],
                    "salted": _print(salts[name] + secrets[name], key=names[0]),
                }
                for name in shuffled(rng, names)
            ],
            "shared": shared,
            "salt": common,
            "same": same,
        },
        response=Choice(answers),
        accepted=[id_of(answers, right)],
        mistakes={
            "wrong_about_salt": id_of(answers, wrong),
            "similar_start": id_of(answers, start),
            "salt_hides_password": id_of(answers, secret),
        },
    )


def _print(text: str, *, key: str) -> str:
    """A fingerprint of twelve characters, other for each draw."""
    return blake2s(text.encode(), digest_size=6, key=key.encode()).hexdigest()


def _salts(rng: Random, names: list[str]) -> dict[str, str]:
    """A salt for each account, all different."""
    drawn: dict[str, None] = {}
    while len(drawn) < len(names):
        drawn[_hexadecimal(rng, 4)] = None
    return dict(zip(names, drawn, strict=True))


def _hexadecimal(rng: Random, count: int) -> str:
    return "".join(rng.choice("0123456789abcdef") for _ in range(count))
