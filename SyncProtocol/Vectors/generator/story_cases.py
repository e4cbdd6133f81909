"""Rounds that follow one another in one new laptop: sections 10.3, 10.7 and 10.9 of SPEC.md."""

from generator.encodings import dot_bytes
from generator.round_cases import public_log
from generator.rounds import (
    AGREED, CENTRE, CERT, EPOCH, FRONTIER, KEYS_WANTED, LAPTOP, LEAVES, NEXT_CENTRE, NONCE, OTHER,
    PUBLIC, REPAIR, ROOT_SEED, ROW, Batch, check, cursor, fetch, hello, leaf_set, part,
    root_of, rows_of, scope_removal, scope_return, seed_of, sent, signed_certificate, stream,
    summary, want, welcome,
)
from generator.rows import (
    frontier_of, leaf_of, leaf_sums, root_of_rows, row_frames, snapshot,
)
from generator.samples import SCOPE, START, integer_value, operation, write
from generator.sealing import keys_wanted
from generator.signed import public_bytes, signing_key

HOUSEHOLD = "301.5.1"
DEADLINE = START + 10**10
places = public_log[0]
other = CERT, signed_certificate(OTHER)
own = CERT, signed_certificate(LAPTOP)
no_keys = KEYS_WANTED, keys_wanted(EPOCH, [], [])

visited = Batch([operation(
    HOUSEHOLD, HOUSEHOLD, START, write(10, integer_value(1)), write(24, integer_value(1)))])
two = Batch([operation(
    "301.5.2", HOUSEHOLD, START + 1, write(24, integer_value(2), HOUSEHOLD)),
    operation("301.5.3", "301.5.3", START + 2, write(10, integer_value(2)))], visited)
three = Batch([operation(
    "301.5.4", HOUSEHOLD, START + 3, write(24, integer_value(3), "301.5.2"))], two)
LOG = [visited, two, three]


def round_of(request, answer, more=False, signer=CENTRE, **expect):
    """One round of a story; `expect` says where the laptop ends."""
    return {
        "request": stream([hello(grant=0), own, no_keys, *request], False, LAPTOP).hex(),
        "answer": stream([(CERT, signed_certificate(signer)), *answer], more, signer).hex(),
        "expect": expect,
    }


def at(log, root=None, epoch=EPOCH):
    """Where a scope ends."""
    return {SCOPE: {
        "epoch": epoch, "arrival": str(len(log)), "root": (root or root_of(log)).hex()}}


def story(name, about, *rounds, damage=None):
    case = {
        "name": name, "about": about, "nonce": NONCE.hex(), "replica": LAPTOP,
        "privateKey": (bytes([seed_of(LAPTOP)]) * 32).hex(),
        "rootPublicKey": public_bytes(signing_key(ROOT_SEED)).hex(),
        "certificates": [signed_certificate(each).hex() for each in (CENTRE, LAPTOP, OTHER)],
        "rounds": list(rounds),
    }
    return case | ({"damage": damage} if damage else {})


def beginning(log):
    """The round in which a laptop takes in a log from its start."""
    return round_of(
        [want([], PUBLIC), want([])],
        [welcome([SCOPE]), sent(places, 1), check(public_log, PUBLIC), other,
         *(sent(batch, arrival) for arrival, batch in enumerate(log, start=1)), check(log)],
        scopes=at(log))


def story_cases():
    return [
        _repair(), _snapshot(), _false_snapshot(), _starting_over(), _hand_back(),
        _next_life_below_the_base(),
    ]


def _repair():
    rows, damaged = rows_of(LOG), rows_of(LOG)
    damaged[0] = damaged[0] | {"heads": [
        head if head[0] != 24 else (*head[:3], integer_value(9)) for head in damaged[0]["heads"]]}
    leaf = leaf_of(rows[0])
    inside = [row for row in rows if leaf_of(row) == leaf]
    wrong = root_of_rows(damaged)
    logs = {PUBLIC: public_log, SCOPE: LOG}
    different = [welcome([SCOPE]), (AGREED, b"\2"), check(public_log, PUBLIC), check(LOG)]
    asked = summary(logs, roots={SCOPE: wrong})
    repair = cursor(LOG) + leaf_set([leaf]) + root_of(LOG) + frontier_of(LOG)
    return story(
        "a damaged row is repaired",
        "`damage` is done before the second round: the field shows another value; no log says so.",
        beginning(LOG),
        round_of([asked], different, scopes=at(LOG, wrong)),
        round_of(
            [asked, (LEAVES, cursor(LOG))],
            [*different, (LEAVES, cursor(LOG) + b"".join(leaf_sums(rows)))],
            scopes=at(LOG, wrong)),
        round_of(
            [asked, (REPAIR, dot_bytes(SCOPE) + leaf_set([leaf]))],
            [*different, (REPAIR, repair),
             *((ROW, frame) for frame in row_frames(SCOPE, inside))],
            scopes=at(LOG), repaired=[SCOPE]),
        damage={"row": HOUSEHOLD, "field": 24, "value": integer_value(9)})


def made_snapshot(log, rows=None):
    held = rows or rows_of(log)
    return snapshot(
        cursor(log), held, frontier_of(log), [signed_certificate(OTHER)], START + 60,
        seed_of(CENTRE), row_frames(SCOPE, rows_of(log)))


def snapshot_cases():
    """Whole snapshots and what stands in them."""
    cases = []
    for name, log in ("two rows", LOG), ("nothing", []):
        content, identity = made_snapshot(log)
        cases.append({
            "name": name, "identity": identity.hex(), "scope": SCOPE, "epoch": EPOCH,
            "arrival": str(len(log)), "root": root_of(log).hex(), "made": str(START + 60),
            "publicKey": public_bytes(signing_key(seed_of(CENTRE))).hex(),
            "rows": [row["row"] for row in rows_of(log)],
            "frontier": frontier_of(log).hex(), "expect": {"hex": content.hex()}})
    return cases


def starter():
    """The answer that an enrolment file carries: of no request, so its nonce is zero."""
    frames = [
        (CERT, signed_certificate(CENTRE)), welcome([SCOPE], nonce=bytes(16)), sent(places, 1),
        check(public_log, PUBLIC), other,
        *(sent(batch, arrival) for arrival, batch in enumerate(LOG, start=1)), check(LOG)]
    return stream(frames, False, CENTRE)


def _snapshot():
    content, identity = made_snapshot(LOG[:2])
    middle = len(content) // 2
    public = [welcome([SCOPE]), sent(places, 1), check(public_log, PUBLIC)]
    idle = [welcome([SCOPE]), check(public_log, PUBLIC)]
    return story(
        "a snapshot in two ranges, and the log behind it",
        "A kill after the first answer costs nothing: FETCH names the first byte that is lacking.",
        round_of(
            [want([], PUBLIC), want([])],
            [*public, part(content, identity, 0, middle)], more=True, scopes=at([])),
        round_of(
            [want(public_log, PUBLIC), want([]), fetch(identity, middle)],
            [*idle, part(content, identity, middle, len(content))],
            scopes=at(LOG[:2]), snapshots=[SCOPE]),
        round_of(
            [summary({PUBLIC: public_log, SCOPE: LOG[:2]})],
            [welcome([SCOPE]), (AGREED, b"\3"), other, sent(three, 3), check(LOG)],
            scopes=at(LOG)))


def _false_snapshot():
    false = rows_of(LOG[:1])
    content, identity = made_snapshot(LOG[:2], false)
    public = [welcome([SCOPE]), sent(places, 1), check(public_log, PUBLIC)]
    return story(
        "a snapshot whose rows are not those of its digest",
        "It changes nothing and is not fetched again; the log is asked for.",
        round_of(
            [want([], PUBLIC), want([])], [*public, part(content, identity, 0, len(content))],
            scopes=at([])),
        round_of(
            [want(public_log, PUBLIC), want([]), fetch(bytes(32), 0)],
            [welcome([SCOPE]), check(public_log, PUBLIC), other,
             *(sent(batch, arrival) for arrival, batch in enumerate(LOG, start=1)), check(LOG)],
            scopes=at(LOG)))


def _from_snapshot(log):
    content, identity = made_snapshot(log)
    return round_of(
        [want([], PUBLIC), want([])],
        [welcome([SCOPE]), sent(places, 1), check(public_log, PUBLIC),
         part(content, identity, 0, len(content))],
        scopes=at(log), snapshots=[SCOPE])


def _starting_over():
    return story(
        "arrival 1 starts a scope over whose log begins at a base",
        "What it held below stands only in the rows, so it takes them away (10.6).",
        _from_snapshot(LOG[:2]),
        round_of(
            [want(public_log, PUBLIC), want(LOG[:2])],
            [welcome([SCOPE]), check(public_log, PUBLIC), other, sent(visited, 1),
             check([visited])],
            scopes=at([visited])))


def _next_life_below_the_base():
    epoch = NEXT_CENTRE
    return story(
        "a new life of the centre that lacks what the snapshot has",
        "Its base lies below the laptop's: the scope starts over and comes from arrival 1.",
        _from_snapshot(LOG[:2]),
        round_of(
            [want(public_log, PUBLIC), want(LOG[:2])],
            [welcome([SCOPE], epoch=epoch),
             (FRONTIER, cursor(public_log, PUBLIC, epoch) + b"\0"),
             check(public_log, PUBLIC, epoch=epoch),
             (FRONTIER, cursor([], epoch=epoch) + b"\0"), other, sent(visited, 1),
             check([visited], epoch=epoch)],
            signer=epoch, scopes=at([visited], epoch=epoch)))


def _hand_back():
    gone = [welcome([]), check(public_log, PUBLIC)]
    return story(
        "a scope is handed back",
        "The laptop never wrote there, so its place is that of no batch.",
        beginning(LOG),
        round_of(
            [want(public_log, PUBLIC), want(LOG)], [*gone, scope_removal(DEADLINE)],
            scopes=at(LOG)),
        round_of(
            [want(public_log, PUBLIC), scope_return(None)], [*gone, scope_removal(DEADLINE)],
            scopes=at(LOG)),
        round_of(
            [want(public_log, PUBLIC), scope_return(None)],
            [*gone, scope_removal(DEADLINE, True)], scopes={}, letGo=[SCOPE]))
