"""The search for cycles is set for the program's own processes alone."""

import gc
import subprocess
import sys

from stemma.engine.cycles import sought_seldom


def test_cycles_are_sought_less_often_and_still_found() -> None:
    before = gc.get_threshold()
    try:
        gc.set_threshold(700, 10, 10)  # what Python sets
        sought_seldom()
        assert gc.get_threshold() > (700, 10, 10)
        assert gc.isenabled()
    finally:
        gc.set_threshold(*before)


def test_who_imports_the_library_keeps_their_own_setting() -> None:
    program = "import gc; before = gc.get_threshold(); import stemma.engine.plan; print(gc.get_threshold() == before)"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "True"
