"""A variant: one draw of a challenge, and its way to JSON and back."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import orjson

from webapp.domain import materials, responses
from webapp.domain.materials import Files, Json, Material, NoMaterial, Recipe, Simulation
from webapp.domain.responses import (
    Blank,
    Blanks,
    Choice,
    Choices,
    Matching,
    Option,
    Ordering,
    Response,
)


@dataclass(frozen=True)
class Variant:
    """All that one draw of a challenge decides.

    `params` fill the prompt and the explanation; `accepted` lists the right values and
    `mistakes` the wrong value of each named mistake, in the shapes of `domain.responses`.
    """

    params: Mapping[str, Json]
    response: Response
    accepted: list[Json]
    material: Material = field(default_factory=NoMaterial)
    mistakes: Mapping[str, Json] = field(default_factory=dict)

    @cached_property
    def document(self) -> dict[str, Json]:
        """The variant as a JSON document, made once; nobody changes it."""
        return to_json(self)


def normalized(variant: Variant) -> Variant:
    """The equal variant that its document gives back, with that document."""
    document = to_json(variant)
    back = from_json(document)
    back.__dict__["document"] = document
    return back


def to_json(variant: Variant) -> dict[str, Json]:
    """The variant as a JSON document; `from_json` gives an equal variant back.

    TypeError for what JSON cannot say.
    """
    written = orjson.dumps(
        {
            "params": variant.params,
            "response": _tagged(variant.response),
            "material": _tagged(variant.material),
            "accepted": variant.accepted,
            "mistakes": variant.mistakes,
        },
        default=_written,
        option=orjson.OPT_PASSTHROUGH_DATETIME,
    )
    document: dict[str, Json] = orjson.loads(written)
    return document


def from_json(document: Mapping[str, Json]) -> Variant:
    """The variant of a document made by `to_json`; KeyError when it is not one."""
    return Variant(
        params=document["params"],
        response=response_from_json(document["response"]),
        material=_material(document["material"]),
        accepted=document["accepted"],
        mistakes=document["mistakes"],
    )


def response_from_json(document: Mapping[str, Json]) -> Response:
    """The response of a tagged document."""
    values = dict(document)
    kind = getattr(responses, values.pop("kind"))
    if kind is Blanks:
        return Blanks(tuple(_blank(blank) for blank in values["blanks"]))
    if kind in (Choice, Choices):
        values["options"] = _options(values["options"])
    elif kind in (Ordering, Matching):
        values["items"] = _options(values["items"])
        if kind is Matching:
            values["labels"] = _options(values["labels"])
    response: Response = kind(**values)
    return response


def _blank(document: Mapping[str, Json]) -> Blank:
    field_ = response_from_json(document["field"])
    if not isinstance(field_, responses.Text | responses.Number | responses.Choice):
        raise TypeError(f"a blank cannot hold {type(field_).__name__}")
    return Blank(document["id"], document["label"], field_)


def _material(document: Mapping[str, Json]) -> Material:
    values = dict(document)
    kind = getattr(materials, values.pop("kind"))
    if kind is Files:
        return Files(tuple(Recipe(**recipe) for recipe in values["recipes"]))
    if kind is Simulation:
        return Simulation(**values)
    return NoMaterial()


def _options(documents: list[Mapping[str, str]]) -> tuple[Option, ...]:
    return tuple(Option(**document) for document in documents)


def _tagged(value: Response | Material) -> dict[str, Any]:
    if isinstance(value, Blanks):
        blanks = [
            {"id": blank.id, "label": blank.label, "field": _tagged(blank.field)}
            for blank in value.blanks
        ]
        return {"kind": "Blanks", "blanks": blanks}
    return {"kind": type(value).__name__, **vars(value)}


def _written(value: Any) -> Json:
    """A set as a sorted list, any mapping as an object: what JSON has no word for."""
    if isinstance(value, Set):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)
