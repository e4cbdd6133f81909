"""Alters one merged row of a home, as a failing disk would, so that a test can see it repaired.

    damage.py HOME ROW

The rows of the row's scope are put whole below its log, one head of the row with another time.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from frontier import Frontier
from home import Home
from merge import Head
from model import dot_from_text, dot_text
from replica import Replica


def main() -> None:
    """Damages the row and says where it was."""
    home = Home(Path(sys.argv[1]))
    replica, dot = Replica(home), dot_from_text(sys.argv[2])
    state, row = next(
        (state, row) for state in replica.scopes.values() if (row := state.row(dot)) is not None)
    place, head = min(row.heads.items())
    row.heads[place] = Head(head.dot, head.time + 1, head.value)
    base = replica.read_base(state.number)
    with home.transaction():
        replica.save_base(
            replica.cursor(state.number), list(state.rows.values()),
            Frontier(state.tips, state.marks), base and base.below)
    print(json.dumps({"scope": dot_text(state.number)}))


if __name__ == "__main__":
    main()
