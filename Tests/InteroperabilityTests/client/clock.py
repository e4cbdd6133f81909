"""What the time is, as far as the centre said it (SPEC.md, section 4)."""

from __future__ import annotations

import time
from pathlib import Path

from home import Home

DAY = 24 * 3600 * 1000
ANSWER_LIMIT = 120_000


def wall() -> int:
    """The raw wall clock in milliseconds."""
    return time.time_ns() // 1_000_000


def running() -> int:
    """Milliseconds since the machine started; nothing sets them."""
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000


def boot() -> str:
    """Which start of the machine this is."""
    return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()


class Clock:
    """Corrected now."""

    def __init__(self, home: Home) -> None:
        self.home = home

    def now(self) -> int:
        """What this replica knows best."""
        signed = self.home.setting("signed_time")
        if signed is None:
            return max(wall(), self.home.setting("issued"))
        if signed["boot"] == boot():
            return signed["time"] + running() - signed["running"]
        return signed["time"] + max(0, wall() - signed["wall"])

    def offset(self) -> int | None:
        """What is added to the wall clock, or none before any signed time."""
        return None if self.home.setting("signed_time") is None else self.now() - wall()

    def is_checked(self) -> bool:
        """Whether a signed time was taken in the last day of this boot."""
        signed = self.home.setting("signed_time")
        return bool(signed) and signed["boot"] == boot() and running() - signed["running"] < DAY

    def take(self, signed: int, asked: int) -> None:
        """A signed time whose request was made when `running` said `asked`."""
        if running() - asked <= ANSWER_LIMIT:
            self.home.set("signed_time", {
                "time": signed, "running": running(), "wall": wall(), "boot": boot(),
            })
