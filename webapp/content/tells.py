"""What many draws of one challenge tell together: places, ids and words that give answers away."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from webapp import grading
from webapp.content.casework import texts_by_id
from webapp.content.leaks import read_by_students
from webapp.domain.challenge import Question
from webapp.domain.responses import Choice, Choices, Matching
from webapp.grading import words

ENOUGH = 8  # draws from which the same place every time is no chance
MANY = 20  # draws from which the longest option every time is none either
SHORT = 4  # characters under which an option may stand anywhere by chance


def tells(questions: Sequence[Question]) -> Iterator[str]:
    """In French, what would help someone who saw other draws, or who reads nothing."""
    if len(questions) < ENOUGH:
        return
    if any(count > len(questions) / 2 for count in _ids(questions).values()):
        yield "des identifiants reviennent d’un tirage à l’autre"
    if _always(questions, _place):
        yield "la bonne réponse est toujours à la même place"
    if _always(questions, _aligned):
        yield "les éléments et leurs réponses sont toujours dans le même ordre"
    if len(questions) >= MANY and set(map(_longest, questions)) == {True}:
        yield "la bonne proposition est toujours la plus longue"
    if sum(map(_quoted, questions)) > len(questions) / 2:
        yield "l’énoncé contient la bonne proposition, et aucune autre"


def _ids(questions: Sequence[Question]) -> Counter[str]:
    """In how many draws each id of an option stands."""
    return Counter(id_ for each in questions for id_ in texts_by_id(each.variant))


def _always(questions: Sequence[Question], tell: Callable[[Question], object]) -> bool:
    """Whether every draw tells the same thing, and something."""
    told = {tell(each) for each in questions}
    return len(told) == 1 and None not in told


def _place(question: Question) -> int | None:
    """The place of the right option of a choice."""
    response = question.variant.response
    if not isinstance(response, Choice):
        return None
    return [option.id for option in response.options].index(question.variant.accepted[0])


def _longest(question: Question) -> bool:
    """Whether the right option of a choice is longer than every other."""
    response = question.variant.response
    if not isinstance(response, Choice):
        return False
    right = question.variant.accepted[0]
    length = {option.id: len(option.text) for option in response.options}
    return all(length[right] > count for id_, count in length.items() if id_ != right)


def _aligned(question: Question) -> tuple[int, ...] | None:
    """The places of the right labels, in the order of the items."""
    response = question.variant.response
    if not isinstance(response, Matching):
        return None
    places = {label.id: place for place, label in enumerate(response.labels)}
    given = grading.right_answer(question.variant)
    return tuple(places[given[item.id]] for item in response.items)


def _quoted(question: Question) -> bool:
    """Whether the options that the statement quotes are exactly the right ones."""
    response = question.variant.response
    if not isinstance(response, Choice | Choices):
        return False
    answer = grading.right_answer(question.variant)
    right = {answer} if isinstance(answer, str) else set(answer)
    statement = read_by_students(question.statement)
    texts = {option.id: words.folded(option.text) for option in response.options}
    return right == {id_ for id_, text in texts.items() if len(text) >= SHORT and text in statement}
