"""Which file shows which frame, receipt, agreement, error code and reason: Vectors/README.md."""

import json

NAMES = {
    0: "END", 1: "HELLO", 2: "WELCOME", 3: "CERT", 4: "KEY", 5: "WANT", 6: "BATCH", 7: "RECEIPT",
    8: "SNAPSHOT", 9: "ROW", 11: "SCOPE_REMOVE", 12: "CHECK", 13: "ERASE", 14: "ARRIVED",
    15: "PROBLEM", 16: "SUMMARY", 17: "AGREED", 18: "FETCH", 19: "FRONTIER", 20: "LEAVES",
    21: "REPAIR", 22: "KEYS_WANTED", 23: "PACK", 24: "RETURN", 25: "GRANT",
    26: "MEETING", 27: "HAVE", 28: "NEEDS_CENTRE",
}
STATES = [
    "merged", "held", "duplicate", "fork", "needs-upgrade", "refused", "lost", "collision"]
FILES = "CAMTAYENROL", "CAMTAYSCOPE", "CAMTAYBUNDLE"
RULINGS = [
    "neutralised", "admitted", "admitted edited", "rejection confirmed", "corrected"]
AGREEMENTS = ["equal", "different", "moved", "cursors unknown"]
HEADINGS = {
    "frame": "Frames, section 9", "receipt": "States of a receipt, section 10.1",
    "agreed": "AGREED, section 10.2", "error": "Error codes, section 14",
    "reason": "Reasons of reviews with their details, section 5.3",
    "ruling": "Rulings, section 5.3", "file": "Files, section 16",
    "half": "Halves of edges, section 19.1", "link": "What follows from links, section 19",
}
ABOUT = """# Which vector shows what

`generate.py` writes this page from the files themselves, and a test of the Swift implementation
holds it against SPEC.md: every frame, state, agreement, error code, reason, ruling, file and kind
of edge that the page of the protocol names has a vector. How the files are laid out: [../README.md](../README.md).
"""


def frames_of(content):
    """The frames of a whole stream, END last."""
    at, frames = 8, []
    while at < len(content):
        kind, length, shift, at = content[at], 0, 0, at + 1
        while True:
            length |= (content[at] & 0x7F) << shift
            shift, at = shift + 7, at + 1
            if content[at - 1] < 0x80:
                break
        frames.append((kind, content[at + 4 : at + 4 + length]))
        at += 4 + length
    return frames


def seen_in_stream(content):
    """What a stream that is whole shows."""
    seen = set()
    for kind, payload in frames_of(content):
        seen.add(("frame", kind))
        if kind == 17:
            seen.add(("agreed", payload[0]))
        if kind == 15:
            seen.add(("error", payload[1 : 1 + payload[0]].decode()))
        if kind == 7:
            at = next(i for i, byte in enumerate(payload) if byte < 0x80) + 33
            seen.add(("receipt", payload[at]))
            at += next(i for i, byte in enumerate(payload[at + 1 :]) if byte < 0x80) + 3
            if payload[at:]:
                seen.add(("error", payload[at:].decode()))
    return seen


def seen_in_case(case):
    seen, expect = set(), case.get("expect") or {}
    if "error" in expect:
        seen.add(("error", expect["error"]))
    streams = [case[side] for side in ("request", "answer") if side in case]
    if "error" in expect:
        streams = streams[:1]
    for each in case.get("rounds", []):
        streams += [each["request"], each["answer"]]
    for content in streams:
        seen |= seen_in_stream(bytes.fromhex(content))
    if "kind" in case and "error" not in expect:
        seen.add(("frame", case["kind"]))
    if "review" in expect:
        review = expect["review"]
        reason = f"{review['reason']}: {review['detail']}" if review["detail"] else review["reason"]
        # The detail of a wrong type is the type that was found, of what was sent back a code.
        is_bare = review["reason"] in ("bad-type", "sent-back")
        seen.add(("reason", review["reason"] if is_bare else reason))
        seen.add(("ruling", review["state"]))
    if "mirrored" in expect:
        seen.add(("half", expect["kind"]))
    content = bytes.fromhex(case.get("file") or expect.get("hex") or "")
    if "error" not in expect:
        seen |= {("file", magic) for magic in FILES if content.startswith(magic.encode())}
    return seen | seen_in_links(case)


def seen_in_links(case):
    """What comes of edges and copies from round to round of a story."""
    seen, before = set(), {}
    for each in case.get("rounds", []):
        now = each["expect"]
        for name in ("persons", "copies"):
            if now.get(name):
                seen.add(("link", name))
        for name, code in ("copies", "late edits"), ("deleted", "late deletes"):
            if before.get(name) and len(now.get(name, [])) > len(before[name]):
                seen.add(("link", code))
        if before.get("persons") and now.get("persons") == []:
            seen.add(("link", "removals"))
        before = now
    return seen


def write_coverage(folder):
    """The page with a table for each heading."""
    files = {}
    for path in sorted(folder.glob("*/*.json")):
        for case in json.loads(path.read_text())["cases"]:
            for entry in seen_in_case(case):
                files.setdefault(entry, set()).add(str(path.relative_to(folder)))
    page = ABOUT
    for group, heading in HEADINGS.items():
        page += f"\n## {heading}\n\n| {group} | files |\n|---|---|\n"
        for _, code in sorted(entry for entry in files if entry[0] == group):
            listed = ", ".join(f"`{name}`" for name in sorted(files[group, code]))
            page += f"| {shown(group, code)} | {listed} |\n"
    (folder / "README.md").write_text(page)


def shown(group, code):
    """A code as SPEC.md writes it."""
    if group == "frame":
        return f"{code} {NAMES[code]}"
    if group == "receipt":
        return f"{code} {STATES[code - 1]}"
    if group == "agreed":
        return f"{code} {AGREEMENTS[code - 1]}"
    if group == "ruling":
        return f"{code} {RULINGS[code - 1]}"
    if group in ("half", "link"):
        return f"{code}"
    return f"`{code}`"
