"""Signed streams of frames, and the payloads of the frames (SPEC.md, section 9)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from batch import Cursor, Tip, read_cursor, read_tips
from encoding import LABEL_LIMIT, Reader, difference, optional, signed, text, unsigned
from model import MAXIMUM_DOT
from primitives import ProtocolError, blake2b, crc32c, sign, verify

MAGIC = b"CAMTAY"
VERSION_AND_FLAGS = b"\1\0"
STREAM_LIMIT = 16_777_216
FRAME_LIMIT = 524_288
SCOPE_LIMIT = 4_096
KEY_LIMIT = 4_096


class Kind(IntEnum):
    """The kinds of frames that version 1 gives a payload."""

    END, HELLO, WELCOME, CERT, KEY, WANT, BATCH, RECEIPT = range(8)
    SNAPSHOT, ROW, SCOPE_REMOVE, CHECK, ERASE, ARRIVED = 8, 9, 11, 12, 13, 14
    PROBLEM, SUMMARY, AGREED, FETCH = 15, 16, 17, 18
    FRONTIER, LEAVES, REPAIR, KEYS_WANTED = 19, 20, 21, 22
    PACK, RETURN = 23, 24
    GRANT, MEETING, HAVE, NEEDS_CENTRE = 25, 26, 27, 28


Frame = tuple[int, bytes]


def write_stream(frames: list[Frame], more: bool, seed: bytes) -> bytes:
    """Frames and their END, signed."""
    content = MAGIC + VERSION_AND_FLAGS
    content += b"".join(_frame(kind, payload) for kind, payload in frames)
    last = bytes([more])
    return content + _frame(Kind.END, last + sign(seed, "stream", blake2b(content) + last))


def _frame(kind: int, payload: bytes) -> bytes:
    checksum = crc32c(bytes([kind]) + payload).to_bytes(4, "little")
    return bytes([kind]) + unsigned(len(payload)) + checksum + payload


@dataclass
class Stream:
    """A stream whose frames are whole and whose signature is not checked yet."""

    frames: list[Frame]
    more: bool
    digest: bytes
    signature: bytes

    def verify(self, key: bytes) -> None:
        """Refuses what the owner of `key` has not said."""
        verify(key, "stream", self.digest + bytes([self.more]), self.signature)


def read_stream(content: bytes) -> Stream:
    """Checks all frames; nothing may be acted on before `Stream.verify`."""
    if len(content) > STREAM_LIMIT:
        raise ProtocolError("malformed:number-out-of-range")
    reader = Reader(content)
    if content[:6] != MAGIC:
        raise ProtocolError("not-a-stream")
    reader.take(6)
    if reader.take(2) != VERSION_AND_FLAGS:
        raise ProtocolError("unsupported-version")
    frames: list[Frame] = []
    while True:
        start = reader.position
        kind, length = reader.byte(), reader.unsigned(FRAME_LIMIT)
        checksum, payload = reader.take(4), reader.take(length)
        if crc32c(bytes([kind]) + payload).to_bytes(4, "little") != checksum:
            raise ProtocolError("checksum-mismatch")
        if kind not in Kind.__members__.values():
            raise ProtocolError("needs-upgrade", f"frame {kind}")
        if kind == Kind.END:
            end = Reader(payload)
            more, signature = end.byte(1) == 1, end.take(64)
            end.end()
            reader.end()
            return Stream(frames, more, blake2b(content[:start]), signature)
        frames.append((kind, payload))


@dataclass(frozen=True)
class Hello:
    """Who asks."""

    replica: int
    nonce: bytes
    wall: int
    offset: int | None
    schema_version: int
    unsent: int
    free_disk: int | None
    software: str
    grant: int
    incidents: int

    def encoded(self) -> bytes:
        """Its payload."""
        return (
            unsigned(self.replica) + self.nonce + signed(self.wall)
            + optional(None if self.offset is None else signed(self.offset))
            + unsigned(self.schema_version) + unsigned(self.unsent)
            + optional(None if self.free_disk is None else unsigned(self.free_disk))
            + text(self.software) + unsigned(self.grant) + unsigned(self.incidents)
        )


def read_hello(payload: bytes) -> Hello:
    """The payload of HELLO."""
    reader = Reader(payload)
    hello = Hello(
        reader.unsigned((1 << 24) - 1), reader.take(16), reader.signed(),
        reader.signed() if reader.optional() else None, reader.unsigned(MAXIMUM_DOT),
        reader.unsigned(), reader.unsigned() if reader.optional() else None,
        reader.text(LABEL_LIMIT), reader.unsigned(MAXIMUM_DOT), reader.unsigned(),
    )
    reader.end()
    return hello


@dataclass(frozen=True)
class Welcome:
    """What the centre says of itself and of the asker's scopes."""

    nonce: bytes
    time: int
    epoch: int
    grant: int
    scopes: list[int] | None
    progress: bytes | None = None

    def encoded(self) -> bytes:
        """Its payload."""
        scopes = None
        if self.scopes is not None:
            scopes = unsigned(len(self.scopes)) + b"".join(map(unsigned, self.scopes))
        return (
            self.nonce + signed(self.time) + bytes([self.epoch]) + unsigned(self.grant)
            + optional(scopes) + optional(self.progress)
        )


def read_welcome(payload: bytes) -> Welcome:
    """The payload of WELCOME."""
    reader = Reader(payload)
    nonce, time, epoch, grant = (
        reader.take(16), reader.signed(), reader.byte(), reader.unsigned(MAXIMUM_DOT),
    )
    scopes: list[int] | None = None
    if reader.optional():
        scopes = [reader.dot(least=1) for _ in range(reader.count(SCOPE_LIMIT))]
        if scopes != sorted(set(scopes)):
            raise ProtocolError("malformed:not-ascending")
    progress = _read_progress(reader) if reader.optional() else None
    reader.end()
    return Welcome(nonce, time, epoch, grant, scopes, progress)


def _read_progress(reader: Reader) -> bytes:
    """The progress of section 10.8, as it is written: a summary names its checksum."""
    start = reader.position
    for index in range(reader.count(SCOPE_LIMIT + 1)):
        reader.dot(least=1 if index else 0)
        reader.unsigned(MAXIMUM_DOT)
        reader.unsigned(MAXIMUM_DOT)
    return reader.content[start:reader.position]


class ReceiptState(IntEnum):
    """What became of a batch (10.1)."""

    MERGED, HELD, DUPLICATE, FORK, NEEDS_UPGRADE, REFUSED, LOST, COLLISION = range(1, 9)


@dataclass(frozen=True)
class Receipt:
    """The centre's answer to one batch."""

    scope: int
    batch: bytes
    state: ReceiptState
    arrival: int
    reason: str

    def encoded(self) -> bytes:
        """Its payload."""
        return (
            unsigned(self.scope) + self.batch + bytes([self.state]) + unsigned(self.arrival)
            + text(self.reason)
        )


def read_receipt(payload: bytes) -> Receipt:
    """The payload of RECEIPT."""
    reader = Reader(payload)
    scope, batch, state = reader.dot(), reader.hash(), reader.byte(ReceiptState.COLLISION)
    if state == 0:
        raise ProtocolError("malformed:unknown-code")
    receipt = Receipt(
        scope, batch, ReceiptState(state), reader.unsigned(MAXIMUM_DOT),
        reader.text(LABEL_LIMIT),
    )
    reader.end()
    return receipt


@dataclass(frozen=True)
class Check:
    """The digest of a scope as the centre computed it at one place of its log."""

    cursor: Cursor
    root: bytes
    signature: bytes

    def message(self) -> bytes:
        """What a life of the centre signs."""
        return self.cursor.encoded() + self.root

    def encoded(self) -> bytes:
        """Its payload."""
        return self.message() + self.signature


def read_check(payload: bytes) -> Check:
    """The payload of CHECK, its signature unchecked."""
    reader = Reader(payload)
    check = Check(read_cursor(reader), reader.hash(), reader.take(64))
    reader.end()
    return check


def read_arrived(payload: bytes) -> tuple[int, int, bytes]:
    """The payload of ARRIVED: scope, arrival number, hash of the batch."""
    reader = Reader(payload)
    arrived = reader.dot(), reader.unsigned(MAXIMUM_DOT, 1), reader.hash()
    reader.end()
    return arrived


def read_problem(payload: bytes) -> tuple[str, str]:
    """The payload of PROBLEM: code and detail."""
    reader = Reader(payload)
    problem = reader.text(LABEL_LIMIT), reader.text(LABEL_LIMIT)
    reader.end()
    return problem


def read_frontier(payload: bytes) -> tuple[Cursor, list[Tip]]:
    """The payload of FRONTIER: the base and the centre's tips."""
    reader = Reader(payload)
    frontier = read_cursor(reader), read_tips(reader)
    reader.end()
    return frontier


@dataclass(frozen=True)
class SealingKey:
    """An entry of a keyring (18.2)."""

    id: int
    subject: int
    data_class: int
    year: int
    secret: bytes


def write_keys(scope: int, through: int, keys: list[SealingKey]) -> bytes:
    """The payload of KEY."""
    out, before = unsigned(scope) + unsigned(through) + unsigned(len(keys)), 0
    for key in keys:
        out += difference(key.id, before) + difference(key.subject, key.id)
        out += bytes([key.data_class]) + unsigned(key.year) + key.secret
        before = key.id
    return out


def read_keys(payload: bytes) -> tuple[int, int, list[SealingKey]]:
    """The payload of KEY: scope, through, entries."""
    reader = Reader(payload)
    scope, through, keys, before = reader.dot(), reader.unsigned(MAXIMUM_DOT), [], 0
    for _ in range(reader.count(KEY_LIMIT)):
        before = reader.dot_difference(before)
        subject = reader.dot_difference(before)
        keys.append(
            SealingKey(before, subject, reader.byte(), reader.unsigned(), reader.take(32))
        )
    reader.end()
    return scope, through, keys


def write_ascending(dots: list[int]) -> bytes:
    """Dots as steps: the payload of ERASE, and a part of KEYS_WANTED."""
    ordered = sorted(dots)
    steps = [dot - before for before, dot in zip([0, *ordered], ordered)]
    return unsigned(len(dots)) + b"".join(map(unsigned, steps))


def read_ascending(reader: Reader) -> list[int]:
    """What `write_ascending` wrote."""
    dots, dot = [], 0
    for _ in range(reader.count(KEY_LIMIT)):
        dot += reader.unsigned(MAXIMUM_DOT, 1)
        if dot > MAXIMUM_DOT:
            raise ProtocolError("malformed:number-out-of-range")
        dots.append(dot)
    return dots


def write_keys_wanted(epoch: int, positions: dict[int, int], missing: list[int]) -> bytes:
    """The payload of KEYS_WANTED."""
    out, before = bytes([epoch]) + unsigned(len(positions)), 0
    for scope in sorted(positions):
        out += unsigned(scope - before) + unsigned(positions[scope])
        before = scope
    return out + write_ascending(missing)


def read_keys_wanted(payload: bytes) -> tuple[int, dict[int, int], list[int]]:
    """The payload of KEYS_WANTED: epoch, last number by scope, ids by name."""
    reader = Reader(payload)
    epoch, positions, scope = reader.byte(), {}, 0
    for index in range(reader.count(SCOPE_LIMIT + 1)):
        scope += reader.unsigned(MAXIMUM_DOT, least=1 if index else 0)
        positions[scope] = reader.unsigned(MAXIMUM_DOT)
    missing = read_ascending(reader)
    reader.end()
    return epoch, positions, missing
