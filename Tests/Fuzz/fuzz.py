#!/usr/bin/env python3
"""Makes inputs that are nearly right, runs the command on them, and checks what must always hold. See README.md."""
import argparse
import collections
import concurrent.futures
import dataclasses
import hashlib
import math
import multiprocessing
import os
import pathlib
import random
import re
import shutil
import sys
import tempfile
import time

from fuzzing.cases import KINDS, Maker
from fuzzing.engine import Engine
from fuzzing.minimise import minimise, save
from fuzzing.running import ROOT, Tool

# Kinds that take long have a smaller share of the inputs.
SLOW = {"volume": 40, "together": 8, "files": 2}
# Submissions to a process; what ends one costs a second look at each.
BATCH = 16


@dataclasses.dataclass
class Defect:
    """Failures with the same signature."""
    kind: str
    title: str
    count: int = 0
    # Whether the first of the cases was made small.
    is_small: bool = False
    cases: list = dataclasses.field(default_factory=list)


def batches(maker, kind, indices):
    """The cases of `indices`, grouped by what they can share a process with."""
    groups = collections.defaultdict(list)
    for index in indices:
        case = maker.case(kind, index)
        if case.script is not None or case.alone:
            yield [case]
            continue
        group = groups[case.options]
        group.append(case)
        if len(group) == BATCH:
            yield groups.pop(case.options)
    yield from groups.values()


def work(arguments, kind, indices, deadline, keep):
    """One worker's share: numbers and defects by signature."""
    tool = Tool(arguments.binary, arguments.factor)
    engine = Engine(tool, random.Random(f"{arguments.seed}/{kind}/{indices[0]}"))
    maker = Maker(arguments.seed, tool)
    defects, failed, passed = {}, set(), 0
    for group in batches(maker, kind, indices):
        if time.monotonic() > deadline:
            break
        failures = engine.examine(group)
        by_case = collections.defaultdict(list)
        for failure in failures:
            by_case[failure.case.name].append(failure)
        passed += sum(1 for case in group if case.name not in by_case)
        failed |= set(by_case)
        for name, found in by_case.items():
            for signature in {failure.signature for failure in found}:
                failure = next(failure for failure in found if failure.signature == signature)
                title = f"{failure.property}: {failure.detail}"
                if failure.property == "signal":
                    where = engine.trace(failure.case)
                    signature, title = ("signal", where), f"signal: {where or failure.detail}"
                defect = defects.setdefault(signature, Defect(kind, title))
                defect.count += 1
                is_small = False
                if len(defect.cases) < 3:
                    if keep and is_first(arguments, signature) and time.monotonic() < deadline:
                        small = minimise(engine, failure, arguments.minimise)
                        failure = dataclasses.replace(failure, case=small)
                        is_small = True
                    defect.cases.insert(0 if is_small else len(defect.cases), (name, failure))
                    defect.is_small |= is_small
    return kind, passed, failed, defects, engine.runs


def is_first(arguments, signature):
    """Whether no worker has met `signature` before."""
    marker = arguments.binary.parent / hashlib.sha256(repr(signature).encode()).hexdigest()
    try:
        marker.touch(exist_ok=False)
        return True
    except FileExistsError:
        return False


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60]


def main(given=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--runs", type=int, default=2000, help="inputs, divided over the kinds")
    parser.add_argument("--seconds", type=float, default=3600, help="stop after so many seconds")
    parser.add_argument("--kind", action="append", choices=(*KINDS, "all"))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--binary", default=os.environ.get("MAATWERK", str(ROOT / ".build/release/maatwerk")))
    parser.add_argument("--keep", type=pathlib.Path, help="folder for what failed, made small")
    parser.add_argument("--only", metavar="KIND-INDEX", help="run one case again, and keep it as it is")
    parser.add_argument("--minimise", type=float, default=20, help="seconds for making one failure small")
    arguments = parser.parse_args(given)
    if not os.access(arguments.binary, os.X_OK):
        parser.error(f"{arguments.binary} is no program")
    # The binary may be replaced while this runs.
    with tempfile.TemporaryDirectory() as folder:
        arguments.binary = pathlib.Path(shutil.copy(arguments.binary, pathlib.Path(folder) / "maatwerk"))
        return run(arguments)


def run(arguments):
    arguments.factor = Tool(arguments.binary).calibrate()
    if arguments.only:
        return again(arguments)
    kinds = KINDS if not arguments.kind or "all" in arguments.kind else tuple(arguments.kind)
    parts = sum(1 / SLOW.get(kind, 1) for kind in kinds)
    shares = {kind: math.ceil(arguments.runs / parts / SLOW.get(kind, 1)) for kind in kinds}
    start = time.monotonic()
    deadline = start + arguments.seconds
    # Small shares in turn, so that a run that is cut short has seen every kind.
    steps = {kind: math.ceil(160 / SLOW.get(kind, 1)) for kind in kinds}
    tasks = []
    for turn in range(max(math.ceil(shares[kind] / steps[kind]) for kind in kinds)):
        tasks += [(kind, range(turn * steps[kind], min((turn + 1) * steps[kind], shares[kind]))) for kind in kinds if turn * steps[kind] < shares[kind]]
    passed, failed, runs = 0, set(), 0
    defects = {}
    context = multiprocessing.get_context("fork")
    with concurrent.futures.ProcessPoolExecutor(arguments.jobs, mp_context=context) as pool:
        futures = [pool.submit(work, arguments, kind, list(indices), deadline, arguments.keep is not None) for kind, indices in tasks]
        for future in concurrent.futures.as_completed(futures):
            if future.exception():
                # A mistake in the fuzzer itself.
                pool.shutdown(wait=False, cancel_futures=True)
            kind, well, wrong, found, count = future.result()
            passed += well
            failed |= wrong
            runs += count
            for signature, defect in found.items():
                known = defects.setdefault(signature, Defect(defect.kind, defect.title))
                is_new = known.count == 0
                known.count += defect.count
                known.cases = (defect.cases + known.cases if defect.is_small else known.cases + defect.cases)[:3]
                if is_new:
                    print(f"\r{'':100}\r{kind}: {defect.title[:200]}  [{defect.cases[0][0]}]", flush=True)
            pace = runs / (time.monotonic() - start)
            print(f"\r{passed + len(failed)} inputs, {len(failed)} failed, {pace:.1f} a second ", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    ordered = sorted(defects.values(), key=lambda defect: -defect.count)
    for number, defect in enumerate(ordered, 1):
        print(f"{defect.count:6} x {defect.title[:220]}  [{', '.join(name for name, _ in defect.cases)}]")
        if arguments.keep and defect.cases:
            name, failure = defect.cases[0]
            save(arguments.keep / f"{failure.property}-{slug(defect.title.split(':', 1)[-1])}", failure.case, [failure], f"{defect.title} (seed {arguments.seed}, {name}, {defect.count} x)")
    pace = runs / max(time.monotonic() - start, 0.001)
    print(f"seed {arguments.seed}; kinds {', '.join(kinds)}; {pace:.1f} runs a second; machine factor {arguments.factor:.2f}")
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed else 0


def again(arguments):
    """One case by its name, with all that fails in it."""
    kind, index = arguments.only.rsplit("-", 1)
    tool = Tool(arguments.binary, arguments.factor)
    engine = Engine(tool, random.Random(arguments.only))
    case = Maker(arguments.seed, tool).case(kind, int(index))
    failures = engine.examine([case])
    for failure in failures:
        print(f"{failure.property}: {failure.detail}\n  {' '.join(failure.command)[:300]}\n  {failure.stderr.decode(errors='replace')[-600:]}")
    if any(failure.property == "signal" for failure in failures):
        print(engine.trace(case))
    if arguments.keep:
        save(arguments.keep / case.name, case, failures, f"seed {arguments.seed}, {case.name}")
    print(f"{0 if failures else 1} passed, {1 if failures else 0} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
