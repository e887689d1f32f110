#!/usr/bin/env python3
"""Compares everything that two builds of the command write, byte for byte, and names the first difference.

For a change that should change nothing: `make same BEFORE=path/to/binary`, or BEFORE=revision, which is built in a worktree first.
Both get the same inputs (those of this tree), in folders of the same names: the examples, the planted submissions, a generated batch
with planted errors, made-up faulty submissions of the fuzzer, and feedback workbooks that come back.
"""
import argparse
import concurrent.futures
import filecmp
import hashlib
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Fuzz"))
from fuzzing import trees  # noqa: E402
from fuzzing.cases import Maker  # noqa: E402

EXAMPLES = ROOT / "examples"
PLANTED = ROOT / "Tests" / "Acceptance" / "planted"
FAULTY_KINDS = {"csv": 40, "xlsx": 12, "ods": 6, "zip": 6}


class Commands:
    """Runs one build in a folder of its own, and keeps what each command wrote and how it ended."""

    def __init__(self, tool, folder):
        self.tool = tool
        self.folder = folder
        self.said = folder / "gezegd"
        self.said.mkdir()

    def run(self, name, *arguments):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("MAATWERK")}
        environment |= {"NO_COLOR": "1", "COLUMNS": "120", "TZ": "UTC"}
        result = subprocess.run(
            [self.tool, *map(str, arguments)], cwd=self.folder, capture_output=True, timeout=600, stdin=subprocess.DEVNULL, env=environment)
        (self.said / f"{name}.txt").write_bytes(result.stdout)
        words = re.sub(rb"\d+(?:[.,]\d+)? ?(?:ms|s|seconden|seconds)\b", b"N s", result.stderr)
        (self.said / f"{name}.fout.txt").write_bytes(words + b"status %d\n" % result.returncode)


def relative(path, folder):
    return os.path.relpath(path, folder)


def prepare(inputs, tool, seed):
    """What both builds read; made with the build from before."""
    made = subprocess.run(
        [tool, "generate", "--output", inputs / "partij", "--suppliers", "12", "--rows", "60", "--seed", str(seed), "--error-rate", "0.2",
         "--quiet"], capture_output=True)
    if made.returncode != 0:
        sys.exit(made.stderr.decode(errors="replace"))
    maker = Maker(seed, None)
    for kind, count in FAULTY_KINDS.items():
        for index in range(count):
            case = maker.case(kind, index)
            if not case.alone and not case.script and case.stdin is None:
                trees.write(case.tree, inputs / "bont" / case.name)


def subjects(tool):
    """What `explain` can be asked: every rule, table and column, and a code, valuation table, source and setting."""
    rules = json.loads(subprocess.run([tool, "rules", "--format", "json"], capture_output=True, check=True).stdout)["rules"]
    found = [rule["id"] for rule in rules]
    found += sorted({setting for rule in rules for setting in rule["settings"]})
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([tool, "template", "--output", folder, "--quiet"], check=True)
        for path in sorted(pathlib.Path(folder).rglob("*.csv")):
            found.append(path.name)
            found += path.read_text(encoding="utf-8-sig").splitlines()[0].split(";")
    return list(dict.fromkeys(found)) + [
        "contracten.csv", "verplichtingen.csv", "leveranciers.csv", "partners.csv", "onderaannemers.csv", "PW", "LEIDEN-2023-09",
        "HAAGLANDEN-2023-07", "AW-TXT", "bestaat niet"]


def explain(run, asked):
    """The subjects by turns in Dutch and English: (number, subject) each."""
    for number, subject in asked:
        run.run(f"explain-{number}", "explain", subject, "--language", "nl" if number % 2 else "en")


def everything(run, inputs, lane):
    """All other commands of one build, in two lanes that do not need each other."""
    register = relative(EXAMPLES / "register", run.folder)
    planted = relative(PLANTED, run.folder)
    batch = relative(inputs / "partij", run.folder)
    faulty = {kind: [relative(path, run.folder) for path in sorted((inputs / "bont").glob(f"{kind}-*/*"))] for kind in FAULTY_KINDS}
    examples = [relative(path, run.folder) for path in sorted((EXAMPLES / "inzendingen").iterdir())]
    generated = sorted(path for path in (inputs / "partij").rglob("voorblad.csv"))
    generated = [relative(path.parent, run.folder) for path in generated]
    generated_register = next((inputs / "partij").rglob("contracten.csv")).parent
    generated_register = relative(generated_register, run.folder)
    if lane == 0:
        for language in ("nl", "en"):
            run.run(f"convert-voorbeelden-{language}", "convert", *examples, "--register", register, "--output", f"voorbeelden-{language}",
                    "--language", language)
            run.run(f"consolidate-voorbeelden-{language}", "consolidate", f"voorbeelden-{language}", "--register", register, "--output",
                    f"voorbeelden-{language}.xlsx", "--language", language)
        run.run("convert-los", "convert", *examples, "--output", "los", "--format", "json")
        earlier = [f"{planted}/eerder/{path.name}" for path in sorted((PLANTED / "eerder").iterdir())]
        run.run("convert-eerder", "convert", *earlier, "--register", f"{planted}/register", "--output", "eerder")
        previous = [part for path in earlier for part in ("--previous", "eerder/" + path.rsplit("/", 1)[1])]
        for name, options in (
            ("inzending", ["--register", f"{planted}/register", *previous]), ("inzending-2", []), ("inzending-3", []),
            ("inzending-4", ["--register", f"{planted}/register-4"])
        ):
            run.run(f"convert-{name}", "convert", f"{planted}/{name}", *options, "--output", "geplant")
            for language in ("nl", "en"):
                for form in ("text", "json", "csv"):
                    run.run(f"check-{name}-{form}-{language}", "check", f"{planted}/{name}", *options, "--format", form, "--language", language)
            run.run(f"check-{name}-toen", "check", f"{planted}/{name}", *options, "--rules-as-of", "01-02-2026", "--format", "json")
            # The feedback comes back as it was sent.
            run.run(f"terug-{name}", "check", f"geplant/{name}/terugkoppeling.xlsx", *options, "--format", "json")
        run.run("consolidate-geplant", "consolidate", "geplant", "eerder", "--register", f"{planted}/register", "--output", "geplant.xlsx",
                "--exact")
        run.run("compare", "compare", "voorbeelden-nl", "geplant", "--format", "json")
        run.run("compare-text", "compare", "voorbeelden-nl", "geplant")
        run.run("compare-csv", "compare", "voorbeelden-nl", "geplant", "--format", "csv")
        for form in ("text", "json", "csv"):
            run.run(f"status-{form}", "status", "voorbeelden-nl", "geplant", "--register", f"{planted}/register", "--on", "01-11-2026",
                    "--format", form)
        for language in ("nl", "en"):
            for form in ("text", "json", "markdown"):
                run.run(f"rules-{form}-{language}", "rules", "--format", form, "--language", language)
        return
    run.run("convert-partij", "convert", *generated, "--register", generated_register, "--output", "partij")
    for name, options in (("", []), ("-deel", ["--by", "client"]), ("-precies", ["--exact", "--language", "en"])):
        run.run(f"consolidate-partij{name}", "consolidate", "partij", "--register", generated_register, *options, "--output",
                f"ministerie{name}.xlsx")
    run.run("consolidate-jsonl", "consolidate", "partij", "--register", generated_register, "--output", "deel.jsonl")
    for kind, paths in faulty.items():
        run.run(f"convert-{kind}", "convert", *paths, "--register", register, "--output", f"bont-{kind}")
        run.run(f"check-{kind}", "check", *paths[::3], "--register", register, "--language", "en")
    for language in ("nl", "en"):
        run.run(f"template-{language}", "template", "--output", f"sjabloon-{language}", "--language", language)
        run.run(f"template-eenvoudig-{language}", "template", "--profile", "eenvoudig", "--output", f"sjabloon-eenvoudig-{language}",
                "--language", language)
    run.run("template-prefill", "template", "--prefill", examples[-1], "--register", register, "--kvk", "12345678", "--output",
            "sjabloon-vooraf")
    for path in sorted((run.folder / "sjabloon-vooraf").rglob("*.xlsx")):
        run.run("check-sjabloon", "check", relative(path, run.folder), "--register", register, "--format", "json")


def files(folder):
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def first_line(before, after):
    """The number of the first line that differs, and both lines."""
    left, right = before.splitlines(), after.splitlines()
    for number, (one, other) in enumerate(zip(left, right), 1):
        if one != other:
            return number, one, other
    number = min(len(left), len(right))
    rest = (left[number:] or [b"(einde/end)"])[0], (right[number:] or [b"(einde/end)"])[0]
    return number + 1, *rest


def around(one, other):
    """Both lines from a little before where they begin to differ."""
    place = next((index for index, (left, right) in enumerate(zip(one, other)) if left != right), min(len(one), len(other)))
    start = max(place - 60, 0)
    return [line[start:start + 200].decode("utf-8", errors="replace") for line in (one, other)]


def difference(before, after, name=""):
    """The first difference of two contents in words; of a zip the member, of XML the element."""
    if before[:4] == after[:4] == b"PK\x03\x04":
        left, right = (zipfile.ZipFile(io.BytesIO(data)) for data in (before, after))
        names = left.namelist(), right.namelist()
        if names[0] != names[1]:
            return f"{name}: leden/members {sorted(set(names[0]) ^ set(names[1])) or 'andere volgorde/order'}"
        for member in names[0]:
            if left.read(member) != right.read(member):
                return difference(left.read(member), right.read(member), f"{name} > {member}")
        return f"{name}: alleen de verpakking van de zip (only the packing of the zip)"
    if before[:5] == after[:5] == b"<?xml":
        before, after = (data.replace(b"<row ", b"\n<row ").replace(b"<c ", b"\n<c ").replace(b"<si>", b"\n<si>") for data in (before, after))
    number, one, other = first_line(before, after)
    one, other = around(one, other)
    return f"{name}, regel/line {number}\n  - {one}\n  + {other}"


def compare(before, after, quick=False):
    """Every difference, in the order of names; and how many files and bytes were compared. What `quick` did not ask is left out."""
    names = files(before), files(after)
    if quick:
        names = {path for path in names[0] if not path.name.startswith("explain-") or path in names[1]}, names[1]
    found, size = [], 0
    for name in sorted(names[0] | names[1]):
        if name not in names[1] or name not in names[0]:
            found.append(f"{name}: alleen {'vóór' if name in names[0] else 'na'} (only {'before' if name in names[0] else 'after'})")
            continue
        size += (after / name).stat().st_size
        if not filecmp.cmp(before / name, after / name, shallow=False):
            found.append(difference((before / name).read_bytes(), (after / name).read_bytes(), str(name)))
    return found, len(names[0] | names[1]), size


def built(before):
    """The binary that `before` is, or that is built of that revision in a worktree of its own, once."""
    if pathlib.Path(before).is_file():
        return pathlib.Path(before).resolve()
    found = subprocess.run(["git", "-C", ROOT, "rev-parse", "--verify", "--quiet", f"{before}^{{commit}}"], capture_output=True, text=True)
    if found.returncode != 0:
        sys.exit(f"{before}: geen bestand en geen revisie (no file and no revision)")
    place = ROOT / ".build" / "same" / found.stdout.strip()[:12]
    tool = place / ".build" / "debug" / "maatwerk"
    if not tool.is_file():
        if not place.is_dir():
            subprocess.run(["git", "-C", ROOT, "worktree", "add", "--detach", place, before], check=True)
        subprocess.run(["swift", "build", "--product", "maatwerk", "--package-path", place], check=True)
    return tool


def fingerprint(tool, seed):
    """Of everything that the outputs of a build follow from, so that they are made once: the build, this script, and the inputs."""
    digest = hashlib.sha256(f"{seed}".encode())
    paths = [pathlib.Path(__file__), *EXAMPLES.rglob("*"), *PLANTED.rglob("*"), *(ROOT / "Tests" / "Fuzz" / "fuzzing").glob("*.py")]
    for path in sorted(path for path in paths if path.is_file() and "uit" not in path.relative_to(ROOT).parts):
        digest.update(f"{path.relative_to(ROOT)}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    with open(tool, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12] + "-" + digest.hexdigest()[:12]


def write(tool, first, place, name, quick=False):
    """Everything that the build `tool` writes, in the folder `name` of `place`; `first` tells what can be asked, `quick` asks a part."""
    (place / name).mkdir()
    run = Commands(tool, place / name)
    asked = list(enumerate(subjects(first)))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        waiting = [pool.submit(everything, run, place / "in", lane) for lane in (0, 1)]
        waiting += [pool.submit(explain, run, asked[start::16]) for start in range(16 if not quick else 1)]
        for one in waiting:
            one.result()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--before", required=True, help="a binary, or a revision")
    parser.add_argument("--after", required=True, help="the binary under test")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="a sixteenth of the explanations, which take half the time")
    parser.add_argument("--keep", help="a folder for the outputs of both")
    arguments = parser.parse_args()
    before, after = built(arguments.before), pathlib.Path(arguments.after).resolve()
    place = pathlib.Path(arguments.keep or tempfile.mkdtemp(prefix="maatwerk-same-")).resolve()
    kept = ROOT / ".build" / "same" / fingerprint(before, arguments.seed)
    try:
        if not kept.is_dir():
            made = kept.with_name(kept.name + f".{os.getpid()}")
            shutil.rmtree(made, ignore_errors=True)
            (made / "in").mkdir(parents=True)
            prepare(made / "in", before, arguments.seed)
            write(before, before, made, "voor")
            made.rename(kept)
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(kept, place)
        write(after, before, place, "na", arguments.quick)
        found, count, size = compare(place / "voor", place / "na", arguments.quick)
        for line in found[:20]:
            print(line)
        if len(found) > 20:
            print(f"… en nog {len(found) - 20} (and {len(found) - 20} more)")
        if count == 0:
            sys.exit("Niets vergeleken (nothing compared)")
        print(f"{count} bestanden (files), {size} bytes: {len(found)} anders (different)")
        return 1 if found else 0
    finally:
        if not arguments.keep:
            shutil.rmtree(place)


if __name__ == "__main__":
    sys.exit(main())
