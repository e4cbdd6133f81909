"""The replica: its log, its merged state and its outbox (SPEC.md, sections 5, 7 and 10.1)."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator

from batch import (
    CENTRE, Batch, Certificate, Cursor, close_batch, needs_upgrade, read_batch, read_certificate,
)
from body import BODY_LIMIT, COUNTER_LIMIT, encode_body
from clock import Clock, wall
from entries import operation_entry, operation_of
from home import Home
from model import Operation, make_dot
from primitives import ProtocolError, verify
from registry import VERSION
from scope_state import ScopeState
from stream import ReceiptState, SealingKey

BATCH_OPERATIONS = 500
HANDED_OVER = (
    ReceiptState.MERGED, ReceiptState.DUPLICATE, ReceiptState.FORK, ReceiptState.LOST,
)
UNRECEIPTED = (
    f"arrival IS NULL AND (receipt IS NULL OR receipt NOT IN ({','.join(map(str, HANDED_OVER))}))"
)


class Replica:
    """All scopes in memory, made anew from the log at every start."""

    def __init__(self, home: Home) -> None:
        self.home, self.clock = home, Clock(home)
        self.number: int = home.setting("replica")
        self.seed = bytes.fromhex(home.setting("seed"))
        self.root = bytes.fromhex(home.setting("root"))
        self.keys = home.keyring()
        self.certificates: dict[int, Certificate] = {}
        for (content,) in home.run("SELECT bytes FROM certificate"):
            certificate = read_certificate(content, self.root)
            self.certificates[certificate.replica] = certificate
        self.scopes: dict[int, ScopeState] = {}
        logged = "SELECT bytes FROM batch WHERE state = 'merged' ORDER BY position"
        for (content,) in home.run(logged):
            batch = read_batch(content)
            self.scope(batch.scope).merge(batch, batch.operations(), self.centres)
        for scope, operation in self.outbox():
            self.scope(scope).apply(operation, self.centres)
        self.forget_erased_keys()

    @property
    def centres(self) -> set[int]:
        """The replicas that are lives of the centre."""
        return {c.replica for c in self.certificates.values() if c.role == CENTRE}

    @property
    def granted(self) -> list[int]:
        """Scope 0 and each scope granted, ascending."""
        return [0, *self.home.setting("grant")["scopes"]]

    def scope(self, number: int) -> ScopeState:
        """The state of a scope, empty where nothing of it came."""
        return self.scopes.setdefault(number, ScopeState(number))

    def keep_certificate(self, certificate: Certificate) -> None:
        """Certificates verified under the root key are kept for ever."""
        self.certificates[certificate.replica] = certificate
        self.home.run(
            "INSERT OR REPLACE INTO certificate VALUES (?, ?)",
            certificate.replica, certificate.encoded(),
        )

    # Recording

    def issue_dot(self) -> int:
        """The next dot; a full counter begins a new session (section 3)."""
        counter = self.home.setting("counter") + 1
        if counter > COUNTER_LIMIT:
            counter = 1
            used = self.home.setting("old_sessions", []) + [self.home.setting("session")]
            self.home.set("old_sessions", used)
            while (session := secrets.randbits(20)) in used:
                pass
            self.home.set("session", session)
        self.home.set("counter", counter)
        return make_dot(self.number, self.home.setting("session"), counter)

    def record(self, scope: int, operation: Operation) -> None:
        """Applies an operation of this replica and puts it into the outbox."""
        encode_body([operation])
        self.scope(scope).apply(operation, self.centres)
        self.home.run(
            "INSERT INTO outbox (scope, operation) VALUES (?, ?)", scope,
            json.dumps(operation_entry(operation)),
        )

    def outbox(self) -> Iterator[tuple[int, Operation]]:
        """What no batch holds yet, in the order written."""
        for scope, entry in self.home.run("SELECT scope, operation FROM outbox ORDER BY position"):
            yield scope, operation_of(json.loads(entry))

    def close_outbox(self, most: int = BATCH_OPERATIONS) -> None:
        """Makes signed batches of it: whole acts, one session and scope each (section 7)."""
        waiting: dict[tuple[int, int], list[Operation]] = {}
        for scope, operation in self.outbox():
            waiting.setdefault((scope, operation.dot >> 19), []).append(operation)
        for (scope, _), operations in waiting.items():
            for part in _parts(operations, most):
                self._close(scope, part)
        self.home.run("DELETE FROM outbox")

    def _close(self, scope: int, operations: list[Operation]) -> None:
        state = self.scope(scope)
        sequence, predecessor = state.chain_end(self.number)
        batch = close_batch(
            operations, self.seed, scope=scope, sequence=sequence + 1, predecessor=predecessor,
            dependencies=state.dependencies(operations, self.number), schema_version=VERSION,
            grant=self.home.setting("grant")["number"], wall=wall(), offset=self.clock.offset(),
        )
        state.merge(batch, operations, self.centres)
        self._store(batch, "merged")

    # Taking in

    def take_in(self, content: bytes) -> tuple[bytes, str, str]:
        """A batch from outside (10.1): its hash, what became of it, and why it was refused."""
        try:
            batch = read_batch(content)
            digest = batch.hash()
            known = self.home.one("SELECT state FROM batch WHERE hash = ?", digest)
            if known:
                return digest, "duplicate" if known[0] == "merged" else known[0], ""
            certificate = self.certificates.get(batch.replica)
            if certificate is None:
                raise ProtocolError("unknown-replica")
            verify(certificate.key, "batch", batch.message(), batch.signature)
            operations = batch.operations()
        except ProtocolError as error:
            return b"", "refused", error.code
        state = self.scope(batch.scope)
        if needs_upgrade(operations):
            outcome = "needs-upgrade"
        elif digest in state.lost:
            outcome = "lost"
        elif not state.is_ready(batch):
            outcome = "held"
        else:
            outcome = "merged"
            state.merge(batch, operations, self.centres)
        self._store(batch, outcome)
        if outcome == "merged":
            self._merge_held(state)
        return digest, outcome, ""

    def _merge_held(self, state: ScopeState) -> None:
        held = "SELECT bytes FROM batch WHERE scope = ? AND state = 'held' ORDER BY position"
        moved = True
        while moved:
            moved = False
            for (content,) in self.home.run(held, state.number):
                batch = read_batch(content)
                if state.is_ready(batch):
                    state.merge(batch, batch.operations(), self.centres)
                    self.home.run(
                        "UPDATE batch SET state = 'merged', position ="
                        " (SELECT max(position) + 1 FROM batch) WHERE hash = ?", batch.hash(),
                    )
                    moved = True

    def _store(self, batch: Batch, state: str) -> None:
        self.home.run(
            "INSERT INTO batch (hash, scope, state, bytes) VALUES (?, ?, ?, ?)",
            batch.hash(), batch.scope, state, batch.encoded(),
        )

    # Where this replica stands

    def cursor(self, scope: int) -> Cursor:
        """The place in the centre's log up to which this replica applied it."""
        row = self.home.one("SELECT epoch, arrival, running FROM cursor WHERE scope = ?", scope)
        return Cursor(scope, *row) if row else Cursor(scope, self.home.setting("epoch"))

    def move_cursor(self, cursor: Cursor) -> None:
        """Keeps a new place."""
        self.home.run(
            "INSERT OR REPLACE INTO cursor VALUES (?, ?, ?, ?)", cursor.scope, cursor.epoch,
            cursor.arrival, cursor.running,
        )

    def unreceipted(self) -> list[bytes]:
        """Every batch that the centre has not confirmed, in the order applied here."""
        query = f"SELECT bytes FROM batch WHERE {UNRECEIPTED} ORDER BY position"
        return [content for (content,) in self.home.run(query)]

    def standing(self, scope: int) -> int:
        """0 compared, 1 something unconfirmed, 2 something held or needing an upgrade (10.2)."""
        if self.home.one(
            "SELECT 1 FROM batch WHERE scope = ? AND state IN ('held', 'needs-upgrade')"
            " OR scope = ? AND receipt IN (2, 5)", scope, scope,
        ):
            return 2
        waits = self.home.one(f"SELECT 1 FROM batch WHERE scope = ? AND {UNRECEIPTED}", scope)
        unsent = self.home.one("SELECT 1 FROM outbox WHERE scope = ?", scope)
        return 1 if waits or unsent else 0

    # Keys

    @property
    def erased(self) -> set[int]:
        """Every subject that was erased in a scope held here."""
        return set().union(*(state.erased for state in self.scopes.values()))

    def add_key(self, scope: int, key: SealingKey) -> None:
        """A key is known for ever under its first content; one of an erased subject is absorbed."""
        if key.subject not in self.erased:
            self.keys.setdefault(key.id, (scope, key))

    def forget_erased_keys(self) -> None:
        """Destroys the secrets of erased subjects, again at every start (18.4)."""
        gone = {i for i, (_, key) in self.keys.items() if key.subject in self.erased}
        if gone:
            self.keys = {i: entry for i, entry in self.keys.items() if i not in gone}
            self.home.save_keyring(self.keys)


def _parts(operations: list[Operation], most: int) -> Iterator[list[Operation]]:
    """Operations in pieces that a batch can hold; the acts here have one operation a scope."""
    part: list[Operation] = []
    size = 0
    for operation in operations:
        alone = sum(map(len, encode_body([operation])))
        if part and (len(part) == most or size + alone > BODY_LIMIT):
            yield part
            part, size = [], 0
        part.append(operation)
        size += alone
    if part:
        yield part
