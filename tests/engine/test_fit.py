"""Strange tests, and the many that are not."""

import numpy as np

from tests.engine.banks import SIXTEEN, ladder_bank
from webapp.engine import fit, prior, randomness, selection, state
from webapp.engine.fit import Fit
from webapp.engine.scope import Scope

BANK = ladder_bank(SIXTEEN[:8], topics=3)
SCOPE = Scope.of(BANK)


def test_on_students_who_try_the_surprise_is_a_standard_normal() -> None:
    found = [_fit(student) for student in range(80)]
    surprises = np.array([one.surprise for one in found])
    assert 0.75 < surprises.std() < 1.25
    assert abs(surprises.mean()) < 0.35
    assert sum(one.caution for one in found) <= 4


def test_help_in_the_second_half_shows_as_a_drift() -> None:
    found = [_fit(student, helped=20) for student in range(12)]
    assert np.mean([one.drift > 2 for one in found]) > 0.7


def test_no_answers_fit_perfectly() -> None:
    assert fit.person_fit(state.initial(BANK, SCOPE)) == Fit(0.0, 0.0, None)


def test_technical_failures_do_not_count() -> None:
    now = state.initial(BANK, SCOPE).after(BANK.items.ids[0], "technical")
    assert fit.person_fit(now) == Fit(0.0, 0.0, None)


def _fit(student: int, *, helped: int = 10**6) -> Fit:
    """Forty questions; from number `helped` on, every answer is right."""
    chance = np.random.default_rng(student)
    ability = chance.standard_normal()
    now = state.initial(BANK, SCOPE, prior.STANDARD)
    for position in range(40):
        chosen = selection.next_item(now, chance=randomness.chance(b"x", str(student), position))
        assert chosen is not None
        place = BANK.item_index[chosen.item_id]
        known = 1 / (1 + np.exp(-1.8 * (ability - BANK.items.difficulty[place])))
        guess, ceiling = BANK.items.guess[place], BANK.items.ceiling[place]
        right = position >= helped or chance.random() < guess + (ceiling - guess) * known
        now = now.after(chosen.item_id, "right" if right else "wrong")
    return fit.person_fit(now)
