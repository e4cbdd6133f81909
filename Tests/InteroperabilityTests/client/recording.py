"""What a person does: creating rows, edits, sets, deletes (SPEC.md, sections 3 to 5 and 18)."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timezone

from encoding import TEXT_LIMIT
from home import HomeError
from merge import Head, Row, time_of_write
from model import DELETES, UNSET, Operation, Sealed, Value, Write
from registry import FIELDS, HOUSEHOLD, NUMBER, PLACE, VISIT, Field, data_class
from replica import Replica
from scope_state import ScopeState
from sealing import open_sealed, seal
from stream import SealingKey

LATER_FIELD = 800
"""A register that no registry knows yet: what it holds is merged, kept and relayed (section 16)."""


class Recorder:
    """Makes operations of this replica; the caller holds the transaction."""

    def __init__(self, replica: Replica, later_bytes: int = 0) -> None:
        self.replica, self.later_bytes = replica, later_bytes

    # Creating

    def household(self, place_name: str, fields: dict[str, str]) -> Row:
        """A household at a place that scope 0 names."""
        for place in self.replica.scope(0).rows.values():
            if place.table == PLACE and place.shown(25) == place_name:
                scope = place.shown(41)
                if scope not in self.replica.granted:
                    raise HomeError(f"the households of {place_name} are not granted")
                return self._create(scope, HOUSEHOLD, {"place": str(place.dot)} | fields)
        raise HomeError(f"no place is called {place_name}")

    def visit(self, household: int, fields: dict[str, str]) -> Row:
        """A visit to a household, in its scope."""
        state, _ = self.find(household)
        return self._create(state.number, VISIT, {"household": str(household)} | fields)

    def _create(self, scope: int, table: int, fields: dict[str, str]) -> Row:
        dot, now = self.replica.issue_dot(), self.replica.clock.now()
        row = Row(table, dot)
        values: dict[int, Value] = {NUMBER: self._next_number(table)}
        for name, typed in fields.items():
            field = field_of(table, name)
            values[field.wire] = self._value(scope, row, field, typed, int(fields.get(
                "household", dot)))
        if self.later_bytes:
            values[LATER_FIELD] = secrets.token_bytes(self.later_bytes)
        writes = [Write(wire, values[wire]) for wire in sorted(values)]
        self._record(scope, row, now, writes, dot)
        return self.replica.scope(scope).rows[row.table, dot]

    def _next_number(self, table: int) -> int:
        """The running number of this replica's rows of a table (section 12)."""
        numbers = self.replica.home.setting("numbers", {})
        numbers[str(table)] = numbers.get(str(table), 0) + 1
        self.replica.home.set("numbers", numbers)
        return numbers[str(table)]

    # Changing

    def edit(self, dot: int, name: str, typed: str | None) -> Row:
        """Writes a register, in place of every head that stands; none empties it."""
        return self._change(dot, name, lambda heads: heads, typed)

    def add(self, dot: int, name: str, typed: str) -> Row:
        """Adds an element to a set."""
        return self._change(dot, name, lambda heads: [], typed)

    def remove(self, dot: int, name: str, typed: str) -> Row:
        """Takes an element out of a set: a withdrawal of the adds that are seen here."""
        state, row = self.find(dot)
        field = field_of(row.table, name)
        seen = [head for head in row.heads_of(field.wire) if str(head.value) == typed]
        if not seen:
            raise HomeError(f"{name} has no element {typed}")
        return self._write(state, row, Write(field.wire, None, [head.dot for head in seen]), seen)

    def delete(self, dot: int) -> Row:
        """Deletes a row: names all heads that are seen here."""
        state, row = self.find(dot)
        return self._write(state, row, Write(DELETES, row.dots_for_delete()), [])

    def undelete(self, dot: int) -> Row:
        """Takes back every delete that is seen here."""
        state, row = self.find(dot)
        seen = row.heads_of(DELETES)
        return self._write(state, row, Write(DELETES, None, [head.dot for head in seen]), seen)

    def _change(
        self, dot: int, name: str, seen_of: Callable[[list[Head]], list[Head]], typed: str | None
    ) -> Row:
        state, row = self.find(dot)
        field = field_of(row.table, name)
        seen = seen_of(row.heads_of(field.wire))
        value = UNSET if typed is None else self._value(
            state.number, row, field, typed, self._subject(row)
        )
        return self._write(
            state, row, Write(field.wire, value, [head.dot for head in seen]), seen
        )

    def _write(self, state: ScopeState, row: Row, write: Write, seen: list[Head]) -> Row:
        time = time_of_write(self.replica.clock.now(), [head.time for head in seen])
        self._record(state.number, row, time, [write], self.replica.issue_dot())
        return row

    def _record(self, scope: int, row: Row, time: int, writes: list[Write], dot: int) -> None:
        author = self.replica.home.setting("member")
        operation = Operation(dot, row.table, row.dot, time, writes, author)
        self.replica.record(scope, operation)

    # Values

    def find(self, dot: int) -> tuple[ScopeState, Row]:
        """A row and its scope."""
        for state in self.replica.scopes.values():
            if (row := state.row(dot)) is not None:
                return state, row
        raise HomeError("there is no such row here")

    def _value(self, scope: int, row: Row, field: Field, typed: str, subject: int) -> Value:
        value: Value = bytes.fromhex(typed) if field.type is bytes else field.type(typed)
        if isinstance(value, str) and (len(value.encode()) > TEXT_LIMIT or "\0" in value):
            raise HomeError("the text is too long, or holds U+0000")
        if not field.sealed:
            return value
        if subject in self.replica.erased:
            raise HomeError("this subject was erased")
        key = self._key(scope, subject, row.table)
        nonce = secrets.token_bytes(24)
        return seal(value, key.secret, nonce, key.id, subject, row.table, row.dot, field.wire)

    def _subject(self, row: Row) -> int:
        """Whom the row is about (18.1); the tables above visits are not written here."""
        household = row.shown(18) if row.table == VISIT else None
        return household if isinstance(household, int) else row.dot

    def _key(self, scope: int, subject: int, table: int) -> SealingKey:
        now = self.replica.clock.now() / 1000
        wanted = data_class(table), datetime.fromtimestamp(now, timezone.utc).year
        for place, key in self.replica.keys.values():
            if (place, key.subject, key.data_class, key.year) == (scope, subject, *wanted):
                return key
        key = SealingKey(self.replica.issue_dot(), subject, *wanted, secrets.token_bytes(32))
        self.replica.add_key(scope, key)
        self.replica.home.save_keyring(self.replica.keys)
        return key


def field_of(table: int, name: str) -> Field:
    """A field by the registry's name."""
    field = FIELDS.get(table, {}).get(name)
    if field is None:
        raise HomeError(f"this table has no field {name}")
    return field


def clear_value(replica: Replica, row: Row, wire: int, value: Value | None) -> Value | str | None:
    """A value as a reader shows it (18.1)."""
    if not isinstance(value, Sealed):
        return value
    entry = replica.keys.get(value.key)
    if entry is None:
        return "(key not here yet)"
    opened = open_sealed(value, entry[1].secret, row.table, row.dot, wire)
    return "(unreadable)" if opened is None else opened
