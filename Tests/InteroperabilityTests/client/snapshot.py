"""Snapshots: their bytes, fetching them by range, and taking them in (SPEC.md, 9.2 and 10.7)."""

from __future__ import annotations

from dataclasses import dataclass

from batch import CENTRE, Batch, Certificate, Cursor, read_batch, read_certificate, read_cursor
from encoding import Reader, unsigned
from frontier import Frontier, read_frontier
from merge import Row, digest_root
from model import MAXIMUM_DOT
from primitives import ZERO_HASH, ProtocolError, blake2b, decompress, hash_for, verify
from replica import Replica
from rows import RowsReader
from stream import Frame, Kind, ReceiptState

SNAPSHOT_LIMIT = 1 << 32
HEADER_LIMIT = 16_777_216
PART_LIMIT = 262_144
LIST_LIMIT = 16_384
PLAIN_LIMIT, PACKED_LIMIT = 2_097_152, 4_194_304


@dataclass
class Part:
    """Some bytes of a snapshot."""

    scope: int
    snapshot: bytes
    total: int
    offset: int
    content: bytes

    def encoded(self) -> bytes:
        """The payload of SNAPSHOT."""
        head = unsigned(self.scope) + self.snapshot + unsigned(self.total) + unsigned(self.offset)
        return head + self.content


def read_part(payload: bytes) -> Part:
    """The payload of SNAPSHOT."""
    reader = Reader(payload)
    scope, snapshot, total = reader.dot(), reader.hash(), reader.unsigned(SNAPSHOT_LIMIT)
    part = Part(scope, snapshot, total, reader.unsigned(total), reader.rest())
    if not 0 < len(part.content) <= min(PART_LIMIT, total - part.offset):
        raise ProtocolError("malformed:number-out-of-range")
    return part


def write_fetch(scope: int, snapshot: bytes, offset: int) -> bytes:
    """The payload of FETCH."""
    return unsigned(scope) + snapshot + unsigned(offset)


@dataclass
class Snapshot:
    """A whole snapshot whose hashes and signature fit."""

    cursor: Cursor
    root: bytes
    row_count: int
    schema_version: int
    made: int
    frontier: Frontier
    certificates: list[bytes]
    rows: list[Row]


def read_snapshot(content: bytes, identity: bytes, key: bytes) -> Snapshot:
    """Checks and reads all of it; refuses what its header does not promise."""
    reader = Reader(content)
    signature, length = reader.take(64), int.from_bytes(reader.take(4), "little")
    if length > HEADER_LIMIT:
        raise ProtocolError("malformed:number-out-of-range")
    header = reader.take(length)
    if hash_for("snapshot", header) != identity:
        raise ProtocolError("bad-signature", "the snapshot's identity")
    verify(key, "snapshot", header, signature)
    parts = Reader(header)
    cursor, root, count = read_cursor(parts), parts.hash(), parts.unsigned(MAXIMUM_DOT)
    version, made, frontier = parts.unsigned(MAXIMUM_DOT), parts.signed(), read_frontier(parts)
    certificates = [parts.block(1_024) for _ in range(parts.count(LIST_LIMIT))]
    sections = [
        (parts.unsigned(PLAIN_LIMIT), parts.unsigned(PACKED_LIMIT), parts.hash())
        for _ in range(parts.count(LIST_LIMIT))
    ]
    parts.end()
    rows = RowsReader(cursor.scope)
    for plain_bytes, packed_bytes, digest in sections:
        packed = reader.take(packed_bytes)
        if blake2b(packed) != digest:
            raise ProtocolError("bad-signature", "a section of the snapshot")
        plain = Reader(decompress(packed, plain_bytes))
        while plain.position < plain_bytes:
            rows.add(plain.block(524_288))
    reader.end()
    snapshot = Snapshot(
        cursor, root, count, version, made, frontier, certificates, rows.end()
    )
    if digest_root(snapshot.rows) != root or len(snapshot.rows) != count:
        raise ProtocolError("bad-signature", "the snapshot's digest")
    return snapshot


class Fetches:
    """The snapshots that were begun: bytes without gaps, kept as they come."""

    def __init__(self, replica: Replica) -> None:
        self.replica, self.home = replica, replica.home

    def frames(self) -> list[Frame]:
        """What to ask for: the first byte that is lacking, or the log after a refusal."""
        frames = []
        for scope, identity, total, refused, content in self.home.run(
            "SELECT scope, hash, total, refused, content FROM fetch ORDER BY scope"
        ):
            if scope not in self.replica.granted:
                continue
            if refused:
                frames.append((Kind.FETCH, write_fetch(scope, ZERO_HASH, 0)))
            elif len(content) < total:
                frames.append((Kind.FETCH, write_fetch(scope, identity, len(content))))
        return frames

    def add(self, part: Part) -> int:
        """Keeps a part; repeated bytes and bytes behind a gap are discarded."""
        epoch = self.home.setting("epoch")
        begun = self.home.one(
            "SELECT epoch, hash, total, refused, content FROM fetch WHERE scope = ?", part.scope
        )
        here = b""
        if begun and begun[:3] == (epoch, part.snapshot, part.total):
            if begun[3]:
                return 0
            here = begun[4]
        if part.offset != len(here):
            return 0
        self.home.run(
            "INSERT OR REPLACE INTO fetch VALUES (?, ?, ?, ?, 0, ?)", part.scope, epoch,
            part.snapshot, part.total, here + part.content,
        )
        return len(part.content)

    def take_in(self) -> tuple[list[int], dict[int, str]]:
        """Every snapshot that is whole: the scopes taken in, and those refused with the reason."""
        taken, refused = [], {}
        whole = "SELECT scope, epoch, hash, content FROM fetch" \
            " WHERE refused = 0 AND length(content) = total"
        for scope, epoch, identity, content in self.home.run(whole):
            life = self.replica.certificates.get(epoch)
            try:
                if life is None or life.role != CENTRE:
                    raise ProtocolError("unknown-replica", "of a snapshot")
                snapshot = read_snapshot(content, identity, life.key)
                if (snapshot.cursor.scope, snapshot.cursor.epoch) != (scope, epoch):
                    raise ProtocolError("bad-signature", "a snapshot of another scope or epoch")
                certificates = [read_certificate(c, self.replica.root)
                                for c in snapshot.certificates]
            except ProtocolError as error:
                self.home.run(
                    "UPDATE fetch SET refused = 1, content = x'' WHERE scope = ?", scope)
                refused[scope] = error.code
                continue
            self.home.run("DELETE FROM fetch WHERE scope = ?", scope)
            here = self.replica.cursor(scope)
            if here.epoch != epoch or here.arrival < snapshot.cursor.arrival:
                self._begin(snapshot, certificates)
                taken.append(scope)
        return taken, refused

    def _begin(self, snapshot: Snapshot, certificates: list[Certificate]) -> None:
        """Section 10.7, 1 to 4; the caller holds the transaction."""
        replica, scope = self.replica, snapshot.cursor.scope
        for certificate in certificates:
            replica.keep_certificate(certificate)
        kept: list[Batch] = []
        confirmed = (ReceiptState.MERGED, ReceiptState.DUPLICATE, ReceiptState.FORK)
        for digest, content, receipt, arrival in self.home.run(
            "SELECT hash, bytes, receipt, arrival FROM batch"
            " WHERE scope = ? AND state = 'merged'", scope,
        ):
            batch = read_batch(content)
            contained = snapshot.frontier.contains(batch.origin, batch.first_counter + batch.span)
            if contained and (arrival is not None or receipt in confirmed):
                self.home.run("DELETE FROM batch WHERE hash = ?", digest)
            elif contained:
                kept.append(batch)
        self.home.run(
            "UPDATE batch SET arrival = NULL, running = NULL WHERE scope = ?", scope)
        replica.save_base(
            snapshot.cursor, snapshot.rows, snapshot.frontier, snapshot.frontier)
        replica.move_cursor(snapshot.cursor)
        replica.load_scope(scope)
        state = replica.scope(scope)
        for batch in reversed(kept):
            # The snapshot may be without what was declared lost, and what lies below it (10.7).
            del state.merged[batch.hash()]
            if batch.hash() in state.lost or state.is_below_lost(*batch.tip()[:2]):
                self.home.run("UPDATE batch SET state = 'lost' WHERE hash = ?", batch.hash())
            else:
                state.merged[batch.hash()] = batch.tip()
        replica.merge_held(replica.scope(scope))
