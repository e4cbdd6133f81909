"""The whole rounds of Vectors/round: what this client holds after each answer."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from answer import AnswerReader, check_answer
from batch import Cursor, read_batch, read_certificate
from clock import running
from entries import Case
from home import Home
from model import dot_from_text, dot_text
from primitives import ProtocolError, public_key
from replica import Replica
from request import Request, summary_frames
from stream import Kind, read_hello, read_receipt, read_stream

REVIEW, REVIEW_DOT, REVIEW_REASON, REVIEW_DETAIL, REVIEW_STATE = 6, 18, 50, 58, 73


def check_round(case: Case) -> Case:
    """Takes in the answer as a laptop that holds what `before` lists."""
    with tempfile.TemporaryDirectory() as folder:
        home = _home(Path(folder) / "home", case)
        replica = Replica(home)
        request = _request(replica, case)
        try:
            content = bytes.fromhex(case["answer"])
            stream, welcome = check_answer(replica, request, content)
        except ProtocolError as error:
            return {"error": error.code}
        with home.transaction():
            outcome = AnswerReader(replica, request, running()).take_in(stream, welcome)
        expected = case["expect"]
        got: Case = {"more": outcome.more, "receipts": _receipts(stream.frames)}
        waits = home.one("SELECT count(*) > 0 FROM outbox")[0]
        got["unconfirmed"] = len(replica.unreceipted()) + waits
        if "compared" in expected:
            got["compared"] = {dot_text(s): equal for s, equal in outcome.compared.items()}
        if "agreed" in expected:
            got["agreed"] = next(p[0] for kind, p in stream.frames if kind == Kind.AGREED)
        if "scopes" in expected:
            got["scopes"] = {name: _scope(replica, name) for name in expected["scopes"]}
        rows = [row for state in replica.scopes.values() for row in state.rows.values()]
        if "conflicts" in expected:
            got["conflicts"] = {
                dot_text(row.dot): fields for row in rows
                if (fields := [n for n in row.fields() if row.in_conflict(n)])
            }
        if "review" in expected:
            # Of several the one that this answer brought, which is the newest.
            review = max((row for row in rows if row.table == REVIEW), key=lambda row: row.dot)
            got["review"] = {
                "reason": review.shown(REVIEW_REASON), "detail": review.shown(REVIEW_DETAIL) or "",
                "judged": dot_text(review.shown(REVIEW_DOT)), "state": review.shown(REVIEW_STATE),
            }
            got["voided"] = [dot_text(row.dot) for row in rows if row.is_voided()]
        return got


def _home(folder: Path, case: Case) -> Home:
    home = Home.make(folder, {
        "root": case["rootPublicKey"], "seed": case["privateKey"], "replica": case["replica"],
        "issued": 0, "session": 77, "counter": 99, "member": 0, "epoch": 1,
        "grant": {"number": 1, "scopes": [dot_from_text("0.3.4")]},
    })
    with home.transaction():
        _fill(home, case)
    return home


def _fill(home: Home, case: Case) -> None:
    for encoded in case["certificates"]:
        content = bytes.fromhex(encoded)
        certificate = read_certificate(content, bytes.fromhex(case["rootPublicKey"]))
        home.run("INSERT INTO certificate VALUES (?, ?)", certificate.replica, content)
    cursors: dict[int, Cursor] = {}
    for entry in case["before"]:
        content = bytes.fromhex(entry["batch"])
        batch = read_batch(content)
        arrival = entry.get("arrival")
        if arrival:
            before = cursors.get(batch.scope, Cursor(batch.scope, 1))
            cursors[batch.scope] = before.after(batch.hash())
        home.run(
            "INSERT INTO batch (hash, scope, state, arrival, running, bytes)"
            " VALUES (?, ?, ?, ?, ?, ?)", batch.hash(), batch.scope,
            "merged" if arrival or _is_sound(batch) else "refused", arrival and int(arrival),
            cursors[batch.scope].running if arrival else None, content,
        )
    for cursor in cursors.values():
        home.run(
            "INSERT INTO cursor VALUES (?, ?, ?, ?)", cursor.scope, cursor.epoch, cursor.arrival,
            cursor.running,
        )


def _is_sound(batch: Any) -> bool:
    try:
        return not any(w.field & 7 > 4 for o in batch.operations() for w in o.writes)
    except ProtocolError:
        return False


def _request(replica: Replica, case: Case) -> Request:
    """The request of the case, which must be one that this client could have made."""
    stream = read_stream(bytes.fromhex(case["request"]))
    stream.verify(public_key(replica.seed))
    hello = read_hello(stream.frames[0][1])
    assert hello.encoded() == stream.frames[0][1] and hello.replica == replica.number
    assert hello.nonce.hex() == case["nonce"]
    request = Request(hello.nonce, more=stream.more, asks_for_log=case["asksForLog"])
    if any(kind == Kind.SUMMARY for kind, _ in stream.frames):
        made = summary_frames(replica, request)
        assert made == [frame for frame in stream.frames if frame[0] == Kind.SUMMARY], "SUMMARY"
    return request


def _receipts(frames: list[tuple[int, bytes]]) -> list[Case]:
    receipts = []
    for kind, payload in frames:
        if kind == Kind.RECEIPT:
            receipt = read_receipt(payload)
            assert receipt.encoded() == payload
            receipts.append({
                "batch": receipt.batch.hex(), "state": int(receipt.state),
                "arrival": str(receipt.arrival), "reason": receipt.reason,
            })
    return receipts


def _scope(replica: Replica, name: str) -> Case:
    scope = dot_from_text(name)
    cursor = replica.cursor(scope)
    return {
        "epoch": cursor.epoch, "arrival": str(cursor.arrival), "running": cursor.running.hex(),
        "root": replica.scope(scope).digest().hex(),
    }


CHECKS: dict[str, Callable[[Case], Case]] = {"round/": check_round}
