"""What the template of a text has wrong, in the words of its author."""

import re
from collections.abc import Sequence

from jinja2 import TemplateError, TemplateSyntaxError

_QUOTE = "il manque le guillemet qui ferme un texte"
_UNCLOSED = r"unknown tag 'endblock'.* closed is '(\w+)'"  # each part is a block of ours
_ALONE = "un texte n’en appelle pas d’autre : sans include, import, extends ni block"
_MIXED = "un calcul ou une comparaison demande des valeurs de même type"
# The first that is found in what Jinja says, and what an author reads instead.
_SENTENCES: Sequence[tuple[str, str]] = (
    (
        _UNCLOSED,
        r"« {% \1 %} » n’est pas refermé : il manque « {% end\1 %} »",
    ),
    (
        r"unknown tag 'end(\w+)'.* closed is 'block'",
        r"« {% end\1 %} » ne referme rien : il n’y a pas de « {% \1 %} » avant",
    ),
    (
        r"unknown tag '(end\w+)'.* closed is '(\w+)'",
        r"« {% \1 %} » vient trop tôt : il manque « {% end\2 %} » avant",
    ),
    (
        r"unknown tag '(else|elif)'",
        r"« {% \1 %} » n’est pas entre « {% if … %} » et « {% endif %} »",
    ),
    (r"block 'part|no loader|use extend|unknown tag 'endblock'", _ALONE),
    (r"unknown tag '(\w+)'", r"« {% \1 %} » n’existe pas ; au choix : if, elif, else, for, set"),
    (r"tag name expected", r"« {% %} » est vide"),
    (
        r"xpected an expression|unexpected 'end of",
        r"il manque une valeur avant la fin de la balise",
    ),
    (r"expected token 'in'", r"une boucle s’écrit « {% for nom in liste %} »"),
    (r"statement block', got '='", r"une comparaison s’écrit « == »"),
    (r"statement block', got '(.+)'", r"il manque « %} » avant « \1 », ou un signe entre les deux"),
    (r"print statement', got '(.+)'", r"il manque « }} » avant « \1 », ou un signe entre les deux"),
    (r", expected '(.)'$", r"il manque « \1 »"),
    (
        r"unexpected '}'",
        r"une accolade est seule : une valeur finit par « }} », une balise par « %} »",
    ),
    (r"unexpected '(.+)'", r"« \1 » est de trop"),
    (r"unexpected char (\"'\"|'\"')", _QUOTE),
    (r"unexpected char '(.)'", r"« \1 » n’a pas de sens ici"),
    (r"end of comment", r"il manque « #} » pour refermer « {# »"),
    (r"end of raw", r"« {% raw %} » n’est pas refermé : il manque « {% endraw %} »"),
    (r"No filter named '(.+)'", r"le filtre « \1 » n’existe pas"),
    (r"No test named '(.+)'", r"le test « \1 » n’existe pas"),
    (r"^'(.+)' is undefined", r"« \1 » n’est pas une valeur du tirage (params de generate.py)"),
    (
        r"(\w+)(?: object)?'? has no (?:attribute|element) '?(.+?)'?$",
        r"une valeur de type \1 n’a pas de « \2 »",
    ),
    (r"attribute '(.+)' of .* unsafe", r"« \1 » n’est pas permis dans un texte"),
    (
        r"'(.+)' object is not iterable",
        r"une boucle demande une liste, et non une valeur de type \1",
    ),
    (r"concatenate|operand type|not supported between", _MIXED),
    (r"division by zero|modulo by zero", r"division par zéro"),
)


def sentence(error: Exception) -> str:
    """What is wrong with a text, from what its template raised."""
    if type(error) is TemplateError:  # ours
        return str(error)
    for pattern, said in _SENTENCES:
        found = re.search(pattern, str(error))
        if found:
            return found.expand(said)
    if isinstance(error, TemplateSyntaxError):
        return f"cette balise ne se comprend pas ({error})"
    return f"ces valeurs ne permettent pas ce calcul ({type(error).__name__} : {error})"


def line(error: TemplateSyntaxError, source: str) -> int:
    """The line of the tag that is never closed, if one is; else where reading had to stop."""
    unclosed = re.search(_UNCLOSED, str(error))
    opened: list[int] = []
    for number, written in enumerate(source.splitlines()[: error.lineno], start=1):
        for end in re.findall(rf"{{%[-+]? *(end)?{unclosed[1]}\b", written) if unclosed else ():
            if not end:
                opened.append(number)
            elif opened:
                opened.pop()
    return opened[-1] if opened else error.lineno
