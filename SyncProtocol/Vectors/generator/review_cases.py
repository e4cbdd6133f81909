"""Judgements of the centre as a laptop receives them: section 5.3 of SPEC.md."""

from generator.encodings import number_of
from generator.round_cases import both_scopes, places, public_log
from generator.rounds import PUBLIC, Batch, check, exchange, hello, sent, summary, welcome
from generator.samples import (
    SCOPE, START, integer_value, operation, text_value, write,
)

ROW = "300.77.1"
EDITED, VOIDED = "edit", "row"


def review_cases():
    """One case for each reason with each of its details that a laptop can cause."""
    reasons = [
        ("bad-type", "text", 24, text_value("x"), EDITED),
        ("field-not-yours", "centre", 17, integer_value(5), EDITED),
        ("field-not-yours", "event", 10, integer_value(5), EDITED),
        ("field-not-yours", "void", 1, text_value("x"), EDITED),
        ("rule-broken", "unknown-choice", 24, integer_value(99), EDITED),
        ("not-granted", "", 24, integer_value(2), VOIDED),
        ("late-grant", "", 24, integer_value(2), VOIDED),
        ("revoked", "", 24, integer_value(2), VOIDED),
        ("doubtful-date", "late", 24, integer_value(99999), EDITED),
    ]
    return [_case(*reason) for reason in reasons]


def _case(reason, detail, field, value, what):
    table = 18 if reason == "doubtful-date" else 16
    creation = operation(
        ROW, ROW, START, write(10, integer_value(1)), write(24, integer_value(1)), table=table)
    operations = [creation]
    if what == EDITED:
        seen = [ROW] if field in (10, 24) else []
        operations.append(
            operation("300.77.2", ROW, START + 1, write(field, value, *seen), table=table))
    judged = operations[-1]
    laptop = Batch(operations)
    review = operation(
        "1.4.1", "1.4.1", START + 9, write(10, integer_value(1)),
        write(18, integer_value(number_of(judged["dot"]))),
        *([write(26, integer_value(field))] if what == EDITED else []),
        write(34, integer_value(table)), write(42, integer_value(number_of(ROW))),
        write(50, text_value(reason)),
        *([write(58, text_value(detail))] if detail else []),
        write(73, integer_value(1)), table=6)
    centre = Batch([review, _neutralising(judged, field, what, table, reason)], tips=[laptop])
    log = [laptop, centre]
    name = f"{reason}: {detail}" if detail else reason
    return exchange(
        name, [hello(), summary({PUBLIC: public_log, SCOPE: [laptop]})],
        [welcome(), (17, b"\3"), sent(centre, 2), check(log)],
        [(places, 1), (laptop, 1)],
        expect=both_scopes(log) | {
            "more": False, "receipts": [], "agreed": 3, "compared": {SCOPE: True},
            "review": {"reason": reason, "detail": detail, "judged": judged["dot"]},
            "voided": [ROW] if what == VOIDED else [],
        })


def _neutralising(judged, field, what, table, reason):
    """Void for a row; the value before for an edit; a withdrawal where there was none."""
    if what == VOIDED:
        void = write(1, text_value(reason))
        return operation("1.4.2", ROW, START, void, table=table, because=judged["dot"])
    if field in (10, 24):
        again = write(field, integer_value(1), judged["dot"])
        return operation("1.4.2", ROW, START, again, table=table, because=judged["dot"])
    away = write(field, None, judged["dot"])
    return operation("1.4.2", ROW, START + 1, away, table=table, because=judged["dot"])
