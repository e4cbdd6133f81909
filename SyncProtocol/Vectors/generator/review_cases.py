"""Judgements of the centre as a laptop receives them: sections 5.3 and 10.4 of SPEC.md."""

from generator.encodings import number_of
from generator.round_cases import both_scopes, created, edited, places, public_log
from generator.rounds import PUBLIC, Batch, check, exchange, hello, sent, summary, welcome
from generator.samples import (
    SCOPE, START, bytes_value, integer_value, operation, text_value, write,
)

ROW, EDIT = "300.77.1", "300.77.2"
NEUTRALISED, ADMITTED, EDITED, CONFIRMED, CORRECTED = 1, 2, 3, 4, 5
WITH_VALUE_BEFORE = 10, 24

# Reason, detail, table, and the edited field with its value; or no field: the row is disapproved.
JUDGEMENTS = [
    ("bad-type", "text", 16, 24, text_value("x")),
    ("field-not-yours", "centre", 16, 17, integer_value(5)),
    ("field-not-yours", "event", 16, 10, integer_value(5)),
    ("field-not-yours", "void", 16, 1, text_value("x")),
    ("field-not-yours", "table", 1, None, None),
    ("rule-broken", "unknown-choice", 16, 24, integer_value(99)),
    ("rule-broken", "unknown-service", 19, 32, text_value("9.999999")),
    ("rule-broken", "negative", 19, 80, integer_value(-5)),
    ("rule-broken", "number-out-of-range", 19, 80, integer_value(100_000)),
    ("rule-broken", "text-too-long", 19, 56, text_value("x" * 300)),
    ("rule-broken", "personal-id-in-text", 19, 56, text_value("000000000000")),
    ("rule-broken", "personal-id-form", 17, 88, text_value("12a4")),
    ("doubtful-date", "early", 18, 24, integer_value(9_000)),
    ("doubtful-date", "late", 18, 24, integer_value(99_999)),
    ("not-granted", "", 16, None, None),
    ("late-grant", "", 16, None, None),
    ("revoked", "", 16, None, None),
]


def review_cases():
    return [_judgement(*each) for each in JUDGEMENTS] + [
        _because(), _other_scope(), _declared_lost(), *_kept_aside(), *_rulings(), _corrected(),
        *_by_person()]


def _judgement(reason, detail, table, field, value):
    creation = operation(
        ROW, ROW, START, write(10, integer_value(1)), write(24, integer_value(1)), table=table)
    operations = [creation]
    if field is not None:
        seen = [ROW] if field in WITH_VALUE_BEFORE else []
        operations.append(operation(EDIT, ROW, START + 1, write(field, value, *seen), table=table))
    laptop, judged = Batch(operations), operations[-1]["dot"]
    centre = Batch(
        [_review(reason, detail, table, judged, field, NEUTRALISED),
         _neutralising(reason, table, judged, field)], tips=[laptop])
    return _case(
        reason, detail, [laptop], [centre], judged, voided=[ROW] if field is None else [])


def _because():
    """A laptop wrote in the name of another operation: the whole of it is judged."""
    creation = operation(
        ROW, ROW, START, write(10, integer_value(1)), write(24, integer_value(1)))
    claimed = operation(
        EDIT, ROW, START + 1, write(24, integer_value(5), ROW), because=ROW)
    laptop = Batch([creation, claimed])
    centre = Batch(
        [_review("field-not-yours", "because", 16, EDIT, None, NEUTRALISED),
         operation("1.4.2", ROW, START, write(24, integer_value(1), EDIT), because=EDIT)],
        tips=[laptop])
    return _case("field-not-yours", "because", [laptop], [centre], EDIT, voided=[])


def _other_scope():
    """A write to a row that was created in another scope: here it has no creation."""
    stray = operation(EDIT, "300.76.5", START + 1, write(24, integer_value(5)))
    laptop = Batch([stray])
    review = _review("field-not-yours", "scope", 16, EDIT, 24, NEUTRALISED, row="300.76.5")
    taken_away = operation(
        "1.4.2", "300.76.5", START + 1, write(24, None, EDIT), because=EDIT)
    centre = Batch([review, taken_away], tips=[laptop])
    return _case("field-not-yours", "scope", [laptop], [centre], EDIT, voided=[])


def _review(reason, detail, table, judged, field, state, dot="1.4.1", row=ROW, said=()):
    numbers = {10: 1, 18: number_of(judged), 26: field, 34: table, 42: number_of(row), 73: state}
    values = {each: integer_value(number) for each, number in numbers.items() if number is not None}
    values |= {50: text_value(reason)} | ({58: text_value(detail)} if detail else {})
    writes = [write(each, values[each]) for each in sorted(values)]
    return operation(dot, dot, START + 9, *writes, *said, table=6)


def _neutralising(reason, table, judged, field):
    """Void for a row; the value before for an edit; a withdrawal where there was none."""
    if field is None:
        written, time = write(1, text_value(reason)), START
    elif field in WITH_VALUE_BEFORE:
        written, time = write(field, integer_value(1), judged), START
    else:
        written, time = write(field, None, judged), START + 1
    return operation("1.4.2", ROW, time, written, table=table, because=judged)


def _declared_lost():
    """A batch that was declared lost has come to the centre, which writes it anew (10.4)."""
    gap = Batch([operation(
        "1.4.1", "1.4.1", START + 8, write(10, integer_value(300)), write(18, integer_value(2)),
        write(26, bytes_value(edited.hash.hex())), table=7)])
    anew = Batch([
        operation("1.4.2", ROW, START + 1, write(24, integer_value(2), ROW, EDIT), because=EDIT),
        _review("declared-lost", "", 16, EDIT, None, ADMITTED, dot="1.4.3"),
    ], gap, tips=[edited])
    return _case(
        "declared-lost", "", [created], [gap, anew], EDIT, voided=[], state=ADMITTED)


def _kept_aside():
    """A person adopts what a laptop's lost life had written; then its author writes it again (10.5)."""
    adopted = Batch([
        operation("1.4.1", ROW, START + 1, write(24, integer_value(2), ROW)),
        _review("kept-aside", "300", 16, "1.4.1", None, ADMITTED, dot="1.4.2"),
    ], tips=[created])
    yield _case("kept-aside", "300", [created], [adopted], "1.4.1", voided=[], state=ADMITTED)
    twice = Batch([
        _review("kept-aside", "twice", 16, EDIT, None, NEUTRALISED, dot="1.4.3"),
        operation("1.4.4", ROW, START + 1, write(24, None, EDIT), because=EDIT),
    ], adopted, tips=[edited])
    yield _case("kept-aside", "twice", [created, adopted, edited], [twice], EDIT, voided=[])


def _objection():
    """A choice that nobody knows, and what the centre made of it."""
    laptop = Batch([
        operation(ROW, ROW, START, write(10, integer_value(1)), write(24, integer_value(1))),
        operation(EDIT, ROW, START + 1, write(24, integer_value(99), ROW))])
    centre = Batch(
        [_review("rule-broken", "unknown-choice", 16, EDIT, 24, NEUTRALISED),
         operation("1.4.2", ROW, START, write(24, integer_value(1), EDIT), because=EDIT)],
        tips=[laptop])
    return laptop, centre


def _ruled(state, by=None):
    written = [write(73, integer_value(state), "1.4.1")]
    if by:
        written.append(write(81, text_value(by)))
    return operation("1.4.3", "1.4.1", START + 20, *written, table=6)


def _rulings():
    """A person rules: the write as it was, another value in its place, or what stands."""
    laptop, centre = _objection()
    for state, title, written in (
        (ADMITTED, "admitted: the write is repeated as it was", operation(
            "1.4.4", ROW, START + 1, write(24, integer_value(99), "1.4.2"), because=EDIT)),
        (EDITED, "admitted edited: the ruled value has its own time", operation(
            "1.4.4", ROW, START + 20, write(24, integer_value(2), EDIT, "1.4.2"), because=EDIT)),
        (CONFIRMED, "rejection confirmed: the state alone", None),
    ):
        ruling = Batch(
            [_ruled(state, "A")] + ([written] if written else []), centre, tips=[laptop])
        yield _case(
            "rule-broken", "unknown-choice", [laptop, centre], [ruling], EDIT, voided=[],
            state=state, name=title)


def _corrected():
    """The laptop saw what the centre put back, and wrote a value that it accepts."""
    laptop, centre = _objection()
    anew = Batch(
        [operation("300.77.3", ROW, START + 10, write(24, integer_value(2), "1.4.2"))], laptop,
        tips=[centre])
    mark = Batch([_ruled(CORRECTED)], centre)
    return _case(
        "rule-broken", "unknown-choice", [laptop, centre, anew], [mark], EDIT, voided=[],
        state=CORRECTED, name="corrected: the author wrote another value")


def _by_person():
    """To what stands nothing objects: a person rejects it, or asks its author to look again."""
    said = write(81, text_value("A")), write(89, text_value("B"))
    rejected = Batch([
        _review("rejected-by-person", "", 16, ROW, None, CONFIRMED, said=said),
        _neutralising("rejected-by-person", 16, ROW, None)], tips=[created])
    yield _case(
        "rejected-by-person", "", [created], [rejected], ROW, voided=[ROW], state=CONFIRMED)
    stood = "5e884898da280471"
    asked = Batch(
        [_review("sent-back", stood, 16, ROW, None, ADMITTED, said=said)], tips=[created])
    yield _case(
        "sent-back", stood, [created], [asked], ROW, voided=[], state=ADMITTED,
        name="sent-back: a code of how the record stood")


def _case(reason, detail, before, behind, judged, voided, state=NEUTRALISED, name=None):
    log = [*before, *behind]
    arrivals = enumerate(log, start=1)
    return exchange(
        name or (f"{reason}: {detail}" if detail else reason),
        [hello(), summary({PUBLIC: public_log, SCOPE: before})],
        [welcome(), (17, b"\3"),
         *(sent(batch, arrival) for arrival, batch in arrivals if batch in behind), check(log)],
        [(places, 1), *((batch, arrival) for arrival, batch in enumerate(before, start=1))],
        expect=both_scopes(log) | {
            "more": False, "receipts": [], "agreed": 3, "compared": {SCOPE: True},
            "review": {"reason": reason, "detail": detail, "judged": judged, "state": state},
            "voided": voided,
        })
