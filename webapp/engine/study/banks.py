"""Made-up banks: what their authors declare, and what is true of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from webapp.engine import parameters
from webapp.engine.bank import ItemBank, ItemSpec, SkillSpec
from webapp.engine.normal import Floats

BLUEPRINT = {  # the levels of each topic of each competence: 71 topics, 444 skills
    "1.1": "1234567 1234567 1234567 234567 34567",
    "1.2": "1234567 1234567 123457 134567",
    "1.3": "1234567 234567 1234567 234567 34567",
    "2.1": "1234567 1234567 1234567 1234567",
    "2.2": "123456 1234567 23567 1234567 123456",
    "2.3": "12346 34567 1234567 123567",
    "2.4": "12456 123567 1234567 1234567",
    "3.1": "123456 234567 1234567 134567",
    "3.2": "1234567 234567 123467 23456 234567",
    "3.3": "1234567 123457 13456 23467",
    "3.4": "134567 123456 234567 234567 123567",
    "4.1": "1234567 1234567 1234567 1234567 1234567",
    "4.2": "123457 1234567 1234567 123456",
    "4.3": "12456 123456 234567 1234567",
    "5.1": "1234567 1234567 123456 123456",
    "5.2": "13456 123456 123457 234567 134567",
}
FULL = dict.fromkeys(BLUEPRINT, "1234567 1234567 1234567 1234567 1234567")
FORMATS = {  # how many of each in the blueprint
    "simulation": 192,
    "choice": 107,
    "file": 84,
    "choices": 76,
    "text": 47,
    "matching": 34,
    "ordering": 22,
    "blanks": 17,
}


@dataclass(frozen=True)
class Truth:
    """A bank, as its authors declare it, and what is true of its skills and items."""

    skills: Sequence[SkillSpec]
    items: Sequence[ItemSpec]
    bank: ItemBank
    threshold: Floats  # of the skills
    difficulty: Floats  # of the items, like the next three
    discrimination: Floats
    guess: Floats
    slip: Floats

    def known(self, *, topic_sd: float) -> "Truth":
        """The same, with every true parameter declared to the engines."""
        columns = zip(self.discrimination, self.difficulty, self.guess, self.slip, strict=True)
        items = [
            replace(
                item, discrimination=float(a), difficulty=float(b), guess=float(c), slip=float(d)
            )
            for item, (a, b, c, d) in zip(self.items, columns, strict=True)
        ]
        return replace(
            self, items=items, bank=ItemBank.build(self.skills, items, topic_sd=topic_sd)
        )


def blueprint_bank(rng: np.random.Generator) -> Truth:
    """444 skills in the shape of the blueprint, two items each, its mixture of formats."""
    skills = _skills(BLUEPRINT)
    names = list(FORMATS)
    shares = np.array([FORMATS[name] for name in names], dtype=np.float64)
    drawn = rng.choice(len(names), size=2 * len(skills), p=shares / shares.sum())
    items = [
        ItemSpec(f"{skill.id}{twin}", skill.id, names[drawn[2 * place + number]], 4)
        for place, skill in enumerate(skills)
        for number, twin in enumerate("xy")
    ]
    return imagined(skills, items, rng)


def made_up_bank(rng: np.random.Generator, competences: Sequence[str] = tuple(FULL)) -> Truth:
    """The bank of the first study: five topics of seven levels a competence, three items a skill.

    Half of the items can be guessed, at 5 to 20 %; all are slipped on at 5 %. Authors are wrong
    by a third of a standard deviation, now and then by much more.
    """
    skills = _skills({name: FULL[name] for name in competences})
    count = 3 * len(skills)
    closed = rng.random(count) < 0.5
    items = [
        ItemSpec(
            id=f"{skill.id}{twin}",
            skill=skill.id,
            format="choice" if closed[3 * place + number] else "text",
            guess=0.12 if closed[3 * place + number] else 0.0,
        )
        for place, skill in enumerate(skills)
        for number, twin in enumerate("xyz")
    ]
    return _truth(
        skills,
        items,
        spread=lambda reach, size: rng.normal(0, reach, size),
        discrimination=rng.uniform(0.8, 2.0, count),
        guess=np.where(closed, rng.uniform(0.05, 0.20, count), 0.0),
        slip=np.full(count, 0.05),
    )


def imagined(
    skills: Sequence[SkillSpec], items: Sequence[ItemSpec], rng: np.random.Generator
) -> Truth:
    """A made-up truth for a real bank; skills without an item are left out."""
    asked = {item.skill for item in items}
    count = len(items)
    return _truth(
        [skill for skill in skills if skill.id in asked],
        items,
        spread=lambda reach, size: rng.uniform(-reach, reach, size),
        discrimination=rng.uniform(0.8, 1.9, count),
        guess=np.array([parameters.guess(item.format, item.options) for item in items]),
        slip=rng.uniform(0.02, 0.07, count),
    )


def _skills(shape: Mapping[str, str]) -> list[SkillSpec]:
    return [
        SkillSpec(f"{name}-{number}-{level}", name, f"{name}-{number}", int(level))
        for name, topics in shape.items()
        for number, levels in enumerate(topics.split())
        for level in levels
    ]


def _truth(
    skills: Sequence[SkillSpec],
    items: Sequence[ItemSpec],
    *,
    spread: Callable[[float, int], Floats],
    discrimination: Floats,
    guess: Floats,
    slip: Floats,
) -> Truth:
    """Skills are 0.30 about their level, items 0.15 about their skill, as `spread` draws it."""
    bank = ItemBank.build(skills, items)
    threshold = bank.skills.threshold + spread(0.30, len(skills))
    difficulty = threshold[bank.items.skill] + spread(0.15, len(items))
    return Truth(skills, items, bank, threshold, difficulty, discrimination, guess, slip)
