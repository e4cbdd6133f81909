"""What a home does that was copied or put back without knowing it (SPEC.md, section 10.5)."""

from __future__ import annotations

import json
import secrets
from dataclasses import replace

from batch import read_batch
from entries import operation_entry
from model import (
    DELETES, Erased, Operation, Sealed, Value, Write, dots_in_delete, replica_of,
)
from registry import LINKS, NUMBER
from replica import Replica
from sealing import open_sealed, seal
from stream import ReceiptState, SealingKey

CONFIRMED = (ReceiptState.MERGED, ReceiptState.DUPLICATE, ReceiptState.FORK)
Waiting = tuple[int, Operation]


class OwnHistory:
    """One round's dealings with batches of the own number that this home did not close."""

    def __init__(self, replica: Replica, carried_all: bool) -> None:
        self.replica, self.home, self.carried_all = replica, replica.home, carried_all
        self.met = False
        self.moved = 0

    def meet(self, scope: int, operations: list[Operation]) -> bool:
        """Before such a batch is merged; false when the scope has to stop for this round."""
        self.met = True
        arriving = {operation.dot: operation for operation in operations}

        def is_foreign(waiting: Waiting) -> bool:
            other = arriving.get(waiting[1].dot)
            return other is not None and (other != waiting[1] or waiting[0] != scope)

        if any(map(is_foreign, self._waiting())):
            if not self.carried_all:
                return False
            self._reopen()
            self._move(next(i for i, entry in enumerate(self._outbox()) if is_foreign(entry)))
        kept = [(s, o) for s, o in self._outbox() if arriving.get(o.dot) != o]
        self._replace_outbox(kept)
        return True

    def finish(self, is_complete: bool) -> int:
        """The end of a round: what the centre keeps aside is written again under new dots."""
        colliding = self.home.run(
            "SELECT bytes FROM batch WHERE receipt = ?", int(ReceiptState.COLLISION))
        batches = [read_batch(content) for (content,) in colliding]
        dots = {
            operation.dot for batch in batches if batch.replica == self.replica.number
            for operation in batch.operations()
        }
        if dots and is_complete and self.carried_all:
            self._reopen()
            outbox = self._outbox()
            self._move(next(i for i, (_, operation) in enumerate(outbox) if operation.dot in dots))
        if self.met or self.moved:
            self._raise_numbers()
        self._leave_met_session()
        return self.moved

    # What waits

    def _unconfirmed(self) -> list[tuple[bytes, bytes]]:
        states = ",".join(str(int(state)) for state in CONFIRMED)
        rows = self.home.run(
            "SELECT hash, bytes FROM batch WHERE arrival IS NULL AND (receipt IS NULL OR"
            f" receipt NOT IN ({states})) ORDER BY position")
        return [row for row in rows if read_batch(row[1]).replica == self.replica.number]

    def _outbox(self) -> list[Waiting]:
        return list(self.replica.outbox())

    def _waiting(self) -> list[Waiting]:
        batches = [read_batch(content) for _, content in self._unconfirmed()]
        closed = [(batch.scope, o) for batch in batches for o in batch.operations()]
        return closed + self._outbox()

    def _replace_outbox(self, waiting: list[Waiting]) -> None:
        self.home.run("DELETE FROM outbox")
        for scope, operation in waiting:
            self.home.run(
                "INSERT INTO outbox (scope, operation) VALUES (?, ?)", scope,
                json.dumps(operation_entry(operation)),
            )

    def _reopen(self) -> None:
        """Own batches that wait are kept aside; their operations go back into the outbox."""
        reopened: list[Waiting] = []
        sessions: list[int] = []
        for digest, content in self._unconfirmed():
            batch = read_batch(content)
            sessions += [] if batch.origin in sessions else [batch.origin]
            reopened += [(batch.scope, operation) for operation in batch.operations()]
            self.home.run("INSERT OR IGNORE INTO aside VALUES (?, ?)", digest, content)
            self.home.run("DELETE FROM batch WHERE hash = ?", digest)
        merged = {
            (batch.scope, operation.dot): operation
            for (content,) in self.home.run("SELECT bytes FROM batch WHERE state = 'merged'")
            if (batch := read_batch(content)).replica == self.replica.number
            for operation in batch.operations()
        }
        # What another batch has handed over already must not be written twice.
        reopened = [entry for entry in reopened if merged.get((entry[0], entry[1].dot)) != entry[1]]
        reopened.sort(key=lambda entry: (sessions.index(entry[1].dot >> 19), entry[1].dot))
        self._replace_outbox(reopened + self._outbox())

    # New dots

    def _move(self, first: int) -> None:
        """Gives waiting operations, from one to the last written, new dots."""
        replica, waiting = self.replica, self._outbox()
        staying, moved = waiting[:first], waiting[first:]
        replica.begin_session()
        renaming = _Renaming(replica)
        for _, operation in moved:
            renaming.dots[operation.dot] = replica.issue_dot()
        renaming.rows = {
            o.row: renaming.dots[o.dot] for _, o in moved if o.creates
        }
        renaming.make_keys([o for _, o in moved], [o for _, o in staying])
        self._replace_outbox(staying + [(s, renaming.operation(o)) for s, o in moved])
        self.moved += len(moved)
        replica.load()

    def _leave_met_session(self) -> None:
        """More came of the present session than this home has issued: its next dots are taken."""
        replica = self.replica
        origin = replica.number << 20 | self.home.setting("session")
        marks = [state.marks.get(origin, 0) for state in replica.scopes.values()]
        if max(marks, default=0) > self.home.setting("counter"):
            replica.begin_session()

    def _raise_numbers(self) -> None:
        """Record numbers continue above the greatest of the own number that is known."""
        numbers = self.home.setting("numbers", {})
        for state in self.replica.scopes.values():
            for row in state.rows.values():
                number = row.shown(NUMBER)
                if replica_of(row.dot) == self.replica.number and isinstance(number, int):
                    table = str(row.table)
                    numbers[table] = max(numbers.get(table, 0), number)
        self.home.set("numbers", numbers)


class _Renaming:
    """Old dots, rows and keys, and the new ones in their place."""

    def __init__(self, replica: Replica) -> None:
        self.replica = replica
        self.dots: dict[int, int] = {}
        self.rows: dict[int, int] = {}
        self.keys: dict[int, int] = {}

    def make_keys(self, moved: list[Operation], staying: list[Operation]) -> None:
        """New keys for the sealed values that move; the old own ones are given up."""
        replica = self.replica
        given_up = replica.home.setting("given_up_keys", [])
        for old in sorted(_named_keys(moved) - _named_keys(staying)):
            if old not in replica.keys:
                continue
            scope, key = replica.keys[old]
            if replica_of(old) != replica.number and key.subject not in self.rows:
                continue
            subject = self.rows.get(key.subject, key.subject)
            made = SealingKey(
                replica.issue_dot(), subject, key.data_class, key.year, secrets.token_bytes(32))
            replica.add_key(scope, made)
            self.keys[old] = made.id
            given_up += [old] if replica_of(old) == replica.number else []
        replica.home.save_keyring(replica.keys)
        replica.home.set("given_up_keys", given_up)

    def operation(self, old: Operation) -> Operation:
        """The operation as if it had been written under the new dots from the beginning."""
        writes = [
            Write(
                write.field,
                None if write.value is None else self._value(write.value, write.field, old),
                [self.dots.get(dot, dot) for dot in write.previous],
            )
            for write in old.writes
        ]
        return replace(
            old, dot=self.dots[old.dot], row=self.rows.get(old.row, old.row),
            act=self.dots.get(old.act, old.act), writes=writes,
        )

    def _value(self, value: Value, field: int, of: Operation) -> Value:
        match value:
            case int():
                return self.rows.get(value, value)
            case bytes() if field == DELETES:
                dots = sorted(self.dots.get(dot, dot) for dot in dots_in_delete(value))
                return b"".join(dot.to_bytes(8, "big") for dot in dots)
            case bytes() if field == LINKS and len(value) == 9:
                other = int.from_bytes(value[1:], "big")
                return value[:1] + self.rows.get(other, other).to_bytes(8, "big")
            case Erased():
                return Erased(self.rows.get(value.subject, value.subject))
            case Sealed():
                return self._sealed(value, field, of)
        return value

    def _sealed(self, value: Sealed, field: int, of: Operation) -> Value:
        row, subject = self.rows.get(of.row, of.row), self.rows.get(value.subject, value.subject)
        key = self.keys.get(value.key, value.key)
        if (row, subject, key) == (of.row, value.subject, value.key):
            return value
        clear = None
        if value.key in self.replica.keys:
            secret = self.replica.keys[value.key][1].secret
            clear = open_sealed(value, secret, of.table, of.row, field)
        if clear is None:
            return value  # nobody here could read it before; that something stood there stays
        secret = self.replica.keys[key][1].secret
        nonce = secrets.token_bytes(24)
        return seal(clear, secret, nonce, key, subject, of.table, row, field)


def _named_keys(operations: list[Operation]) -> set[int]:
    return {
        write.value.key for operation in operations for write in operation.writes
        if isinstance(write.value, Sealed)
    }
