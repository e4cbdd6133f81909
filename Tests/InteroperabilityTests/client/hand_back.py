"""Handing a scope back, and taking it up again (SPEC.md, section 10.9)."""

from __future__ import annotations

from encoding import Reader, optional, signed, unsigned
from model import MAXIMUM_DOT
from primitives import ZERO_HASH, ProtocolError, sign
from replica import HANDED_OVER, Replica
from stream import Frame, Kind

Place = tuple[int, bytes]


def write_place(place: Place) -> bytes:
    """Sequence and hash of a batch; both zero for none."""
    return unsigned(place[0]) + place[1]


def read_place(reader: Reader) -> Place:
    """A place within a payload."""
    place = reader.unsigned(MAXIMUM_DOT), reader.hash()
    if (place[0] == 0) != (place[1] == ZERO_HASH):
        raise ProtocolError("malformed:number-out-of-range")
    return place


def write_removal(scope: int, deadline: int, place: Place | None) -> bytes:
    """The payload of SCOPE_REMOVE in an answer."""
    covered = optional(None if place is None else write_place(place))
    return unsigned(scope) + signed(deadline) + covered


def read_removal(payload: bytes) -> tuple[int, int, Place | None]:
    """The payload of SCOPE_REMOVE in an answer: scope, deadline, what may go."""
    reader = Reader(payload)
    scope, deadline = reader.dot(), reader.signed()
    place = read_place(reader) if reader.optional() else None
    reader.end()
    return scope, deadline, place


def write_return(replica: int, scope: int, place: Place, seed: bytes) -> bytes:
    """The payload of SCOPE_REMOVE in a request, signed by the laptop."""
    content = unsigned(replica) + unsigned(scope) + write_place(place)
    return content + sign(seed, "scope return", content)


class HandBack:
    """The scopes that this laptop gives back."""

    def __init__(self, replica: Replica) -> None:
        self.replica, self.home = replica, replica.home

    def keep_granted(self, scopes: list[int]) -> None:
        """A scope that is granted again stays."""
        leaving = self.home.setting("leaving", {})
        self.home.set("leaving", {s: d for s, d in leaving.items() if int(s) not in scopes})

    def frames(self) -> list[Frame]:
        """The laptop's word for each scope of which everything is at the centre."""
        replica = self.replica
        return [
            (Kind.SCOPE_REMOVE, write_return(
                replica.number, scope, replica.last_own_place(scope), replica.seed))
            for scope in sorted(map(int, self.home.setting("leaving", {})))
            if self._is_settled(scope)
        ]

    def take(self, scope: int, deadline: int, place: Place | None) -> bool:
        """What an answer says; whether the scope was let go."""
        held = self.home.one("SELECT 1 FROM cursor WHERE scope = ?", scope)
        if scope in self.replica.granted or not held:
            return False
        leaving = self.home.setting("leaving", {})
        self.home.set("leaving", leaving | {str(scope): deadline})
        if place != self.replica.last_own_place(scope) or not self._is_settled(scope):
            return False
        self._let_go(scope)
        return True

    def _is_settled(self, scope: int) -> bool:
        states = ",".join(str(int(state)) for state in HANDED_OVER)
        return not self.home.one(
            "SELECT 1 FROM outbox WHERE scope = ? UNION ALL SELECT 1 FROM batch WHERE scope = ?"
            f" AND arrival IS NULL AND (receipt IS NULL OR receipt NOT IN ({states}))",
            scope, scope,
        )

    def _let_go(self, scope: int) -> None:
        """Everything of the scope goes; its last own place and the sessions stay known."""
        replica = self.replica
        replica.keep_own_chain(scope)
        replica.forget_keys_of(scope)
        tables = ("batch", "base", "cursor", "last_check", "agreed", "key_position", "fetch")
        for table in tables:
            self.home.run(f"DELETE FROM {table} WHERE scope = ?", scope)
        for name in ("leaving", "proof"):
            kept = {s: v for s, v in self.home.setting(name, {}).items() if int(s) != scope}
            self.home.set(name, kept)
        replica.scopes.pop(scope, None)
