"""Leaves and repair: rows of the centre in place of rows that differ (SPEC.md, section 10.3)."""

from __future__ import annotations

from dataclasses import dataclass

from batch import Cursor, read_cursor
from encoding import Reader, unsigned
from frontier import Frontier, read_frontier
from merge import leaf_sums
from primitives import ProtocolError
from replica import Replica
from rows import RowsReader
from stream import Frame, Kind

PAUSE = 24 * 3_600_000


def leaf_set(leaves: set[int]) -> bytes:
    """Leaf k is bit k mod 8 of byte k div 8."""
    return sum(1 << leaf for leaf in leaves).to_bytes(32, "little")


def leaves_of(bits: bytes) -> set[int]:
    """What `leaf_set` wrote."""
    number = int.from_bytes(bits, "little")
    return {leaf for leaf in range(256) if number >> leaf & 1}


def read_leaves(payload: bytes) -> tuple[Cursor, list[bytes]]:
    """The payload of LEAVES in an answer."""
    reader = Reader(payload)
    cursor, sums = read_cursor(reader), [reader.take(32) for _ in range(256)]
    reader.end()
    return cursor, sums


@dataclass
class Repair:
    """The head of a repair; its rows follow."""

    cursor: Cursor
    leaves: set[int]
    root: bytes
    frontier: Frontier

    def encoded(self) -> bytes:
        """The payload of REPAIR in an answer."""
        return (
            self.cursor.encoded() + leaf_set(self.leaves) + self.root + self.frontier.encoded()
        )


def read_repair(payload: bytes) -> Repair:
    """The payload of REPAIR in an answer."""
    reader = Reader(payload)
    repair = Repair(
        read_cursor(reader), leaves_of(reader.take(32)), reader.hash(), read_frontier(reader)
    )
    reader.end()
    return repair


class Proof:
    """What each scope still needs from the centre after its digest differed."""

    def __init__(self, replica: Replica) -> None:
        self.replica, self.home = replica, replica.home

    def wanted(self, scope: int) -> dict:
        """`wants` is `leaves` or `rows`; nothing for a scope that needs nothing."""
        return self.home.setting("proof", {}).get(str(scope), {})

    def want(self, scope: int, **needs: object) -> None:
        """Notes what the next request asks for."""
        proof = self.home.setting("proof", {})
        proof[str(scope)] = needs
        self.home.set("proof", proof)

    def note_incident(self) -> None:
        """Each difference and each repair is one."""
        self.home.set("incidents", self.home.setting("incidents", 0) + 1)

    def differs(self, scope: int) -> bool:
        """A CHECK differed: the next request asks for the leaves."""
        wanted = self.wanted(scope)
        if not wanted.get("wants") and self.replica.clock.now() >= wanted.get("pause", 0):
            self.note_incident()
            self.want(scope, wants="leaves")
        return bool(self.wanted(scope).get("wants"))

    def frames(self) -> list[Frame]:
        """LEAVES and REPAIR of a request; leaves only where they can be compared."""
        frames = []
        for scope in self.replica.granted:
            wanted = self.wanted(scope)
            if wanted.get("wants") == "rows":
                content = unsigned(scope) + bytes.fromhex(wanted["leaves"])
                frames.append((Kind.REPAIR, content))
            elif wanted.get("wants") == "leaves" and self.replica.standing(scope) == 0:
                frames.append((Kind.LEAVES, self.replica.cursor(scope).encoded()))
        return frames

    def leaves(self, cursor: Cursor, sums: list[bytes]) -> bool | None:
        """Compares the sums: whether the scope is equal, or none where they say nothing."""
        scope, replica = cursor.scope, self.replica
        if self.wanted(scope).get("wants") != "leaves" or cursor != replica.cursor(scope):
            return None
        if replica.standing(scope):
            return None
        own = leaf_sums(list(replica.scope(scope).rows.values()))
        differing = {leaf for leaf in range(256) if own[leaf] != sums[leaf]}
        if not differing:
            self.want(scope)
            return True
        self.want(scope, wants="rows", leaves=leaf_set(differing).hex())
        return False

    def apply(self, repair: Repair, payloads: list[bytes]) -> bool | None:
        """Puts the rows in place, or changes nothing; whether the scope is equal then."""
        scope, replica = repair.cursor.scope, self.replica
        wanted = self.wanted(scope)
        asked = leaves_of(bytes.fromhex(wanted.get("leaves", "")))
        if not repair.leaves or not repair.leaves <= asked or not self._has_applied(repair):
            return None
        base = replica.read_base(scope)
        try:
            reader = RowsReader(scope)
            for payload in payloads:
                reader.add(payload)
            rows = reader.end()
            if any(row.leaf() not in repair.leaves for row in rows):
                raise ProtocolError("malformed:no-such-entry")
            rows += [
                row for row in replica.state_at(repair.cursor).rows.values()
                if row.leaf() not in repair.leaves
            ]
            replica.save_base(repair.cursor, rows, repair.frontier, base and base.below)
            replica.load_scope(scope)
            rest = asked - repair.leaves
            compared = not rest and repair.cursor == replica.cursor(scope)
            if compared and not replica.standing(scope):
                if replica.scope(scope).digest() != repair.root:
                    raise ProtocolError("malformed:no-such-entry", "the repair does not help")
        except ProtocolError:
            replica.restore_base(scope, base)
            replica.load_scope(scope)
            self.want(scope, pause=replica.clock.now() + PAUSE)
            self.note_incident()
            return False
        self.note_incident()
        if rest:
            self.want(scope, wants="rows", leaves=leaf_set(rest).hex())
            return None
        self.want(scope)
        return True if compared else None

    def _has_applied(self, repair: Repair) -> bool:
        scope, replica = repair.cursor.scope, self.replica
        here, there, state = replica.cursor(scope), repair.cursor, replica.scope(scope)
        if (here.epoch != there.epoch or here.arrival < there.arrival
                or replica.place(scope, there.epoch, there.arrival) != there):
            return False
        kept = self.home.one(
            "SELECT count(*) FROM batch WHERE scope = ? AND arrival > ?", scope, there.arrival
        )[0]
        if kept != here.arrival - there.arrival:
            return False
        return all(
            tip in state.tips or tip[2] in state.merged or state.below.is_above(tip[0], tip[1])
            for tip in repair.frontier.tips
        ) and all(
            counter <= state.marks.get(origin, 0)
            for origin, counter in repair.frontier.marks.items()
        )
