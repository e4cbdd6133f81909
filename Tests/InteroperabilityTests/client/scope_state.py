"""The merged state of one scope and how batches enter it (SPEC.md, sections 5 and 10)."""

from __future__ import annotations

from dataclasses import dataclass, field

from batch import Batch, Tip, named_replicas
from frontier import Frontier
from merge import Row, digest_root
from model import Operation, Sealed, counter_of, origin_of, replica_of
from primitives import ZERO_HASH

GAP, ERASURE = 7, 8
GAP_REPLICA, GAP_SEQUENCE, GAP_HASH = 10, 18, 26
ERASURE_SUBJECT = 10


@dataclass
class ScopeState:
    """Rows by table and dot, marks and tips of a scope."""

    number: int
    rows: dict[tuple[int, int], Row] = field(default_factory=dict)
    marks: dict[int, int] = field(default_factory=dict)
    tips: set[Tip] = field(default_factory=set)
    merged: dict[bytes, Tip] = field(default_factory=dict)
    followed: set[bytes] = field(default_factory=set)
    lost: dict[bytes, Tip] = field(default_factory=dict)
    erased: set[int] = field(default_factory=set)
    below: Frontier = field(default_factory=Frontier)

    def begin(
        self, rows: list[Row], marks: dict[int, int], below: Frontier, centres: set[int]
    ) -> None:
        """Begins with rows that came whole (10.3, 10.7); `below` is the base of the log."""
        self.rows = {(row.table, row.dot): row for row in rows}
        self.marks, self.below, self.tips = dict(marks), below, set(below.tips)
        for row in rows:
            if row.table == GAP and replica_of(row.dot) in centres and row.created is not None:
                self._note_lost(row)
            for (number, dot), head in row.heads.items():
                if (row.table, number) == (ERASURE, ERASURE_SUBJECT) and (
                    isinstance(head.value, int) and replica_of(dot) in centres
                ):
                    self.erased.add(head.value)
        for row in rows:
            for subject in self.erased:
                row.erase(subject)

    def is_ready(self, batch: Batch) -> bool:
        """Whether its predecessor and all it depends on are merged or declared lost."""
        needed = set(batch.dependencies)
        if batch.sequence > 1:
            needed.add((batch.replica, batch.sequence - 1, batch.predecessor))
        return all(
            digest in self.merged or digest in self.lost or self.below.is_above(replica, sequence)
            for replica, sequence, digest in needed
        )

    def merge(self, batch: Batch, operations: list[Operation], centres: set[int]) -> None:
        """Applies a batch that is ready; `centres` are the replicas whose role is 2."""
        tip = batch.tip()
        if not self.below.contains(batch.origin, batch.first_counter + batch.span):
            self.tips.discard((batch.replica, batch.sequence - 1, batch.predecessor))
            self.tips.add(tip)
        self.merged[tip[2]] = tip
        self.followed.add(batch.predecessor)
        for operation in operations:
            self.apply(operation, centres)

    def apply(self, operation: Operation, centres: set[int]) -> None:
        """Applies one operation, once."""
        origin, counter = origin_of(operation.dot), counter_of(operation.dot)
        if counter <= self.marks.get(origin, 0):
            return
        self.marks[origin] = counter
        if operation.because and replica_of(operation.dot) in centres:
            # What the centre writes stands in the place of what it names, merged or not.
            named = origin_of(operation.because)
            self.marks[named] = max(self.marks.get(named, 0), counter_of(operation.because))
        row = self.rows.setdefault(
            (operation.table, operation.row), Row(operation.table, operation.row))
        row.apply(operation)
        if operation.table == ERASURE and replica_of(operation.dot) in centres:
            for write in operation.writes:
                if write.field == ERASURE_SUBJECT and isinstance(write.value, int):
                    self.erased.add(write.value)
                    for other in self.rows.values():
                        other.erase(write.value)
        for subject in self.erased & subjects_of(operation):
            row.erase(subject)
        if operation.table == GAP and operation.creates and replica_of(operation.dot) in centres:
            self._declare_lost(row)

    def _note_lost(self, gap: Row) -> Tip | None:
        place = gap.shown(GAP_REPLICA), gap.shown(GAP_SEQUENCE), gap.shown(GAP_HASH)
        match place:
            case int(replica), int(sequence), bytes(digest):
                self.lost[digest] = replica, sequence, digest
                return self.lost[digest]
        return None

    def is_lost(self, replica: int, sequence: int, digest: bytes) -> bool:
        """Whether a batch was declared lost, or counts as lost before a row names it (10.4)."""
        return digest in self.lost or self.is_passed_over(replica, sequence)

    def is_passed_over(self, replica: int, sequence: int) -> bool:
        """Whether its chain went on behind a later batch that was declared lost (10.4)."""
        later = self._lost_above(replica, sequence)
        return bool(later) and not self.below.is_above(replica, sequence) and not any(
            tip[0] == replica and sequence <= tip[1] < min(later) for tip in self.merged.values())

    def is_below_lost(self, replica: int, sequence: int) -> bool:
        """Whether a later batch of its chain was declared lost and is not merged here."""
        return bool(self._lost_above(replica, sequence))

    def _lost_above(self, replica: int, sequence: int) -> list[int]:
        return [
            tip[1] for tip in self.lost.values()
            if tip[0] == replica and tip[1] > sequence and tip[2] not in self.merged
        ]

    def _declare_lost(self, gap: Row) -> None:
        tip = self._note_lost(gap)
        if tip is None or tip[2] in self.merged or self.is_passed_over(*tip[:2]):
            return
        if tip[2] in self.followed:
            return
        branches = [other for other in self.tips if other[0] == tip[0]]
        if len(branches) == 1 and branches[0][1] < tip[1]:
            self.tips.discard(branches[0])
        self.tips.add(tip)

    def row(self, dot: int) -> Row | None:
        """The row of a dot; of the smallest table where operations named several."""
        return min(
            (row for (_, known), row in self.rows.items() if known == dot),
            key=lambda row: row.table, default=None)

    def dependencies(self, operations: list[Operation], own: int) -> list[Tip]:
        """The tips a batch with these operations must name (section 7)."""
        named = named_replicas(operations) | {own}
        end = (own, *self.chain_end(own))
        return sorted(tip for tip in self.tips if tip[0] in named and tip != end)

    def chain_end(self, replica: int) -> tuple[int, bytes]:
        """Sequence and hash of the last own batch."""
        ends = [tip for tip in self.tips if tip[0] == replica]
        return max(ends)[1:] if ends else (0, ZERO_HASH)

    def digest(self) -> bytes:
        """Computed from the rows, never adopted."""
        return digest_root(list(self.rows.values()))


def subjects_of(operation: Operation) -> set[int]:
    """The subjects of the sealed values an operation writes."""
    return {w.value.subject for w in operation.writes if isinstance(w.value, Sealed)}

