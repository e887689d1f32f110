#!/usr/bin/env python3
"""Proves what adding something takes: a rule, a column, a table, a sheet, a command, a valuation table.

The samples of samples.py are put into a copy of the tree, which is built once; the command then has to know them. How many files each may touch
stands in CONTRIBUTING.md, and more is a failure: so is less, as then the promise can be better.

    adding.py [--tree DIR] [--only NAME,NAME]

--tree DIR uses a copy that is there already, with its build, and leaves it as it was.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from samples import SAMPLES, Trial

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Each target as a whole: this tree is built once, and that takes a fifth less of the processor.
AT_ONCE = ["--disable-index-store", "-debug-info-format", "none", *"-Xswiftc -whole-module-optimization -Xswiftc -num-threads -Xswiftc 2".split()]


def promised():
    """The numbers of the table in CONTRIBUTING.md: files for each thing."""
    text = (ROOT / "CONTRIBUTING.md").read_text()
    return {name: int(count) for name, count in re.findall(r"^\| an? ([a-z ]+?) \| (\d+) \|", text, re.M)}


def article(name):
    return "an" if name[0] in "aeiou" else "a"


def copy(folder):
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, names.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


def apply(tree, name):
    """Puts a sample into the tree; returns the files that it touches."""
    new, places, _ = SAMPLES[name]
    touched = set(new)
    for path, text in new.items():
        if (tree / path).exists():
            sys.exit(f"{path} is there already")
        (tree / path).write_text(text)
    for path, before, after in places:
        text = (tree / path).read_text()
        if text.count(before) != 1:
            sys.exit(f"{name}: what the sample changes in {path} stands there {text.count(before)} times:\n{before}")
        (tree / path).write_text(text.replace(before, after))
        touched.add(path)
    return touched


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tree", type=pathlib.Path)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    names = options.only.split(",") if options.only else list(SAMPLES)
    promise, failed = promised(), []
    for name in SAMPLES:
        if name not in promise:
            sys.exit(f"CONTRIBUTING.md does not say how many files a {name} takes")
    with tempfile.TemporaryDirectory() as folder:
        tree = options.tree.resolve() if options.tree else pathlib.Path(folder) / "boom"
        if not options.tree:
            tree.mkdir()
            copy(tree)
        kept = {}
        try:
            for name in names:
                for path in {*SAMPLES[name][0], *(place[0] for place in SAMPLES[name][1])}:
                    if path not in kept:
                        kept[path] = (tree / path).read_bytes() if (tree / path).exists() else None
                count = len(apply(tree, name))
                if count != promise[name]:
                    failed.append(f"{article(name)} {name}: {count} touched files, and CONTRIBUTING.md says {promise[name]}")
            built = subprocess.run(["swift", "build", "--product", "maatwerk", *AT_ONCE], cwd=tree, capture_output=True, text=True)
            if built.returncode != 0:
                sys.exit("\n".join(line for line in built.stdout.splitlines() if "error:" in line) or built.stderr)
            for name in names:
                place = pathlib.Path(folder) / name.replace(" ", "-")
                place.mkdir()
                try:
                    SAMPLES[name][2](Trial(tree / ".build/debug/maatwerk", place))
                    print(f"ok     {article(name)} {name}: {promise[name]} {'file' if promise[name] == 1 else 'files'}")
                except (AssertionError, OSError) as error:
                    failed.append(f"{article(name)} {name} does not work: {str(error)[:2000]}")
        finally:
            for path, data in kept.items() if options.tree else ():
                (tree / path).write_bytes(data) if data is not None else (tree / path).unlink(missing_ok=True)
    for line in failed:
        print(f"FAILED {line}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
