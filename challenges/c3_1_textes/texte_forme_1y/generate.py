from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import demand, pick
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Matching
from webapp.domain.variant import Variant

# Words whose middle one may be moved, doubled or removed.
_SENTENCES = (
    ("le chat", "noir", "dort sur le lit"),
    ("un grand", "vent", "souffle ce soir"),
    ("la mer", "calme", "brille au loin"),
    ("mon vieux", "vélo", "roule encore bien"),
    ("deux petits", "ours", "jouent dans la neige"),
    ("une belle", "lune", "éclaire la cour"),
    ("ton ami", "Malo", "arrive demain matin"),
    ("ce long", "train", "part de la gare"),
)
_KEYS = (
    {"copy": "Ctrl + C", "cut": "Ctrl + X", "paste": "Ctrl + V", "undo": "Ctrl + Z",
     "start": "Ctrl + Début", "end": "Ctrl + Fin"},
    {"copy": "⌘ + C", "cut": "⌘ + X", "paste": "⌘ + V", "undo": "⌘ + Z",
     "start": "⌘ + ↑", "end": "⌘ + ↓"},
)  # fmt: skip
# Each way to copy, and the same with cutting: whoever confuses them answers the other.
_COPIES = (("copy", "end", "paste"), ("copy", "end", "paste", "paste"), ("copy", "start", "paste"))
_OTHERS = (("cut",), ("cut", "undo"), ("cut", "paste", "paste"), ("cut", "paste", "undo"))


def generate(rng: Random) -> Variant:
    """Four runs of keys played on one sentence; cutting taken for copying gives the decoys."""
    sentence, keys = rng.choice(_SENTENCES), rng.choice(_KEYS)
    copied, template = pick(rng, _COPIES, 2)
    cut = ("cut", *template[1:])
    shown = [copied, cut, *pick(rng, _OTHERS, 2)]
    decoys = [_switched(copied), _switched(cut)]
    results = [_played(sentence, moves) for moves in (*shown, *decoys)]
    demand(len(set(results)) == 6)
    items = options(rng, [_written(keys, moves) for moves in shown])
    labels = options(rng, results)

    def given(moves: tuple[str, ...], result: str) -> dict[str, str]:
        return {id_of(items, _written(keys, moves)): id_of(labels, result)}

    right: dict[str, str] = {}
    for moves, result in zip(shown, results, strict=False):
        right |= given(moves, result)
    person = people.person(rng)
    return Variant(
        params={
            "first": person.first,
            "pronoun": texts.capitalised(person.pronoun),
            "before": sentence[0],
            "word": sentence[1],
            "after": sentence[2],
            "keys": {f"to_{name}": key for name, key in keys.items()},
            "copied": _written(keys, copied),
            "cut": _written(keys, cut),
        },
        response=Matching(items, labels),
        accepted=[right],
        mistakes={
            "copied_as_cut": given(copied, results[4]),
            "cut_as_copied": given(cut, results[5]),
        },
    )


def _written(keys: dict[str, str], moves: tuple[str, ...]) -> str:
    """« Ctrl + X, puis Ctrl + V »."""
    return ", puis ".join(keys[move] for move in moves)


def _switched(moves: tuple[str, ...]) -> tuple[str, ...]:
    """The same keys with cutting for copying, or copying for cutting."""
    return ({"copy": "cut", "cut": "copy"}[moves[0]], *moves[1:])


def _played(sentence: tuple[str, str, str], moves: tuple[str, ...]) -> str:
    """The text once the keys are typed, the middle word being selected at first."""
    before, word, after = (part.split() for part in sentence)
    text, cursor = [*before, *word, *after], len(before)
    selected, history = True, list[tuple[list[str], int]]()
    for move in moves:
        if move in ("cut", "paste"):
            history.append((list(text), cursor))
        if move == "cut":
            del text[cursor : cursor + 1]
        elif move == "paste":
            text[cursor : cursor + selected] = word
            cursor += 1
        elif move == "undo":
            text, cursor = history.pop()
        elif move in ("start", "end"):
            cursor = 0 if move == "start" else len(text)
        selected = selected and move == "copy"
    return " ".join(text)
