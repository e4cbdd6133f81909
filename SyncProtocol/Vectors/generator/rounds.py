"""Requests and answers of whole rounds: sections 9 and 10 of SPEC.md."""

from generator.body import body
from generator.encodings import (
    digest, dot_bytes, hash_of, message, number_of, optional_signed, origin_of, signed, text,
    unsigned,
)
from generator.rows import merged_rows, root_of_rows
from generator.samples import SCOPE, START
from generator.signed import (
    certificate, compressed, crc32c, frame, header, public_bytes, signing_key,
)

HELLO, WELCOME, CERT, WANT, BATCH, RECEIPT, CHECK = 1, 2, 3, 5, 6, 7, 12
ARRIVED, PROBLEM, SUMMARY, AGREED, FRONTIER = 14, 15, 16, 17, 19
SNAPSHOT, ROW, SCOPE_REMOVE, FETCH, LEAVES, REPAIR, KEYS_WANTED = 8, 9, 11, 18, 20, 21, 22
ROOT_SEED = 9
CENTRE, NEXT_CENTRE, LAPTOP, OTHER = 1, 2, 300, 301
NONCE = bytes([0x11]) * 16
EPOCH = CENTRE
PUBLIC = "0.0.0"
NO_PROGRESS = b"\0"
EMPTY_PROGRESS = b"\0"


def seed_of(replica):
    """The byte that a replica's private key is made of, 32 times."""
    return replica % 200


def signed_certificate(replica, root=ROOT_SEED):
    role, label = (2, "") if replica < 256 else (1, "Máy")
    content = certificate(replica, role, public_bytes(signing_key(seed_of(replica))), START, label)
    return content + signing_key(root).sign(message("certificate", content))


def stream(frames, more, signer):
    content = b"CAMTAY\1\0" + b"".join(frame(*each) for each in frames)
    flag = bytes([more])
    signature = signing_key(seed_of(signer)).sign(message("stream", digest(content) + flag))
    return content + frame(0, flag + signature)


def grant(scopes, lost):
    """The centre's word on what the laptop may hold, and on who was declared lost."""
    content = (
        unsigned(LAPTOP) + unsigned(7) + bytes([EPOCH]) + signed(START)
        + unsigned(len(scopes)) + b"".join(dot_bytes(scope) for scope in scopes)
        + unsigned(len(lost)) + b"".join(unsigned(replica) for replica in lost))
    return 25, content + signing_key(seed_of(CENTRE)).sign(message("grant", content))


class Batch:
    """A signed batch of one replica, behind `before` in its chain."""

    def __init__(self, operations, before=None, tips=(), scope=SCOPE, body_bytes=None, packed=None):
        self.operations, self.scope = operations, scope
        self.replica = origin_of(operations[0]["dot"]) >> 20
        self.sequence = before.sequence + 1 if before else 1
        self.predecessor = before.hash if before else bytes(32)
        whole = body(operations) if body_bytes is None else body_bytes
        signed_part = header(
            scope, operations, self.sequence, self.predecessor,
            [tip.as_tip() for tip in tips], START, 0, len(whole),
        ) + (compressed(whole) if packed is None else packed)
        self.hash = hash_of("batch", signed_part)
        self.bytes = signing_key(seed_of(self.replica)).sign(message("batch", signed_part))
        self.bytes += signed_part

    def as_tip(self):
        return {"replica": self.replica, "sequence": str(self.sequence), "hash": self.hash.hex()}


def root_of(batches):
    """The root of the scope that holds what these batches wrote."""
    return root_of_rows(rows_of(batches))


def rows_of(batches):
    """The rows that these batches wrote."""
    return merged_rows([operation for batch in batches for operation in batch.operations])


def running_hash(log):
    running = bytes(32)
    for arrival, batch in enumerate(log, start=1):
        running = hash_of("arrival", running + unsigned(arrival) + batch.hash)
    return running


def cursor(log, scope=SCOPE, epoch=EPOCH):
    return dot_bytes(scope) + bytes([epoch]) + unsigned(len(log)) + running_hash(log)


def want(log, scope=SCOPE, epoch=EPOCH):
    return WANT, cursor(log, scope, epoch)


def check(log, scope=SCOPE, root=None, signer=None, epoch=EPOCH):
    content = cursor(log, scope, epoch) + (root_of(log) if root is None else root)
    key = signing_key(seed_of(epoch if signer is None else signer))
    return CHECK, content + key.sign(message("check", content))


def hello(grant=1, unsent=0, nonce=NONCE):
    payload = unsigned(LAPTOP) + nonce + signed(START) + optional_signed(0) + unsigned(1)
    payload += unsigned(unsent) + b"\1" + unsigned(1 << 30) + text("vectors") + unsigned(grant)
    return HELLO, payload + unsigned(0)


def welcome(scopes=None, nonce=NONCE, epoch=EPOCH):
    """`scopes` are named where the asker does not know the grant with number 1."""
    payload = nonce + signed(START + 5_000) + bytes([epoch]) + unsigned(1)
    if scopes is None:
        return WELCOME, payload + b"\0" + NO_PROGRESS
    listed = unsigned(len(scopes)) + b"".join(map(dot_bytes, scopes))
    return WELCOME, payload + b"\1" + listed + NO_PROGRESS


def sent(batch, arrival=0):
    return BATCH, unsigned(arrival) + batch.bytes


def arrived(batch, arrival):
    return ARRIVED, dot_bytes(batch.scope) + unsigned(arrival) + batch.hash


def receipt(batch, state, arrival=0, reason=""):
    payload = dot_bytes(batch.scope) + batch.hash + bytes([state]) + unsigned(arrival)
    return RECEIPT, payload + text(reason)


def summary(logs, standings=None, roots=None):
    """One entry for each scope of `logs`, whose order is ascending; all compared by default."""
    payload, before, cursors, digests = bytes([EPOCH]) + unsigned(len(logs)), 0, b"", b""
    for scope, log in logs.items():
        standing = (standings or {}).get(scope, 0)
        number = number_of(scope)
        payload += unsigned(number - before) + unsigned(len(log)) + bytes([standing])
        before = number
        cursors += cursor(log, scope)
        if standing == 0:
            digests += cursor(log, scope) + (roots or {}).get(scope, root_of(log))
    payload += hash_of("cursors", cursors)
    payload += b"\1" + hash_of("digests", digests) if digests else b"\0"
    return SUMMARY, payload + crc32c(EMPTY_PROGRESS).to_bytes(4, "little")


def leaf_set(leaves):
    return sum(1 << leaf for leaf in leaves).to_bytes(32, "little")


def place(batch):
    """A place of section 9: a batch, or none."""
    return unsigned(batch.sequence) + batch.hash if batch else b"\0" + bytes(32)


def scope_return(last, scope=SCOPE, replica=LAPTOP):
    """The laptop's word that it has handed over everything of a scope."""
    content = unsigned(replica) + dot_bytes(scope) + place(last)
    signature = signing_key(seed_of(replica)).sign(message("scope return", content))
    return SCOPE_REMOVE, content + signature


def scope_removal(deadline, covered=False, last=None, scope=SCOPE):
    """The centre asks for a scope, or says that it may go."""
    payload = dot_bytes(scope) + signed(deadline)
    return SCOPE_REMOVE, payload + (b"\1" + place(last) if covered else b"\0")


def part(content, identity, start, end, scope=SCOPE):
    """Some bytes of a snapshot."""
    head = dot_bytes(scope) + identity + unsigned(len(content)) + unsigned(start)
    return SNAPSHOT, head + content[start:end]


def fetch(identity, offset, scope=SCOPE):
    return FETCH, dot_bytes(scope) + identity + unsigned(offset)


def exchange(name, request, answer, before=(), expect=None, signer=CENTRE, asks=True, **more):
    """A case: `before` is what the laptop holds, each batch with its arrival number or none."""
    frames = [(CERT, signed_certificate(signer)), *answer]
    if asks:
        request = [request[0], (CERT, signed_certificate(LAPTOP)), *request[1:]]
    return {
        "name": name, "nonce": NONCE.hex(), "replica": LAPTOP,
        "privateKey": (bytes([seed_of(LAPTOP)]) * 32).hex(), "asksForLog": asks,
        "rootPublicKey": public_bytes(signing_key(ROOT_SEED)).hex(),
        "certificates": [signed_certificate(each).hex() for each in (CENTRE, LAPTOP, OTHER)],
        "before": [
            {"batch": batch.bytes.hex()} | ({"arrival": str(arrival)} if arrival else {})
            for batch, arrival in before
        ],
        "request": stream(request, more.get("request_more", False), LAPTOP).hex(),
        "answer": more.get("answer_bytes", stream(
            frames, more.get("answer_more", False), signer)).hex(),
        "expect": expect,
    }


def state(logs, unconfirmed=0, epoch=EPOCH):
    """What a laptop holds: for each scope its place in the log and the root."""
    return {
        "unconfirmed": unconfirmed,
        "scopes": {
            scope: {
                "epoch": epoch, "arrival": str(len(log)), "running": running_hash(log).hex(),
                "root": root_of(log).hex(),
            }
            for scope, log in logs.items()
        },
    }
