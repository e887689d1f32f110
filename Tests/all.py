#!/usr/bin/env python3
"""Runs all tests side by side: the unit tests, and each module of the black-box tests in a process of its own.

    all.py [--jobs N] [--only NAME,NAME | --golden] -- swift test ...

What comes after `--` runs the unit tests. The command under test is MAATWERK, as for each suite by itself. One line tells of each part, with
its seconds and those of the processor; what a part that fails has to say comes at the end. A part has a TMPDIR of its own, and unit tests
that leave something there fail.

--golden takes only what compares with golden files, and renews them: of the black-box tests the modules that do, of the unit tests the suites.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
SUITES = ("Acceptance", "Oracle", "Rounds", "Attack", "Fuzz", "Broken")
# What the package manager itself leaves in TMPDIR.
OF_PACKAGE_MANAGER = re.compile(r"TemporaryDirectory\.\w+|.*\.lock|swift-generated-sources")
# What takes longest begins first, so that no processor waits for it at the end; an order, not a rule.
LONGEST = (
    "test_sorting", "unit tests", "test_workbook_input", "test_roundtrip_harm", "test_isolation", "test_robustness",
    "test_broken", "test_fuzz", "test_figures", "test_schemas", "test_roundtrip_feedback", "test_roundtrip_answers", "test_rounds", "test_privacy")


def parts(unit_tests):
    found = [("unit tests", unit_tests)] if unit_tests else []
    for suite in SUITES:
        for path in sorted((HERE / suite).glob("test_*.py")):
            found.append((path.stem, [sys.executable, "-m", "unittest", path.stem]))
    first = {name: position for position, name in enumerate(LONGEST)}
    return sorted(found, key=lambda part: first.get(part[0], len(first)))


def golden_suites():
    """The suites of unit tests that compare with golden files."""
    suites = set()
    for path in sorted(HERE.glob("*Tests/**/*.swift")):
        text = path.read_text(encoding="utf-8")
        if "Golden.difference(" in text:
            suites.update(re.findall(r"@Suite[^\n]*\bstruct (\w+)", text))
    return sorted(suites)


def golden_parts(unit_tests):
    """The parts that compare with golden files. A module is known by the word that has it write them anew."""
    suites = golden_suites()
    filtered = unit_tests + ["--filter", rf"\.({'|'.join(suites)})/"] if unit_tests and suites else []
    return [
        (name, command) for name, command in parts(filtered)
        if command == filtered or "UPDATE_GOLDEN" in (folder(name) / f"{name}.py").read_text(encoding="utf-8")]


def folder(name):
    return next((HERE / suite for suite in SUITES if (HERE / suite / f"{name}.py").exists()), HERE.parent)


def run(name, command):
    """Whether the part passed, its seconds, its seconds of the processor, and what it said."""
    begin = time.monotonic()
    with tempfile.TemporaryFile() as said, tempfile.TemporaryDirectory(prefix="maatwerk-") as own:
        # Some tests become somebody else, who has to come by here.
        os.chmod(own, 0o755)
        process = subprocess.Popen(
            command, cwd=folder(name), env={**os.environ, "TMPDIR": own}, stdin=subprocess.DEVNULL, stdout=said,
            stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode(errors="replace")
        left = [entry for entry in sorted(os.listdir(own)) if not OF_PACKAGE_MANAGER.fullmatch(entry)]
    if name == "unit tests" and left:
        process.returncode = process.returncode or 1
        text += f"\nleft in TMPDIR: {', '.join(left)}\n"
    # Five is what unittest says of Python 3.12 on when a module has no tests: that is no success either.
    return process.returncode == 0, time.monotonic() - begin, usage.ru_utime + usage.ru_stime, text


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", default="", help="names of parts, separated by commas")
    parser.add_argument("--golden", action="store_true", help="renew the golden files, and run nothing else")
    parser.add_argument("unit_tests", nargs="*", help="the command that runs the unit tests")
    options = parser.parse_args()
    wanted = set(filter(None, options.only.split(",")))
    if options.golden:
        os.environ["UPDATE_GOLDEN"] = "1"
    found = golden_parts(options.unit_tests) if options.golden else parts(options.unit_tests)
    chosen = [part for part in found if not wanted or part[0] in wanted]
    if not chosen or wanted - {name for name, _ in chosen}:
        sys.exit(f"no such part: {', '.join(sorted(wanted - {name for name, _ in chosen}))}")
    begin, processor, failed = time.monotonic(), 0.0, []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        running = {pool.submit(run, *part): part[0] for part in chosen}
        for done in concurrent.futures.as_completed(running):
            passed, seconds, used, text = done.result()
            processor += used
            print(f"{'ok    ' if passed else 'FAILED'} {running[done]:28} {seconds:7.1f} s, processor {used:6.1f} s", flush=True)
            if not passed:
                failed.append((running[done], text))
    for name, text in sorted(failed):
        print(f"\n==== {name}\n{text}")
    print(f"{len(chosen) - len(failed)} of {len(chosen)} parts passed in {time.monotonic() - begin:.0f} s, processor {processor:.0f} s")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
