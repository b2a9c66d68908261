"""What a TOML file of the bank has wrong, in the words of its author."""

from collections.abc import Mapping
from textwrap import shorten
from tomllib import TOMLDecodeError
from typing import Any

_WHOLE, _TEXT = "il faut un nombre entier", "il faut un texte, entre guillemets"
_LIST, _TABLE = "il faut une liste, entre crochets", "il faut une table de clés et de valeurs"
_YES_OR_NO = "il faut true ou false, sans guillemets"
_VALUES: Mapping[str, str] = {  # by type of pydantic's errors
    "bool_parsing": _YES_OR_NO,
    "bool_type": _YES_OR_NO,
    "dict_type": _TABLE,
    "extra_forbidden": "cette clé n’existe pas ici",
    "finite_number": _WHOLE,
    "greater_than_equal": "il faut {ge} au moins",
    "int_from_float": _WHOLE,
    "int_parsing": _WHOLE,
    "int_type": _WHOLE,
    "less_than_equal": "il faut {le} au plus",
    "list_type": _LIST,
    "literal_error": "« {value} » n’est pas prévu ; au choix : {expected}",
    "missing": "cette clé manque",
    "model_type": _TABLE,
    "string_pattern_mismatch": "« {value} » {shape}",
    "string_too_long": "ce texte est trop long : {max_length} caractères au plus",
    "string_too_short": "ce texte est vide",
    "string_type": _TEXT,
    "text_or_list": "il faut un texte, entre guillemets, ou une liste de textes",
    "too_short": "il en faut {min_length} au moins",
    "tuple_type": _LIST,
}
_SHAPES: Mapping[str, str] = {  # by pattern of webapp.content.schemas
    r"^[^\n]+$": "doit tenir sur une ligne",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "doit être en minuscules sans accent, chiffres et tirets simples",
    r"^[1-5]\.[1-9]$": "doit être un numéro de compétence, de 1.1 à 5.9",
    r"^CN_[A-Z]{3}_[A-Z]{3}$": "doit être un code comme CN_INF_GER",
    r"^c[1-5]_[1-9]_[a-z]+$": "doit être un nom de dossier comme c1_2_gerer",
}
_SYNTAX: Mapping[str, str] = {  # by the first words of tomllib's errors
    "Cannot declare": "cette table est déjà plus haut",
    "Cannot mutate": "cette table est déjà plus haut",
    "Cannot overwrite": "cette clé est déjà plus haut",
    "Duplicate": "cette clé est déjà plus haut",
    'Expected "\'"': "il manque le guillemet qui ferme un texte",
    "Expected '='": "il manque « = » après une clé",
    "Expected ']": "il manque « ] » à la fin d’un titre de table",
    "Expected newline": "il y a quelque chose de trop après la valeur",
    "Found invalid character": "un caractère invisible est à effacer",
    "Illegal character '\\n'": "il manque le guillemet qui ferme un texte",
    "Illegal character": "un caractère invisible est à effacer",
    "Invalid initial character": "il faut une clé, suivie de « = »",
    "Invalid statement": "il faut une clé, ou un titre de table entre crochets",
    "Invalid value": "cette valeur n’a pas de sens (un texte se met entre guillemets)",
    "Unclosed array": "il manque « , » ou « ] » dans une liste",
    "Unclosed inline table": "il manque « , » ou « } » dans une table",
    "Unescaped": "dans un texte entre guillemets, « \\ » s’écrit « \\\\ »",
    "Unterminated string": "il manque le guillemet qui ferme un texte",
}


def of_value(fault: Mapping[str, Any]) -> str:
    """A sentence for one of pydantic's errors: which key, and what is wrong with its value."""
    context = fault.get("ctx", {})
    said = _VALUES.get(fault["type"], "la valeur « {value} » ne convient pas").format_map(
        {
            **context,
            "value": shorten(str(fault["input"]), 60, placeholder="…"),
            "expected": str(context.get("expected")).replace("'", "").replace(" or ", " ou "),
            "shape": _SHAPES.get(context.get("pattern", ""), "n’a pas la forme voulue"),
        }
    )
    return f"{_where(fault)} : {said}"


def of_syntax(error: TOMLDecodeError) -> str:
    """A sentence for what is not TOML."""
    found = (said for start, said in _SYNTAX.items() if str(error).startswith(start))
    return f"TOML illisible : {next(found, 'cette ligne n’en suit pas les règles')}"


def _where(fault: Mapping[str, Any]) -> str:
    """The keys that lead to the value, places in a list counted from 1: « case 2, verdict »."""
    said = ""
    for part in fault["loc"]:
        if isinstance(part, int):
            said += f" {part + 1}"
        elif part != "[key]":  # the key itself is wrong
            said += f", {part}" if said else part
    return said or "fichier"
