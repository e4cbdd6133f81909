"""The rounds that the vectors show: sections 5.3, 10 and 14 of SPEC.md."""

from generator.encodings import dot_bytes, digest, text, unsigned
from generator.rounds import (
    AGREED, CENTRE, CERT, FRONTIER, NEXT_CENTRE, OTHER, PROBLEM, PUBLIC, RECEIPT, Batch,
    arrived, check, cursor, exchange, hello, receipt, sent, signed_certificate, state, stream,
    summary, want, welcome,
)
from generator.samples import (
    SCOPE, START, integer_value, operation, text_value, write,
)

HOUSEHOLD, PLACE = "300.77.1", "1.3.5"
MERGED, HELD, DUPLICATE, FORK, NEEDS_UPGRADE, REFUSED, LOST, COLLISION = range(1, 9)

places = Batch([operation(
    PLACE, PLACE, START - 9, write(25, text_value("Xóm 1")), table=1)], scope=PUBLIC)
created = Batch([operation(
    HOUSEHOLD, HOUSEHOLD, START, write(10, integer_value(1)), write(24, integer_value(1)))])
edited = Batch([operation(
    "300.77.2", HOUSEHOLD, START + 1, write(24, integer_value(2), HOUSEHOLD))], created)
other_edit = Batch([operation(
    "301.5.1", HOUSEHOLD, START + 2, write(24, integer_value(3), HOUSEHOLD))], tips=[created])
public_log = [places]
other = CERT, signed_certificate(OTHER)


def received(*entries):
    """Receipts as a case expects them."""
    return [
        {"batch": batch.hash.hex(), "state": state, "arrival": str(arrival), "reason": reason}
        for batch, state, arrival, reason in entries
    ]


def both_scopes(log, **more):
    return state({PUBLIC: public_log, SCOPE: log}, **more)


def exchange_cases():
    first = [(places, 1)]
    held_here = [*first, (created, 1)]
    logs = {PUBLIC: public_log, SCOPE: [created]}
    conflict = [created, other_edit, edited]
    return [
        exchange(
            "asking for the time", [hello()], [welcome([SCOPE])], first, asks=False,
            request_more=True, expect=state({PUBLIC: public_log}) | {"more": True, "receipts": []}),
        exchange(
            "the first round", [hello(grant=0), want([], PUBLIC)],
            [welcome([SCOPE]), sent(places, 1), check(public_log, PUBLIC), check([])],
            expect=both_scopes([]) | {
                "more": False, "receipts": [], "compared": {PUBLIC: True, SCOPE: True}}),
        exchange(
            "a batch is handed over", [hello(unsent=1), sent(created), want(public_log, PUBLIC),
                                       want([])],
            [welcome([SCOPE]), receipt(created, MERGED, 1), check(public_log, PUBLIC),
             arrived(created, 1), check([created])],
            [*first, (created, None)],
            expect=both_scopes([created]) | {
                "more": False, "receipts": received((created, MERGED, 1, "")),
                "compared": {PUBLIC: True, SCOPE: True}}),
        exchange(
            "an idle round", [hello(), summary(logs)], [welcome(), (AGREED, b"\1")], held_here,
            expect=both_scopes([created]) | {
                "more": False, "receipts": [], "agreed": 1,
                "compared": {PUBLIC: True, SCOPE: True}}),
        exchange(
            "the digests differ", [hello(), summary(logs)],
            [welcome(), (AGREED, b"\2"), check(public_log, PUBLIC),
             check([created], root=bytes(32))],
            held_here,
            expect=both_scopes([created]) | {
                "more": False, "receipts": [], "agreed": 2,
                "compared": {PUBLIC: True, SCOPE: False}}),
        exchange(
            "a scope has moved", [hello(), summary(logs)],
            [welcome(), (AGREED, b"\3"), other, sent(other_edit, 2),
             check([created, other_edit])],
            held_here,
            expect=both_scopes([created, other_edit]) | {
                "more": False, "receipts": [], "agreed": 3, "compared": {SCOPE: True}}),
        exchange(
            "the cursors are unknown", [hello(), summary(logs)],
            [welcome([SCOPE]), (AGREED, b"\4")], held_here, answer_more=True,
            expect=both_scopes([created]) | {"more": True, "receipts": [], "agreed": 4}),
        exchange(
            "two wrote one field", [hello(unsent=1), sent(edited),
                                    summary(logs, {SCOPE: 1})],
            [welcome(), receipt(edited, MERGED, 3), (AGREED, b"\1"), other,
             sent(other_edit, 2), arrived(edited, 3), check(conflict)],
            [*held_here, (edited, None)],
            expect=both_scopes(conflict) | {
                "more": False, "receipts": received((edited, MERGED, 3, "")), "agreed": 1,
                "compared": {PUBLIC: True, SCOPE: True}, "conflicts": {HOUSEHOLD: [24]}}),
        exchange(
            "an arrival of 1 restarts a scope", [hello(), want(public_log, PUBLIC), want([edited])],
            [welcome([SCOPE]), check(public_log, PUBLIC), sent(created, 1), check([created])],
            held_here,
            expect=both_scopes([created]) | {
                "more": False, "receipts": [], "compared": {PUBLIC: True, SCOPE: True}}),
        exchange(
            "a new life of the centre", [hello(), want(public_log, PUBLIC), want([created])],
            [welcome([SCOPE], epoch=NEXT_CENTRE),
             (FRONTIER, cursor(public_log, PUBLIC, NEXT_CENTRE) + b"\0"),
             check(public_log, PUBLIC, epoch=NEXT_CENTRE),
             (FRONTIER, cursor([created], epoch=NEXT_CENTRE) + b"\0"),
             check([created], epoch=NEXT_CENTRE)],
            held_here, signer=NEXT_CENTRE,
            expect=both_scopes([created], epoch=NEXT_CENTRE) | {
                "more": False, "receipts": [], "compared": {PUBLIC: True, SCOPE: True}}),
    ]


def receipt_cases():
    """One case for each state, and for each reason of *refused*."""
    late = Batch([operation(
        "300.77.3", HOUSEHOLD, START + 3, write(24, integer_value(3), "300.77.2"))], edited)
    branch = Batch([operation(
        "300.78.1", HOUSEHOLD, START + 3, write(24, integer_value(4), HOUSEHOLD))], created)
    upgrade = Batch([operation(
        "300.77.2", HOUSEHOLD, START + 3, write(29, integer_value(1)))], created)
    collided = Batch([operation(
        "300.77.2", HOUSEHOLD, START + 8, write(24, integer_value(4), HOUSEHOLD))], created)
    foreign = Batch([operation(
        "300.77.2", "301.5.9", START + 3, write(24, integer_value(1)))], created)
    bad_body = Batch(edited.operations, created, packed=b"no frame")
    stranger = Batch([operation(
        "302.1.1", "302.1.1", START, write(10, integer_value(1)))])
    unsigned_batch = Batch(edited.operations, created)
    unsigned_batch.bytes = bytes(64) + unsigned_batch.bytes[64:]
    states = [
        ("merged", edited, MERGED, 2, "", 0),
        ("held: its predecessor is missing", late, HELD, 0, "", 1),
        ("duplicate: it had arrived before", edited, DUPLICATE, 2, "", 0),
        ("fork: another branch of the chain exists", branch, FORK, 3, "", 0),
        ("needs-upgrade: a field of a reserved kind", upgrade, NEEDS_UPGRADE, 2, "", 1),
        ("lost: it had been declared lost", edited, LOST, 0, "", 0),
        ("collision: its dot stands for another operation", collided, COLLISION, 0, "", 1),
        ("refused: bad-signature", unsigned_batch, REFUSED, 0, "bad-signature", 1),
        ("refused: unknown-replica", stranger, REFUSED, 0, "unknown-replica", 1),
        ("refused: bad-compression", bad_body, REFUSED, 0, "bad-compression", 1),
        ("refused: missing-dependency", foreign, REFUSED, 0, "missing-dependency", 1),
    ]
    cases = []
    for name, batch, code, arrival, reason, unconfirmed in states:
        expect = {
            "more": False, "receipts": received((batch, code, arrival, reason)),
            "unconfirmed": unconfirmed,
        }
        cases.append(exchange(
            name, [hello(unsent=1), sent(batch)],
            [welcome([SCOPE]), receipt(batch, code, arrival, reason)],
            [(places, 1), (created, 1), (batch, None)], expect=expect))
    torn = edited.bytes[:70]
    answer = RECEIPT, dot_bytes(PUBLIC) + digest(torn) + bytes([REFUSED, 0]) + text(
        "malformed:truncated")
    cases.append(exchange(
        "refused: what cannot be decoded has scope 0 and the hash of its bytes",
        [hello(), (6, unsigned(0) + torn)], [welcome([SCOPE]), answer], [(places, 1), (created, 1)],
        expect={"more": False, "unconfirmed": 0, "receipts": [{
            "batch": digest(torn).hex(), "state": REFUSED, "arrival": "0",
            "reason": "malformed:truncated"}]}))
    return cases


def refusal_cases():
    """Answers that a laptop refuses as a whole, by the code of section 14."""
    good = [welcome([SCOPE]), check(public_log, PUBLIC)]
    whole = stream([(CERT, signed_certificate(CENTRE)), *good], False, CENTRE)
    forged = [welcome([SCOPE]), check(public_log, PUBLIC, root=bytes(32), signer=OTHER)]
    unknown_frame = stream([(CERT, signed_certificate(CENTRE)), *good, (99, b"")], False, CENTRE)
    problems = [
        ("cut short", "malformed:truncated", whole[:-1]),
        ("bytes behind END", "malformed:trailing-bytes", whole + b"\0"),
        ("a frame longer than any", "malformed:number-out-of-range",
         whole[:9] + unsigned(524_289) + whole[10:]),
        ("a bit flipped on the way", "checksum-mismatch",
         whole[:20] + bytes([whole[20] ^ 1]) + whole[21:]),
        ("a page of another kind", "not-a-stream", b"<html></html>"),
        ("an earlier version", "unsupported-version", b"CAMTAY\0\0" + whole[8:]),
        ("a later version", "unsupported-version", b"CAMTAY\2\0" + whole[8:]),
        ("a frame of a later version", "needs-upgrade", unknown_frame),
        ("a WANT in an answer", "malformed:unexpected-frame",
         stream([(CERT, signed_certificate(CENTRE)), *good, want([])], False, CENTRE)),
        ("signed by another", "bad-signature",
         stream([(CERT, signed_certificate(CENTRE)), *good], False, OTHER)),
        ("a certificate of another root", "bad-signature",
         stream([(CERT, signed_certificate(CENTRE, root=8)), *good], False, CENTRE)),
        ("a laptop that plays the centre", "unknown-replica",
         stream([(CERT, signed_certificate(OTHER)), *good], False, OTHER)),
        ("an answer to another request", "bad-signature",
         stream([(CERT, signed_certificate(CENTRE)), welcome([SCOPE], nonce=bytes(16))], False,
                CENTRE)),
        ("a forged CHECK", "bad-signature",
         stream([(CERT, signed_certificate(CENTRE)), *forged], False, CENTRE)),
        ("PROBLEM unknown-replica", "unknown-replica", _problem("unknown-replica")),
        ("PROBLEM centre-restored", "centre-restored", _problem("centre-restored")),
    ]
    return [
        exchange(name, [hello(), want(public_log, PUBLIC)], [], [(places, 1)],
                 expect={"error": code}, answer_bytes=content)
        for name, code, content in problems
    ]


def _problem(code):
    return stream([(PROBLEM, text(code) + text(""))], False, CENTRE)
