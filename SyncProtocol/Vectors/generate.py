"""Makes the vectors of the sync protocol, from SPEC.md alone.

    python3 SyncProtocol/Vectors/generate.py

writes the JSON files beside this one; another folder may be given as the only argument. Needs the
package `cryptography` and the command `zstd`, and shares nothing with the Swift implementation:
what both say alike is what SPEC.md says. Functions have the names of the grammar. Nothing here is
random, so a second run gives the same files.
"""

import json
import pathlib
import sys

from generator.body import body
from generator.body_cases import BODIES, HOUSEHOLD_AND_EDITS, OTHER_REPLICAS, own_dot
from generator.bundle_cases import bundle_cases
from generator.code_cases import code_cases
from generator.coverage import write_coverage
from generator.encodings import (
    GREATEST, LEAST, digest, dot_bytes, hash_of, message, number_of, signed, tagged_value, text,
    unsigned,
)
from generator.enrolment_cases import enrolment_cases, file_cases
from generator.link_cases import element_cases, link_cases, person_cases
from generator.merge_cases import merge_cases
from generator.merging import merged_row
from generator.payload_cases import payload_cases, payload_refusals
from generator.review_cases import review_cases
from generator.round_cases import exchange_cases, receipt_cases, refusal_cases
from generator.row_cases import row_cases
from generator.samples import (
    ROW, SCOPE, START, bytes_value, integer_value, nonce_of, secret_of, text_value,
)
from generator.sealing import ascending, associated_data, key_parcel, keys_wanted, seal
from generator.scope_file_cases import scope_file_cases
from generator.story_cases import snapshot_cases, starter, story_cases
from generator.signed import (
    certificate, compressed, crc32c, frame, header, public_bytes, signing_key,
)

FOLDER = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent


def save(path, about, cases):
    file = FOLDER / path
    file.parent.mkdir(parents=True, exist_ok=True)
    content = {"about": about, "cases": cases}
    file.write_text(json.dumps(content, ensure_ascii=True, indent=2, sort_keys=True) + "\n")


def save_numbers():
    cases = []

    def add(name, kind, value, encoded, **more):
        expect = {"hex": encoded.hex()} | more
        cases.append({"name": name, "type": kind, "value": value, "expect": expect})

    for number in 0, 1, 127, 128, 300, 16383, 16384, 2**32, 2**63, 2**64 - 1:
        add(f"unsigned {number}", "unsigned", str(number), unsigned(number))
    for number in 0, -1, 1, -64, 63, 64, -65, GREATEST, LEAST:
        add(f"signed {number}", "signed", str(number), signed(number))
    texts = {
        "empty": "", "Vietnamese": "Đại Đồng", "composed": "\u00e9", "decomposed": "e\u0301",
    }
    for name, string in texts.items():
        add("text " + name, "text", string, text(string))
    for dot in "0.0.1", "300.77.1", "4096.0.1", "16777215.1048575.524287":
        add("dot " + dot, "dot", dot, dot_bytes(dot), number=str(number_of(dot)))
    save("wire/numbers.json", "Primitive encodings, section 6 of SPEC.md.", cases)


def one_operation(
    fields=b"\0", counter_step=b"\1", row_code=b"\0", previous_codes=b"", column_codes=b"",
    row_planes=b"", column_numbers=b"",
):
    """A body of one operation at time 0, by its parts; `fields` is the rest of its shape."""
    no_origins, one_shape, shape_index, no_runs = b"\0", b"\1", b"\0", b"\1\0"
    structure = b"\1" + no_origins + one_shape + unsigned(16) + fields + shape_index
    structure += counter_step + row_code + 3 * no_runs + previous_codes + column_codes
    return (structure + row_planes + signed(0) + column_numbers).hex()


def save_refusals():
    one_field = b"\1" + unsigned(8 << 1)
    cases = [
        ("ends early", "unsigned", "80", "truncated"),
        ("padded zero", "unsigned", "8000", "number-not-shortest"),
        ("padded", "unsigned", "ff8000", "number-not-shortest"),
        ("65 bits", "unsigned", "ff" * 9 + "02", "number-out-of-range"),
        ("eleven bytes", "unsigned", "ff" * 10 + "01", "number-out-of-range"),
        ("U+0000", "text", "0100", "text-not-utf8"),
        ("surrogate", "text", "03eda080", "text-not-utf8"),
        ("overlong", "text", "02c080", "text-not-utf8"),
        ("short text", "text", "0361", "truncated"),
        ("dot of 64 bits", "dot", "ff" * 9 + "01", "number-out-of-range"),
        ("no operation", "body", "0000", "number-out-of-range"),
        ("create named as an old row", "body",
         one_operation(row_code=b"\1", row_planes=signed(1) + b"\0"), "unknown-code"),
        ("counter stands still", "body", one_operation(counter_step=b"\0"), "not-ascending"),
        ("an origin that is not there", "body",
         one_operation(one_field, previous_codes=b"\3\1", column_codes=b"\5"), "no-such-entry"),
        ("column of an unknown code", "body",
         one_operation(one_field, previous_codes=b"\0", column_codes=b"\x08"), "unknown-code"),
        ("planes of nine bytes", "body",
         one_operation(one_field, previous_codes=b"\0", column_codes=b"\7",
                       column_numbers=signed(1) + b"\x09"),
         "number-out-of-range"),
        ("a run of no sealed values", "body",
         one_operation(one_field, previous_codes=b"\0", column_codes=b"\6",
                       column_numbers=unsigned(0)),
         "number-out-of-range"),
    ]
    save("wire/refusals.json", "Bytes that a decoder refuses. Bodies are of origin 300.77.", [
        {"name": name, "type": kind, "hex": content, "expect": {"error": "malformed:" + error}}
        for name, kind, content, error in cases
    ])


def save_checksums():
    cases = {
        "nothing": b"", "digits": b"123456789", "32 zeros": bytes(32),
        "END frame of one byte": b"\0\1",
    }
    save("wire/crc32c.json", "CRC-32C, section 9.", [
        {"name": name, "hex": content.hex(), "expect": {"checksum": f"{crc32c(content):08x}"}}
        for name, content in cases.items()
    ])


def save_bodies():
    save("wire/bodies.json", "Operations and the body of a batch that holds them, section 7.1.", [
        {"name": name, "operations": operations, "expect": {"hex": body(operations).hex()}}
        for name, operations in BODIES.items()
    ])


def save_sealed():
    values = [
        ("a text", 16, 32, text_value("Nguyễn Văn A")),
        ("an integer", 17, 40, integer_value(1950)),
        ("bytes", 17, 80, bytes_value("00ff" * 16)),
        ("an empty text", 18, 88, text_value("")),
    ]
    cases = []
    for index, (name, table, field, value) in enumerate(values):
        key, secret, nonce = own_dot(90 + index), secret_of(index), nonce_of(index)
        made = seal(value, table, ROW, field, ROW, key, secret, nonce)
        cases.append({
            "name": name, "table": table, "row": ROW, "field": field, "subject": ROW, "key": key,
            "secret": secret.hex(), "nonce": nonce.hex(), "value": value,
            "expect": {
                "associatedData": associated_data(table, ROW, field, ROW, key).hex(),
                "clear": tagged_value(value).hex(),
                "ciphertext": made["ciphertext"],
                "hex": tagged_value({"sealed": made}).hex(),
            },
        })
    save("wire/sealed.json",
         "Values and their sealed form, section 18.1. A secret stands here for tests only.", cases)


def save_keys():
    entries = [
        {"id": key, "subject": subject, "retention": retention, "year": year,
         "secret": secret_of(retention).hex()}
        for key, subject, retention, year in (
            (own_dot(90), ROW, 1, 2026), (own_dot(91), ROW, 2, 2026), ("299.5.7", "0.3.9", 3, 2025))
    ]
    cases = [
        {"name": name, "kind": 4, "scope": SCOPE, "through": str(through), "entries": listed,
         "expect": {"hex": key_parcel(SCOPE, through, listed).hex()}}
        for name, through, listed in (
            ("keys of a laptop", 0, entries[:2]), ("keys of the centre", 300, entries))
    ]
    positions = [
        {"scope": scope, "through": str(through)}
        for scope, through in ((SCOPE, 300), ("0.3.5", 2), ("0.4.1", 0))
    ]
    missing = ["299.5.7", own_dot(90)]
    cases.append({
        "name": "keys wanted", "kind": 22, "epoch": 1, "positions": positions, "missing": missing,
        "expect": {"hex": keys_wanted(1, positions, missing).hex()}})
    subjects = ["0.3.9", ROW]
    cases.append({
        "name": "erasures confirmed", "kind": 13, "subjects": subjects,
        "expect": {"hex": ascending(subjects).hex()}})
    save("wire/keys.json", "Payloads of KEY, KEYS_WANTED and ERASE, sections 9 and 18.3.", cases)


def save_batches():
    cases = []
    predecessor = bytes(32)
    batches = [
        ("first of a chain", HOUSEHOLD_AND_EDITS, [], None),
        ("second, with dependencies", OTHER_REPLICAS, [(301, 4), (302, 1)], -4200),
    ]
    for sequence, (name, operations, dependencies, offset) in enumerate(batches, start=1):
        key = signing_key(7)
        whole = body(operations)
        packed = compressed(whole)
        tips = [
            {"replica": replica, "sequence": str(number),
             "hash": digest(f"{replica}:{number}".encode()).hex()}
            for replica, number in dependencies
        ]
        signed_part = header(
            SCOPE, operations, sequence, predecessor, tips, START, offset, len(whole)) + packed
        identity = hash_of("batch", signed_part)
        signature = key.sign(message("batch", signed_part))
        case = {
            "name": name, "privateKey": (bytes([7]) * 32).hex(),
            "publicKey": public_bytes(key).hex(), "scope": SCOPE, "sequence": str(sequence),
            "predecessor": predecessor.hex(), "dependencies": tips, "schemaVersion": "1",
            "grant": "2", "wall": str(START), "operations": operations,
            "compressedBody": packed.hex(), "signature": signature.hex(),
            "expect": {"hash": identity.hex(), "hex": (signature + signed_part).hex()},
        }
        if offset is not None:
            case["offset"] = str(offset)
        cases.append(case)
        predecessor = identity
    save("wire/batches.json",
         "Signed batches, section 7. A private key stands here for tests only. The compressed body"
         " is one of many that decompress to the body.", cases)


def save_certificates():
    cases = []
    for name, replica, role, label in (
        ("a laptop", 300, 1, "Máy Thôn Đông"), ("the centre", 1, 2, "")
    ):
        public_key = public_bytes(signing_key(replica % 200))
        content = certificate(replica, role, public_key, START, label)
        signature = signing_key(9).sign(message("certificate", content))
        cases.append({
            "name": name, "replica": replica, "role": role, "publicKey": public_key.hex(),
            "issued": str(START), "label": label,
            "rootPublicKey": public_bytes(signing_key(9)).hex(), "signature": signature.hex(),
            "expect": {"hex": (content + signature).hex()}})
    save("wire/certificates.json", "Certificates, section 8.", cases)


def save_streams():
    key = signing_key(7)
    cursor = dot_bytes(SCOPE) + bytes([1]) + unsigned(0) + bytes(32)
    problem = text("unknown-replica") + text("")
    cases = []
    for name, frames, more in (
        ("nothing", [], False), ("a cursor", [(5, cursor)], True),
        ("a problem", [(15, problem)], False)
    ):
        content = b"CAMTAY\1\0" + b"".join(frame(*each) for each in frames)
        flag = bytes([more])
        signature = key.sign(message("stream", digest(content) + flag))
        cases.append({
            "name": name, "publicKey": public_bytes(key).hex(), "more": more,
            "frames": [{"kind": kind, "payload": payload.hex()} for kind, payload in frames],
            "signature": signature.hex(),
            "expect": {"hex": (content + frame(0, flag + signature)).hex()}})
    save("wire/streams.json", "Whole streams, section 9.", cases)


def save_cursors():
    running, cases = bytes(32), []
    for arrival in 1, 2, 3:
        batch = digest(bytes([arrival]))
        after = hash_of("arrival", running + unsigned(arrival) + batch)
        cases.append({
            "name": f"arrival {arrival}", "arrival": str(arrival), "before": running.hex(),
            "batch": batch.hex(), "expect": {"after": after.hex()}})
        running = after
    save("wire/cursors.json", "The running hash of an arrival log, section 9.", cases)


def save_rows():
    save("merge/rows.json",
         "Operations of one row in a causal order, the subjects that were erased in its scope, and"
         " the merged row, sections 5 and 18.4. Every other causal order gives the same, and so"
         " does an erasure at any moment.", [
             {"name": name, "row": ROW, "table": 16, "operations": operations, "erased": erased,
              "expect": merged_row(16, ROW, operations, erased)}
             for name, operations, erased in merge_cases()
         ])


def save_times():
    cases = []
    for name, now, seen in (
        ("nothing seen", START, []),
        ("seen is older", START, [START - 5]),
        ("seen is ahead", START, [START + 31536000000, 3]),
        ("seen at the same moment", START, [START]),
        ("a clock before 1970", -5, [-9]),
        ("the greatest time has no successor", START, [GREATEST]),
        ("the least time", LEAST, [LEAST]),
    ):
        time = max([now] + [min(GREATEST, each + 1) for each in seen])
        cases.append({
            "name": name, "now": str(now), "seen": list(map(str, seen)),
            "expect": {"time": str(time)}})
    save("time/writes.json", "The time of a write, section 4.", cases)


def save_rounds():
    about = (
        "A laptop's request, the centre's answer, and what the laptop then holds, section 10."
        " `before` is what it held; a batch without arrival number is its own and unconfirmed.")
    save("round/exchanges.json", "Whole rounds. " + about, exchange_cases())
    save("round/receipts.json", "Every state of a receipt. " + about, receipt_cases())
    save("round/refusals.json", "Answers that a laptop refuses, section 14.", refusal_cases())
    save("round/reviews.json", "Judgements, section 5.3. " + about, review_cases())
    save("round/stories.json",
         "Rounds that follow one another in one new laptop, sections 10.3, 10.6, 10.7 and 10.9."
         " A request shows the frames that matter; a laptop says the same of them.", story_cases())


def save_frames():
    save("wire/rows.json", "Merged rows and the ROW frame that carries them, section 9.1.",
         row_cases())
    save("wire/snapshots.json", "Whole snapshots, section 9.2.", snapshot_cases())
    save("wire/payloads.json",
         "Payloads of every frame but END and KEY, sections 9 and 10; `in` says which side sends"
         " it.", payload_cases())
    save("wire/payload-refusals.json", "Payloads of an answer that a decoder refuses.",
         payload_refusals())


def save_links():
    save("links/elements.json",
         "Values of the field 115 and the halves of edges that they are, section 19.1.",
         element_cases())
    save("links/persons.json",
         "Halves of edges, the persons that they make of rows, and between which numbers the count"
         " of these persons lies, section 19.1.", person_cases())
    save("round/links.json",
         "Edges and copies as a laptop receives them, section 19, laid out like stories. `persons`"
         " are components of two rows and more, `copies` of a dot are those in the copied row.",
         link_cases())


def save_scope_files():
    save("wire/scope-files.json",
         "Exported scopes, section 10.9. A private key stands here for tests only; where nothing"
         " is expected, the file is refused.", scope_file_cases())


def save_bundles():
    save("wire/bundles.json",
         "Bundles, section 21: the manifest and the parts in the order of their names. A private key"
         " stands here for tests only.", bundle_cases())


def save_enrolment():
    save("enrolment/messages.json",
         "Enrolment by code, section 11. The laptop's nonce and seed are given.",
         enrolment_cases())
    save("enrolment/files.json", "Enrolment by file, section 11.", file_cases(starter()))
    save("registry/codes.json", "Record codes, section 12, and how people may type them.",
         code_cases())


if __name__ == "__main__":
    save_numbers()
    save_refusals()
    save_checksums()
    save_bodies()
    save_sealed()
    save_keys()
    save_batches()
    save_certificates()
    save_streams()
    save_cursors()
    save_rows()
    save_times()
    save_frames()
    save_enrolment()
    save_rounds()
    save_links()
    save_scope_files()
    save_bundles()
    write_coverage(FOLDER)
