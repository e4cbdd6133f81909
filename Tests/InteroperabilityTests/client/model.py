"""Dots, values and operations (SPEC.md, section 3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Union

MAXIMUM_DOT = (1 << 63) - 1
DELETES, VOID = 3, 1
REGISTER, CENTRES_REGISTER, EVENT, SET, TALLY = range(5)


class Unset:
    """The value of a field that somebody emptied; there is one."""

    def __repr__(self) -> str:
        return "UNSET"


UNSET = Unset()


@dataclass(frozen=True)
class Sealed:
    """A personal value under a key of its subject (section 18.1)."""

    key: int
    subject: int
    nonce: bytes
    ciphertext: bytes


@dataclass(frozen=True)
class Erased:
    """What an erasure left of a sealed value (section 18.4)."""

    subject: int


Value = Union[Unset, int, str, bytes, Sealed, Erased]


@dataclass
class Write:
    """One author's write to one field; without a value it is a withdrawal."""

    field: int
    value: Value | None
    previous: list[int] = field(default_factory=list)


@dataclass
class Operation:
    """Writes to one row under one dot."""

    dot: int
    table: int
    row: int
    time: int
    writes: list[Write]
    author: int = 0
    act: int = 0
    because: int = 0

    @property
    def creates(self) -> bool:
        """Whether the row begins with it."""
        return self.dot == self.row


def make_dot(replica: int, session: int, counter: int) -> int:
    """The identity of one operation."""
    return replica << 39 | session << 19 | counter


def origin_of(dot: int) -> int:
    """Replica and session of a dot."""
    return dot >> 19


def replica_of(dot: int) -> int:
    """The replica that issued a dot."""
    return dot >> 39


def counter_of(dot: int) -> int:
    """The place of a dot in its session."""
    return dot & 0x7FFFF


def dot_text(dot: int) -> str:
    """`replica.session.counter`, as in the vectors."""
    return f"{dot >> 39}.{dot >> 19 & 0xFFFFF}.{dot & 0x7FFFF}"


def dot_from_text(text: str) -> int:
    """The dot that `dot_text` wrote."""
    replica, session, counter = map(int, text.split("."))
    return make_dot(replica, session, counter)


def as_signed(number: int) -> int:
    """A number modulo 2⁶⁴, read as a signed one."""
    return (number + (1 << 63)) % (1 << 64) - (1 << 63)


def dots_in_delete(value: Value | None) -> list[int]:
    """The dots that a delete lists (section 5.1); other forms list nothing."""
    if not isinstance(value, bytes) or len(value) % 8:
        return []
    dots = [int.from_bytes(value[at:at + 8], "big") for at in range(0, len(value), 8)]
    return dots if all(dot <= MAXIMUM_DOT for dot in dots) else []
