"""From stored answers to what the engine believes: nothing else is ever trusted."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

from webapp.content import Catalog
from webapp.engine import tutorials
from webapp.engine.bank import ItemBank, ItemSpec, SkillSpec
from webapp.engine.scope import Scope
from webapp.engine.state import State, Step, begun, continued, initial
from webapp.engine.tutorials import TutorialSpec
from webapp.queries.history import Met

Opening: TypeAlias = tuple[str, tuple[tuple[str, int], ...] | None]

REMEMBERED_STATES = 64  # some 10 MB
FORGIVEN = 4  # answers that other workers may have taken since

_banks: dict[str, ItemBank] = {}
_lately: OrderedDict[tuple[Opening, tuple[Step, ...]], State] = OrderedDict()


def bank_of(catalog: Catalog) -> ItemBank:
    """The catalogue as the engine sees it; made once for each state of the content."""
    key = f"{catalog.root}:{catalog.digest}"
    if key not in _banks:
        _banks.clear()
        _opening.cache_clear()
        _lately.clear()
        _banks[key] = _built(catalog)
    return _banks[key]


def belief_of(catalog: Catalog, scope: Mapping[str, int] | None, answers: Iterable[Met]) -> State:
    """Where a student stands in a scope after these answers; None is the whole bank.

    Topics and challenges that left the bank since are ignored.
    """
    bank = bank_of(catalog)
    steps = tuple(
        Step(each.challenge, each.outcome) for each in answers if each.challenge in bank.item_index
    )
    opening = (f"{catalog.root}:{catalog.digest}", _known(bank, scope))
    return _replayed(opening, steps)


def fresh(state: State, *, asked: Iterable[str] = ()) -> State:
    """The same belief at the beginning of a new round: only these challenges were asked in it."""
    bank = state.bank
    round_ = begun(bank, state.scope, state.belief)
    for challenge_id in asked:
        if challenge_id in bank.item_index:
            round_.asked_skills[bank.items.skill[bank.item_index[challenge_id]]] = True
    return round_


def measured_competences(state: State) -> frozenset[str]:
    """The competences that the scope of a state can measure."""
    flags = zip(state.bank.competences, state.scope.measured.tolist(), strict=True)
    return frozenset(name for name, measured in flags if measured)


def recommendations(
    catalog: Catalog, state: State, *, limit: int = 3
) -> list[tuple[str, str, float]]:
    """The tutorials that most probably win something: (tutorial, skill, gain), best first."""
    specs = [
        TutorialSpec(each.id, each.topic, frozenset(each.levels), each.minutes)
        for each in catalog.tutorials.values()
    ]
    return tutorials.recommended(state, specs, limit)


@lru_cache(maxsize=64)
def _opening(key: str, levels: tuple[tuple[str, int], ...] | None) -> State:
    """The state before the first question of a scope, shared by all who take it."""
    bank = _banks[key]
    return initial(bank, Scope.of(bank, None if levels is None else dict(levels)))


def _replayed(opening: Opening, steps: tuple[Step, ...]) -> State:
    """The state after these steps, beginning where one met lately ends.

    A shorter way to what the whole replay gives: the answers stay the only truth, and any
    process may have forgotten.
    """
    lengths = range(len(steps), max(0, len(steps) - FORGIVEN), -1)
    met = next((n for n in lengths if (opening, steps[:n]) in _lately), 0)
    state = _lately[opening, steps[:met]] if met else _opening(*opening)
    state = continued(state, steps[met:])
    _lately[opening, steps] = state
    _lately.move_to_end((opening, steps))
    while len(_lately) > REMEMBERED_STATES:
        _lately.popitem(last=False)
    return state


def _known(bank: ItemBank, scope: Mapping[str, int] | None) -> tuple[tuple[str, int], ...] | None:
    if scope is None:
        return None
    return tuple(sorted((topic, scope[topic]) for topic in bank.topics if topic in scope))


def _built(catalog: Catalog) -> ItemBank:
    return ItemBank.build(
        [
            SkillSpec(skill.id, skill.topic.competence.id, skill.topic.id, skill.level)
            for skill in catalog.skills.values()
        ],
        [
            ItemSpec(
                id=each.id,
                skill=each.skill.id,
                format=each.format,
                options=each.options,
                seconds=each.seconds,
            )
            for each in catalog.challenges.values()
        ],
    )
