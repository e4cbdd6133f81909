"""Payloads, rows, snapshots, enrolment and record codes of the vectors, read by this client."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from batch import read_batch, read_certificate, read_cursor
from encoding import LABEL_LIMIT, Reader, signed, unsigned
from enrolment import VERSION, canonical_code, code_key, proof
from enrolment_file import open_file
from entries import Case, value_entry, value_of
from hand_back import read_place, read_removal, write_removal, write_return
from merge import Head, Row, digest_root
from model import MAXIMUM_DOT, dot_from_text, dot_text
from primitives import ProtocolError, public_key
from registry import LETTERS, canonical_record_code, record_code
from repair import leaf_set, leaves_of, read_leaves, read_repair
from rows import RowBlock, read_rows
from snapshot import read_part, read_snapshot, write_fetch
from stream import (
    Kind, read_arrived, read_ascending, read_check, read_frontier, read_hello, read_keys_wanted,
    read_problem, read_receipt, read_welcome, write_ascending, write_keys_wanted,
)

LAPTOP_SEED = bytes([100]) * 32


def check_rows(case: Case) -> Case:
    """A ROW frame, read and made anew."""
    content = bytes.fromhex(case["expect"]["hex"])
    rows = []
    for entry in case["rows"]:
        heads = {
            (head["field"], dot_from_text(head["dot"])): Head(
                dot_from_text(head["dot"]), int(head["time"]), value_of(head["value"]))
            for head in entry["heads"]
        }
        created = int(entry["created"]) if "created" in entry else None
        rows.append(Row(case["table"], dot_from_text(entry["row"]), heads, created))
    block = RowBlock(dot_from_text(case["scope"]), case["table"], rows, case["cut"])
    assert read_rows(content) == block
    assert [value_entry(h.value) for row in rows for _, h in sorted(row.heads.items())] == [
        head["value"] for entry in case["rows"] for head in entry["heads"]]
    return {"hex": block.encoded().hex()}


def check_snapshot(case: Case) -> Case:
    """A whole snapshot, and what is in it."""
    content, key = bytes.fromhex(case["expect"]["hex"]), bytes.fromhex(case["publicKey"])
    snapshot = read_snapshot(content, bytes.fromhex(case["identity"]), key)
    cursor = snapshot.cursor
    assert (dot_text(cursor.scope), cursor.epoch, str(cursor.arrival), str(snapshot.made)) == (
        case["scope"], case["epoch"], case["arrival"], case["made"])
    assert digest_root(snapshot.rows).hex() == case["root"]
    assert [dot_text(row.dot) for row in snapshot.rows] == case["rows"]
    assert snapshot.frontier.encoded().hex() == case["frontier"]
    return {"hex": content.hex()}


def _cursor(payload: bytes) -> bytes:
    reader = Reader(payload)
    cursor = read_cursor(reader)
    reader.end()
    return cursor.encoded()


def _removal(payload: bytes) -> bytes:
    return write_removal(*read_removal(payload))


def _return(payload: bytes) -> bytes:
    reader = Reader(payload)
    replica, scope = reader.unsigned((1 << 24) - 1), reader.dot()
    place = read_place(reader)
    reader.take(64)
    reader.end()
    return write_return(replica, scope, place, LAPTOP_SEED)


def _fetch(payload: bytes) -> bytes:
    reader = Reader(payload)
    parts = reader.dot(), reader.hash(), reader.unsigned(1 << 32)
    reader.end()
    return write_fetch(*parts)


def _leaves(payload: bytes) -> bytes:
    cursor, sums = read_leaves(payload)
    return cursor.encoded() + b"".join(sums)


def _repair_wanted(payload: bytes) -> bytes:
    reader = Reader(payload)
    scope, leaves = reader.dot(), leaves_of(reader.take(32))
    reader.end()
    return unsigned(scope) + leaf_set(leaves)


def _summary(payload: bytes) -> bytes:
    reader, scope = Reader(payload), 0
    epoch, count = reader.byte(), reader.count(4_097)
    entries = []
    for index in range(count):
        scope += reader.unsigned(MAXIMUM_DOT, least=1 if index else 0)
        entries.append((reader.unsigned(MAXIMUM_DOT), reader.byte(2)))
    cursors, compared = reader.hash(), reader.optional()
    assert compared == any(standing == 0 for _, standing in entries) and len(cursors) == 32
    reader.take(32 if compared else 0)
    reader.take(4)
    reader.end()
    assert epoch == payload[0]
    return payload


def _frontier(payload: bytes) -> bytes:
    read_frontier(payload)
    return payload


def _arrived(payload: bytes) -> bytes:
    scope, arrival, digest = read_arrived(payload)
    return unsigned(scope) + unsigned(arrival) + digest


def _agreed(payload: bytes) -> bytes:
    reader = Reader(payload)
    code = reader.byte(4)
    reader.end()
    return bytes([code])


def _problem(payload: bytes) -> bytes:
    read_problem(payload)
    return payload


def _batch(payload: bytes) -> bytes:
    reader = Reader(payload)
    arrival, content = reader.unsigned(MAXIMUM_DOT), reader.rest()
    return unsigned(arrival) + read_batch(content).encoded()


def _erased(payload: bytes) -> bytes:
    return write_ascending(read_ascending(Reader(payload)))


STREAMS_OF_PACK, PACKS_OF_RETURN = 1 << 20, 256


def _pack(payload: bytes) -> bytes:
    reader = Reader(payload)
    number, part = reader.unsigned(MAXIMUM_DOT, 1), reader.unsigned(STREAMS_OF_PACK, 1)
    reader.end()
    return unsigned(number) + unsigned(part)


def _pack_return(payload: bytes) -> bytes:
    reader = Reader(payload)
    replica = reader.unsigned((1 << 24) - 1)
    number, part = reader.unsigned(MAXIMUM_DOT, 1), reader.unsigned(STREAMS_OF_PACK, 1)
    packs = [reader.take(16) for _ in range(reader.count(PACKS_OF_RETURN))]
    reader.end()
    head = unsigned(replica) + unsigned(number) + unsigned(part)
    return head + unsigned(len(packs)) + b"".join(packs)


SCOPES_OF_REPLICA, LOST_OF_GRANT, BATCHES_OF_HAVE, STREAMS_OF_MEETING = 4_096, 4_096, 8_192, 4_096


def _ascending(values: list[Any]) -> None:
    if any(not low < high for low, high in zip(values, values[1:])):
        raise ProtocolError("malformed:not-ascending")


def _grant(payload: bytes) -> bytes:
    reader = Reader(payload)
    replica, number = reader.unsigned((1 << 24) - 1), reader.unsigned(MAXIMUM_DOT)
    epoch, time = reader.byte(), reader.signed()
    scopes = [reader.dot() for _ in range(reader.count(SCOPES_OF_REPLICA))]
    _ascending(scopes)
    lost = [reader.unsigned((1 << 24) - 1) for _ in range(reader.count(LOST_OF_GRANT))]
    _ascending(lost)
    signature = reader.take(64)
    reader.end()
    return (
        unsigned(replica) + unsigned(number) + bytes([epoch]) + signed(time)
        + unsigned(len(scopes)) + b"".join(unsigned(scope) for scope in scopes)
        + unsigned(len(lost)) + b"".join(unsigned(each) for each in lost) + signature)


def _meeting(payload: bytes) -> bytes:
    reader = Reader(payload)
    meeting, part = reader.take(32), reader.unsigned(STREAMS_OF_MEETING, 1)
    reader.end()
    return meeting + unsigned(part)


def _have(payload: bytes) -> bytes:
    reader = Reader(payload)
    cursor = read_cursor(reader)
    batches = [reader.hash() for _ in range(reader.count(BATCHES_OF_HAVE))]
    _ascending(batches)
    reader.end()
    return cursor.encoded() + unsigned(len(batches)) + b"".join(batches)


def _needs_centre(payload: bytes) -> bytes:
    reader = Reader(payload)
    scope = reader.dot()
    reader.end()
    return unsigned(scope)


READERS: dict[tuple[int, str], Callable[[bytes], bytes]] = {
    (Kind.HELLO, "request"): lambda p: read_hello(p).encoded(),
    (Kind.WELCOME, "answer"): lambda p: read_welcome(p).encoded(),
    (Kind.CERT, "both"): lambda p: read_certificate(p, None).encoded(),
    (Kind.WANT, "request"): _cursor,
    (Kind.BATCH, "request"): _batch, (Kind.BATCH, "answer"): _batch,
    (Kind.RECEIPT, "answer"): lambda p: read_receipt(p).encoded(),
    (Kind.SNAPSHOT, "answer"): lambda p: read_part(p).encoded(),
    (Kind.ROW, "answer"): lambda p: read_rows(p).encoded(),
    (Kind.SCOPE_REMOVE, "answer"): _removal, (Kind.SCOPE_REMOVE, "request"): _return,
    (Kind.CHECK, "both"): lambda p: read_check(p).encoded(),
    (Kind.ERASE, "request"): _erased, (Kind.ARRIVED, "answer"): _arrived,
    (Kind.PROBLEM, "answer"): _problem, (Kind.SUMMARY, "request"): _summary,
    (Kind.AGREED, "answer"): _agreed, (Kind.FETCH, "request"): _fetch,
    (Kind.FRONTIER, "answer"): _frontier, (Kind.LEAVES, "request"): _cursor,
    (Kind.LEAVES, "answer"): _leaves, (Kind.REPAIR, "request"): _repair_wanted,
    (Kind.REPAIR, "answer"): lambda p: read_repair(p).encoded(),
    (Kind.PACK, "request"): _pack, (Kind.RETURN, "answer"): _pack_return,
    (Kind.GRANT, "answer"): _grant, (Kind.MEETING, "both"): _meeting,
    (Kind.HAVE, "both"): _have, (Kind.NEEDS_CENTRE, "both"): _needs_centre,
    (Kind.KEYS_WANTED, "both"): lambda p: write_keys_wanted(*read_keys_wanted(p)),
}


def check_payload(case: Case) -> Case:
    """A payload, read and written again."""
    return {"hex": READERS[case["kind"], case["in"]](bytes.fromhex(case["expect"]["hex"])).hex()}


def check_payload_refusal(case: Case) -> Case:
    """What must not be read."""
    side = "request" if case["kind"] in (Kind.FETCH, Kind.PACK) else "answer"
    read = READERS.get((case["kind"], side)) or READERS[case["kind"], "both"]
    try:
        read(bytes.fromhex(case["hex"]))
    except ProtocolError as error:
        return {"error": error.code}
    return {"error": "none"}


def check_enrolment(case: Case) -> Case:
    """The messages of an enrolment, made from what the case gives."""
    code = canonical_code(case["typed"])
    key, root = code_key(code), bytes.fromhex(case["rootPublicKey"])
    laptop, nonce = public_key(bytes.fromhex(case["privateKey"])), bytes.fromhex(case["nonce"])
    offer = Reader(bytes.fromhex(case["expect"]["offer"])[len(VERSION):])
    assert offer.take(32) == root and offer.text(LABEL_LIMIT) == case["pin"]
    wanted = proof(key, "request", laptop, root, case["pin"], nonce, b"")
    content = bytes.fromhex(case["expect"]["grant"])[len(VERSION):-32]
    given = proof(key, "grant", laptop, root, case["pin"], nonce, content)
    reader = Reader(content)
    own = read_certificate(reader.block(1_024), root)
    read_certificate(reader.block(1_024), root)
    assert own.key == laptop and str(reader.dot()) == case["member"]
    return {
        "code": code, "key": key.hex(), "offer": case["expect"]["offer"],
        "request": (VERSION + laptop + nonce + wanted).hex(),
        "grant": (VERSION + content + given).hex(),
    }


def check_file(case: Case) -> Case:
    """An enrolment file, opened with its code."""
    content = bytes.fromhex(case["expect"]["hex"])
    file = open_file(content, code_key(canonical_code(case["typed"])))
    assert (str(file.member), file.url, file.pin, file.starter.hex()) == (
        case["member"], case["url"], case["pin"], case["starter"])
    assert file.root.hex() == case["rootPublicKey"]
    assert file.identification_key.hex() == case["identificationKey"]
    try:
        open_file(content, code_key("000000000000"))
        return {"hex": "opened with another code"}
    except ProtocolError:
        return {"hex": content.hex()}


def check_record_code(case: Case) -> Case:
    """A record code, made and as people type it."""
    table = next(table for table, letter in LETTERS.items() if letter == case["letter"])
    code = record_code(table, case["replica"], int(case["number"]))
    assert canonical_record_code(case["typed"]) == code
    return {"code": code}


CHECKS: dict[str, Callable[[Case], Case]] = {
    "wire/rows.json": check_rows, "wire/snapshots.json": check_snapshot,
    "wire/payloads.json": check_payload, "wire/payload-refusals.json": check_payload_refusal,
    "enrolment/messages.json": check_enrolment, "enrolment/files.json": check_file,
    "registry/codes.json": check_record_code,
}
