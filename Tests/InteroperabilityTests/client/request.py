"""What the laptop says in a round (SPEC.md, sections 10, 10.2 and 18.3)."""

from __future__ import annotations

import secrets
import shutil
from dataclasses import dataclass, field

from batch import Cursor, read_batch
from clock import wall
from encoding import optional, unsigned
from hand_back import HandBack
from model import Sealed
from primitives import crc32c, hash_for
from registry import VERSION
from repair import Proof
from replica import Replica
from snapshot import Fetches
from stream import (
    Frame, Hello, Kind, SealingKey, read_check, write_ascending, write_keys, write_keys_wanted,
    write_stream,
)

BATCH_BYTES = 4_194_304
KEYS_IN_FRAME = 4_096
MISSING_LIMIT = 1_024
EMPTY_PROGRESS = b"\0"
FEW_SCOPES = 4
SOFTWARE = "camtay_client.py"


@dataclass
class Request:
    """A signed stream, and what has to be remembered to read its answer."""

    nonce: bytes
    content: bytes = b""
    more: bool = False
    keys: list[int] = field(default_factory=list)
    erased: list[int] = field(default_factory=list)
    compared: dict[int, bytes] = field(default_factory=dict)
    cursors: dict[int, Cursor] = field(default_factory=dict)
    asks_for_log: bool = True


def hello(replica: Replica, nonce: bytes) -> Frame:
    """Who asks."""
    home = replica.home
    unsent = home.one("SELECT count(*) FROM outbox")[0]
    unsent += sum(read_batch(content).operation_count for content in replica.unreceipted())
    payload = Hello(
        replica.number, nonce, wall(), replica.clock.offset(), VERSION, unsent,
        shutil.disk_usage(home.folder).free, SOFTWARE, home.setting("grant")["number"],
        home.setting("incidents", 0),
    )
    return Kind.HELLO, payload.encoded()


def time_request(replica: Replica) -> Request:
    """HELLO END, `more` = 1: what a clock that is not checked asks first."""
    nonce = secrets.token_bytes(16)
    content = write_stream([hello(replica, nonce)], True, replica.seed)
    return Request(nonce, content, more=True, asks_for_log=False)


def full_request(replica: Replica, most_batches: int | None) -> Request:
    """A whole round; `most_batches` sends fewer of them than a stream could hold."""
    request = Request(secrets.token_bytes(16))
    batches, request.more = _batches(replica, most_batches)
    own = replica.certificates[replica.number]
    frames = [hello(replica, request.nonce), (Kind.CERT, own.encoded())]
    frames += _erasures(replica, request) + _keys(replica, request)
    frames += _certificates(replica, batches)
    frames += [(Kind.BATCH, unsigned(0) + content) for content in batches]
    summary = summary_frames(replica, request)
    frames += summary or _wants(replica)
    frames += _checks(replica, bool(summary) and len(replica.granted) > FEW_SCOPES)
    frames += Proof(replica).frames() + Fetches(replica).frames() + HandBack(replica).frames()
    request.content = write_stream(frames, request.more, replica.seed)
    return request


def _batches(replica: Replica, most: int | None) -> tuple[list[bytes], bool]:
    batches: list[bytes] = []
    size = 0
    for content in replica.unreceipted():
        size += len(content)
        if batches and (size > BATCH_BYTES or most is not None and len(batches) == most):
            return batches, True
        batches.append(content)
    return batches, False


def _certificates(replica: Replica, batches: list[bytes]) -> list[Frame]:
    others = {read_batch(content).replica for content in batches} - {replica.number}
    return [(Kind.CERT, replica.certificates[other].encoded()) for other in sorted(others)]


def _erasures(replica: Replica, request: Request) -> list[Frame]:
    confirmed = replica.home.setting("confirmed_erasures", {"epoch": None, "subjects": []})
    done = set(confirmed["subjects"]) if confirmed["epoch"] == _epoch(replica) else set()
    request.erased = sorted(replica.erased - done)
    return [(Kind.ERASE, write_ascending(request.erased))] if request.erased else []


def _keys(replica: Replica, request: Request) -> list[Frame]:
    epoch = _epoch(replica)
    positions = {
        scope: through for scope, of, through in replica.home.run("SELECT * FROM key_position")
        if of == epoch
    }
    # A scope that was begun anew is not named: it gets all its keys, own ones too (18.3).
    wanted = {scope: positions[scope] for scope in replica.granted if scope in positions}
    missing = sorted(named_keys(replica) - set(replica.keys))[:MISSING_LIMIT]
    frames = [(Kind.KEYS_WANTED, write_keys_wanted(epoch, wanted, missing))]
    carried = replica.home.setting("carried_keys", {"epoch": None, "ids": []})
    done = set(carried["ids"]) if carried["epoch"] == epoch else set()
    by_scope: dict[int, list[SealingKey]] = {}
    for scope, key in replica.keys.values():
        if key.id not in done:
            by_scope.setdefault(scope, []).append(key)
            request.keys.append(key.id)
    for scope in sorted(by_scope):
        keys = sorted(by_scope[scope], key=lambda key: key.id)
        for start in range(0, len(keys), KEYS_IN_FRAME):
            part = keys[start:start + KEYS_IN_FRAME]
            frames.append((Kind.KEY, write_keys(scope, 0, part)))
    return frames


def named_keys(replica: Replica) -> set[int]:
    """The ids of keys that values here name."""
    return {
        head.value.key
        for state in replica.scopes.values() for row in state.rows.values()
        for head in row.heads.values() if isinstance(head.value, Sealed)
    }


def _wants(replica: Replica) -> list[Frame]:
    return [(Kind.WANT, replica.cursor(scope).encoded()) for scope in replica.granted]


def _checks(replica: Replica, only_above: bool) -> list[Frame]:
    """The last CHECKs, by which a centre learns that its store was set back (10.6); beside a
    summary of many scopes those alone that prove more than its entries (10.2)."""
    leaving = replica.home.run("SELECT scope FROM cursor ORDER BY scope")
    scopes = sorted({*replica.granted, *(scope for scope, in leaving)})
    kept = dict(replica.home.run("SELECT scope, payload FROM last_check"))
    checks = [
        kept[scope] for scope in scopes if scope in kept and not (
            only_above and scope in replica.granted
            and read_check(kept[scope]).cursor.arrival <= replica.cursor(scope).arrival)
    ]
    lives = {read_check(payload).cursor.epoch for payload in checks}
    frames = [(Kind.CERT, replica.certificates[life].encoded()) for life in sorted(lives)]
    return frames + [(Kind.CHECK, payload) for payload in checks]


def summary_frames(replica: Replica, request: Request) -> list[Frame]:
    """A SUMMARY in place of WANTs, where all cursors are of one epoch (10.2)."""
    started = replica.home.one("SELECT 1 FROM cursor WHERE scope = 0")
    cursors = [replica.cursor(scope) for scope in replica.granted]
    if replica.home.setting("ask_with_wants", False) or not started:
        return []
    if len({cursor.epoch for cursor in cursors}) != 1:
        return []
    content = bytes([cursors[0].epoch]) + unsigned(len(cursors))
    before, digests = 0, b""
    for cursor in cursors:
        standing = replica.standing(cursor.scope)
        content += unsigned(cursor.scope - before) + unsigned(cursor.arrival) + bytes([standing])
        before = cursor.scope
        if standing == 0:
            request.compared[cursor.scope] = replica.scope(cursor.scope).digest()
            request.cursors[cursor.scope] = cursor
            digests += cursor.encoded() + request.compared[cursor.scope]
    content += hash_for("cursors", b"".join(cursor.encoded() for cursor in cursors))
    content += optional(hash_for("digests", digests) if request.compared else None)
    known = replica.home.setting("progress", {"epoch": None, "hex": ""})
    progress = bytes.fromhex(known["hex"]) if known["epoch"] == _epoch(replica) else EMPTY_PROGRESS
    content += crc32c(progress).to_bytes(4, "little")
    return [(Kind.SUMMARY, content)]


def _epoch(replica: Replica) -> int:
    return replica.home.setting("epoch")
