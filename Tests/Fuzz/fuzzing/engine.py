"""Runs cases, several submissions to a process, and says which property failed where."""
import contextlib
import dataclasses
import json
import os
import pathlib
import re
import shutil
import tempfile
import time

from . import properties, reading, running, trees
from .running import REGISTER
from .tables import TABLES, TOKEN


@dataclasses.dataclass(frozen=True)
class Failure:
    """A property that did not hold."""
    case: object
    property: str
    detail: str
    command: tuple = ()
    stderr: bytes = b""

    @property
    def signature(self):
        """What makes two failures the same defect, as far as can be told."""
        detail = re.sub(r"U\+[0-9A-F]+|[0-9]+(\.[0-9]+)?", "N", TOKEN.sub("T", self.detail))
        subcommand = self.command[0] if self.command else ""
        return (self.property, detail if self.property not in ("count", "bounded") else re.sub(r"\(.*\)", "", detail), subcommand if self.property in ("raw", "control", "status") else "")


@contextlib.contextmanager
def workplace():
    """A folder that is gone afterwards, whatever stands in it; in memory where there is such a place."""
    root = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = tempfile.mkdtemp(prefix="maatwerk-fuzz-", dir=root)
    try:
        yield folder
    finally:
        shutil.rmtree(os.fsencode(folder), ignore_errors=True)


class Engine:
    """Examines cases with one tool."""

    def __init__(self, tool, chance):
        self.tool = tool
        self.chance = chance
        self.runs = 0
        self.rechecks = True
        self.measuring = False
        # Names of places in the code by their addresses.
        self.places = {}

    def examine(self, cases):
        """The failures of `cases`, which are all submissions that can share a process, or one case of any kind."""
        self.runs += len(cases)
        with workplace() as folder:
            os.mkdir(folder + "/in")
            for case in cases:
                refused = trees.write(case.tree, folder + "/in")
                for path in refused:
                    case.tree.pop(path, None)
            if "together" in cases[0].options:
                return self._together(cases[0], folder)
            if cases[0].script is not None:
                return self._script(cases[0], folder)
            failures = self._submissions(cases, folder)
        shared = [failure for failure in failures if failure.case is None]
        if not shared:
            return failures
        if len(cases) == 1 and not self.measuring and any(failure.property == "bounded" for failure in shared):
            # Another may have had the processor: the machine's pace is taken anew, beside the case.
            self.measuring = True
            try:
                factor, self.tool.factor = self.tool.factor, self.tool.calibrate()
                self.runs -= 1
                return self.examine(cases)
            finally:
                self.measuring, self.tool.factor = False, factor
        if len(cases) == 1:
            return [dataclasses.replace(failure, case=cases[0]) for failure in failures]
        # Something ended a process that several shared: each has one of its own.
        failures = [failure for failure in failures if failure.case is not None]
        apart = [failure for case in cases for failure in self.examine([case])]
        self.runs -= len(cases)
        if not any(failure.property == shared[0].property for failure in apart):
            joint = dataclasses.replace(cases[0], kind=cases[0].kind, tree={path: content for case in cases for path, content in case.tree.items()})
            apart += [dataclasses.replace(failure, case=joint, detail="together: " + failure.detail) for failure in shared]
        return failures + apart

    # ------------------------------------------------------------ submissions

    def _submissions(self, cases, folder):
        options = set(cases[0].options)
        common = ["--register", REGISTER] if "register" in options else []
        if "english" in options:
            common += ["--language", "en"]
        tops = [case.tops()[0] for case in cases if case.tree]
        cases = [case for case in cases if case.tree]
        if not cases:
            return []
        paths = [os.fsencode(folder) + b"/in/" + top for top in tops]
        delivered = sum(trees.size(case.tree, TABLES) for case in cases)
        failures = []

        def note(faults, case, outcome):
            shown = tuple(os.fsdecode(argument) for argument in outcome.arguments)
            failures.extend(Failure(case, kind, detail, shown, outcome.stderr[-4000:]) for kind, detail in faults)

        outcome = self.tool.run("check", *paths, "--format", "json", *common, share=len(cases))
        note(properties.ending(outcome, self.tool, delivered, len(cases), (0, 1, 3)) or properties.console(outcome, is_text=False), None, outcome)
        if any(failure.property in ("signal", "bounded", "status") for failure in failures):
            return failures
        if len(outcome.stdout) == running.LONGEST:
            # Findings on so many rows that their text is cut here.
            return failures
        found = {}
        try:
            objects = [json.loads(line) for line in outcome.stdout.decode().split("\n") if line.strip()]
        except ValueError as error:
            note([("json", f"output of check: {type(error).__name__}")], None, outcome)
            return failures
        if len(cases) == 1:
            found = {tops[0]: item for item in objects[:1]}
        else:
            names = {top.rsplit(b".", 1)[0].decode(): top for top in tops}
            found = {names[item["submission"]]: item for item in objects if item.get("submission") in names}
        said = outcome.stderr.decode(errors="replace")
        expectations = {}
        for case, top in zip(cases, tops):
            expectation = expectations[top] = reading.expect(case.tree)
            if top not in found:
                is_huge = any(not isinstance(content, bytes) and content[0] == "sparse" for content in case.tree.values())
                is_system = properties.SYSTEM.search(os.fsdecode(top))
                if {"voorblad", "inzet"} <= expectation.sound and not is_huge and not is_system and not reading.is_zip(case.tree):
                    note([("blocked", "sound tables are refused for another file")], case, outcome)
                if properties.SYSTEM.search(os.fsdecode(top)):
                    continue
                if case.alone:
                    named = bool(said.strip())
                else:
                    named = top.decode() in said
                if not named or outcome.status != 3:
                    note([("silent", "a submission is neither read nor named")], case, outcome)
                continue
            faults = properties.findings(found[top])
            if not faults:
                faults = properties.places(found[top], expectation.extents) + properties.counts(found[top], expectation)
            note(faults, case, outcome)

        if "text" in options:
            for form in ("text", "csv"):
                told = self.tool.run("check", *paths, "--format", form, *common, share=len(cases))
                note(properties.ending(told, self.tool, delivered, len(cases), (outcome.status,)) or properties.console(told, is_text=form == "text"), None, told)
                if form == "csv" and not told.signal:
                    note(properties.delimited(told.stdout)[1], None, told)
        if "convert" in options:
            self._convert(cases, tops, paths, common, delivered, found, expectations, note, folder)
        return failures

    def _convert(self, cases, tops, paths, common, delivered, found, expectations, note, folder):
        outcome = self.tool.run("convert", *paths, "--output", folder + "/uit", *common, share=4 * len(cases))
        faults = properties.ending(outcome, self.tool, delivered, 4 * len(cases), (0, 3)) or properties.console(outcome)
        note(faults, None, outcome)
        if any(kind in ("signal", "bounded", "status") for kind, _ in faults):
            return
        root = pathlib.Path(folder) / "uit"
        for path in root.iterdir() if root.is_dir() else ():
            if properties.unfinished(path.name, tops[0] if len(tops) == 1 else b""):
                note([("unfinished", re.sub("[0-9]+", "N", path.name))], None, outcome)
        shared = set()
        for path in (root / "samenvatting.jsonl", root / "samenvatting.csv"):
            if path.is_file():
                shared.update(TOKEN.findall(path.read_bytes().decode("utf-8", "replace")))
        folders = [path for path in root.iterdir() if path.is_dir() and path.name != ".maatwerk"] if root.is_dir() else []
        for case, top in zip(cases, tops):
            if top not in found:
                continue
            if len(cases) == 1:
                place = folders[0] if folders else None
            else:
                place = root / top.rsplit(b".", 1)[0].decode()
            if place is None or not place.is_dir():
                note([("silent", "no result of convert")], case, outcome)
                continue
            words = set(shared)
            faults = properties.result(place, found[top], words)
            if not faults and found[top]["findings"] is not None:
                faults += properties.kept(expectations[top], found[top], words)
            note(faults, case, outcome)
        if "consolidate" in cases[0].options:
            for arguments in (["consolidate", root, *common, "--output", root / "m.xlsx"], ["template", "--prefill", root / folders[0], *common, "--output", folder + "/sjabloon"] if folders else None):
                if arguments is None:
                    continue
                later = self.tool.run(*arguments, share=4 * len(cases))
                note(properties.ending(later, self.tool, delivered, 4 * len(cases), (0, 2, 3)) or properties.console(later), None, later)
            if (root / "m.xlsx").is_file():
                note(properties.workbook((root / "m.xlsx").read_bytes(), set()), None, outcome)
                (root / "m.xlsx").unlink()
                # Its tables stand beside it.
                shutil.rmtree(root / "m-gegevens")
        if self.rechecks and self.chance.random() < 0.08:
            self._twice(paths, common, note, folder, root, len(cases))

    def _twice(self, paths, common, note, folder, root, count):
        """The same input gives the same bytes, also with two at a time; and a rerun changes nothing."""
        again = self.tool.run("convert", *paths, "--output", folder + "/weer", "--jobs", "2", *common, share=4 * count)
        first, second = trees.read(root), trees.read(folder + "/weer")
        other = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
        if other:
            note([("twice", f"other bytes the second time: {', '.join(map(str, other[:3]))}")], None, again)
        before = trees.read(root)
        rerun = self.tool.run("convert", *paths, "--output", root, *common, share=4 * count)
        if trees.read(root) != before:
            note([("twice", "a rerun changes results")], None, rerun)

    # ------------------------------------------------------------ scripts

    def _script(self, case, folder):
        os.mkdir(folder + "/uit")
        failures = []
        delivered = trees.size(case.tree, TABLES)
        for command in case.script:
            outcome = self.tool.run(*filled(command, folder), stdin=case.stdin, cwd=folder, share=4)
            is_text = "json" not in command and "csv" not in command
            faults = properties.ending(outcome, self.tool, delivered, 4) or properties.console(outcome, is_text)
            if "json" in command and not outcome.signal and outcome.status in (0, 1):
                try:
                    found = [json.loads(line) for line in outcome.stdout.decode().split("\n") if line.strip()] if command[0] == "check" else json.loads(outcome.stdout)
                    faults += [fault for item in found for fault in properties.findings(item)] if command[0] == "check" else []
                except ValueError as error:
                    faults.append(("json", f"output of {command[0]}: {type(error).__name__}"))
            shown = tuple(os.fsdecode(part) for part in command)
            failures += [Failure(case, kind, detail, shown, outcome.stderr[-4000:]) for kind, detail in faults]
            if outcome.status not in (0, 1):
                break
        for parent, _, names in os.walk(folder + "/uit"):
            for name in names:
                path = pathlib.Path(parent) / name
                faults = []
                if properties.unfinished(name):
                    faults.append(("unfinished", re.sub("[0-9]+", "N", name)))
                if name.endswith(".xlsx") and path.is_file():
                    faults += properties.workbook(path.read_bytes(), set())
                shown = tuple(os.fsdecode(part) for part in case.script[-1])
                failures += [Failure(case, kind, detail, shown) for kind, detail in faults]
        return failures

    # ------------------------------------------------------------ at the same time, and cut short

    def _together(self, case, folder):
        """Runs into one folder at once, or killed on the way; afterwards a run makes what it makes in an empty folder."""
        failures = []

        def note(kind, detail, stderr=b""):
            failures.append(Failure(case, kind, detail, ("convert", "{in}/*", "--output", "{out}", "--register", "{register}"), stderr[-4000:]))

        paths = [os.fsencode(folder) + b"/in/" + top for top in case.tops()]
        common = ["--register", REGISTER, "--jobs", "2"]
        mode, count, delay = case.options[1], int(case.options[2]), float(case.options[3])
        shares = [paths for _ in range(count)] if mode != "apart" else [paths[index::count] for index in range(count)]
        runs = [self.tool.start("convert", *share, "--output", folder + "/uit", *common) for share in shares if share]
        if mode == "killed":
            time.sleep(delay)
            for run in runs:
                run.kill()
        for run in runs:
            said = run.communicate()[1]
            if mode != "killed" and run.returncode != 0:
                note("signal" if run.returncode < 0 else "together", f"{mode}: exit status {run.returncode}", said)
        root = pathlib.Path(folder) / "uit"
        for place in root.iterdir() if root.is_dir() else ():
            if place.is_dir() and not place.name.startswith("."):
                for kind, detail in properties.result(place, None, set()):
                    if kind != "unfinished" or mode != "killed":
                        note(kind, f"{mode}: {detail}")
        self.tool.run("convert", *paths, "--output", root, *common, share=4 * len(paths))
        self.tool.run("convert", *paths, "--output", folder + "/alleen", *common, share=4 * len(paths))
        if not failures and trees.read(root) != trees.read(folder + "/alleen"):
            one, other = trees.read(root), trees.read(folder + "/alleen")
            unlike = sorted({re.sub(r"[0-9]+", "N", os.fsdecode(path.rsplit(b"/", 1)[-1])) for path in one.keys() | other.keys() if one.get(path) != other.get(path)})
            note("together", f"{mode}: a later run does not put right {', '.join(unlike)[:100]}")
        return failures

    # ------------------------------------------------------------ what a crash is

    def trace(self, case):
        """Where a case ends by a signal: the first frames of the tool's own."""
        addresses = crash_addresses(self._crash(case, "limit=64,symbolicate=off,images=mentioned"))
        if addresses not in self.places or not addresses:
            self.places[addresses] = frames(self._crash(case, "limit=24"))
        return self.places[addresses]

    def _crash(self, case, traced):
        """The backtrace of the first crash, of the process itself or of one that works for it."""
        with workplace() as folder:
            os.mkdir(folder + "/in")
            os.mkdir(folder + "/uit")
            os.mkdir(folder + "/traces")
            trees.write(case.tree, folder + "/in")
            if case.script is not None:
                commands = [filled(command, folder) for command in case.script]
            else:
                common = (["--register", REGISTER] if "register" in case.options else []) + (["--language", "en"] if "english" in case.options else [])
                paths = [os.fsencode(folder) + b"/in/" + top for top in case.tops()]
                commands = [["check", *paths, *common], ["convert", *paths, "--output", folder + "/uit/u", *common]]
            for command in commands:
                outcome = self.tool.run(*command, stdin=case.stdin, cwd=folder, traced=f"{traced},output-to={folder}/traces", share=60)
                written = sorted(pathlib.Path(folder, "traces").iterdir(), key=os.path.getmtime)
                if written or outcome.signal or properties.CRASH.search(outcome.stderr):
                    traces = "".join(path.read_text(errors="replace") for path in written[:1])
                    return outcome.stderr.decode(errors="replace") + traces
        return ""


def filled(command, folder):
    """A command of a script with its places filled in, fit to be given to a process."""
    parts = [os.fsencode(part).replace(b"{in}", os.fsencode(folder + "/in")).replace(b"{out}", os.fsencode(folder + "/uit")) for part in command]
    return [part.replace(b"\0", b"0")[:120_000] for part in parts]


def crash_addresses(text):
    """The first addresses in the tool's own code of a backtrace without names, apart from where it was loaded."""
    image = re.search(r"(0x[0-9a-f]+)–(0x[0-9a-f]+) \S+ (?:maatwerk|exe) ", text)
    if not image or "crashed:" not in text:
        return ()
    first, last = (int(address, 16) for address in image.groups())
    stack = [int(address, 16) for address in re.findall(r"0x[0-9a-f]+", text.split("crashed:", 1)[1].split("Images", 1)[0])]
    return tuple(address - first for address in stack if first <= address < last)[:3]


FRAME = re.compile(r"^\s*\d+ (?:\[[^\]]*\] )*\s*0x[0-9a-f]+ (.*?)(?: \+ \d+)? in maatwerk at (?:\S*/)?(\S+?):(\d+):\d+", re.M)


def frames(text):
    """`Reason: Function (File.swift) < Function (File.swift)` of a backtrace."""
    said = re.search(r"Fatal error: (.*)", text)
    reason = re.search(r"\*\*\* (.*?) \*\*\*", text.split("\nThread", 1)[0].rsplit("done ***", 1)[-1])
    text = text.split("crashed:", 1)[-1].split("\n\nRegisters", 1)[0] if "crashed:" in text else text
    named = [f"{re.sub('specialized |static ', '', name)} ({file})" for name, file, line in FRAME.findall(text) if "runtime failure" not in name and file.endswith(".swift")]
    if said and not named:
        return re.sub("[0-9]+", "N", said.group(1))
    reason = re.sub(" at 0x[0-9a-f]+", "", reason.group(1)) if reason else "crash"
    return reason.replace("Swift runtime failure: ", "").replace("Program crashed: ", "") + ": " + " < ".join(named[:2])
