"""Banks for the engine's tests: a small real-looking one, and tiny odd ones."""

from webapp.engine.bank import ItemBank, ItemSpec, SkillSpec

FORMATS = ("choice", "text", "choices", "simulation")
SIXTEEN = [
    f"{area}.{number}"
    for area, count in zip(range(1, 6), (3, 4, 4, 3, 2), strict=True)
    for number in range(1, count + 1)
]


def ladder_bank(
    competences: list[str], *, topics: int = 2, levels: int = 7, twins: int = 2
) -> ItemBank:
    """So many topics a competence, one skill a level, so many items a skill."""
    skills = [
        SkillSpec(f"{name}-t{topic}-{level}", name, f"{name}-t{topic}", level)
        for name in competences
        for topic in range(topics)
        for level in range(1, levels + 1)
    ]
    items = [
        ItemSpec(f"{skill.id}{'xyz'[twin]}", skill.id, FORMATS[(place + twin) % 4], options=4)
        for place, skill in enumerate(skills)
        for twin in range(twins)
    ]
    return ItemBank.build(skills, items)


def tiny_bank() -> ItemBank:
    """24 items over 10 topics of 5 competences, some levels missing: a first content."""
    skills = [
        SkillSpec(f"t{topic}-{level}", f"{1 + topic // 2}.1", f"t{topic}", level)
        for topic in range(10)
        for level in ((1, 4), (2, 5), (3, 6), (2, 4, 7), (5,))[topic % 5]
    ]
    items = [ItemSpec(f"{skill.id}x", skill.id, FORMATS[n % 4]) for n, skill in enumerate(skills)]
    twins = [ItemSpec(f"{skill.id}y", skill.id, "text") for skill in skills[: 24 - len(skills)]]
    return ItemBank.build(skills, items + twins)
