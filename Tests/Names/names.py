#!/usr/bin/env python3
"""Looks whether every type has a name of its own, every file is named after what it declares, none imports all of Foundation, and what documents
for developers name in code is still called so. A tracked file with an odd name is what a test left behind.

Two targets with a type of one name read as one thing that is two; a file that kept the name of a type that is called otherwise now is not found. A part behind
`+` says what an extension adds. Files of sheets and of code lists are named after the sheet or the group of lists. One import of Foundation as a whole
makes every start slower (ARCHITECTURE.md).
"""
import collections
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TYPE = re.compile(r"^(?:(?:public|package|final|indirect|@\w+)\s+)*(?:struct|enum|class|protocol|actor) (\w+)", re.M)
EXTENDED = re.compile(r"^(?:(?:public|package|private|fileprivate)\s+)*extension \[?(\w+)", re.M)
LIST = re.compile(r"^(?:(?:public|package|private|fileprivate)\s+)*extension \[", re.M)
LISTED = re.compile(r"static let \w+ = (?:Report|Ministry)Sheet\(|extension SheetDefinition<")
WHOLE = re.compile(r"^\s*(?:@\w+ |\w+ )*import Foundation\b(?!Essentials)", re.M)
# Files that are no type: the words of a module, and functions that stand alone.
FREE = {"Maatwerk", "XMLText", "Bytes"}


def problems(sources):
    places = collections.defaultdict(set)
    for path in sorted(sources.rglob("*.swift")):
        text = path.read_text()
        name = str(path.relative_to(sources))
        if WHOLE.search(text):
            yield f"{name}: imports all of Foundation, where FoundationEssentials will do"
        types = TYPE.findall(text)
        for type_name in types:
            places[type_name].add(name.split("/")[0])
        base = path.stem.split("+")[0]
        if base in types or base in EXTENDED.findall(text) or base in FREE:
            continue
        if base == "Array" and LIST.search(text):
            continue
        if base.endswith("Sheet") and LISTED.search(text) or base.endswith("Codes") and types:
            continue
        # A family of types, each with the word that the file is named after.
        if base.endswith("s") and sum(type_name.endswith(base[:-1]) for type_name in types) > 1:
            continue
        yield f"{name}: declares or extends no {base}, but {', '.join(types or EXTENDED.findall(text)[:3])}"
    for type_name, targets in sorted(places.items()):
        if len(targets) > 1:
            yield f"{type_name} is a type of {' and of '.join(sorted(targets))}"


def stale(documents, folders):
    """What documents name in code, by a word with capitals in it, and no source has any more."""
    words = set()
    for folder in folders:
        for path in folder.rglob("*"):
            if path.suffix in {".swift", ".c", ".h", ".py"} and path.resolve() != pathlib.Path(__file__).resolve():
                words.update(re.findall(r"\w+", path.read_text()))
    for document in documents:
        for number, line in enumerate(document.read_text().splitlines(), 1):
            for name in re.findall(r"`\.?([A-Za-z][\w.]*)", line):
                for word in name.split("."):
                    if re.search(r"[a-z][A-Z]", word) and word not in words:
                        yield f"{document.name}:{number}: nothing is called {word}"


def left_behind():
    """Tracked files with signs in their names that none of ours have."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        for name in listed.split("\0"):
            if not re.fullmatch(r"[\w.+/ -]*", name, re.ASCII):
                yield f"{name!r}: a file with an odd name, which a test may have left behind"


def main():
    found = list(problems(ROOT / "Sources"))
    found += stale([ROOT / name for name in ("ARCHITECTURE.md", "CONTRIBUTING.md")], [ROOT / "Sources", ROOT / "Tests", ROOT / "Plugins"])
    found += left_behind()
    if found:
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main()
