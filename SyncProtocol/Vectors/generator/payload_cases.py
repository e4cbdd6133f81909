"""One payload or more of every frame, and what is none: sections 9, 10 and 14 of SPEC.md."""

from generator.encodings import digest, dot_bytes, signed, text, unsigned
from generator.round_cases import created, edited, other_edit
from generator.row_cases import row_cases, row_refusals
from generator.rounds import (
    HELLO, LAPTOP, NONCE, PUBLIC, arrived, check, cursor, fetch, grant, leaf_set, part, receipt,
    rows_of, scope_removal, scope_return, sent, signed_certificate, summary, want, welcome,
)
from generator.rows import frontier_of, leaf_sums
from generator.samples import SCOPE, START
from generator.sealing import ascending, keys_wanted

LOG = [created, other_edit]
HASH = digest(b"snapshot")


def payload_cases():
    rows = rows_of(LOG)
    leaves = b"".join(leaf_sums(rows))
    repair = cursor(LOG) + leaf_set([0, 9, 255]) + digest(b"root") + frontier_of(LOG)
    progress = b"\2" + b"\0" + unsigned(9) + unsigned(8) + dot_bytes(SCOPE) + unsigned(300) + b"\0"
    bare = NONCE + signed(START) + b"\1" + unsigned(4)
    cases = [
        ("HELLO that knows nothing yet", "request",
         (HELLO, unsigned(LAPTOP) + NONCE + signed(-1) + b"\0" + b"\1" + b"\0" + b"\0"
          + text("máy") + b"\0" + b"\0")),
        ("HELLO with everything", "request",
         (HELLO, unsigned(LAPTOP) + NONCE + signed(START) + b"\1" + signed(-4200) + unsigned(1)
          + unsigned(12) + b"\1" + unsigned(1 << 33) + text("camtay 0.1.0") + unsigned(7)
          + unsigned(2))),
        ("WELCOME to an asker that knows its grant", "answer", (2, bare + b"\0\0")),
        ("WELCOME with scopes", "answer", welcome([SCOPE])),
        ("WELCOME with progress", "answer", (2, bare + b"\0" + b"\1" + progress)),
        ("CERT", "both", (3, signed_certificate(LAPTOP))),
        ("WANT", "request", want(LOG)),
        ("WANT of the beginning", "request", want([], PUBLIC)),
        ("BATCH of a laptop", "request", sent(created)),
        ("BATCH of the centre", "answer", sent(created, 300)),
        ("RECEIPT", "answer", receipt(created, 6, 0, "bad-signature")),
        ("SNAPSHOT", "answer", part(bytes(range(100)), HASH, 60, 100)),
        ("SCOPE_REMOVE that asks", "answer", scope_removal(START + 9)),
        ("SCOPE_REMOVE that lets go", "answer", scope_removal(START + 9, True, edited)),
        ("SCOPE_REMOVE that lets go where nothing was written", "answer",
         scope_removal(START + 9, True)),
        ("SCOPE_REMOVE of a laptop", "request", scope_return(edited)),
        ("SCOPE_REMOVE of a laptop that never wrote", "request", scope_return(None)),
        ("CHECK", "both", check(LOG)),
        ("ERASE", "request", (13, ascending(["0.3.9", "300.77.1"]))),
        ("ARRIVED", "answer", arrived(created, 7)),
        ("PROBLEM", "answer", (15, text("unknown-replica") + text("300"))),
        ("SUMMARY", "request", summary({PUBLIC: [], SCOPE: LOG}, {PUBLIC: 1})),
        ("SUMMARY with nothing compared", "request",
         summary({PUBLIC: [], SCOPE: LOG}, {PUBLIC: 1, SCOPE: 2})),
        ("AGREED", "answer", (17, b"\1")),
        ("FETCH", "request", fetch(HASH, 262_144)),
        ("FETCH that asks for the log", "request", fetch(bytes(32), 0)),
        ("FRONTIER", "answer", (19, cursor(LOG) + b"\0")),
        ("LEAVES of a laptop", "request", (20, cursor(LOG))),
        ("LEAVES", "answer", (20, cursor(LOG) + leaves)),
        ("REPAIR of a laptop", "request", (21, dot_bytes(SCOPE) + leaf_set([0, 9, 255]))),
        ("REPAIR", "answer", (21, repair)),
        ("KEYS_WANTED", "both", (22, keys_wanted(
            1, [{"scope": SCOPE, "through": "3"}], ["299.5.7"]))),
        ("PACK", "request", (23, unsigned(300) + unsigned(1))),
        ("RETURN", "answer", (24, unsigned(300) + unsigned(7) + unsigned(2) + unsigned(2)
                              + bytes(range(32)))),
        ("RETURN to no pack", "answer", (24, unsigned(300) + unsigned(1) + unsigned(1) + b"\0")),
        ("GRANT", "answer", grant([SCOPE], [301, 302])),
        ("GRANT of nothing", "answer", grant([], [])),
        ("MEETING", "both", (26, HASH + unsigned(3))),
        ("HAVE", "both", (27, cursor(LOG) + unsigned(2) + b"".join(
            sorted([digest(b"one"), digest(b"two")])))),
        ("HAVE of a log alone", "both", (27, cursor(LOG) + b"\0")),
        ("NEEDS_CENTRE", "both", (28, dot_bytes(SCOPE))),
    ]
    made = [
        {"name": name, "kind": kind, "in": place, "expect": {"hex": payload.hex()}}
        for name, place, (kind, payload) in cases
    ]
    rows = row_cases()
    return made + [{"name": "ROW: " + each["name"], "kind": 9, "in": "answer",
                    "expect": each["expect"]} for each in rows]


def payload_refusals():
    zero_place = unsigned(3) + bytes(32)
    cases = [
        ("SNAPSHOT without bytes", 8, part(bytes(9), HASH, 9, 9)[1], "number-out-of-range"),
        ("SNAPSHOT with bytes beyond its end", 8,
         dot_bytes(SCOPE) + HASH + unsigned(10) + unsigned(8) + bytes(3), "number-out-of-range"),
        ("SNAPSHOT that begins behind its end", 8,
         dot_bytes(SCOPE) + HASH + unsigned(10) + unsigned(11) + bytes(1), "number-out-of-range"),
        ("SCOPE_REMOVE of a batch without hash", 11,
         dot_bytes(SCOPE) + signed(START) + b"\1" + zero_place, "number-out-of-range"),
        ("SCOPE_REMOVE with another flag", 11,
         dot_bytes(SCOPE) + signed(START) + b"\2", "unknown-code"),
        ("PACK of no number", 23, unsigned(0) + unsigned(1), "number-out-of-range"),
        ("PACK of no part", 23, unsigned(1) + unsigned(0), "number-out-of-range"),
        ("RETURN with half a nonce", 24,
         unsigned(300) + unsigned(1) + unsigned(1) + unsigned(1) + bytes(8), "truncated"),
        ("RETURN to too many packs", 24,
         unsigned(300) + unsigned(1) + unsigned(1) + unsigned(257), "number-out-of-range"),
        ("GRANT whose scopes do not ascend", 25,
         unsigned(300) + b"\1\1" + signed(START) + b"\2" + 2 * dot_bytes(SCOPE) + b"\0"
         + bytes(64), "not-ascending"),
        ("GRANT without a signature", 25, grant([SCOPE], [301])[1][:-64], "truncated"),
        ("MEETING of no part", 26, HASH + b"\0", "number-out-of-range"),
        ("MEETING with half an identity", 26, HASH[:16], "truncated"),
        ("HAVE whose batches do not ascend", 27, cursor(LOG) + b"\2" + HASH + HASH,
         "not-ascending"),
        ("HAVE of too many batches", 27, cursor(LOG) + unsigned(8193), "number-out-of-range"),
        ("NEEDS_CENTRE of two scopes", 28, 2 * dot_bytes(SCOPE), "trailing-bytes"),
        ("LEAVES with too few sums", 20, cursor(LOG) + bytes(32 * 255), "truncated"),
        ("LEAVES with too many sums", 20, cursor(LOG) + bytes(32 * 257), "trailing-bytes"),
        ("REPAIR whose tips do not ascend", 21,
         cursor(LOG) + bytes(64) + b"\2" + 2 * (unsigned(300) + b"\1" + HASH) + b"\0",
         "not-ascending"),
        ("REPAIR whose sessions do not ascend", 21,
         cursor(LOG) + bytes(64) + b"\0" + b"\2" + unsigned(5) + b"\1" + b"\0" + b"\1",
         "not-ascending"),
        ("AGREED with an unknown code", 17, b"\5", "unknown-code"),
        ("RECEIPT with an unknown state", 7, dot_bytes(SCOPE) + HASH + b"\x09\0\0", "unknown-code"),
        ("WELCOME whose scopes do not ascend", 2,
         NONCE + signed(START) + b"\1\1\1" + b"\2" + 2 * dot_bytes(SCOPE) + b"\0",
         "not-ascending"),
        ("FETCH with a padded offset", 18, dot_bytes(SCOPE) + HASH + b"\x80\0",
         "number-not-shortest"),
        ("PROBLEM that is no text", 15, b"\1\xff\0", "text-not-utf8"),
        *row_refusals(),
    ]
    return [
        {"name": name, "kind": kind, "hex": payload.hex(), "expect": {"error": f"malformed:{code}"}}
        for name, kind, payload, code in cases
    ]
