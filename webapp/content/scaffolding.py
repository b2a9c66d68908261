"""Begins a challenge: files that draw and can be solved before a word of them is changed."""

from pathlib import Path

from webapp.content import casework, drawing, loader
from webapp.content.catalog import Catalog
from webapp.content.checking.blueprint import blueprint
from webapp.content.checking.coverage import skill_of
from webapp.content.generators import BANK
from webapp.domain.errors import DomainError

_FILES = ("__init__.py", "challenge.toml", "prompt.md", "explain.md", "generate.py")
_UNREADABLE = '[[case]]\nseed = 0\nfields = {}\nverdict = "unreadable"\n'


class CannotBegin(DomainError):
    """The challenge is not of the plan, or it is there already."""


def begin(id: str, *, root: Path | None = None, skeletons: Path = BANK / "skeletons") -> Path:
    """Writes the folder of a challenge of the plan, and returns it. Raises CannotBegin."""
    catalog, _ = loader.read(root)
    plan = blueprint(catalog.root)
    if id not in plan.challenges:
        raise CannotBegin(f"« {id} » n’est pas un défi du plan (challenges/blueprint.toml).")
    folder = _folder_of(catalog, id)
    if folder.exists():
        raise CannotBegin(f"{folder} existe déjà.")
    _copy(skeletons / plan.challenges[id], folder, skill=skill_of(id), catalog=catalog)
    (folder / "cases.toml").touch()
    (folder / "cases.toml").write_text(_cases(loader.read(root)[0], id), "utf-8")
    return folder


def _folder_of(catalog: Catalog, id: str) -> Path:
    competence = catalog.skills[skill_of(id)].topic.competence.id
    [found] = catalog.root.glob(f"c{competence.replace('.', '_')}_*")
    return found / id.replace("-", "_")


def _copy(skeleton: Path, folder: Path, *, skill: str, catalog: Catalog) -> None:
    tutorial = f"{catalog.skills[skill].topic.id}-t1"
    folder.mkdir()
    for name in _FILES:
        text = (skeleton / name).read_text("utf-8")
        if name == "challenge.toml":
            text = text.replace("SKILL", skill).replace("TUTORIAL", tutorial)
        (folder / name).write_text(text, "utf-8")


def _cases(catalog: Catalog, id: str) -> str:
    """A right answer, the first mistake, and an empty answer where one can be given."""
    cases = []
    for seed, wrong in ((0, False), (1, True)):
        variant = drawing.draw(catalog, id, seed)
        mistake = next(iter(variant.mistakes)) if wrong else None
        answer = casework.solution(variant, mistake=mistake)
        cases.append(casework.written(variant, answer, seed=seed, mistake=mistake))
    if catalog.sources[id].declared.response != "none":
        cases.append(_UNREADABLE)
    return "\n".join(cases)
