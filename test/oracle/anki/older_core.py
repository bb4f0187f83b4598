#!/usr/bin/env python3
"""Ask an Anki core from 2.1.54 to 2.1.66 what it makes of packages.

Their import calls differ from those that anki_oracle.py knows; arguments and answer are the same as far as they go: the JSON document
holds the core's version and, for each package, the counts of its import, notes, cards, Check Database and Check Media, and which
studied cards changed their schedule. ``render`` renders every card at the end, ``import`` does not.

    python older_core.py render A.apkg B.apkg [--study N] [--study-after N] [--mark N] [--strict] [--no-check] [--python-importer]

``--python-importer`` takes the importer in Python, which is the default of 2.1.54 and of AnkiDroid up to 2.16. It tells no counts:
they are taken from the notes before and after.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import sqlite3
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from anki import buildinfo, lang
from anki.collection import Collection
from anki.scheduler.v3 import CardAnswer
from judging import give, mark, step_faults

COUNTS = ("new", "updated", "duplicate", "conflicting")
SCHEDULE = ("did", "type", "queue", "due", "ivl", "factor", "reps", "lapses")


def import_package(col: Collection, path: str, in_python: bool) -> dict[str, int]:
    if not in_python:
        log = col.import_anki_package(path).log
        return {name: len(getattr(log, name)) for name in COUNTS}
    from anki.importing.apkg import AnkiPackageImporter

    before = notes(col)
    AnkiPackageImporter(col, path).run()
    after = notes(col)
    new = len(after) - len(before)
    updated = sum(after[nid] != row for nid, row in before.items())
    return {"new": new, "updated": updated, "duplicate": notes_inside(path) - new - updated, "conflicting": 0}


def notes_inside(path: str) -> int:
    with tempfile.TemporaryDirectory(prefix="older-core-") as folder, zipfile.ZipFile(path) as package:
        with contextlib.closing(sqlite3.connect(package.extract("collection.anki2", folder))) as db:
            return db.execute("select count() from notes").fetchone()[0]


def notes(col: Collection) -> dict[int, tuple]:
    return {nid: tuple(row) for nid, *row in col.db.all("select id, mid, mod, tags, flds from notes")}


def study(col: Collection, wanted: int) -> list[int]:
    """Answer the first cards of the real queue with "Easy", deck after deck."""
    answered: list[int] = []
    for deck in col.decks.all_names_and_ids():
        if "::" in deck.name:
            continue
        col.decks.select(deck.id)
        while len(answered) < wanted:
            queued = col.sched.get_queued_cards(fetch_limit=1).cards
            if not queued:
                break
            states = queued[0].states if hasattr(queued[0], "states") else queued[0].next_states
            card = col.get_card(queued[0].card.id)
            card.start_timer()
            answer = col.sched.build_answer(card=card, states=states, rating=CardAnswer.EASY)
            give(col, answer)
            answered.append(card.id)
    return answered


def schedule(col: Collection, card_ids: list[int]) -> dict[int, list]:
    columns = ", ".join(SCHEDULE)
    return {
        cid: [*(col.db.first(f"select {columns} from cards where id = ?", cid) or []), col.db.scalar("select count() from revlog where cid = ?", cid)]
        for cid in card_ids
    }


def state(col: Collection, studied: dict[int, list]) -> dict[str, Any]:
    now = schedule(col, list(studied))
    col.models._clear_cache()  # The importer in Rust bypasses it.
    return {
        "notes": col.note_count(),
        "cards": col.card_count(),
        "notetypes": [
            {"id": notetype.id, "name": notetype.name, "css": col.models.get(notetype.id)["css"]}
            for notetype in col.models.all_use_counts()
            if notetype.use_count
        ],
        "media": [{"name": name} for name in sorted(os.listdir(col.media.dir()))],
        "scheduling": {"cards": len(studied), "changed": {str(cid): row for cid, row in studied.items() if now[cid] != row}},
    }


def checks(col: Collection) -> dict[str, Any]:
    """Run last: Check Database repairs what it can, silently adding cards."""
    before = col.card_count()
    report, sound = col.fix_integrity()
    media = col.media.check()
    return {
        "check_database": {"ok": sound, "report": report.splitlines(), "cards_added": col.card_count() - before},
        "check_media": {"missing": list(media.missing), "unused": list(media.unused)},
    }


def render_faults(col: Collection) -> list[str]:
    faults = []
    for card_id in col.db.list("select id from cards"):
        card = col.get_card(card_id)
        html = re.sub(r"(?s)<(style|script|pre|code)\b.*?</\1>", "", card.question() + card.answer())
        faults += [f"{card.note().guid}: {sign}" for sign in ("{{c", "No cloze", "error in") if sign in html]
    return faults


def parse_arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="older_core.py")
    parser.add_argument("command", choices=["import", "render"])
    parser.add_argument("packages", nargs="+")
    for name, default in (("--study", 0), ("--study-after", 1), ("--mark", 0)):
        parser.add_argument(name, type=int, default=default)
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--no-check", action="store_true")
    parser.add_argument("--python-importer", action="store_true")
    return parser.parse_args(argv)


def main(argv: list[str]) -> dict[str, Any]:
    options = parse_arguments(argv)
    lang.set_lang("en_US")
    with tempfile.TemporaryDirectory(prefix="older-core-") as folder:
        col = Collection(str(Path(folder) / "collection.anki2"))
        if col.sched_ver() == 1:
            col.upgrade_to_v2_scheduler()
        col.set_v3_scheduler(True)
        steps: list[dict[str, Any]] = []
        studied: dict[int, list] = {}
        for number, path in enumerate(options.packages, 1):
            log = import_package(col, path, options.python_importer)
            checked = {} if options.no_check else checks(col)
            steps.append({"file": Path(path).name, "log": log, **state(col, studied), **checked})
            if number == options.study_after:
                studied = schedule(col, study(col, options.study))
                mark(col, options.mark)
        failed = [fault for step in steps for fault in step_faults(step)] + (render_faults(col) if options.command == "render" else [])
        failed = failed if options.strict else []
        col.close()
    return {"anki": buildinfo.version, "steps": steps, "studied": len(studied), **({"failed": failed} if failed else {})}


if __name__ == "__main__":
    stdout = sys.stdout
    with contextlib.redirect_stdout(sys.stderr):
        answer = main(sys.argv[1:])
    json.dump(answer, stdout)
