"""Neighbours get different answers, at the same difficulty."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from webapp.content.casework import texts_by_id
from webapp.content.checking.examined import Examined, right_in_words, words
from webapp.content.problems import Problem
from webapp.domain import variant as variants
from webapp.domain.responses import Choice, Choices, NoResponse
from webapp.domain.variant import Variant

SAME_ANSWER = 0.20  # of the pairs of draws, at most
SAME_CHOICE = 0.75  # of the draws: a principle has its counter-case in a quarter of them
SAME_PLACE = 0.60
LONGEST = 0.75
STRETCH, STRETCH_WORDS = 1.6, 15
STEPS = 2


def problems(examined: Examined) -> Iterator[Problem]:
    """Answers that repeat, right options that can be told, difficulty that drifts."""
    drawn = examined.variants
    for message in (*_sameness(drawn), *_giveaways(drawn), *_drift(examined)):
        yield examined.in_generator(message)


def repeated(signatures: Sequence[object]) -> float:
    """The share of the pairs of draws that are the same."""
    total = len(signatures)
    same = sum(count * (count - 1) for count in Counter(signatures).values())
    return same / (total * (total - 1)) if total > 1 else 0.0


def _sameness(drawn: Sequence[Variant]) -> Iterator[str]:
    same = repeated([_signature(variant) for variant in drawn])
    if same > SAME_ANSWER:
        limit = f"{SAME_ANSWER:.0%} au plus"
        yield f"deux tirages ont la même réponse dans {same:.0%} des cas ({limit})"
    if not isinstance(drawn[0].response, Choice | Choices):
        return
    [(_, count)] = Counter(right_in_words(variant) for variant in drawn).most_common(1)
    if count > SAME_CHOICE * len(drawn):
        share = count / len(drawn)
        yield f"la même bonne réponse dans {share:.0%} des tirages : il faut un contre-cas"


def _signature(variant: Variant) -> object:
    """What must differ between neighbours: the answer, and for choices what is offered too."""
    if isinstance(variant.response, NoResponse):
        return json.dumps(variants.to_json(variant)["params"], sort_keys=True)
    if isinstance(variant.response, Choice | Choices):
        return tuple(texts_by_id(variant).values()), right_in_words(variant)
    return right_in_words(variant)


def _giveaways(drawn: Sequence[Variant]) -> Iterator[str]:
    """The right option stands in the same place, or is the longest, too often."""
    if not isinstance(drawn[0].response, Choice) or drawn[0].response.display == "list":
        return
    places, longest = Counter[int](), 0
    for variant in drawn:
        texts = texts_by_id(variant)
        [right] = variant.accepted
        places[list(texts).index(right)] += 1
        longest += len(texts[right]) == max(map(len, texts.values()))
    [(place, count)] = places.most_common(1)
    if count > SAME_PLACE * len(drawn):
        yield f"la bonne réponse est en place {place + 1} dans {count / len(drawn):.0%} des tirages"
    if longest > LONGEST * len(drawn):
        yield f"la bonne réponse est la plus longue dans {longest / len(drawn):.0%} des tirages"


def _drift(examined: Examined) -> Iterator[str]:
    """Proxies of difficulty that differ between draws: words to read, boxes, steps."""
    lengths = sorted(
        words(question.statement.situation) + words(question.statement.document)
        for question in examined.questions
    )
    if lengths:
        short, long = lengths[len(lengths) // 20], lengths[-1 - len(lengths) // 20]
        if long > STRETCH * short and long - short > STRETCH_WORDS:
            yield f"de {short} à {long} mots à lire selon le tirage"
    steps = {_steps(variant) for variant in examined.variants}
    if max(steps) - min(steps) > STEPS:
        yield f"de {min(steps)} à {max(steps)} gestes ou champs selon le tirage"


def _steps(variant: Variant) -> int:
    if isinstance(variant.response, NoResponse):
        return len(variant.accepted[0])
    return len(getattr(variant.response, "blanks", ())) or 1
