#!/usr/bin/env python3
"""Prints random rules of repetition with the times that python-dateutil finds for them, one rule a line:

    start rule time,time,...

    python3 tools/occurrences.py > crates/kith-domain/tests/it/fixtures/occurrences.txt
"""

import datetime
import random

from dateutil.rrule import rrulestr

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
FORM = "%Y%m%dT%H%M%S"


def some(values, most):
    return sorted(random.sample(values, random.randint(1, most)))


def words(name, values):
    return f"{name}={','.join(str(value) for value in values)}"


def rule(start):
    frequency = random.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    parts = [f"FREQ={frequency}"]
    if random.random() < 0.5:
        parts.append(f"INTERVAL={random.randint(2, 5)}")
    if random.random() < 0.4:
        parts.append(f"COUNT={random.randint(1, 30)}")
    elif random.random() < 0.3:
        end = start + datetime.timedelta(days=random.randint(1, 4000))
        parts.append(f"UNTIL={end.strftime(FORM)}")
    if random.random() < 0.3:
        parts.append(words("BYMONTH", some(range(1, 13), 4)))
    has_days = False
    if random.random() < 0.5:
        days = some(DAYS, 3)
        if frequency in ("MONTHLY", "YEARLY") and random.random() < 0.6:
            days = [f"{random.choice([-2, -1, 1, 2, 3, 4, 5])}{day}" for day in days]
        parts.append(words("BYDAY", days))
        has_days = True
    if frequency != "WEEKLY" and random.random() < 0.3:
        parts.append(words("BYMONTHDAY", some([-5, -2, -1, 1, 2, 13, 15, 28, 29, 30, 31], 4)))
        has_days = True
    if has_days and frequency in ("MONTHLY", "YEARLY") and random.random() < 0.3:
        parts.append(words("BYSETPOS", some([-3, -2, -1, 1, 2, 3, 4], 2)))
    if random.random() < 0.2:
        parts.append(f"WKST={random.choice(DAYS)}")
    return ";".join(parts)


def main():
    random.seed(5545)
    for _ in range(700):
        start = datetime.datetime(2000, 1, 1) + datetime.timedelta(minutes=15 * random.randint(0, 1_000_000))
        text = rule(start)
        found = []
        for time in rrulestr(text, dtstart=start):
            # Where nothing is found for long, the rule hardly ever falls on a day.
            if len(found) >= 15 or time.year > start.year + 90:
                break
            found.append(time.strftime(FORM))
        print(start.strftime(FORM), text, ",".join(found))


main()
