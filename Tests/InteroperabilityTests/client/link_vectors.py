"""Vectors of edges, copies and exported scopes, read by this client."""

from __future__ import annotations

from collections.abc import Callable

import nacl.exceptions
import nacl.public
import nacl.signing

from batch import read_batch
from encoding import Reader
from entries import Case, value_of
from links import (
    MIRRORED, Half, contradicted, copied_dots, count_range, halves_of, has_moved, persons,
    read_half,
)
from model import dot_from_text, dot_text
from primitives import ProtocolError
from replica import Replica
from stream import STREAM_LIMIT, Kind, read_keys, read_stream

SCOPE_MAGIC, VERSION = b"CAMTAYSCOPE", b"\1"


def check_element(case: Case) -> Case:
    """The half that a value is."""
    half = read_half(dot_from_text(case["row"]), value_of(case["value"]))
    got = half and {
        "kind": half.kind, "mirrored": MIRRORED[half.kind], "other": dot_text(half.other)}
    assert got == case["expect"], got
    return {}


def check_persons(case: Case) -> Case:
    """The persons that edges make, and how many they may be."""
    halves = [
        Half(dot_from_text(edge["row"]), edge["kind"], dot_from_text(edge["other"]))
        for edge in case["edges"]
    ]
    people = persons(map(dot_from_text, case["rows"]), halves)
    least, most = count_range(people, halves)
    return {
        "persons": [list(map(dot_text, person)) for person in people],
        "contradicted": list(map(dot_text, contradicted(people, halves))),
        "least": least, "most": most,
    }


def links_of(replica: Replica, names: Case) -> Case:
    """What a laptop shows of edges and copies, as far as a round of a story says."""
    rows = [row for state in replica.scopes.values() for row in state.rows.values()]
    log = [
        operation for (content,) in replica.home.run("SELECT bytes FROM batch")
        for operation in read_batch(content).operations()
    ]
    halves = halves_of(rows)
    got: Case = {
        "persons": [list(map(dot_text, each)) for each in persons([], halves) if len(each) > 1],
        "copies": {
            dot_text(dot): list(map(dot_text, copies))
            for dot, copies in copied_dots(log, replica.centres).items()
        },
        "conflicts": {
            dot_text(row.dot): fields for row in rows if not has_moved(row)
            if (fields := [number for number in row.fields() if row.in_conflict(number)])
        },
        "deleted": [
            dot_text(row.dot) for row in sorted(rows, key=lambda row: row.dot)
            if row.deletion() == "deleted"
        ],
    }
    return {name: got[name] for name in got if name in names}


def check_scope_file(case: Case) -> Case:
    """Opens a file of an exported scope as the centre does."""
    try:
        got = _open(bytes.fromhex(case["file"]), bytes.fromhex(case["rootPrivateKey"]))
    except ProtocolError as error:
        return {"error": error.code} if case["expect"] else {}
    stream = read_stream(bytes.fromhex(got["stream"]))
    stream.verify(bytes.fromhex(case["publicKey"]))
    for kind, payload in stream.frames:
        if kind == Kind.KEY:
            assert read_keys(payload)[2]
    assert case["expect"], "the file was opened"
    return got


def _open(content: bytes, root: bytes) -> Case:
    if not content.startswith(SCOPE_MAGIC):
        raise ProtocolError("not-a-stream")
    if content[11:12] != VERSION:
        raise ProtocolError("unsupported-version")
    key = nacl.signing.SigningKey(root).to_curve25519_private_key()
    try:
        inside = nacl.public.SealedBox(key).decrypt(content[12:])
    except (nacl.exceptions.CryptoError, TypeError, ValueError) as error:
        raise ProtocolError("bad-signature", "the file does not open") from error
    reader = Reader(inside)
    scope, part, parts = reader.dot(), reader.unsigned(), reader.unsigned()
    stream = reader.block(STREAM_LIMIT)
    reader.end()
    if not 1 <= part <= parts:
        raise ProtocolError("malformed:number-out-of-range")
    return {"scope": dot_text(scope), "part": part, "parts": parts, "stream": stream.hex()}


CHECKS: dict[str, Callable[[Case], Case]] = {
    "links/elements.json": check_element, "links/persons.json": check_persons,
    "wire/scope-files.json": check_scope_file,
}
