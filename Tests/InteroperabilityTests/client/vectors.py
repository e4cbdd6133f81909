"""How each vector file is read and what this client makes of its cases."""

from __future__ import annotations

from collections.abc import Callable

import encoding
from batch import Batch, read_batch, read_certificate, running_hash
from body import decode_body, encode_body
from encoding import Reader
from entries import Case, operation_of, value_entry, value_of
from merge import Row, digest_root, time_of_write
from model import dot_from_text, dot_text, origin_of
from primitives import ProtocolError, compress, crc32c, decompress, public_key, sign, verify
from sealing import associated_data, open_sealed, seal
from stream import (
    Kind, SealingKey, read_ascending, read_keys, read_keys_wanted, read_stream, write_ascending,
    write_keys, write_keys_wanted,
)


def check_number(case: Case) -> Case:
    """Both directions of a primitive encoding."""
    kind, written = case["type"], case["value"]
    reader = Reader(bytes.fromhex(case["expect"]["hex"]))
    if kind == "dot":
        dot = dot_from_text(written)
        assert reader.dot() == dot
        return {"hex": encoding.unsigned(dot).hex(), "number": str(dot)}
    value = written if kind == "text" else int(written)
    assert getattr(reader, kind)() == value
    reader.end()
    return {"hex": getattr(encoding, kind)(value).hex()}


def check_refusal(case: Case) -> Case:
    """What must not be read."""
    content = bytes.fromhex(case["hex"])
    try:
        if case["type"] == "body":
            decode_body(content, origin_of(dot_from_text("300.77.1")))
        else:
            reader = Reader(content)
            getattr(reader, case["type"])()
            reader.end()
    except ProtocolError as error:
        return {"error": error.code}
    return {"error": "none"}


def check_body(case: Case) -> Case:
    """Operations to a body and back."""
    operations = [operation_of(entry) for entry in case["operations"]]
    origin = origin_of(operations[0].dot)
    assert decode_body(bytes.fromhex(case["expect"]["hex"]), origin) == operations
    sections = encode_body(operations)
    content = b"".join(sections)
    assert decompress(compress(sections), len(content)) == content
    return {"hex": content.hex()}


def check_batch(case: Case) -> Case:
    """A whole batch, read and made anew."""
    read = read_batch(bytes.fromhex(case["expect"]["hex"]))
    operations = [operation_of(entry) for entry in case["operations"]]
    assert read.operations() == operations
    key = bytes.fromhex(case["publicKey"])
    verify(key, "batch", read.message(), read.signature)
    assert public_key(bytes.fromhex(case["privateKey"])) == key
    made = Batch(
        dot_from_text(case["scope"]), origin_of(operations[0].dot), int(case["sequence"]),
        bytes.fromhex(case["predecessor"]),
        [(d["replica"], int(d["sequence"]), bytes.fromhex(d["hash"]))
         for d in case["dependencies"]],
        int(case["schemaVersion"]), int(case["grant"]), int(case["wall"]),
        int(case["offset"]) if "offset" in case else None, read.operation_count,
        read.first_counter, read.span, read.body_bytes, bytes.fromhex(case["compressedBody"]),
    )
    made.signature = sign(bytes.fromhex(case["privateKey"]), "batch", made.message())
    return {"hash": made.hash().hex(), "hex": made.encoded().hex()}


def check_certificate(case: Case) -> Case:
    """A certificate under its root key."""
    root = bytes.fromhex(case["rootPublicKey"])
    certificate = read_certificate(bytes.fromhex(case["expect"]["hex"]), root)
    assert (certificate.replica, certificate.role, certificate.label) == (
        case["replica"], case["role"], case["label"]
    )
    assert certificate.key.hex() == case["publicKey"]
    assert str(certificate.issued) == case["issued"]
    return {"hex": certificate.encoded().hex()}


def check_checksum(case: Case) -> Case:
    """CRC-32C, in hexadecimal of a number."""
    return {"checksum": f"{crc32c(bytes.fromhex(case['hex'])):08x}"}


def check_cursor(case: Case) -> Case:
    """A step of the running hash."""
    before, batch = bytes.fromhex(case["before"]), bytes.fromhex(case["batch"])
    return {"after": running_hash(before, int(case["arrival"]), batch).hex()}


def check_stream(case: Case) -> Case:
    """A stream of whole frames under its key."""
    content = bytes.fromhex(case["expect"]["hex"])
    stream = read_stream(content)
    stream.verify(bytes.fromhex(case["publicKey"]))
    frames = [(frame["kind"], bytes.fromhex(frame["payload"])) for frame in case["frames"]]
    assert stream.frames == frames and stream.more == case["more"]
    assert stream.signature.hex() == case["signature"]
    return {"hex": content.hex()}


def check_key(case: Case) -> Case:
    """Payloads of KEY, KEYS_WANTED and ERASE, both ways."""
    content = bytes.fromhex(case["expect"]["hex"])
    match case["kind"]:
        case Kind.KEY:
            keys = [
                SealingKey(
                    dot_from_text(e["id"]), dot_from_text(e["subject"]), e["retention"],
                    e["year"], bytes.fromhex(e["secret"]),
                )
                for e in case["entries"]
            ]
            parts = dot_from_text(case["scope"]), int(case["through"]), keys
            assert read_keys(content) == parts
            return {"hex": write_keys(*parts).hex()}
        case Kind.KEYS_WANTED:
            positions = {
                dot_from_text(p["scope"]): int(p["through"]) for p in case["positions"]
            }
            wanted = case["epoch"], positions, [dot_from_text(d) for d in case["missing"]]
            assert read_keys_wanted(content) == wanted
            return {"hex": write_keys_wanted(*wanted).hex()}
    subjects = [dot_from_text(dot) for dot in case["subjects"]]
    assert read_ascending(Reader(content)) == subjects
    return {"hex": write_ascending(subjects).hex()}


def check_sealed(case: Case) -> Case:
    """A value sealed with a given nonce, and opened."""
    table, row, field = case["table"], dot_from_text(case["row"]), case["field"]
    key, subject = dot_from_text(case["key"]), dot_from_text(case["subject"])
    secret, value = bytes.fromhex(case["secret"]), value_of(case["value"])
    sealed = seal(value, secret, bytes.fromhex(case["nonce"]), key, subject, table, row, field)
    assert open_sealed(sealed, secret, table, row, field) == value
    assert open_sealed(sealed, secret, table, row, field + 8) is None
    return {
        "associatedData": associated_data(table, row, field, subject, key).hex(),
        "ciphertext": sealed.ciphertext.hex(), "clear": encoding.tagged_value(value).hex(),
        "hex": encoding.tagged_value(sealed).hex(),
    }


def check_row(case: Case) -> Case:
    """The merged row, what is shown of it, and its part of the digest."""
    row = Row(case["table"], dot_from_text(case["row"]))
    for entry in case["operations"]:
        row.apply(operation_of(entry))
    for subject in case["erased"]:
        row.erase(dot_from_text(subject))
    registers = [number for number in row.fields() if number & 7 in (0, 1, 2)]
    return {
        "canonical": row.canonical().hex(),
        "conflicts": [number for number in row.fields() if row.in_conflict(number)],
        "deletion": row.deletion(), "digest": digest_root([row]).hex(), "leaf": row.leaf(),
        "heads": [f"{dot_text(dot)}:{number}" for number, dot in sorted(row.heads)],
        "shown": {str(number): value_entry(row.shown(number)) for number in registers},
        "sums": {str(n): str(row.total(n)) for n in row.fields() if n & 7 == 4},
    }


def check_time(case: Case) -> Case:
    """The time of a write (section 4)."""
    seen = [int(time) for time in case["seen"]]
    return {"time": str(time_of_write(int(case["now"]), seen))}


CHECKS: dict[str, Callable[[Case], Case]] = {
    "wire/numbers.json": check_number, "wire/refusals.json": check_refusal,
    "wire/bodies.json": check_body, "wire/batches.json": check_batch,
    "wire/certificates.json": check_certificate, "wire/crc32c.json": check_checksum,
    "wire/cursors.json": check_cursor, "wire/streams.json": check_stream,
    "wire/keys.json": check_key, "wire/sealed.json": check_sealed,
    "merge/rows.json": check_row, "time/writes.json": check_time,
}
