"""Frontiers: everything that was applied in one scope (SPEC.md, section 9)."""

from __future__ import annotations

from dataclasses import dataclass, field

from batch import Tip, encode_tips, read_tips
from body import COUNTER_LIMIT, ORIGIN_LIMIT
from encoding import Reader, unsigned
from primitives import ProtocolError

MARK_LIMIT = 32_768


@dataclass
class Frontier:
    """All branch tips, and the greatest counter of every session."""

    tips: set[Tip] = field(default_factory=set)
    marks: dict[int, int] = field(default_factory=dict)

    def encoded(self) -> bytes:
        """Its bytes in REPAIR and in the header of a snapshot."""
        out, before = encode_tips(list(self.tips)) + unsigned(len(self.marks)), 0
        for origin in sorted(self.marks):
            out += unsigned(origin - before) + unsigned(self.marks[origin])
            before = origin
        return out

    def contains(self, origin: int, last_counter: int) -> bool:
        """Whether all of a batch that ends at this counter was applied."""
        return last_counter <= self.marks.get(origin, 0)

    def is_above(self, replica: int, sequence: int) -> bool:
        """Whether a batch at this place lies below it (10.7); its hash is not compared."""
        return any(tip[0] == replica and tip[1] >= sequence for tip in self.tips)


def read_frontier(reader: Reader) -> Frontier:
    """A frontier within a payload."""
    tips, marks, origin = read_tips(reader), {}, 0
    for index in range(reader.count(MARK_LIMIT)):
        step = reader.unsigned(ORIGIN_LIMIT)
        if index and step == 0:
            raise ProtocolError("malformed:not-ascending")
        origin += step
        if origin > ORIGIN_LIMIT:
            raise ProtocolError("malformed:number-out-of-range")
        marks[origin] = reader.unsigned(COUNTER_LIMIT)
    return Frontier(set(tips), marks)
