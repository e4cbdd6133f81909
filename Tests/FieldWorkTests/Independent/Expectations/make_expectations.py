"""Remakes holidays.tsv, deadlines.tsv, pauses.tsv and kept.tsv, which Swift's deadlines are compared with.

Independent of the product: the days off come from the Python library `holidays`, working days are
counted by numpy's business-day calendar, months by dateutil, hours and pauses minute by minute, and
Tet and the Hung Kings' day from the sun and the moon, after Meeus, Astronomical Algorithms,
chapters 25, 47 and 49.

    python3 -m venv v && v/bin/pip install holidays numpy python-dateutil
    v/bin/python make_expectations.py
"""

import datetime as dt
import math
import pathlib
import random

import holidays
import numpy as np
from dateutil.relativedelta import relativedelta

FIRST, LAST = dt.date(2023, 1, 1), dt.date(2030, 12, 31)
HERE = pathlib.Path(__file__).parent
DAY = dt.timedelta(days=1)
NOTICE = (
    f"# Public holidays of Viet Nam from PyPI holidays {holidays.__version__}, MIT licence,\n"
    "# (c) Vacanza Team and individual contributors, dr-prodigy, ryanss; the licence in full\n"
    "# stands in Sources/FieldWork/Reference/NOTICE.md.\n"
    "# Made by make_expectations.py; change that, not this.\n"
)

library = holidays.country_holidays(
    "VN", years=range(FIRST.year, LAST.year + 1), language="en_US"
)
off = {day for day in library if FIRST <= day <= LAST}
worked = {day for day in library.weekend_workdays if FIRST <= day <= LAST}
days = [FIRST + DAY * number for number in range((LAST - FIRST).days + 1)]
# All days of the week count, the days off are named: so worked Saturdays need no special case.
closed = {d for d in days if d not in worked and (d.weekday() >= 5 or d in off)}


def calendar_closed_on(dates):
    return np.busdaycalendar(weekmask="1111111", holidays=[np.datetime64(d) for d in sorted(dates)])


business = calendar_closed_on(closed)


def is_open(day):
    return bool(np.is_busday(np.datetime64(day), busdaycal=business))


def next_open(day):
    return np.busday_offset(np.datetime64(day), 0, roll="forward", busdaycal=business).astype(object)


MORNING, NOON, AFTERNOON, EVENING = 420, 690, 810, 1020


def counts_from(day, minute):
    """When something received at a minute of a day counts as received."""
    if not is_open(day) or minute > EVENING:
        return next_open(day + DAY if is_open(day) else day), MORNING
    if minute < MORNING:
        return day, MORNING
    if NOON < minute < AFTERNOON:
        return day, AFTERNOON
    return day, minute


def add_days(day, count):
    return np.busday_offset(np.datetime64(day), count, busdaycal=business).astype(object)


def add_hours(day, minute, hours):
    """Ticks minute by minute, and stops at the end of a half day rather than at the next start."""
    left = hours * 60
    while left:
        if is_open(day) and (MORNING <= minute < NOON or AFTERNOON <= minute < EVENING):
            left -= 1
        minute += 1
        if minute == 1440:
            day, minute = day + DAY, 0
    return day, minute


def due(day, minute, term):
    """The due date and minute; None past the last day that is known."""
    count, unit = int(term[:-1]), term[-1]
    day, minute = counts_from(day, minute)
    if unit == "h":
        day, minute = add_hours(day, minute, count)
    else:
        if unit == "w":
            day = add_days(day, count)
        elif unit == "d":
            day = next_open(day + DAY * count)
        else:
            day = next_open(day + relativedelta(months=count))
        minute = EVENING
    return (day, minute) if day <= LAST else None


def due_with_pause(day, minute, count, unit, asked, answered):
    """Counts day after day; days after the request up to the answer do not count."""
    day, minute = counts_from(day, minute)
    answered_day, _ = counts_from(*answered)
    asked_day = max(asked[0], day)
    while count:
        day += DAY
        if asked_day < day <= answered_day:
            continue
        if unit == "d" or is_open(day):
            count -= 1
    return next_open(day)


# The moon and the sun, good to minutes between 1900 and 2100.
def new_moon(k):
    """The Julian ephemeris day of the k-th new moon after that of January 2000."""
    t = k / 1236.85
    r = math.radians
    e = 1 - 0.002516 * t
    m = r(2.5534 + 29.10535670 * k)
    a = r(201.5643 + 385.81693528 * k)
    f = r(160.7108 + 390.67050284 * k)
    jde = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t
    jde += -0.40720 * math.sin(a) + 0.17241 * e * math.sin(m) + 0.01608 * math.sin(2 * a)
    jde += 0.01039 * math.sin(2 * f) + 0.00739 * e * math.sin(a - m) - 0.00514 * e * math.sin(a + m)
    jde += 0.00208 * e * e * math.sin(2 * m) - 0.00111 * math.sin(a - 2 * f)
    jde += -0.00057 * math.sin(a + 2 * f) + 0.00056 * e * math.sin(2 * a + m)
    return jde - 0.00042 * math.sin(3 * a)


def sun_longitude(jde):
    t = (jde - 2451545.0) / 36525
    m = math.radians(357.52911 + 35999.05029 * t)
    longitude = 280.46646 + 36000.76983 * t
    longitude += (1.914602 - 0.004817 * t) * math.sin(m) + 0.019993 * math.sin(2 * m)
    return (longitude - 0.00569 - 0.00478 * math.sin(math.radians(125.04 - 1934.136 * t))) % 360


def local_date(jde):
    """The day in Ha Noi; dynamical time is 70 seconds ahead of civil time in these years."""
    return dt.date(2000, 1, 1) + DAY * math.floor(jde - 70 / 86400 + 7 / 24 - 2451544.5)


def month_holding(longitude, year, near):
    """The first day of the lunar month in which the sun reaches a longitude, near a day of a year."""
    jde = 2451544.5 + (dt.date(year, *near) - dt.date(2000, 1, 1)).days
    for _ in range(20):
        jde += ((longitude - sun_longitude(jde) + 180) % 360 - 180) / 360 * 365.2422
    term = local_date(jde)
    k = round((jde - 2451550.1) / 29.530588861) + 2
    while local_date(new_moon(k)) > term:
        k -= 1
    return local_date(new_moon(k))


with open(HERE / "holidays.tsv", "w", encoding="utf-8") as file:
    file.write(NOTICE + "# H holiday, W worked Saturday, T Tet, K Hung Kings' day by sun and moon.\n")
    for day in sorted(off):
        file.write(f"H\t{day}\t{library[day]}\n")
    for day in sorted(worked):
        file.write(f"W\t{day}\n")
    for year in range(FIRST.year, LAST.year + 1):
        file.write(f"T\t{month_holding(330, year, (2, 19))}\n")
        file.write(f"K\t{month_holding(30, year, (4, 20)) + DAY * 9}\n")

TERMS = "0w 1w 2w 3w 5w 7w 10w 15w 30w 1d 10d 15d 30d 60d 1m 2m 6m 4h 16h".split()
MOMENTS = [540, 405, 690, 700, 810, 1020, 1021, 1290]
with open(HERE / "deadlines.tsv", "w", encoding="utf-8") as file:
    file.write(NOTICE)
    file.write("# Received (day, minute), then the due day of each term as days after receipt;\n")
    file.write("# for hours the due minute stands behind. w working days, d days, m months, h hours.\n")
    file.write("day\tminute\t" + "\t".join(TERMS) + "\n")
    for number, day in enumerate(days):
        minute = MOMENTS[number % len(MOMENTS)]
        cells = []
        for term in TERMS:
            # The last year has no next year's holidays: leave out what could need them.
            found = due(day, minute, term) if day < dt.date(2030, 6, 1) else None
            if found is None:
                cells.append("")
            else:
                late = f"+{found[1]}" if term[-1] == "h" else ""
                cells.append(f"{(found[0] - day).days}{late}")
        if any(cells):
            file.write(f"{day}\t{minute}\t" + "\t".join(cells) + "\n")

with open(HERE / "pauses.tsv", "w", encoding="utf-8") as file:
    file.write(NOTICE)
    file.write("# Received, term, supplement asked for, answered, due day.\n")
    chance = random.Random(766)

    def iso(day, minute):
        return f"{day}T{minute // 60:02}:{minute % 60:02}"

    for _ in range(1000):
        day = FIRST + DAY * chance.randrange((dt.date(2030, 6, 1) - FIRST).days)
        minute = chance.choice(MOMENTS)
        start = counts_from(day, minute)
        unit = chance.choice("wd")
        count = chance.choice([1, 2, 3, 5, 7, 10, 15, 30])
        last = due(day, minute, f"{count}{unit}")[0]
        asked = start[0] + DAY * chance.randrange((last - start[0]).days + 1)
        asked = (asked, chance.choice([480, 600, 900, 1000]))
        if asked < start:
            asked = start
        answered = (asked[0] + DAY * chance.randrange(45), chance.choice(MOMENTS))
        if answered < asked:
            answered = asked
        found = due_with_pause(day, minute, count, unit, asked, answered)
        row = [iso(day, minute), f"{count}{unit}", iso(*asked), iso(*answered), str(found)]
        file.write("\t".join(row) + "\n")

# Two communes of one province, one of another, and what a centre keeps for each of these.
PROVINCES = {"17713": "40", "17728": "40", "00004": "01"}
WORK, OFF, HOLIDAY, ORDINARY = 3, 2, 1, 4
with open(HERE / "kept.tsv", "w", encoding="utf-8") as file:
    file.write(NOTICE)
    file.write("# By case: D day, kind and unit that a centre keeps (1 holiday, 2 day off, 3 worked,\n")
    file.write("# 4 as its weekday says); R commune, received, term, due day.\n")
    chance = random.Random(118)
    for case in range(60):
        from_day = FIRST + DAY * chance.randrange((dt.date(2030, 3, 1) - FIRST).days)
        kept = {}
        for _ in range(chance.randrange(1, 30)):
            # Holidays and worked days of the country often are what a centre knows better.
            near = [d for d in sorted(off | worked) if 0 <= (d - from_day).days < 120]
            day = from_day + DAY * chance.randrange(90)
            if near and chance.random() < 0.4:
                day = chance.choice(near)
            unit = chance.choice(["", "", "40", "01", "17713", "17728", "00004"])
            kind = chance.choice([WORK, OFF, ORDINARY] if day.weekday() == 5 else [HOLIDAY, OFF, ORDINARY])
            kept[unit, day] = kind
            file.write(f"{case}\tD\t{day}\t{kind}\t{unit}\n")
        for commune, province in PROVINCES.items():
            shut = set(closed)
            for unit in ("", province, commune):
                for (holder, day), kind in kept.items():
                    if holder != unit:
                        continue
                    weekend = day.weekday() >= 5
                    if kind in (HOLIDAY, OFF) or (kind == ORDINARY and weekend):
                        shut.add(day)
                    else:
                        shut.discard(day)
            business = calendar_closed_on(shut)
            for _ in range(7):
                day, minute = from_day + DAY * chance.randrange(60), chance.choice(MOMENTS)
                term = chance.choice("0w 1w 2w 3w 5w 7w 12w 15d 30d 1m 4h 16h".split())
                found, late = due(day, minute, term)
                row = [str(case), "R", commune, iso(day, minute), term, iso(found, late)]
                file.write("\t".join(row) + "\n")
