"""Operations of one row whose merge the vectors hold."""

from generator.body_cases import CREATE
from generator.encodings import GREATEST
from generator.samples import (
    ROW, START, UNSET, dot_list, integer_value, operation, sealed_value, text_value, write,
)


def merge_cases():
    """Names, operations of one row in a causal order, and the subjects that were erased."""

    def by(replica, delay, *writes):
        """What a replica wrote first, so long after the create."""
        return operation(f"{replica}.1.1", ROW, START + delay, *writes)

    def renames(replica, delay, name, *seen):
        return by(replica, delay, write(32, text_value(name), *(seen or [ROW])))

    def seals(replica, delay, nonce, name):
        return by(replica, delay, write(32, sealed_value(32, nonce, name), ROW))

    deletes = by(301, 0, write(3, dot_list(ROW)))
    sealed_create = operation(
        ROW, ROW, START, write(8, integer_value(1)), write(32, sealed_value(32, 20, "A")),
        write(48, sealed_value(48, 21, "0912345678", subject="301.1.9", key="301.1.90")))
    plain = {
        "one create": [],
        "an edit replaces what it saw": [renames(301, 9, "B")],
        "concurrent edits conflict, the later is shown": [
            renames(301, 9, "B"), renames(302, 5, "C")],
        "equal times, the greater dot is shown": [renames(301, 9, "B"), renames(302, 9, "C")],
        "equal values stay heads": [renames(301, 9, "B"), renames(302, 5, "B")],
        "canonically equivalent texts conflict": [
            renames(301, 9, "\u00e9"), renames(302, 5, "e\u0301")],
        "a decision names all heads": [
            renames(301, 9, "B"), renames(302, 5, "C"),
            renames(303, 10, "D", "301.1.1", "302.1.1")],
        "a withdrawal leaves nothing": [by(301, 9, write(32, None, ROW))],
        "emptied is a value": [by(301, 9, write(32, UNSET, ROW))],
        "an unseen add survives a remove": [
            by(301, 0, write(75, integer_value(7))), by(302, 0, write(75, integer_value(7))),
            by(303, 0, write(75, None, "301.1.1"))],
        "a tally sums replicas": [
            by(301, 0, write(84, integer_value(5))), by(302, 0, write(84, integer_value(-2))),
            operation("301.1.2", ROW, START + 1, write(84, integer_value(6)))],
        "a tally saturates in order of replicas": [
            by(301, 0, write(84, integer_value(GREATEST))),
            by(302, 0, write(84, integer_value(1))), by(303, 0, write(84, integer_value(-1)))],
        "deleted": [deletes],
        "contested": [deletes, by(302, -9, write(40, text_value("x")))],
        "deleted and voided": [
            deletes,
            operation("0.9.1", ROW, START, write(1, text_value("not-granted")), because=ROW)],
        "a delete undone": [deletes, by(302, 0, write(3, None, "301.1.1"))],
    }
    cases = [(name, [CREATE, *operations], []) for name, operations in plain.items()]
    return cases + [
        ("sealed values merge like any other",
         [sealed_create, seals(301, 9, 22, "B"), seals(302, 5, 23, "B")], []),
        ("an erasure reaches one subject", [sealed_create, seals(301, 9, 22, "B")], [ROW]),
        ("an erasure reaches all heads, and equal forms are no conflict",
         [sealed_create, seals(301, 9, 22, "B"), seals(302, 5, 23, "C")], [ROW, "301.1.9"]),
    ]
