"""What the TOML files of the bank must hold; anything else is refused."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, StringConstraints

Line = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\n]+$")]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Level = Annotated[int, Field(ge=1, le=8)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CompetenceTable(_Table):
    """A competence of framework.toml; `folder` holds its topics and challenges."""

    id: Annotated[str, StringConstraints(pattern=r"^[1-5]\.[1-9]$")]
    name: Line
    slug: Identifier
    code: Annotated[str, StringConstraints(pattern=r"^CN_[A-Z]{3}_[A-Z]{3}$")]
    folder: Annotated[str, StringConstraints(pattern=r"^c[1-5]_[1-9]_[a-z]+$")]


class AreaTable(_Table):
    """An area of framework.toml."""

    number: Annotated[int, Field(ge=1, le=5)]
    name: Line
    competence: tuple[CompetenceTable, ...]


class FrameworkFile(_Table):
    """framework.toml."""

    area: tuple[AreaTable, ...]


class SkillTable(_Table):
    """A skill of topics.toml."""

    id: Identifier
    level: Level
    statement: Line


class TopicTable(_Table):
    """A topic of topics.toml."""

    id: Identifier
    title: Line
    teacher_title: Line
    description: Line
    skill: tuple[SkillTable, ...]


class TopicsFile(_Table):
    """topics.toml of a competence."""

    topic: tuple[TopicTable, ...]


class BlueprintTutorial(_Table):
    """A tutorial of the plan."""

    kind: Literal["article", "sheet", "exercise", "animation"]
    minutes: int
    title: Line


class BlueprintFile(_Table):
    """blueprint.toml: the plan of the whole bank."""

    challenges: dict[Identifier, str]
    tutorials: dict[Identifier, BlueprintTutorial]


class JourneyFile(_Table):
    """A file of journeys/; its name is the journey's id."""

    title: Line
    kind: Literal["discovery", "start", "theme", "subject"]
    public: Line
    minutes: Annotated[int, Field(ge=5, le=120)]
    questions: Annotated[int, Field(ge=4, le=80)]
    description: Line
    max_levels: dict[Identifier, Level]


class SourcesFile(RootModel[dict[str, str]]):
    """sources.toml: the name of a public source, and the root of its site."""


class TutorialFront(_Table):
    """The front matter of a tutorial; the file's name is its id."""

    topic: Identifier
    title: Line
    kind: Literal["article", "sheet", "exercise", "animation"]
    minutes: Annotated[int, Field(ge=1, le=12)]
    levels: tuple[Level, ...]
    teaches: Line
    sources: tuple[str, ...] = ()
    check: tuple[Identifier, ...] = ()


class ChallengeFile(_Table):
    """challenge.toml; the folder's name is the challenge's id.

    `options` is the number of options (choice, choices), items (ordering) or labels (matching).
    `material` is « picture » when its files are only shown in the page, « files » when they are
    searched, « simulation » with the name of an `environment`. `accessible` says how someone
    who sees no picture, or opens no file, meets the same difficulty. `changed` says why the
    idea differs from the blueprint. `domains` are real ones, when it is about them. `variant`
    replaces generate.py when nothing varies.
    """

    skill: Identifier
    response: Literal[
        "choice", "choices", "text", "number", "blanks", "ordering", "matching", "none"
    ]
    material: Literal["none", "picture", "files", "simulation"] = "none"
    environment: Identifier | None = None
    options: Annotated[int, Field(ge=2, le=40)] | None = None
    title: Line
    seconds: Annotated[int, Field(ge=15, le=900)]
    phone: bool
    tutorials: tuple[Identifier, ...] = Field(min_length=1)
    accessible: Line
    author: Line = "Azimut"
    changed: Line | None = None
    domains: tuple[str, ...] = ()
    variant: dict[str, Any] | None = None
