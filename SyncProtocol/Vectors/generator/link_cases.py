"""Edges, and households that the centre copied into another scope: section 19 of SPEC.md."""

import struct

from generator.encodings import number_of
from generator.round_cases import PLACE, public_log
from generator.rounds import (
    AGREED, EPOCH, PUBLIC, Batch, check, root_of, sent, summary, want, welcome,
)
from generator.samples import (
    SCOPE, START, bytes_value, dot_list, integer_value, operation, write,
)
from generator.story_cases import other, round_of, story

SECOND = "0.4.1"
SAME, NOT_SAME, MOVED_TO, MOVED_FROM = 1, 2, 3, 4
LINKS = 115
FIRST, TWIN, THIRD, FOURTH = "301.5.1", "301.6.1", "301.7.1", "301.8.1"
HOUSEHOLD, RESIDENT, HOUSEHOLD_COPY, RESIDENT_COPY = "301.5.1", "301.5.2", "1.4.1", "1.4.4"


def element(kind, row):
    """A half of an edge."""
    return bytes_value((bytes([kind]) + struct.pack(">Q", number_of(row))).hex())


def element_cases():
    """Halves as they stand in the row 301.5.1; nothing is expected where it is an edge to nobody."""
    cases = [
        {"name": name, "row": FIRST, "value": element(kind, TWIN),
         "expect": {"kind": kind, "mirrored": mirrored, "other": TWIN}}
        for name, kind, mirrored in (
            ("the same", SAME, SAME), ("not the same", NOT_SAME, NOT_SAME),
            ("was copied to", MOVED_TO, MOVED_FROM), ("is the copy of", MOVED_FROM, MOVED_TO))
    ]
    whole = bytes.fromhex(element(SAME, TWIN)["bytes"])
    return cases + [
        {"name": name, "row": FIRST, "value": value, "expect": None}
        for name, value in (
            ("its own row", element(SAME, FIRST)),
            ("kind 0", bytes_value((b"\0" + whole[1:]).hex())),
            ("kind 5", bytes_value((b"\5" + whole[1:]).hex())),
            ("eight bytes", bytes_value(whole[:8].hex())),
            ("ten bytes", bytes_value((whole + b"\0").hex())),
            ("a row of 64 bits", bytes_value((whole[:1] + b"\xff" * 8).hex())),
            ("an integer", integer_value(number_of(TWIN))))
    ]


def person_cases():
    """Edges, and the persons that they make of the rows."""
    cases = [
        ("no edge", [], [[FIRST], [TWIN]], [], 2, 2),
        ("one half is enough", [(TWIN, SAME, FIRST)], [[FIRST, TWIN]], [], 1, 1),
        ("a chain", [(FIRST, SAME, TWIN), (THIRD, SAME, TWIN)], [[FIRST, TWIN, THIRD]], [], 1, 1),
        ("not the same alone", [(FIRST, NOT_SAME, TWIN)], [[FIRST], [TWIN]], [], 2, 2),
        ("contradicted", [(FIRST, SAME, TWIN), (TWIN, NOT_SAME, FIRST)], [[FIRST, TWIN]], [FIRST],
         1, 2),
        ("contradicted along a chain",
         [(FIRST, SAME, TWIN), (TWIN, SAME, THIRD), (THIRD, NOT_SAME, FIRST)],
         [[FIRST, TWIN, THIRD]], [FIRST], 1, 3),
        ("a copy is no doubt",
         [(FIRST, SAME, TWIN), (TWIN, MOVED_TO, THIRD), (THIRD, NOT_SAME, FIRST)],
         [[FIRST, TWIN, THIRD]], [FIRST], 1, 2),
        ("two persons", [(FIRST, SAME, TWIN), (THIRD, MOVED_FROM, FOURTH)],
         [[FIRST, TWIN], [THIRD, FOURTH]], [], 2, 2),
    ]
    return [
        {"name": name,
         "edges": [{"row": row, "kind": kind, "other": end} for row, kind, end in edges],
         "rows": sorted((row for each in persons for row in each), key=number_of),
         "expect": {"persons": persons, "contradicted": contradicted, "least": least,
                    "most": most}}
        for name, edges, persons, contradicted, least, most in cases
    ]


# What the other laptop wrote: a household with a conflict, and its resident.
before = Batch([
    operation(HOUSEHOLD, HOUSEHOLD, START, write(10, integer_value(1)), write(24, integer_value(1))),
    operation(RESIDENT, RESIDENT, START + 1, write(10, integer_value(1)),
              write(16, integer_value(number_of(HOUSEHOLD))), write(64, integer_value(1)), table=17),
    operation("301.5.3", HOUSEHOLD, START + 2, write(24, integer_value(2), HOUSEHOLD)),
    operation("301.5.4", HOUSEHOLD, START + 3, write(24, integer_value(3), HOUSEHOLD)),
])
# The centre copies both, and joins each with its original in one act.
copies = Batch([
    operation(HOUSEHOLD_COPY, HOUSEHOLD_COPY, START, write(10, integer_value(1)),
              write(17, integer_value(number_of(PLACE))),
              write(LINKS, element(MOVED_FROM, HOUSEHOLD)), act=HOUSEHOLD),
    operation("1.4.2", HOUSEHOLD_COPY, START + 2, write(24, integer_value(2)), act="301.5.3"),
    operation("1.4.3", HOUSEHOLD_COPY, START + 3, write(24, integer_value(3)), act="301.5.4"),
    operation(RESIDENT_COPY, RESIDENT_COPY, START + 1, write(10, integer_value(1)),
              write(16, integer_value(number_of(HOUSEHOLD_COPY))), write(64, integer_value(1)),
              write(LINKS, element(MOVED_FROM, RESIDENT)), table=17, act=RESIDENT),
], scope=SECOND)
originals = Batch([
    operation("1.4.5", HOUSEHOLD, START + 9, write(LINKS, element(MOVED_TO, HOUSEHOLD_COPY)),
              act=HOUSEHOLD),
    operation("1.4.6", RESIDENT, START + 9, write(LINKS, element(MOVED_TO, RESIDENT_COPY)),
              table=17, act=RESIDENT),
], tips=[before])
COPIES = {
    HOUSEHOLD: [HOUSEHOLD_COPY], RESIDENT: [RESIDENT_COPY], "301.5.3": ["1.4.2"],
    "301.5.4": ["1.4.3"]}
MOVED = {SCOPE: [before, originals], SECOND: [copies]}
MOVED_ROWS = [[HOUSEHOLD_COPY, HOUSEHOLD], [RESIDENT_COPY, RESIDENT]]


def _first(logs, **shows):
    """A new laptop takes in both scopes."""
    answer = [welcome([SCOPE, SECOND]), sent(public_log[0], 1), check(public_log, PUBLIC), other]
    for scope, log in logs.items():
        answer += [sent(batch, arrival) for arrival, batch in enumerate(log, start=1)]
        answer.append(check(log, scope))
    return round_of([want([], PUBLIC)], answer, **_ends(logs), **shows)


def _next(old, new, **shows):
    """The laptop says where it stands and gets what is behind."""
    answer = [welcome([SCOPE, SECOND]), (AGREED, b"\3")]
    for scope, log in new.items():
        known = len(old[scope])
        if log[known:]:
            answer += [sent(batch, arrival)
                       for arrival, batch in enumerate(log[known:], start=known + 1)]
            answer.append(check(log, scope))
    return round_of(
        [summary({PUBLIC: public_log} | old)], answer, **_ends(new), **shows)


def _ends(logs):
    return {"scopes": {
        scope: {"epoch": EPOCH, "arrival": str(len(log)), "root": root_of(log).hex()}
        for scope, log in logs.items()}}


def _more(logs, scope, *batches):
    return {each: [*log, *(batches if each == scope else ())] for each, log in logs.items()}


def link_cases():
    """Stories of edges and moves."""
    return [
        _edge(), _edge_added_again(), _move(), _late_edit(), _late_edit_beside_another(), _deleted(),
    ]


def _rows():
    """Residents in two scopes; the laptop that joins them holds the first scope alone."""
    near = Batch([operation(FIRST, FIRST, START, write(10, integer_value(1)), table=17)])
    far = Batch(
        [operation(TWIN, TWIN, START, write(10, integer_value(2)), table=17)], scope=SECOND)
    return near, far


def _edge():
    near, far = _rows()
    half = Batch([operation(
        "301.5.2", FIRST, START + 1, write(LINKS, element(SAME, TWIN)), table=17)], near)
    balanced = Batch([operation(
        "1.4.1", TWIN, START + 9, write(LINKS, element(SAME, FIRST)), table=17, act="301.5.2")],
        tips=[far], scope=SECOND)
    removed = Batch([operation(
        "301.5.3", FIRST, START + 10, write(LINKS, None, "301.5.2"), table=17)], half)
    gone = Batch([operation(
        "1.4.2", TWIN, START + 19, write(LINKS, None, "1.4.1"), table=17)],
        balanced, tips=[far], scope=SECOND)
    start = {SCOPE: [near, half], SECOND: [far, balanced]}
    half_gone = _more(start, SCOPE, removed)
    end = _more(half_gone, SECOND, gone)
    return story(
        "an edge over two scopes, and its removal",
        "The centre adds the other half with act = the root, and withdraws it with the first.",
        _first(start, persons=[[FIRST, TWIN]]),
        _next(start, half_gone, persons=[[FIRST, TWIN]]),
        _next(half_gone, end, persons=[]))


def _edge_added_again():
    near, far = _rows()
    first = Batch([operation(
        "301.5.2", FIRST, START + 1, write(LINKS, element(SAME, TWIN)), table=17)], near)
    again = Batch([
        operation("301.5.3", FIRST, START + 2, write(LINKS, element(SAME, TWIN)), table=17),
        operation("301.5.4", FIRST, START + 3, write(LINKS, None, "301.5.2"), table=17)], first)
    balanced = Batch([operation(
        "1.4.1", TWIN, START + 9, write(LINKS, element(SAME, FIRST)), table=17, act="301.5.3")],
        tips=[far], scope=SECOND)
    return story(
        "an edge that was added again stays",
        "Pairs are balanced by their roots, not by their values: one was withdrawn, one stands.",
        _first({SCOPE: [near, first, again], SECOND: [far, balanced]}, persons=[[FIRST, TWIN]]))


def _move():
    start = {SCOPE: [before], SECOND: []}
    return story(
        "a household is copied into another scope with its resident",
        "Heads go along with their times, so the conflict is one there too; numbers and place are"
        " the centre's own.",
        _first(start, persons=[], copies={}, conflicts={HOUSEHOLD: [24]}),
        _next(start, MOVED, persons=MOVED_ROWS, copies=COPIES,
              conflicts={HOUSEHOLD_COPY: [24]}))


def _late_edit():
    late = Batch([operation(
        "301.5.7", HOUSEHOLD, START + 20, write(24, integer_value(4), "301.5.3", "301.5.4"))],
        before)
    follows = Batch([operation(
        "1.4.7", HOUSEHOLD_COPY, START + 20, write(24, integer_value(4), "1.4.2", "1.4.3"),
        act="301.5.7")], copies, scope=SECOND)
    edited = _more(MOVED, SCOPE, late)
    return story(
        "a late edit follows to the copy",
        "previous names the copies of what the edit replaced.",
        _first(MOVED, persons=MOVED_ROWS, copies=COPIES, conflicts={HOUSEHOLD_COPY: [24]}),
        _next(MOVED, edited, copies=COPIES, conflicts={HOUSEHOLD_COPY: [24]}),
        _next(edited, _more(edited, SECOND, follows), copies=COPIES | {"301.5.7": ["1.4.7"]},
              conflicts={}))


def _late_edit_beside_another():
    own = Batch([operation(
        "301.5.7", HOUSEHOLD_COPY, START + 15, write(24, integer_value(1), "1.4.2", "1.4.3"))],
        tips=[copies], scope=SECOND)
    late = Batch([operation(
        "301.5.8", HOUSEHOLD, START + 20, write(24, integer_value(4), "301.5.3", "301.5.4"))],
        before)
    follows = Batch([operation(
        "1.4.7", HOUSEHOLD_COPY, START + 20, write(24, integer_value(4)), act="301.5.8")],
        copies, scope=SECOND)
    edited = _more(_more(MOVED, SECOND, own), SCOPE, late)
    return story(
        "a late edit beside an edit of the copy is one conflict",
        "What the copy's scope wrote meanwhile stays a head: it is no copy of anything.",
        _first(edited, copies=COPIES, conflicts={}),
        _next(edited, _more(edited, SECOND, follows), copies=COPIES | {"301.5.8": ["1.4.7"]},
              conflicts={HOUSEHOLD_COPY: [24]}))


def _deleted():
    deletes = Batch([operation(
        "301.5.7", HOUSEHOLD, START + 20,
        write(3, dot_list(HOUSEHOLD, "301.5.3", "301.5.4", "1.4.5")))], before, tips=[originals])
    follows = Batch([operation(
        "1.4.7", HOUSEHOLD_COPY, START + 20,
        write(3, dot_list(HOUSEHOLD_COPY, "1.4.2", "1.4.3")), act="301.5.7")],
        copies, scope=SECOND)
    deleted = _more(MOVED, SCOPE, deletes)
    return story(
        "a delete follows to the copy",
        "Every listed dot is replaced by its copies; the dot of an edge has none.",
        _first(deleted, deleted=[HOUSEHOLD]),
        _next(deleted, _more(deleted, SECOND, follows), deleted=[HOUSEHOLD_COPY, HOUSEHOLD]))
