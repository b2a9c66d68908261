"""What every simulated environment is: a state, verbs that change it, goals, one typed screen.

**State** is JSON. It holds collections as `{id: item}` (never rely on the order of keys), ids are
opaque, drawn by a world builder; ids made later come from the state itself (`ids.new`), so that
a replay of the same actions gives the same state. There is no clock: `state["now"]` is the time.

**An action** is what a form posts: `{"action": verb, field: values, …}`. A button that needs a
target says it in its value: `action=open:k3f9` is the verb `open` with the target `k3f9`.
`Environment.perform` never changes the state it is given. Reserved words: the verb `restart`
(`simulators.after` knows it: back to the initial state), `undo` (every environment has it), and
`save` (what a form that keeps itself posts while one types; saying it again changes nothing).

**The view** (which folder is open, which message) is not state: it is a mapping of short French
words that travels as GET parameters named `vue.<word>`. A view that names nothing known falls
back to the nearest sensible one, never an error. After an action, `view_after` says where to be.

**A refused action** raises `ActionRefused`: a sentence in French, the field it is about, and what
was typed; `screen(state, view, refusal)` shows all of it again, so nothing typed is lost.

**A template** is `templates/<environment.template>/_environment.html`; it holds one macro,
`environment(env, post_url, page_url, key)`: `env` is the screen; `post_url` a string, the address
of actions with the present view in its query; `page_url` a function of a view (a mapping) giving
the address of the page in that view; `key` the one-time key of the presentation. The macro prints
one `<section id="environment">`, which is also the htmx fragment and target.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, TypeAlias

from webapp.domain.errors import DomainError
from webapp.domain.materials import Json
from webapp.simulators import undoing

State: TypeAlias = dict[str, Json]
View: TypeAlias = Mapping[str, str]
Posted: TypeAlias = Mapping[str, Sequence[str] | str]

NOT_RECORDED = frozenset({"key", "csrf_token"})
MOST_POSTED = 20_000  # characters of one action: the longest message, and room to spare


class ActionRefused(DomainError):
    """Something that cannot be done in the environment: why; which field; what was typed."""

    message = "Cette action n’est pas possible ici."

    def __init__(self, message: str | None = None, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field
        self.action: Action | None = None


@dataclass(frozen=True)
class Action:
    """One action: its verb, its target (after the colon, or empty) and the fields posted."""

    verb: str
    target: str
    fields: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, posted: "Posted | Action") -> "Action":
        """The action of what was posted; without a verb it is refused when performed."""
        if isinstance(posted, Action):
            return posted
        fields = {
            name: (values,) if isinstance(values, str) else tuple(values)
            for name, values in posted.items()
        }
        verb, _, target = (fields.pop("action", ()) or ("",))[0].partition(":")
        return cls(verb, target, fields)

    @property
    def size(self) -> int:
        """The characters posted, names of fields included."""
        return sum(len(name) + sum(map(len, values)) for name, values in self.fields.items())

    def one(self, name: str, default: str = "") -> str:
        """The first value of a field, outer spaces removed; `default` when it is missing."""
        return self.raw(name, default).strip()

    def raw(self, name: str, default: str = "") -> str:
        """The first value of a field as typed, with line ends of one kind."""
        values = self.fields.get(name) or (default,)
        return values[0].replace("\r\n", "\n").replace("\r", "\n")

    def many(self, name: str) -> tuple[str, ...]:
        """All the values of a field."""
        return tuple(self.fields.get(name, ()))


@dataclass(frozen=True)
class Done:
    """What a verb says of itself: a sentence, where to be next, and whether it can be undone.

    `view` overrides words of the present view; an empty value removes the word. An undo goes
    back to `base`, or to the state before the action, and to the words of `back`.
    """

    says: str = ""
    view: Mapping[str, str] | None = None
    undo: bool = False
    base: "State | None" = None
    back: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Goal:
    """A generic predicate: `check(initial, state, arguments)` names its first failure, or None.

    `parts` are the parts of the state it is about; any other part that changed is a side effect.
    `failures` are all the names `check` can give.
    """

    check: Callable[[State, State, Mapping[str, Any]], str | None]
    parts: frozenset[str]
    failures: tuple[str, ...]


Verb: TypeAlias = Callable[[State, Action], Done]
SideEffect: TypeAlias = Callable[[State, State, frozenset[str]], str | None]


@dataclass(frozen=True)
class Environment:
    """One simulated environment; `title` names it, `restart` is the words of its fresh start."""

    name: str
    title: str
    restart: str
    template: str
    verbs: Mapping[str, Verb]
    goals: Mapping[str, Goal]
    side_effect: SideEffect
    side_effects: tuple[str, ...]
    draw_screen: Callable[[State, View, ActionRefused | None], Any]
    passing: tuple[str, ...] = ()  # words of the view that do not outlive an action

    def perform(self, state: Mapping[str, Json], action: "Posted | Action") -> State:
        """The state after one action; the given one is untouched. Raises ActionRefused."""
        done = Action.of(action)
        try:
            return self._performed(dict(state), done)
        except ActionRefused as refusal:
            refusal.action = done
            raise

    def replay(self, state: Mapping[str, Json], actions: Sequence[Action]) -> State:
        """The state after a journal of accepted actions, as `perform` one by one would give it.

        One copy serves for all but the last and those undone: only these need what was before.
        """
        new = undoing.copied(dict(state))
        for action, following in zip_longest(actions, actions[1:]):
            if following is None or "undo" in (action.verb, following.verb):
                new = self.perform(new, action)
            else:
                self._play(new, action)
        return new

    def failure(
        self,
        goal: str,
        *,
        initial: Mapping[str, Json],
        state: Mapping[str, Json],
        arguments: Mapping[str, Any],
    ) -> str | None:
        """Why the goal is not reached: the name of the first failure, None when it is reached.

        The goal `all_of` takes `{"goals": [{"goal": name, "arguments": {…}}, …]}`. A change
        outside the parts of its goals is a side effect, named too. KeyError: no such goal.
        """
        wanted = arguments["goals"] if goal == "all_of" else [_single(goal, arguments)]
        parts: frozenset[str] = frozenset()
        for each in wanted:
            known = self.goals[each["goal"]]
            failed = known.check(dict(initial), dict(state), each.get("arguments", {}))
            if failed is not None:
                return failed
            parts |= known.parts
        return self.side_effect(dict(initial), dict(state), parts)

    def failures(self, goal: str, arguments: Mapping[str, Any]) -> tuple[str, ...]:
        """Every name `failure` could give for this goal, side effects last."""
        wanted = arguments["goals"] if goal == "all_of" else [_single(goal, arguments)]
        names = [name for each in wanted for name in self.goals[each["goal"]].failures]
        return tuple(dict.fromkeys([*names, *self.side_effects]))

    def screen(
        self, state: Mapping[str, Json], view: View, refusal: ActionRefused | None = None
    ) -> Any:
        """The frozen, typed screen of a state in a view, with a refusal shown in its place."""
        return self.draw_screen(dict(state), view, refusal)

    def view_after(self, state: Mapping[str, Json], view: View) -> dict[str, str]:
        """Where to be after the action that gave this state, coming from `view`."""
        last = state.get("last") or {}
        stays = {} if last.get("reset") else view
        kept = {word: value for word, value in stays.items() if word not in self.passing}
        kept |= last.get("view") or {}
        if last.get("says"):
            kept["fait"] = "1"
        return {word: value for word, value in kept.items() if value}

    def replaces(self, previous: "Posted | Action", action: "Posted | Action") -> bool:
        """Whether the action makes the one just before it useless in a journal (two saves)."""
        before, now = Action.of(previous), Action.of(action)
        same = before.verb == now.verb == "save" and before.target == now.target
        return same and before.one("draft") == now.one("draft")

    def _performed(self, state: State, action: Action) -> State:
        if action.verb == "undo":
            return undoing.undone(state) or _nothing_to_undo()
        new = undoing.copied(state)
        done = self._play(new, action)
        undo = undoing.difference(done.base or state, new, back=done.back) if done.undo else None
        new["last"] = {"says": done.says, "view": dict(done.view or {}), "undo": undo}
        return new

    def _play(self, state: State, action: Action) -> Done:
        """Change a state in place."""
        if action.size > MOST_POSTED:
            raise ActionRefused("C’est trop long pour être gardé ici. Raccourcis ton texte.")
        verb = self.verbs.get(action.verb)
        if verb is None:
            raise ActionRefused("Ce bouton n’existe pas ici. Recharge la page et recommence.")
        return verb(state, action)


def recorded(form: Mapping[str, Sequence[str] | str]) -> dict[str, list[str]]:
    """What a posted form leaves in the journal: its lists of values, without the two tokens."""
    return {
        name: [values] if isinstance(values, str) else list(values)
        for name, values in form.items()
        if name not in NOT_RECORDED
    }


def _single(goal: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {"goal": goal, "arguments": arguments}


def _nothing_to_undo() -> State:
    raise ActionRefused("Il n’y a rien à annuler.")
