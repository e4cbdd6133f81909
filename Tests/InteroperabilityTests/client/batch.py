"""Batches, certificates and cursors (SPEC.md, sections 7 to 9)."""

from __future__ import annotations

from dataclasses import dataclass, field

from body import BODY_LIMIT, COUNTER_LIMIT, OPERATIONS_LIMIT, decode_body, encode_body
from encoding import LABEL_LIMIT, Reader, optional, signed, text, unsigned
from model import (
    DELETES, MAXIMUM_DOT, Operation, counter_of, dots_in_delete, origin_of, replica_of,
)
from primitives import (
    ZERO_HASH, ProtocolError, compress, decompress, hash_for, sign, verify,
)

REPLICA_LIMIT = (1 << 24) - 1
DEPENDENCY_LIMIT = 4_096
LAPTOP, CENTRE = 1, 2
KNOWN_KINDS = range(5)

Tip = tuple[int, int, bytes]
"""Replica, sequence and hash of the last batch of a branch."""


def encode_tips(tips: list[Tip]) -> bytes:
    """A count, then the tips, strictly ascending."""
    out = unsigned(len(tips))
    for replica, sequence, digest in sorted(tips):
        out += unsigned(replica) + unsigned(sequence) + digest
    return out


def read_tips(reader: Reader) -> list[Tip]:
    """Tips behind their count."""
    tips: list[Tip] = []
    for _ in range(reader.count(DEPENDENCY_LIMIT)):
        tip = (reader.unsigned(REPLICA_LIMIT), reader.unsigned(MAXIMUM_DOT, 1), reader.hash())
        if tips and tip <= tips[-1]:
            raise ProtocolError("malformed:not-ascending")
        tips.append(tip)
    return tips


@dataclass
class Batch:
    """Closed, compressed, hash-chained, signed operations of one session in one scope."""

    scope: int
    origin: int
    sequence: int
    predecessor: bytes
    dependencies: list[Tip]
    schema_version: int
    grant: int
    wall: int
    offset: int | None
    operation_count: int
    first_counter: int
    span: int
    body_bytes: int
    body: bytes
    signature: bytes = b""

    @property
    def replica(self) -> int:
        """The replica that closed it."""
        return self.origin >> 20

    def message(self) -> bytes:
        """The header and the compressed body: what is signed and hashed."""
        return (
            unsigned(self.scope) + unsigned(self.origin) + unsigned(self.sequence)
            + self.predecessor + encode_tips(self.dependencies)
            + unsigned(self.schema_version) + unsigned(self.grant) + signed(self.wall)
            + optional(None if self.offset is None else signed(self.offset))
            + unsigned(self.operation_count) + unsigned(self.first_counter)
            + unsigned(self.span) + unsigned(self.body_bytes) + self.body
        )

    def encoded(self) -> bytes:
        """The bytes that are stored and relayed for ever."""
        return self.signature + self.message()

    def hash(self) -> bytes:
        """The batch's identity."""
        return hash_for("batch", self.message())

    def tip(self) -> Tip:
        """Itself as the end of a branch."""
        return self.replica, self.sequence, self.hash()

    def operations(self) -> list[Operation]:
        """Its operations; refuses what does not agree with the header (10.1)."""
        operations = decode_body(decompress(self.body, self.body_bytes), self.origin)
        counters = [counter_of(operation.dot) for operation in operations]
        if len(operations) != self.operation_count or counters[0] != self.first_counter or (
            counters[-1] != self.first_counter + self.span
        ):
            raise ProtocolError("malformed:number-out-of-range", "header and body differ")
        named = named_replicas(operations) - {self.replica}
        if not named <= {replica for replica, _, _ in self.dependencies}:
            raise ProtocolError("missing-dependency")
        return operations


def named_replicas(operations: list[Operation]) -> set[int]:
    """The replicas whose dots appear as a row, as because, in previous or in a delete."""
    dots = set()
    for operation in operations:
        dots.add(operation.row)
        if operation.because:
            dots.add(operation.because)
        for write in operation.writes:
            dots.update(write.previous)
            if write.field == DELETES:
                dots.update(dots_in_delete(write.value))
    return {replica_of(dot) for dot in dots}


def needs_upgrade(operations: list[Operation]) -> bool:
    """Whether a field is of a kind that this program does not know."""
    return any(w.field & 7 not in KNOWN_KINDS for o in operations for w in o.writes)


def read_batch(content: bytes) -> Batch:
    """The batch that these bytes are, its body unread."""
    reader = Reader(content)
    signature = reader.take(64)
    batch = Batch(
        scope=reader.dot(), origin=reader.unsigned((1 << 44) - 1),
        sequence=reader.unsigned(MAXIMUM_DOT, 1), predecessor=reader.hash(),
        dependencies=read_tips(reader), schema_version=reader.unsigned(MAXIMUM_DOT),
        grant=reader.unsigned(MAXIMUM_DOT), wall=reader.signed(),
        offset=reader.signed() if reader.optional() else None,
        operation_count=reader.unsigned(OPERATIONS_LIMIT, 1),
        first_counter=reader.unsigned(COUNTER_LIMIT, 1), span=reader.unsigned(COUNTER_LIMIT),
        body_bytes=reader.unsigned(BODY_LIMIT), body=reader.rest(), signature=signature,
    )
    if (batch.sequence == 1) != (batch.predecessor == ZERO_HASH):
        raise ProtocolError("malformed:unknown-code", "predecessor")
    return batch


def close_batch(
    operations: list[Operation], seed: bytes, *, scope: int, sequence: int, predecessor: bytes,
    dependencies: list[Tip], schema_version: int, grant: int, wall: int, offset: int | None,
) -> Batch:
    """Signs operations as the next batch of a chain."""
    sections = encode_body(operations)
    counters = [counter_of(operation.dot) for operation in operations]
    batch = Batch(
        scope, origin_of(operations[0].dot), sequence, predecessor, sorted(dependencies),
        schema_version, grant, wall, offset, len(operations), counters[0],
        counters[-1] - counters[0], sum(map(len, sections)), compress(sections),
    )
    batch.signature = sign(seed, "batch", batch.message())
    return batch


@dataclass(frozen=True)
class Certificate:
    """Who a replica is, signed by the installation's root key (section 8)."""

    replica: int
    role: int
    key: bytes
    issued: int
    label: str
    signature: bytes = b""

    def message(self) -> bytes:
        """What the root key signs."""
        return (
            unsigned(self.replica) + bytes([self.role]) + self.key + signed(self.issued)
            + text(self.label)
        )

    def encoded(self) -> bytes:
        """The whole certificate."""
        return self.message() + self.signature


def read_certificate(content: bytes, root: bytes | None) -> Certificate:
    """A certificate; refuses one that the root key has not signed."""
    reader = Reader(content)
    replica, role = reader.unsigned(REPLICA_LIMIT), reader.byte(CENTRE)
    if role == 0:
        raise ProtocolError("malformed:unknown-code")
    key, issued, label = reader.take(32), reader.signed(), reader.text(LABEL_LIMIT)
    certificate = Certificate(replica, role, key, issued, label, reader.take(64))
    reader.end()
    if root is not None:
        verify(root, "certificate", certificate.message(), certificate.signature)
    return certificate


@dataclass(frozen=True)
class Cursor:
    """How much of the centre's log of a scope was applied."""

    scope: int
    epoch: int
    arrival: int = 0
    running: bytes = field(default=ZERO_HASH)

    def encoded(self) -> bytes:
        """Section 9."""
        return (
            unsigned(self.scope) + bytes([self.epoch]) + unsigned(self.arrival) + self.running
        )

    def after(self, batch: bytes) -> Cursor:
        """The place behind the next batch of the log."""
        running = running_hash(self.running, self.arrival + 1, batch)
        return Cursor(self.scope, self.epoch, self.arrival + 1, running)


def running_hash(before: bytes, arrival: int, batch: bytes) -> bytes:
    """The hash behind an arrival number."""
    return hash_for("arrival", before + unsigned(arrival) + batch)


def read_cursor(reader: Reader) -> Cursor:
    """A cursor within a payload."""
    return Cursor(
        reader.dot(), reader.byte(), reader.unsigned(MAXIMUM_DOT - 1), reader.hash()
    )
