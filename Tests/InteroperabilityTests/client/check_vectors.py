"""Checks every file of SyncProtocol/Vectors against this client.

    check_vectors.py VECTORS

Prints one line a file and ends with 1 when a case fails or a file has no check here.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import bundle_vectors
import link_vectors
import payload_vectors
import round_vectors
import story_vectors
import vectors

CHECKS = (
    vectors.CHECKS | payload_vectors.CHECKS | round_vectors.CHECKS | story_vectors.CHECKS
    | link_vectors.CHECKS | bundle_vectors.CHECKS
)


def main() -> int:
    """Checks all files below the folder that is given."""
    folder, failed = Path(sys.argv[1]), 0
    for path in sorted(folder.glob("*/*.json")):
        name = str(path.relative_to(folder))
        cases: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["cases"]
        check = CHECKS.get(name) or CHECKS.get(f"{path.parent.name}/")
        if check is None:
            print(f"{name}: no check")
            failed += 1
            continue
        problems = [problem for case in cases if (problem := _problem(check, case))]
        failed += len(problems)
        print(f"{name}: {len(cases)} cases, {len(problems)} failed")
        for problem in problems:
            print(f"  {problem}")
    return 1 if failed else 0


def _problem(check: Any, case: dict[str, Any]) -> str | None:
    """What differs, or none."""
    try:
        got = check(case)
    except Exception as error:  # a case that ends the check is a failed case
        return f"{case['name']}: {type(error).__name__}: {error}"
    expected = {name: (case.get("expect") or {}).get(name) for name in got}
    return None if got == expected else f"{case['name']}: got {got}, expected {expected}"


if __name__ == "__main__":
    sys.exit(main())
