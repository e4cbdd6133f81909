"""What the laptop makes of the centre's answer (SPEC.md, section 10)."""

from __future__ import annotations

from dataclasses import dataclass, field

from batch import CENTRE, Cursor, Tip, read_batch, read_certificate
from encoding import Reader
from frontier import Frontier
from hand_back import HandBack, read_removal
from own_history import OwnHistory
from primitives import ProtocolError, verify
from repair import Proof, Repair, read_leaves, read_repair
from replica import Replica
from request import Request
from snapshot import Fetches, read_part
from stream import (
    Check, Frame, Kind, Receipt, ReceiptState, Stream, Welcome, read_arrived, read_check,
    read_frontier, read_keys, read_keys_wanted, read_problem, read_receipt, read_stream,
    read_welcome,
)

AGREED_EQUAL, AGREED_DIFFERENT, AGREED_MOVED, AGREED_CURSORS_UNKNOWN = 1, 2, 3, 4
LOG_KINDS = (
    Kind.FRONTIER, Kind.CERT, Kind.BATCH, Kind.ARRIVED, Kind.CHECK, Kind.SNAPSHOT,
)
ORDER = (
    (Kind.WELCOME,), (Kind.KEYS_WANTED,), (Kind.KEY,), (Kind.RECEIPT,), (Kind.AGREED,), LOG_KINDS,
    (Kind.LEAVES, Kind.REPAIR, Kind.ROW), (Kind.SCOPE_REMOVE,),
)
ONCE = (Kind.WELCOME, Kind.KEYS_WANTED, Kind.AGREED)


@dataclass
class Outcome:
    """What a round brought."""

    more: bool = False
    asks_again: bool = False
    receipts: dict[str, int] = field(default_factory=dict)
    taken: int = 0
    compared: dict[int, bool] = field(default_factory=dict)
    stopped: set[int] = field(default_factory=set)
    problem: str | None = None
    repaired: list[int] = field(default_factory=list)
    snapshots: list[int] = field(default_factory=list)
    snapshot_bytes: int = 0
    let_go: list[int] = field(default_factory=list)
    moved_operations: int = 0
    lacking: set[int] = field(default_factory=set)

    @property
    def has_progressed(self) -> bool:
        """Whether something was handed over, came, or was let go."""
        return bool(self.receipts or self.taken or self.snapshot_bytes or self.let_go)


def check_answer(replica: Replica, request: Request, content: bytes) -> tuple[Stream, Welcome]:
    """Everything that is checked before anything of an answer is believed."""
    stream = read_stream(content)
    if stream.frames and stream.frames[0][0] == Kind.PROBLEM:
        code, detail = read_problem(stream.frames[0][1])
        raise ProtocolError(code, detail or "the centre's answer")
    if len(stream.frames) < 2 or stream.frames[0][0] != Kind.CERT:
        raise ProtocolError("malformed:unexpected-frame")
    centre = read_certificate(stream.frames[0][1], replica.root)
    if centre.role != CENTRE:
        raise ProtocolError("unknown-replica", "the answer is not a centre's")
    stream.verify(centre.key)
    _check_order([kind for kind, _ in stream.frames[1:]])
    welcome = read_welcome(stream.frames[1][1])
    if welcome.nonce != request.nonce:
        raise ProtocolError("bad-signature", "an answer to another request")
    lives = {c.replica: c for c in replica.certificates.values()} | {centre.replica: centre}
    for kind, payload in stream.frames[1:]:
        if kind == Kind.CERT:
            certificate = read_certificate(payload, replica.root)
            lives[certificate.replica] = certificate
        elif kind == Kind.CHECK:
            check = read_check(payload)
            life = lives.get(check.cursor.epoch)
            if life is None or life.role != CENTRE:
                raise ProtocolError("unknown-replica", "of a CHECK")
            verify(life.key, "check", check.message(), check.signature)
    return stream, welcome


def _check_order(kinds: list[int]) -> None:
    place, before = 0, Kind.CERT
    for index, kind in enumerate(kinds):
        at = next((at for at, group in enumerate(ORDER) if kind in group), -1)
        if at < place or (index == 0) != (kind == Kind.WELCOME):
            raise ProtocolError("malformed:unexpected-frame")
        if kind == Kind.ROW and before not in (Kind.REPAIR, Kind.ROW):
            raise ProtocolError("malformed:unexpected-frame")
        place, before = at + (kind in ONCE), kind


class AnswerReader:
    """Takes in an answer within one transaction."""

    def __init__(
        self, replica: Replica, request: Request, asked: int | None, gives_up_rows: bool = False
    ) -> None:
        self.replica, self.request, self.asked = replica, request, asked
        self.gives_up_rows = gives_up_rows
        self.outcome = Outcome()
        self.cursors: dict[int, Cursor] = {}
        self.carried: list[int] = []
        self.agreed: int | None = None
        self.repair: Repair | None = None
        self.rows: list[bytes] = []
        self.proof, self.fetches = Proof(replica), Fetches(replica)
        self.history = OwnHistory(replica, not request.more)

    def take_in(self, stream: Stream, welcome: Welcome) -> Outcome:
        """Everything of a checked answer, in its order."""
        home = self.replica.home
        self.replica.keep_certificate(read_certificate(stream.frames[0][1], self.replica.root))
        self._welcome(welcome)
        for frame in stream.frames[2:]:
            self._frame(frame)
        self._repair()
        self._save_cursors()
        self._snapshots()
        # What the centre has more of a scope that stops is asked for by the next sync.
        goes_on = self.outcome.has_progressed or not self.outcome.lacking
        self.outcome.more |= self.request.more or stream.more and goes_on
        complete = not self.outcome.more and not self.outcome.stopped
        self.outcome.moved_operations = self.history.finish(complete)
        self.outcome.asks_again |= self.history.met or self.outcome.moved_operations > 0
        self.replica.resume_own_chains()
        if self.request.asks_for_log:
            sent = self.request.keys if self.agreed != AGREED_CURSORS_UNKNOWN else []
            self._remember("carried_keys", "ids", sent + self.carried)
            self._remember("confirmed_erasures", "subjects", self.request.erased)
        self.replica.forget_erased_keys()
        self.replica.home.save_keyring(self.replica.keys)
        home.set("last_round", self.replica.clock.now())
        return self.outcome

    def _save_cursors(self) -> None:
        for cursor in self.cursors.values():
            self.replica.move_cursor(cursor)
        self.cursors = {}

    def _snapshots(self) -> None:
        """What is whole is taken in; what came after it, or stands in its place, is in the log."""
        self.outcome.snapshots, refused = self.fetches.take_in()
        self.outcome.asks_again |= bool(self.outcome.snapshots or refused or self.fetches.frames())
        for reason in refused.values():
            self.outcome.problem = reason

    def _repair(self) -> None:
        if self.repair is None:
            return
        self._save_cursors()
        scope = self.repair.cursor.scope
        equal = self.proof.apply(self.repair, self.rows)
        if equal is not None:
            self.outcome.compared[scope] = equal
        if equal is not False and self.proof.wanted(scope).get("wants") is None:
            self.outcome.repaired.append(scope)
        self.outcome.asks_again |= self.proof.wanted(scope).get("wants") is not None
        self.repair, self.rows = None, []

    def _leaves(self, cursor: Cursor, sums: list[bytes]) -> None:
        self._save_cursors()
        equal = self.proof.leaves(cursor, sums)
        if equal:
            self.outcome.compared[cursor.scope] = True
        elif equal is False:
            self.outcome.asks_again = True

    def _welcome(self, welcome: Welcome) -> None:
        if self.asked is not None:
            self.replica.clock.take(welcome.time, self.asked)
        self.replica.home.set("epoch", welcome.epoch)
        if self.request.asks_for_log:
            self.replica.home.set("ask_with_wants", False)
        if welcome.progress is not None:
            progress = {"epoch": welcome.epoch, "hex": welcome.progress.hex()}
            self.replica.home.set("progress", progress)
        if welcome.scopes is not None:
            grant = {"number": welcome.grant, "scopes": welcome.scopes}
            self.replica.home.set("grant", grant)
            HandBack(self.replica).keep_granted(welcome.scopes)
            for scope in (0, *welcome.scopes):
                if not self.replica.home.one("SELECT 1 FROM cursor WHERE scope = ?", scope):
                    self.replica.move_cursor(Cursor(scope, welcome.epoch))

    def _frame(self, frame: Frame) -> None:
        kind, payload = frame
        match kind:
            case Kind.KEYS_WANTED:
                _, _, missing = read_keys_wanted(payload)
                self._remember("carried_keys", "ids", [], without=set(missing))
            case Kind.KEY:
                self._keys(payload)
            case Kind.RECEIPT:
                self._receipt(read_receipt(payload))
            case Kind.AGREED:
                self._agreed(Reader(payload).byte(AGREED_CURSORS_UNKNOWN))
            case Kind.FRONTIER:
                self._frontier(*read_frontier(payload))
            case Kind.CERT:
                self.replica.keep_certificate(read_certificate(payload, self.replica.root))
            case Kind.BATCH:
                reader = Reader(payload)
                self._batch(reader.unsigned(), reader.rest())
            case Kind.ARRIVED:
                self._arrived(*read_arrived(payload))
            case Kind.SNAPSHOT:
                part = read_part(payload)
                if part.scope not in self.outcome.lacking:
                    self.outcome.snapshot_bytes += self.fetches.add(part)
            case Kind.LEAVES:
                self._leaves(*read_leaves(payload))
            case Kind.REPAIR:
                self._repair()
                self.repair = read_repair(payload)
            case Kind.ROW:
                self.rows.append(payload)
            case Kind.SCOPE_REMOVE:
                self._repair()
                self._save_cursors()
                removal = read_removal(payload)
                if HandBack(self.replica).take(*removal):
                    self.outcome.let_go.append(removal[0])
            case Kind.CHECK:
                self._check(read_check(payload), payload)

    def _keys(self, payload: bytes) -> None:
        scope, through, keys = read_keys(payload)
        for key in keys:
            self.replica.add_key(scope, key)
            self.carried.append(key.id)
        if through:
            self.replica.home.run(
                "INSERT OR REPLACE INTO key_position VALUES (?, ?, ?)", scope,
                self.replica.home.setting("epoch"), through,
            )

    def _receipt(self, receipt: Receipt) -> None:
        name = receipt.state.name.lower()
        self.outcome.receipts[name] = self.outcome.receipts.get(name, 0) + 1
        self.replica.home.run(
            "UPDATE batch SET receipt = ? WHERE hash = ?", int(receipt.state), receipt.batch
        )
        if receipt.state == ReceiptState.REFUSED:
            self.outcome.problem = receipt.reason
        elif receipt.state in (ReceiptState.FORK, ReceiptState.COLLISION):
            self.outcome.problem = "this home was copied or put back: enrol it anew"

    def _agreed(self, code: int) -> None:
        self.agreed = code
        if code == AGREED_EQUAL:
            self.outcome.compared.update(dict.fromkeys(self.request.compared, True))
            for scope in self.request.compared:
                agreed = self.request.cursors[scope].encoded() + self.request.compared[scope]
                self.replica.home.run(
                    "INSERT OR REPLACE INTO agreed VALUES (?, ?)", scope, agreed)
        elif code == AGREED_CURSORS_UNKNOWN:
            self.replica.home.set("ask_with_wants", True)

    def _cursor(self, scope: int) -> Cursor:
        return self.cursors.get(scope) or self.replica.cursor(scope)

    def _advance(self, scope: int, arrival: int) -> Cursor | None:
        """The cursor that the next arrival moves, or none where the scope stops."""
        cursor = self._cursor(scope)
        if arrival == 1 and scope not in self.outcome.stopped:
            if self.replica.read_base(scope):
                self.replica.start_over(scope)
            self.replica.home.run(
                "UPDATE batch SET arrival = NULL, running = NULL WHERE scope = ?", scope)
            cursor = Cursor(scope, self.replica.home.setting("epoch"))
        if scope in self.outcome.stopped or arrival != cursor.arrival + 1:
            self.outcome.stopped.add(scope)
            return None
        return cursor

    def _batch(self, arrival: int, content: bytes) -> None:
        batch = read_batch(content)
        cursor = self._advance(batch.scope, arrival)
        if cursor is None:
            return
        digest, outcome, reason = self.replica.take_in(content, self.history.meet)
        if outcome == "refused":
            self.outcome.stopped.add(batch.scope)
            self.outcome.problem = reason
            return
        self.outcome.taken += outcome != "duplicate"
        if self.history.met:
            self.outcome.problem = "this home was copied or put back: enrol it anew"
        self._numbered(cursor, digest)
        # What came from the centre needs no handing over.
        self.replica.home.run(
            "UPDATE batch SET receipt = ? WHERE hash = ?", int(ReceiptState.MERGED), digest)

    def _arrived(self, scope: int, arrival: int, digest: bytes) -> None:
        cursor = self._advance(scope, arrival)
        if cursor is not None:
            self._numbered(cursor, digest)

    def _numbered(self, cursor: Cursor, digest: bytes) -> None:
        after = cursor.after(digest)
        other_life = self._cursor(cursor.scope).epoch != after.epoch
        self.cursors[cursor.scope] = after
        self.replica.home.run(
            "UPDATE batch SET arrival = ?, running = ? WHERE hash = ?", after.arrival,
            after.running, digest,
        )
        if other_life:
            # Arrival 1 of a new life: what the life before confirmed may be gone (10.6).
            self.outcome.asks_again = True
            self.replica.home.run(
                "UPDATE batch SET receipt = NULL WHERE scope = ? AND arrival IS NULL"
                " AND hash <> ?", cursor.scope, digest)

    def _frontier(self, base: Cursor, tips: list[Tip]) -> None:
        """A new life of the centre (10.6): the log is common up to its base, or not at all."""
        if base.epoch == self._cursor(base.scope).epoch:
            return
        home = self.replica.home
        common = base.arrival == 0 or home.one(
            "SELECT 1 FROM batch WHERE scope = ? AND arrival = ? AND running = ?", base.scope,
            base.arrival, base.running,
        )
        cursor = base if common else Cursor(base.scope, base.epoch)
        kept = self.replica.read_base(base.scope)
        if kept and kept.cursor.arrival > cursor.arrival:
            if not self.gives_up_rows and not self._reach(tips, kept.below):
                # These rows may be the last copy: they stay as they are, and so does the cursor.
                self.outcome.stopped.add(base.scope)
                self.outcome.lacking.add(base.scope)
                self.outcome.problem = "the restored centre lacks rows that are kept here; the" \
                    " scope stops until it has them, or until sync --start-over gives them up"
                return
            self.replica.start_over(base.scope)
            cursor = Cursor(base.scope, base.epoch)
        self.cursors[base.scope] = cursor
        # What waits for a receipt again is offered at once.
        self.outcome.asks_again = True
        home.run(
            "UPDATE batch SET arrival = NULL, running = NULL, receipt = NULL"
            " WHERE scope = ? AND (arrival IS NULL OR arrival > ?)", base.scope, cursor.arrival,
        )

    @staticmethod
    def _reach(tips: list[Tip], below: Frontier) -> bool:
        """Whether the centre has all that the base stands for, as far as its tips can tell: of a
        chain with a gap they end below that."""
        there = Frontier(set(tips))
        return all(there.is_above(replica, sequence) for replica, sequence, _ in below.tips)

    def _check(self, check: Check, payload: bytes) -> None:
        scope = check.cursor.scope
        self.replica.home.run("INSERT OR REPLACE INTO last_check VALUES (?, ?)", scope, payload)
        if check.cursor == self._cursor(scope) and self.replica.standing(scope) == 0:
            equal = check.root == self.replica.scope(scope).digest()
            self.outcome.compared[scope] = equal
            if not equal:
                self.outcome.asks_again |= self.proof.differs(scope)

    def _remember(
        self, name: str, part: str, entries: list[int], without: set[int] = frozenset()
    ) -> None:
        epoch = self.replica.home.setting("epoch")
        before = self.replica.home.setting(name, {"epoch": epoch, part: []})
        kept = set(before[part]) if before["epoch"] == epoch else set()
        after = sorted((kept | set(entries)) - without)
        self.replica.home.set(name, {"epoch": epoch, part: after})
