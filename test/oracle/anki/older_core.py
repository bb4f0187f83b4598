#!/usr/bin/env python3
"""Ask an Anki core from 2.1.54 to 24.04 what it makes of packages.

Their import calls differ from those that anki_oracle.py knows. Imports the packages in order into a fresh collection, answers three
cards after the first, and prints one JSON document: the core's version, the counts of each import, the number of cards, how many
studied cards changed their schedule, cards that do not render, and whether Check Database is content.

    python older_core.py A.apkg B.apkg
"""

from __future__ import annotations

import contextlib
import json
import sys
import tempfile
from pathlib import Path
from time import sleep
from typing import Any

from anki import buildinfo, import_export_pb2
from anki.collection import Collection
from anki.scheduler.v3 import CardAnswer

COUNTS = ("new", "updated", "duplicate", "conflicting")
SCHEDULE = "select id, did, type, queue, due, ivl, factor, reps, lapses from cards where reps > 0"


def import_package(col: Collection, path: str) -> dict[str, int]:
    """The call took a path up to 2.1.66 and a message from 23.10 on."""
    if hasattr(import_export_pb2, "ImportAnkiPackageOptions"):
        options = import_export_pb2.ImportAnkiPackageOptions()
        log = col.import_anki_package(
            import_export_pb2.ImportAnkiPackageRequest(package_path=path, options=options)
        ).log
    else:
        log = col.import_anki_package(path).log
    return {name: len(getattr(log, name)) for name in COUNTS}


def study(col: Collection, wanted: int) -> None:
    col.decks.select(col.db.scalar("select did from cards order by id"))
    for _ in range(wanted):
        queued = col.sched.get_queued_cards(fetch_limit=1).cards[0]
        states = queued.states if hasattr(queued, "states") else queued.next_states
        card = col.get_card(queued.card.id)
        card.start_timer()
        sleep(0.002)  # Two answers in one millisecond trouble Check Database (see anki_oracle.py).
        col.sched.answer_card(col.sched.build_answer(card=card, states=states, rating=CardAnswer.EASY))


def render_faults(col: Collection) -> list[str]:
    faults = []
    for card_id in col.db.list("select id from cards"):
        card = col.get_card(card_id)
        html = card.question() + card.answer()
        faults += [f"{card.note().guid}: {sign}" for sign in ("{{c", "No cloze", "error in") if sign in html]
    return faults


def main(paths: list[str]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="older-core-") as folder:
        col = Collection(str(Path(folder) / "collection.anki2"))
        if col.sched_ver() == 1:
            col.upgrade_to_v2_scheduler()
        col.set_v3_scheduler(True)
        steps: list[dict[str, Any]] = []
        before: set[tuple] = set()
        for path in paths:
            counts = import_package(col, path)
            after = {tuple(row) for row in col.db.all(SCHEDULE)}
            steps.append({**counts, "cards": col.card_count(), "scheduling": len(before - after)})
            if not before:
                study(col, 3)
                before = {tuple(row) for row in col.db.all(SCHEDULE)}
        faults = render_faults(col)
        result = {"steps": steps, "studied": len(before), "faults": faults, "sound": col.fix_integrity()[1]}
        col.close()
    return {"anki": buildinfo.version, **result}


if __name__ == "__main__":
    stdout = sys.stdout
    with contextlib.redirect_stdout(sys.stderr):
        answer = main(sys.argv[1:])
    json.dump(answer, stdout)
