"""What the scripts for newer and for older cores have in common: the calls that no version of Anki changed."""

from __future__ import annotations

import time
from typing import Any


def mark(col: Any, wanted: int) -> None:
    """Tag the first notes as the learner's Mark button does."""
    for nid in sorted(col.find_notes(""))[:wanted]:
        note = col.get_note(nid)
        note.add_tag("marked")
        col.update_note(note)


def give(col: Any, answer: Any) -> None:
    """Answer at a millisecond of its own, as people do.

    A second answer in the same millisecond is logged one later. At .999 that
    is the next second, the card keeps the first, and Check Database mends it.
    """
    time.sleep(0.002)
    answer.answered_at_millis = time.time_ns() // 1_000_000
    col.sched.answer_card(answer)


def step_faults(step: dict[str, Any]) -> list[str]:
    """What is wrong after an import, by what Anki's own checks said."""
    database = step.get("check_database", {"ok": True, "cards_added": 0})
    faults = {
        "Check Database found problems": not database["ok"],
        "card rows were missing": database["cards_added"] > 0,
        "media files are missing": step.get("check_media", {"missing": []})["missing"],
        "conflicting notes were skipped": step["log"]["conflicting"],
    }
    return [f"{step['file']}: {fault}" for fault, is_so in faults.items() if is_so]
