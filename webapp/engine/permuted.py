"""The permuted congruential generator of numpy, for one draw: making numpy's takes far longer.

PCG XSL RR 128/64 (O'Neill, 2014) and the seed sequence that numpy puts before it (NEP 19): the
draws are the same, number for number.
"""

from itertools import accumulate, pairwise, repeat

_WORD, _LONG, _STATE = 2**32 - 1, 2**64 - 1, 2**128 - 1  # masks
_MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645
_MIX = 0xCA01F9DD, 0x4973F715


def _constants(first: int, factor: int, count: int) -> list[tuple[int, int]]:
    """What each word in turn is hashed with: xored first, then multiplied."""
    found = list(accumulate(repeat(factor, count), lambda one, by: one * by & _WORD, initial=first))
    return list(pairwise(found))


_IN = _constants(0x43B0D7E5, 0x931E8875, 16)
_OUT = _constants(0x8B51F9DD, 0x58F38DED, 8)
_PAIRS = [(one, other) for one in range(4) for other in range(4) if one != other]
_MIXING = [(*pair, *constants) for pair, constants in zip(_PAIRS, _IN[4:], strict=True)]


class Generator:
    """Draws whole numbers as `numpy.random.Generator(PCG64(seed))` does; 0 ≤ seed < 2¹²⁸."""

    def __init__(self, seed: int) -> None:
        state, step = _spread(seed)
        self._step = step << 1 & _STATE | 1
        self._state = (self._step + state) * _MULTIPLIER + self._step & _STATE
        self._half: int | None = None

    def integers(self, high: int, /) -> int:
        """A whole number from 0 to `high` - 1, at most 2³² of them."""
        if high == 1:
            return 0
        scaled = self._word() * high
        if scaled & _WORD < high:  # Lemire's method: some words come once too often
            least = (_WORD + 1) % high
            while scaled & _WORD < least:
                scaled = self._word() * high
        return scaled >> 32

    def _word(self) -> int:
        """32 bits: half of a draw, then its other half."""
        if self._half is not None:
            word, self._half = self._half, None
            return word
        state = self._state = self._state * _MULTIPLIER + self._step & _STATE
        folded, turn = (state >> 64) ^ (state & _LONG), state >> 122
        drawn = (folded >> turn | folded << 64 - turn) & _LONG
        self._half = drawn >> 32
        return drawn & _WORD


def _spread(seed: int) -> tuple[int, int]:
    """Two numbers of 128 bits from one: each bit of the seed changes half of theirs."""
    pool = []
    for place, (mask, factor) in enumerate(_IN[:4]):
        word = ((seed >> 32 * place & _WORD) ^ mask) * factor & _WORD
        pool.append(word ^ word >> 16)
    left, right = _MIX
    for source, target, mask, factor in _MIXING:
        word = (pool[source] ^ mask) * factor & _WORD
        word = left * pool[target] - right * (word ^ word >> 16) & _WORD
        pool[target] = word ^ word >> 16
    words = []
    for place, (mask, factor) in enumerate(_OUT):
        word = (pool[place & 3] ^ mask) * factor & _WORD
        words.append(word ^ word >> 16)
    one, two, three, four, five, six, seven, eight = words
    return (
        two << 96 | one << 64 | four << 32 | three,
        six << 96 | five << 64 | eight << 32 | seven,
    )
