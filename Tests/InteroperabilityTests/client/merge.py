"""The one merge rule, what is shown, and the digest (SPEC.md, section 5)."""

from __future__ import annotations

from dataclasses import dataclass, field

from encoding import signed, tagged_value, unsigned
from model import (
    DELETES, SET, TALLY, VOID, Erased, Operation, Sealed, Value, dots_in_delete,
    replica_of,
)
from primitives import hash_for

WORD_LEAST, WORD_MOST = -(1 << 63), (1 << 63) - 1


@dataclass(frozen=True)
class Head:
    """A written value that no other write has replaced."""

    dot: int
    time: int
    value: Value


@dataclass
class Row:
    """The merged state of one row."""

    table: int
    dot: int
    heads: dict[tuple[int, int], Head] = field(default_factory=dict)
    created: int | None = None

    def apply(self, operation: Operation) -> None:
        """Section 5: takes away what was seen, and adds what was written."""
        if operation.creates:
            self.created = operation.time
        for write in operation.writes:
            for dot in write.previous:
                self.heads.pop((write.field, dot), None)
            if write.value is not None:
                head = Head(operation.dot, operation.time, write.value)
                self.heads.setdefault((write.field, operation.dot), head)

    def heads_of(self, number: int) -> list[Head]:
        """The heads of one field, ascending by (time, dot): the last is the one shown."""
        heads = [head for (field, _), head in self.heads.items() if field == number]
        return sorted(heads, key=lambda head: (head.time, head.dot))

    def cell(self, number: int) -> list[Head]:
        """The heads of one field, ascending by dot."""
        return sorted(self.heads_of(number), key=lambda head: head.dot)

    def fields(self) -> list[int]:
        """The fields that have a head, ascending."""
        return sorted({number for number, _ in self.heads})

    def shown(self, number: int) -> Value | None:
        """What a register, a centre's register or an event shows (5.1)."""
        heads = self.heads_of(number)
        return heads[-1].value if heads else None

    def in_conflict(self, number: int) -> bool:
        """Whether two heads of a register differ."""
        if number & 7 in (SET, TALLY) or number == VOID:
            return False
        return len({_identity(head.value) for head in self.heads_of(number)}) > 1

    def elements(self, number: int) -> list[Value]:
        """The elements of a set."""
        return [head.value for head in self.heads_of(number)]

    def total(self, number: int) -> int:
        """The sum of a tally."""
        latest = {replica_of(head.dot): head.value for head in self.heads_of(number)}
        total = 0
        for replica in sorted(latest):
            value = latest[replica]
            total += value if isinstance(value, int) else 0
            total = max(WORD_LEAST, min(WORD_MOST, total))
        return total

    def deletion(self) -> str:
        """`none`, `deleted` or `contested`."""
        deletes = self.heads_of(DELETES)
        if not deletes:
            return "none"
        listed = {dot for head in deletes for dot in dots_in_delete(head.value)}
        others = {dot for number, dot in self.heads if number not in (DELETES, VOID)}
        return "deleted" if others <= listed else "contested"

    def dots_for_delete(self) -> bytes:
        """The value of a delete by whoever sees this state."""
        dots = {dot for number, dot in self.heads if number != DELETES}
        return b"".join(dot.to_bytes(8, "big") for dot in sorted(dots))

    def is_voided(self) -> bool:
        """Whether the row is kept but neither listed nor counted."""
        return isinstance(self.shown(VOID), str)

    def erase(self, subject: int) -> None:
        """Section 18.4, 1: puts the fixed form in place of a subject's sealed values."""
        for place, head in self.heads.items():
            if isinstance(head.value, Sealed) and head.value.subject == subject:
                self.heads[place] = Head(head.dot, head.time, Erased(subject))

    def canonical(self) -> bytes:
        """The row's canonical bytes (5.2)."""
        out = unsigned(self.table) + unsigned(self.dot) + unsigned(len(self.heads))
        for (number, dot), head in sorted(self.heads.items()):
            out += unsigned(number) + unsigned(dot) + signed(head.time) + tagged_value(head.value)
        return out

    def leaf(self) -> int:
        """The number of the leaf it adds to."""
        return hash_for("leaf", unsigned(self.table) + unsigned(self.dot))[0]

    def digest(self) -> bytes:
        """What it adds to its leaf."""
        return hash_for("row", self.canonical())


def _identity(value: Value) -> tuple:
    return type(value).__name__, tagged_value(value)


def digest_root(rows: list[Row]) -> bytes:
    """The root over the 256 leaves of a scope (5.2)."""
    return hash_for("state", b"".join(leaf_sums(rows)))


def leaf_sums(rows: list[Row]) -> list[bytes]:
    """The sum of each of the 256 leaves, least significant byte first."""
    leaves = [0] * 256
    for row in rows:
        leaf = row.leaf()
        leaves[leaf] = (leaves[leaf] + int.from_bytes(row.digest(), "little")) % (1 << 256)
    return [leaf.to_bytes(32, "little") for leaf in leaves]


def time_of_write(now: int, seen: list[int]) -> int:
    """The time of a write (section 4): above all that its author saw."""
    return max([now] + [min(time + 1, WORD_MOST) for time in seen])
