"""The replica: its log, its merged state and its outbox (SPEC.md, sections 5, 7 and 10.1)."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator

from base import Base, read_base, write_base
from batch import (
    CENTRE, Batch, Certificate, Cursor, close_batch, needs_upgrade, read_batch, read_certificate,
)
from body import BODY_LIMIT, COUNTER_LIMIT, encode_body
from clock import Clock, wall
from entries import operation_entry, operation_of
from encoding import Reader, block
from frontier import Frontier
from home import Home, HomeError
from merge import Row
from model import Operation, make_dot
from primitives import ProtocolError, verify
from registry import VERSION
from rows import RowsReader, pack_rows
from scope_state import ScopeState
from stream import ReceiptState, SealingKey

BATCH_OPERATIONS = 500
HANDED_OVER = (
    ReceiptState.MERGED, ReceiptState.DUPLICATE, ReceiptState.FORK, ReceiptState.LOST,
)
UNRECEIPTED = (
    f"arrival IS NULL AND (receipt IS NULL OR receipt NOT IN ({','.join(map(str, HANDED_OVER))}))"
)


Meeting = Callable[[int, list[Operation]], bool]
"""What is done before a batch of the own number is merged that this home did not close (10.5)."""


class Replica:
    """All scopes in memory, made anew from base, log and outbox at every start."""

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
        self.load()
        self.forget_given_up_keys()
        self.forget_erased_keys()

    def load(self) -> None:
        """Computes every scope anew."""
        self.scopes = {}
        for (scope,) in self.home.run(
            "SELECT scope FROM base UNION SELECT scope FROM batch UNION SELECT scope FROM outbox"
        ):
            self.load_scope(scope)

    def load_scope(self, scope: int) -> None:
        """Computes a scope from its base, its log and the outbox."""
        state = self.state_at(None, scope)
        for place, operation in self.outbox():
            if place == scope:
                state.apply(operation, self.centres)
        self.scopes[scope] = state

    def state_at(self, cursor: Cursor | None, scope: int | None = None) -> ScopeState:
        """A scope without the outbox; with a cursor, only what the centre's log has up to it."""
        state = ScopeState(cursor.scope if cursor else scope or 0)
        base = self.read_base(state.number)
        if base:
            reader, rows = Reader(base.rows), RowsReader(state.number)
            while reader.position < len(base.rows):
                rows.add(reader.block(len(base.rows)))
            state.begin(rows.end(), base.applied.marks, base.below, self.centres)
        through = "" if cursor is None else f" AND arrival <= {cursor.arrival}"
        for (content,) in self.home.run(
            f"SELECT bytes FROM batch WHERE scope = ? AND state = 'merged'{through}"
            " ORDER BY position", state.number,
        ):
            batch = read_batch(content)
            state.merge(batch, batch.operations(), self.centres)
        return state

    # Rows that came whole

    def read_base(self, scope: int) -> Base | None:
        """What stands below the log of a scope."""
        return read_base(self.home, scope)

    def restore_base(self, scope: int, base: Base | None) -> None:
        """Puts a base back as it was read."""
        write_base(self.home, scope, base)

    def save_base(
        self, cursor: Cursor, rows: list[Row], applied: Frontier, below: Frontier | None
    ) -> None:
        """Keeps rows, what had been applied to them, and where the log begins."""
        content = b"".join(map(block, pack_rows(cursor.scope, rows)))
        self.restore_base(cursor.scope, Base(cursor, content, applied, below or Frontier()))

    def place(self, scope: int, epoch: int, arrival: int) -> Cursor | None:
        """A place in the log that was applied here, if it was."""
        if arrival == 0:
            return Cursor(scope, epoch)
        base = self.read_base(scope)
        for known in (self.cursor(scope), base.cursor if base else None):
            if known and known.arrival == arrival:
                return Cursor(scope, epoch, arrival, known.running)
        row = self.home.one(
            "SELECT running FROM batch WHERE scope = ? AND arrival = ?", scope, arrival)
        return Cursor(scope, epoch, arrival, row[0]) if row else None

    def start_over(self, scope: int) -> None:
        """Builds a scope anew (10.6): every batch is kept until what it stands upon has come."""
        self.close_outbox()
        self.keep_own_chain(scope)
        self.home.run("DELETE FROM base WHERE scope = ?", scope)
        self.home.run(
            "UPDATE batch SET arrival = NULL, running = NULL,"
            " state = CASE state WHEN 'merged' THEN 'held' ELSE state END WHERE scope = ?", scope,
        )
        self.load_scope(scope)
        self.merge_held(self.scope(scope))

    # The own chain

    def last_own_place(self, scope: int) -> tuple[int, bytes]:
        """Sequence and hash of this replica's last batch in a scope; zero for none."""
        end = self.scope(scope).chain_end(self.number)
        kept = self.home.setting("own_chain", {}).get(str(scope))
        return (kept[0], bytes.fromhex(kept[1])) if kept and end[0] == 0 else end

    def keep_own_chain(self, scope: int) -> None:
        """Before the rows of a scope go: its last own batch and all own sessions stay known."""
        sequence, digest = self.last_own_place(scope)
        if sequence:
            kept = self.home.setting("own_chain", {}) | {str(scope): [sequence, digest.hex()]}
            self.home.set("own_chain", kept)
        self.home.set("old_sessions", sorted(self.own_sessions()))

    def resume_own_chains(self) -> None:
        """Where the own last batch has come back, writing goes on."""
        waiting = {
            scope: place for scope, place in self.home.setting("own_chain", {}).items()
            if self.scope(int(scope)).chain_end(self.number)[0] < place[0]
        }
        self.home.set("own_chain", waiting)

    def closed_before(self, batch: Batch) -> bool:
        """Whether an own batch that is not here went with its scope and comes back."""
        place = self.home.setting("own_chain", {}).get(str(batch.scope))
        return bool(place) and batch.sequence <= place[0]

    def require_held(self, scope: int) -> None:
        """Refuses to write where a scope is handed back, or its own last batch is missing."""
        waits = str(scope) in self.home.setting("own_chain", {})
        if waits or scope not in self.granted or str(scope) in self.home.setting("leaving", {}):
            raise HomeError("nothing may be written here: the scope is not held, or not here yet")

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
            self.begin_session()
            counter = 1
        self.home.set("counter", counter)
        return make_dot(self.number, self.home.setting("session"), counter)

    def begin_session(self) -> None:
        """Draws a session unlike any that this replica knows of itself."""
        used = self.own_sessions()
        while (session := secrets.randbits(20)) in used:
            pass
        self.home.set("old_sessions", sorted(used))
        self.home.set("session", session)
        self.home.set("counter", 0)

    def own_sessions(self) -> set[int]:
        """Every session of the own number that is known here."""
        marked = {
            origin & 0xFFFFF for state in self.scopes.values() for origin in state.marks
            if origin >> 20 == self.number
        }
        return marked | {self.home.setting("session"), *self.home.setting("old_sessions", [])}

    def record(self, scope: int, operation: Operation) -> None:
        """Applies an operation of this replica and puts it into the outbox."""
        self.require_held(scope)
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

    def take_in(self, content: bytes, meet: Meeting | None = None) -> tuple[bytes, str, str]:
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
        elif state.is_lost(*batch.tip()):
            outcome = "lost"
        elif not state.is_ready(batch):
            outcome = "held"
        else:
            outcome = "merged"
            is_own = batch.replica == self.number and not self.closed_before(batch)
            if is_own and meet and not meet(batch.scope, operations):
                return digest, "refused", "own-history"
            state = self.scope(batch.scope)
            state.merge(batch, operations, self.centres)
        self._store(batch, outcome)
        if outcome == "merged":
            self.merge_held(state)
        return digest, outcome, ""

    def merge_held(self, state: ScopeState) -> None:
        """Merges what has become ready, in the order it came, until nothing is."""
        held = "SELECT bytes FROM batch WHERE scope = ? AND state = 'held' ORDER BY position"
        moved = True
        while moved:
            moved = False
            for (content,) in self.home.run(held, state.number):
                batch = read_batch(content)
                if state.is_lost(*batch.tip()):
                    self.home.run(
                        "UPDATE batch SET state = 'lost' WHERE hash = ?", batch.hash())
                elif state.is_ready(batch):
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
        """Every batch that the centre may lack, in the order applied here."""
        aside = int(ReceiptState.COLLISION)
        query = f"SELECT bytes FROM batch WHERE {UNRECEIPTED} AND receipt IS NOT {aside}" \
            " ORDER BY position"
        return [content for (content,) in self.home.run(query)]

    def standing(self, scope: int) -> int:
        """0 compared, 1 something unconfirmed, 2 something held or needing an upgrade (10.2)."""
        if self.home.one(
            "SELECT 1 FROM batch WHERE scope = ? AND state IN ('held', 'needs-upgrade')"
            " OR scope = ? AND receipt IN (2, 5, 8)", scope, scope,
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

    def forget_keys_of(self, scope: int) -> None:
        """Gives up every key of a scope that is no longer held."""
        given_up = [i for i, (place, _) in self.keys.items() if place == scope]
        self.home.set("given_up_keys", self.home.setting("given_up_keys", []) + given_up)

    def forget_given_up_keys(self) -> None:
        """Destroys keys that were given up, once that is durable (10.5, 10.9)."""
        given_up = set(self.home.setting("given_up_keys", []))
        if given_up:
            self.keys = {i: entry for i, entry in self.keys.items() if i not in given_up}
            self.home.save_keyring(self.keys)
            self.home.set("given_up_keys", [])

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
