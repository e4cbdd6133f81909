"""Stories of Vectors/round: rounds that follow one another in one new home."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from answer import AnswerReader, check_answer
from batch import read_certificate
from clock import running
from entries import Case, value_of
from frontier import Frontier
from home import Home
from link_vectors import links_of
from merge import Head
from model import dot_from_text, dot_text
from replica import Replica
from request import Request, full_request
from stream import Kind, read_stream

ASKED = (Kind.LEAVES, Kind.REPAIR, Kind.FETCH, Kind.SCOPE_REMOVE, Kind.WANT, Kind.SUMMARY)


def check_story(case: Case) -> Case:
    """Goes through all rounds; each ends where the story says."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home.make(Path(folder) / "home", {
            "root": case["rootPublicKey"], "seed": case["privateKey"],
            "replica": case["replica"], "issued": 0, "session": 77, "counter": 0, "member": 0,
            "epoch": 1, "grant": {"number": 0, "scopes": []},
        })
        with home.transaction():
            for encoded in case["certificates"]:
                content = bytes.fromhex(encoded)
                number = read_certificate(content, None).replica
                home.run("INSERT INTO certificate VALUES (?, ?)", number, content)
        for index, entry in enumerate(case["rounds"]):
            if index == 1 and "damage" in case:
                _damage(home, case["damage"])
            got, expected = _round(home, case, entry), entry["expect"]
            assert got == expected, f"round {index + 1}: got {got}, expected {expected}"
    return {}


def _round(home: Home, case: Case, entry: Case) -> Case:
    replica = Replica(home)
    stream = read_stream(bytes.fromhex(entry["request"]))
    said = [frame for frame in stream.frames if frame[0] in ASKED]
    made = full_request(replica, None)
    kinds = {kind for kind, _ in said}
    ours = [frame for frame in read_stream(made.content).frames if frame[0] in ASKED]
    # SUMMARY may stand in place of WANTs (10.2), and a new laptop knows no scope but 0.
    exact = [frame for frame in said if frame[0] not in (Kind.WANT, Kind.SUMMARY)]
    assert [frame for frame in ours if frame[0] not in (Kind.WANT, Kind.SUMMARY)] == exact
    if Kind.SUMMARY in kinds:
        assert ours == said, "SUMMARY"
    request = Request(
        bytes.fromhex(case["nonce"]), compared=made.compared, cursors=made.cursors)
    checked, welcome = check_answer(replica, request, bytes.fromhex(entry["answer"]))
    with home.transaction():
        # Where a story starts over, a person has decided so.
        reader = AnswerReader(replica, request, running(), gives_up_rows=True)
        outcome = reader.take_in(checked, welcome)
    got: dict[str, Any] = {"scopes": {
        name: _scope(replica, dot_from_text(name)) for name in entry["expect"]["scopes"]}}
    for name, scopes in (
        ("snapshots", outcome.snapshots), ("repaired", outcome.repaired),
        ("letGo", outcome.let_go),
    ):
        if scopes:
            got[name] = [dot_text(scope) for scope in scopes]
    got |= links_of(replica, entry["expect"])
    for scope in outcome.let_go:
        assert not home.one("SELECT 1 FROM batch WHERE scope = ?", scope)
        assert scope not in replica.scopes
    return got


def _scope(replica: Replica, scope: int) -> Case:
    cursor = replica.cursor(scope)
    return {
        "epoch": cursor.epoch, "arrival": str(cursor.arrival),
        "root": replica.scope(scope).digest().hex(),
    }


def _damage(home: Home, damage: Case) -> None:
    replica, dot = Replica(home), dot_from_text(damage["row"])
    state, row = next(
        (state, row) for state in replica.scopes.values() if (row := state.row(dot)) is not None)
    for (field, writer), head in list(row.heads.items()):
        if field == damage["field"]:
            row.heads[field, writer] = Head(writer, head.time, value_of(damage["value"]))
    with home.transaction():
        replica.save_base(
            replica.cursor(state.number), list(state.rows.values()),
            Frontier(state.tips, state.marks), None)


CHECKS: dict[str, Callable[[Case], Case]] = {
    "round/stories.json": check_story, "round/links.json": check_story,
}
