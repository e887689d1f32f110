"""Runs commands in turn and keeps what each run took."""
import dataclasses
import math
import os
import pathlib
import statistics
import subprocess
import tempfile
import time
import typing


#: Seconds within which further rounds of a part are begun.
SHORT = 30


@dataclasses.dataclass
class Run:
    """One run."""
    #: Seconds by the clock.
    wall: float
    #: Seconds of processors, all processes together.
    cpu: float
    #: Megabytes (1024 * 1024) of the largest process.
    memory: float


@dataclasses.dataclass
class Candidate:
    """A command that is measured beside others."""
    name: str
    command: list
    #: The statuses with which it may end.
    allowed: tuple = (0,)
    #: What is done before each run, outside the measurement.
    before: typing.Callable = lambda: None
    #: The files that it writes, whose size is told.
    written: tuple = ()
    #: How many submissions it does.
    pieces: int = 1
    #: Looks at what it printed after the first run, and says what is wrong with that; None when all is well.
    look: typing.Callable = lambda said: None
    runs: list = dataclasses.field(default_factory=list)


class Failed(Exception):
    """A candidate that did not do what it should."""


class Meter:
    """Runs commands by `measured`, the compiled measured.c."""

    def __init__(self, measured, rounds, patience):
        self.measured = pathlib.Path(measured).resolve()
        self.rounds = rounds
        #: Seconds after which a candidate is run no more, and above which one is not begun.
        self.patience = patience

    def run(self, candidate):
        candidate.before()
        with tempfile.TemporaryDirectory() as folder:
            result = pathlib.Path(folder, "result")
            said = pathlib.Path(folder, "said")
            with open(said, "wb") as output:
                done = subprocess.run([self.measured, result, *map(str, candidate.command)], stdout=output, stderr=subprocess.PIPE, check=False)
            if done.returncode not in candidate.allowed:
                raise Failed(f"{candidate.name}: status {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}")
            wall, cpu, kilobytes = result.read_text().split()
            if not candidate.runs:
                problem = candidate.look(said)
                if problem:
                    raise Failed(f"{candidate.name}: {problem}")
        candidate.runs.append(Run(float(wall), float(cpu), int(kilobytes) / 1024))

    def in_turn(self, candidates, rounds):
        """Runs all candidates once a round, each round beginning with another one. One that took longer than the patience in all gets no
        further rounds. What is soon done, and so is measured with more noise, gets up to three times as many."""
        begin = time.monotonic()
        for number in range(3 * rounds):
            if number >= rounds and time.monotonic() - begin > SHORT:
                break
            shift = number % len(candidates)
            for candidate in candidates[shift:] + candidates[:shift]:
                if sum(run.wall for run in candidate.runs) <= self.patience:
                    self.run(candidate)
            print(f"    round {number + 1}: {time.monotonic() - begin:.0f} s", flush=True)


def middle(runs, what):
    """The median of one of the three figures."""
    return statistics.median(run[what] for run in runs)


def exponent(points):
    """The power of the size by which a figure grows, by least squares on logarithms; None with fewer than three sizes."""
    logs = [(math.log(size), math.log(value)) for size, value in points if value > 0]
    if len(logs) < 3:
        return None
    mean_x, mean_y = (statistics.fmean(column) for column in zip(*logs))
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)


def processors():
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0))
