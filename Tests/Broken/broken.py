#!/usr/bin/env python3
"""Breaks the machine under the command: kills, loss of power, full and read-only disks, what may not be read, input that changes, few open
files, two runs at once, a clock that goes back, streams that are closed.

    broken.py [--runs N] [--seed N] [--only NAME,NAME]

What must hold, whatever happens: no half file stands under a final name; what went wrong is said in Dutch and in English, with status 3; no
end by a signal of its own; and the same command again completes, and makes byte for byte what an undisturbed run makes.
Ends with a line `N passed, N failed` and status 1 when something failed. Needs the command under test (MAATWERK) and, for mounting and for
being somebody who may not read everything, root; what cannot be tried is said.
"""
import argparse
import concurrent.futures
import csv
import hashlib
import io
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = os.environ.get("MAATWERK", str(ROOT / ".build/release/maatwerk"))
EXAMPLES, REGISTER = ROOT / "examples/inzendingen", ROOT / "examples/register"
INBOX = ("schoonmaak-sanitair-2026-q2", "groen-klassiek-2026-h1", "haastig-excel-2026-q2", "eenvoudig.csv")
NOBODY = 65534
# By how much at a time a disk writes a file.
BLOCK = 4096
# Of the tables of a result, those that are added up.
READ_AGAIN = ("voorblad", "inzet", "uren", "sociale_inkoop", "activiteiten", "bewijs", "gesprekken", "afspraken", "knelpunten", "leerpunten",
              "voorbeelden", "leerplekken", "afgekeurd")
SENDER = "inkoop@voorbeeld.example"
FAKETIME = next((path for path in pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1")), None)

# Every command that writes: its arguments, from the folder of the scene, and what may not be there before it. {out} is where it writes.
WRITERS = {
    "convert": ["convert", *(f"inbox/{name}" for name in INBOX), "--register", "register", "--output", "{out}/uit", "--jobs", "2", "--mail", SENDER],
    "rebuild": ["convert", *(f"inbox/{name}" for name in INBOX), "--register", "register", "--output", "{out}/oud", "--rebuild"],
    "consolidate": ["consolidate", "klaar", "--register", "register", "--output", "{out}/ministerie.xlsx"],
    "again": ["consolidate", "klaar", "--register", "register", "--output", "{out}/eerder.xlsx", "--exact"],
    "summary": ["consolidate", "klaar", "--register", "register", "--output", "{out}/deel.jsonl"],
    "template": ["template", "--output", "{out}/sjabloon", "--register", "register", "--kvk", "12345678"],
    "generate": ["generate", "--output", "{out}/gen", "--suppliers", "3", "--rows", "8", "--seed", "4"],
    "reminders": ["status", "inbox", "--register", "register", "--on", "01-11-2027", "--mail", SENDER, "--output", "{out}/herinneringen"],
    "decisions": ["decisions", "post/ingevuld.xlsx", "--register", "{out}/besluitregister"],
    "purge": ["purge", "{out}/weg", "--before", "01-07-2026"],
}
READERS = {
    "check": ["check", "inbox/schoonmaak-sanitair-2026-q2", "--register", "register", "--format", "json"],
    "status": ["status", "klaar", "--register", "register", "--on", "01-11-2026"],
    "compare": ["compare", "klaar/schoonmaak-sanitair-2026-q2", "klaar/schoonmaak-sanitair-2026-q3"],
    "trace": ["trace", "klaar/schoonmaak-sanitair-2026-q2", "Samenvatting!D6"],
    "verify": ["verify", "klaar"],
    "audit": ["audit", "klaar/schoonmaak-sanitair-2026-q2/rapport.xlsx"],
    "rules": ["rules", "--format", "json"],
    "explain": ["explain", "INZ-03"],
}
# What a run leaves that is told apart from results: the slots by which runs wait for each other.
UNTOLD = (".slot",)


class Failed(Exception):
    """What did not hold."""


def require(holds, what):
    if not holds:
        raise Failed(what)


def unfinished(name):
    return name.startswith((".deel-", ".werk-", ".spreadsheet-"))


def tree(folder, hidden=True):
    """The files in a folder by path, with their digests; without what is not finished when `hidden` is false."""
    found = {}
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if not path.is_file() or path.name.endswith(UNTOLD) or (not hidden and any(map(unfinished, parts))):
            continue
        found["/".join(parts)] = path.read_bytes()
    return found


def difference(found, wanted):
    names = [f"{name} is {'missing' if name not in found else 'too much' if name not in wanted else 'other'}"
             for name in sorted(set(found) | set(wanted)) if found.get(name) != wanted.get(name)]
    return "; ".join(names[:8])


class Scene:
    """A folder with all that the commands read, and what each of them makes of it undisturbed."""

    def __init__(self, folder):
        self.folder, self.stage, self.made, self.seconds = folder, folder / "begin", {}, {}
        stage = self.stage
        for name in ("inbox", "post"):
            (stage / name).mkdir(parents=True)
        for name in INBOX:
            (shutil.copytree if (EXAMPLES / name).is_dir() else shutil.copy)(EXAMPLES / name, stage / "inbox" / name)
        for name in ("register", "besluitregister"):
            shutil.copytree(REGISTER, stage / name)
        everything = [*(f"inbox/{name}" for name in INBOX), EXAMPLES / "schoonmaak-sanitair-2026-q3"]
        for name, more in (("klaar", []), ("weg", []), ("oud", ["--language", "en"])):
            self.run(["convert", *everything[:4 if name == "oud" else 5], "--register", "register", "--output", name, *more], stage, status=0)
        self.run(["consolidate", "oud", "--register", "register", "--output", "eerder.xlsx"], stage, status=0)
        self.fill_in(stage / "klaar/schoonmaak-sanitair-2026-q2/rapport.xlsx", stage / "post/ingevuld.xlsx")
        for name, arguments in WRITERS.items():
            place = folder / "heel" / name
            shutil.copytree(stage, place)
            begin = time.monotonic()
            self.run(self.at(arguments), place, status=0)
            self.seconds[name], self.made[name] = time.monotonic() - begin, tree(place)
        self.before = tree(stage)

    @staticmethod
    def at(arguments, out="."):
        return [part.format(out=out) for part in map(str, arguments)]

    @staticmethod
    def fill_in(report, path):
        """A report with an agreement in the first blue cell of *Gesprek*."""
        import openpyxl
        import warnings
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(report)
        sheet = book["Gesprek"]
        row = next(row for row in range(1, sheet.max_row) if any(cell.value == "Onderwerp-id" for cell in sheet[row]))
        column = next(cell.column for cell in sheet[row] if cell.value == "Afspraak")
        sheet.cell(row + 1, column).value = "Samen een leerplek zoeken"
        book.save(path)

    @staticmethod
    def environment(folder, **more):
        temporary = folder.parent / (folder.name + "-tmp")
        temporary.mkdir(exist_ok=True)
        # A day that is fixed, as decisions and reminders name it.
        return {**os.environ, "NO_COLOR": "1", "TMPDIR": str(temporary), "SOURCE_DATE_EPOCH": "1800000000", **more}

    def run(self, arguments, folder, status=None, **options):
        environment = self.environment(folder, **options.pop("environment", {}))
        done = subprocess.run([TOOL, *map(str, arguments)], cwd=folder, capture_output=True, timeout=300, env=environment, **options)
        require(done.returncode >= 0, f"signal {-done.returncode}: {arguments}")
        if status is not None:
            require(done.returncode == status, f"status {done.returncode}, not {status}: {arguments}: {done.stderr.decode()[:600]}")
        return done

    def fresh(self, number):
        place = self.folder / f"proef-{number}"
        shutil.copytree(self.stage, place)
        return place

    def whole(self, name, place):
        """Whether each file that has its name is what stood there or what an undisturbed run makes."""
        for path, data in tree(place, hidden=False).items():
            options = [files[path] for files in (self.before, self.made[name]) if path in files]
            if path.endswith(("samenvatting.csv", "samenvatting.jsonl")):
                # A list is of what there is: line by line.
                lines = {line for option in options for line in option.splitlines()}
                new = [line for line in set(data.splitlines()) - lines if b"onverwachte fout" not in line]
                require(not new and data.endswith(b"\n"), f"{name}: half a list: {path}")
                continue
            if "/.maatwerk/" in path and json.loads(data).get("message"):
                continue  # that its making ended early
            require(data in options, f"{name}: {path} is neither what stood there nor what is made")
        if name == "rebuild":
            for result in ("schoonmaak-sanitair-2026-q2", "groen-klassiek-2026-h1"):
                part = {path: data for path, data in tree(place, hidden=False).items() if path.startswith(f"oud/{result}/")}
                options = [{path: data for path, data in files.items() if path.startswith(f"oud/{result}/")}
                           for files in (self.before, self.made[name])]
                require(part in options, f"{name}: old and new outputs stand side by side in {result}")

    def completes(self, name, place):
        """Whether the same command again makes what an undisturbed run makes, and leaves nothing else."""
        self.run(self.at(WRITERS[name]), place, status=0)
        found = tree(place)
        require(found == self.made[name], f"{name}: a rerun differs: {difference(found, self.made[name])}")
        left = list((place.parent / (place.name + "-tmp")).rglob("*"))
        require(not left, f"{name}: temporary files stay: {left[:3]}")

    @staticmethod
    def clear(place):
        shutil.rmtree(place, ignore_errors=True)
        shutil.rmtree(place.parent / (place.name + "-tmp"), ignore_errors=True)


def said(done, dutch, english, language):
    text = done.stderr.decode()
    word = english if language == "en" else dutch
    require(word in text, f"says nothing of '{word}': {text[:400]}")


# MARK: - What is tried. Each gives (what it is called, a function that raises Failed) pairs.

def processes(group):
    """The living processes of a group."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                fields = open(f"/proc/{entry}/stat").read().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if fields[0] != "Z" and int(fields[2]) == group:
                found.append(int(entry))
    return found


def kills(scene, chance, runs):
    """Random kills: of all processes of a run, of the first, of a child."""
    def kill(name, place, how, moment, number):
        # A pipe that nobody reads stops nobody: little is said.
        process = subprocess.Popen(
            [TOOL, *scene.at(WRITERS[name])], cwd=place, env=scene.environment(place), start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(moment)
        group = process.pid
        victims = {"all": None, "first": [group], "child": [pid for pid in processes(group) if pid != group][:1]}[how]
        if victims is None:
            try:
                os.killpg(group, number)
            except ProcessLookupError:
                pass
        else:
            for pid in victims:
                try:
                    os.kill(pid, number)
                except ProcessLookupError:
                    pass
        message = process.communicate(timeout=300)[1].decode()
        deadline = time.monotonic() + 60
        while processes(group):
            require(time.monotonic() < deadline, f"{name}: children go on when the first process is gone")
            time.sleep(0.01)
        if how == "child":
            require(process.returncode in (0, 3), f"{name}: status {process.returncode} when a child was killed")
            require(process.returncode == 0 or message, f"{name}: nothing is said of a killed child")
        return how == "child" and process.returncode == 3

    def trial(index):
        rng = random.Random(f"{chance}-kill-{index}")
        name = list(WRITERS)[index % len(WRITERS)]
        how = rng.choice(("all", "all", "all", "first", "child"))
        number = rng.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP))
        moment = rng.random() * scene.seconds[name] * 1.1

        def run():
            place = scene.fresh(f"kill-{index}")
            for _ in range(rng.choice((1, 1, 2))):
                left_out = kill(name, place, how, moment, number)
                # What a killed child was at is left out by name, with status 3: then the output is another one, and whole.
                if left_out and name in ("consolidate", "again", "summary"):
                    sound(place)
                else:
                    scene.whole(name, place)
            scene.completes(name, place)
            scene.clear(place)
        return f"{name}, {how}, signal {number}, after {moment:.2f} s", run
    return [trial(index) for index in range(runs)]


class Disk:
    """A small disk of its own."""

    def __init__(self, place, size):
        self.place = place
        place.mkdir(exist_ok=True)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], capture_output=True)
        require(done.returncode == 0, "cannot mount")

    def remount(self, options):
        subprocess.run(["mount", "-o", f"remount,{options}", self.place], check=True, capture_output=True)

    def close(self):
        subprocess.run(["umount", "-l", self.place], capture_output=True)


def may_mount(folder):
    if os.geteuid() != 0:
        return "only root may mount"
    try:
        disk = Disk(folder / "mag-ik", "64k")
    except Failed:
        return "mounting is not allowed here"
    disk.close()
    return None


def inside(scene, place, name, disk):
    """Runs a command that writes on a disk; gives what was done."""
    return lambda language: scene.run([*scene.at(WRITERS[name], "schijf"), "--language", language], place)


def kept(place, prefix):
    return {path[len(prefix):]: data for path, data in tree(place, hidden=False).items() if path.startswith(prefix)}


def move_targets(place):
    """Puts what commands find and change on the disk."""
    for name in ("oud", "weg", "besluitregister", "eerder.xlsx", "eerder-gegevens"):
        if (place / name).exists():
            shutil.move(place / name, place / "schijf" / name)


def full_disks(scene, chance, runs):
    """A disk that becomes full after so many bytes."""
    def trial(index):
        rng = random.Random(f"{chance}-full-{index}")
        name = [name for name in WRITERS if name != "purge"][index % (len(WRITERS) - 1)]

        def run():
            place = scene.fresh(f"full-{index}")
            disk = Disk(place / "schijf", "64m")
            try:
                move_targets(place)
                used = sum(-(-path.stat().st_size // 4096) * 4096 for path in (place / "schijf").rglob("*") if path.is_file())
                needed = sum(len(data) for path, data in scene.made[name].items() if scene.before.get(path) != data)
                room = int(rng.random() * (needed * 1.3 + 40_000))
                disk.remount(f"size={(used + 120_000 + room) // 4096 * 4}k")
                # A reminder that was sent is not sent again in another language.
                language = "nl" if name == "reminders" else rng.choice(("nl", "en"))
                done = scene.run([*scene.at(WRITERS[name], "schijf"), *(["--language", "en"] if language == "en" else [])], place)
                require(done.returncode in (0, 3), f"{name}: status {done.returncode} on a full disk: {done.stderr.decode()[:400]}")
                if done.returncode == 3:
                    said(done, "de schijf is vol", "the disk is full", language)
                if language == "nl":
                    for path, data in kept(place, "schijf/").items():
                        options = [files[path] for files in (scene.before, scene.made[name]) if path in files]
                        lists = path.endswith(("samenvatting.csv", "samenvatting.jsonl")) or "/.maatwerk/" in f"/{path}"
                        require(lists or data in options, f"{name}: {path} is half on a full disk")
                else:
                    sound(place / "schijf")
                disk.remount("size=256m")
                scene.run(scene.at(WRITERS[name], "schijf"), place, status=0)
                found = kept(place, "schijf/")
                wanted = {path: data for path, data in scene.made[name].items() if path in found or not path.startswith(
                    ("inbox/", "register/", "klaar/", "post/"))}
                require(found == wanted, f"{name}: after a full disk a rerun differs: {difference(found, wanted)}")
            finally:
                disk.close()
            scene.clear(place)
        return f"{name}, full disk", run
    return [trial(index) for index in range(max(6, runs // 3))]


def sound(folder):
    """Whether every file in a folder is whole, by its own form."""
    for path in folder.rglob("*"):
        if not path.is_file() or any(map(unfinished, path.parts)) or path.name.endswith(UNTOLD):
            continue
        data = path.read_bytes()
        if path.suffix == ".xlsx":
            require(zipfile.is_zipfile(io.BytesIO(data)) and zipfile.ZipFile(io.BytesIO(data)).testzip() is None, f"half a workbook: {path.name}")
        elif path.suffix == ".json":
            json.loads(data)
        elif path.suffix == ".jsonl":
            for line in data.splitlines():
                json.loads(line)
        elif path.suffix in (".csv", ".txt", ".md", ".eml"):
            require(data.endswith(b"\n"), f"half a text: {path.name}")


def read_only_disks(scene, chance, runs):
    """A disk that can only be read."""
    def trial(name, language):
        def run():
            place = scene.fresh(f"ro-{name}-{language}")
            disk = Disk(place / "schijf", "64m")
            try:
                move_targets(place)
                before = tree(place / "schijf")
                disk.remount("ro")
                done = scene.run([*scene.at(WRITERS[name], "schijf"), "--language", language], place)
                require(done.returncode == 3, f"{name}: status {done.returncode} on a read-only disk: {done.stderr.decode()[:300]}")
                text = done.stderr.decode()
                words = ("alleen worden gelezen", "of u er mag schrijven") if language == "nl" else ("read-only", "whether you may write")
                require(any(word in text for word in words), f"{name}: says not why: {text[:300]}")
                require(tree(place / "schijf") == before, f"{name}: a read-only disk changed")
            finally:
                disk.close()
            scene.clear(place)
        return f"{name}, read-only disk, {language}", run
    return [trial(name, language) for name in WRITERS for language in ("nl", "en")]


def unreadable(scene, chance, runs):
    """Somebody who may not read a file or folder; what it is, and which commands come across it."""
    cases = [
        ("inbox/schoonmaak-sanitair-2026-q2/inzet.csv", ("check", "convert")),
        ("inbox/schoonmaak-sanitair-2026-q2", ("check", "convert")),
        ("inbox/eenvoudig.csv", ("convert",)),
        ("register/contracten.csv", ("check", "convert", "consolidate", "template", "status", "reminders", "summary")),
        ("register", ("check", "convert", "consolidate", "template", "status")),
        ("klaar/schoonmaak-sanitair-2026-q2/gegevens/inzet.csv", ("consolidate", "summary")),
        ("klaar/schoonmaak-sanitair-2026-q2/bevindingen.json", ("consolidate", "compare")),
        ("klaar/schoonmaak-sanitair-2026-q2/gegevens", ("consolidate",)),
        ("klaar/schoonmaak-sanitair-2026-q2/rapport.xlsx", ("trace", "audit")),
        ("post/ingevuld.xlsx", ("decisions",)),
        ("besluitregister/contracten.csv", ("decisions",)),
    ]

    def trial(path, name, language):
        def run():
            place = scene.fresh(f"mag-niet-{hashlib.sha256(f'{path}{name}{language}'.encode()).hexdigest()[:8]}")
            temporary = place.parent / (place.name + "-tmp")
            temporary.mkdir(exist_ok=True)
            for folder in (place, temporary):
                for entry in (folder, *folder.rglob("*")):
                    os.chown(entry, NOBODY, NOBODY)
            before = tree(place)
            (place / path).chmod(0)
            arguments = {**WRITERS, **READERS}[name]
            done = scene.run([*scene.at(arguments), "--language", language], place, user=NOBODY, group=NOBODY, extra_groups=[])
            text = done.stderr.decode() + done.stdout.decode()
            require(done.returncode == 3, f"{name}: status {done.returncode} while {path} may not be read: {text[:300]}")
            require(pathlib.Path(path).name.split(".")[0] in text or pathlib.Path(path).parent.name in text, f"{name}: {path} is not named: {text[:300]}")
            words = ("rechten", "te lezen", "te openen") if language == "nl" else ("permission", "be read", "be opened")
            require(any(word in text for word in words), f"{name}: says not why ({path}): {text[:300]}")
            (place / path).chmod(0o700)
            sound(place)
            require(all(tree(place)[file] == data for file, data in before.items() if not file.startswith("besluitregister")), f"{name}: changed what it read")
            if name in WRITERS:
                scene.run(scene.at(arguments), place, status=0, user=NOBODY, group=NOBODY, extra_groups=[])
                found = tree(place)
                require(found == scene.made[name], f"{name}: a rerun differs: {difference(found, scene.made[name])}")
            scene.clear(place)
        return f"{name}, {path} may not be read, {language}", run
    return [trial(path, name, language) for path, names in cases for name in names for language in ("nl", "en")]


def changing(scene, chance, runs):
    """Input that changes while it is read: by another whole file, cut short, or growing."""
    def trial(index):
        rng = random.Random(f"{chance}-change-{index}")

        def run():
            place = scene.fresh(f"anders-{index}")
            target = place / "inbox/schoonmaak-sanitair-2026-q2/inzet.csv"
            first = target.read_bytes()
            lines = first.splitlines(keepends=True)
            versions = [first, b"".join(lines[:3]), b"".join(lines[:2])]
            digests = {hashlib.sha256(data).hexdigest(): data for data in versions}
            how, over = ("whole", "cut", "grow")[index % 3], threading.Event()

            def change():
                while not over.is_set():
                    data = rng.choice(versions)
                    if how == "whole":
                        (place / "nieuw").write_bytes(data)
                        os.replace(place / "nieuw", target)
                    elif how == "cut":
                        target.write_bytes(data)
                    else:
                        with target.open("ab") as file:
                            file.write(lines[-1])
                        if target.stat().st_size > 1_000_000:
                            target.write_bytes(first)
                    time.sleep(0.0005)
            thread = threading.Thread(target=change)
            thread.start()
            try:
                for _ in range(3):
                    done = scene.run([*scene.at(WRITERS["convert"]), "--rebuild"], place)
                    require(done.returncode in (0, 3), f"status {done.returncode}: {done.stderr.decode()[:300]}")
                    sound(place / "uit")
                    result = place / "uit/schoonmaak-sanitair-2026-q2"
                    if how == "whole" and (result / "manifest.json").exists():
                        # What was judged is what the manifest says was read: one of the versions, and its rows.
                        manifest = json.loads((result / "manifest.json").read_text())
                        digest = next(entry["sha256"] for entry in manifest["inputs"] if entry["name"] == "inzet.csv")
                        require(digest in digests, "the manifest names bytes that no version had")
                        with (result / "gegevens/inzet.csv").open(newline="") as file:
                            rows = len(list(csv.reader(file))) - 1
                        wanted = {"whole": len(digests[digest].splitlines()) - 1}["whole"]
                        aside = sum(entry["rows"] for entry in json.loads((result / "bevindingen.json").read_text())["tables_set_aside"])
                        require(rows + aside <= wanted, f"{rows} rows of a version with {wanted}")
            finally:
                over.set()
                thread.join()
            # A moment later somebody put back what stood there at first.
            target.write_bytes(first)
            (place / "nieuw").unlink(missing_ok=True)
            scene.completes("convert", place)
            scene.clear(place)
        return f"convert, input changes ({('whole', 'cut', 'grow')[index % 3]})", run
    return [trial(index) for index in range(max(3, runs // 10))]


def power(scene, chance, runs):
    """Loss of power: files have their names, and the disk has not all of them: none of it, or the first blocks."""
    def trial(index):
        rng = random.Random(f"{chance}-power-{index}")

        def run():
            place = scene.fresh(f"stroom-{index}")
            scene.run(scene.at(WRITERS["convert"]), place, status=0)
            made = sorted(path for path in (place / "uit").rglob("*") if path.is_file() and path.stat().st_size)
            cut = rng.sample(made, rng.choice((1, 1, 2, 5, 40)))
            for path in cut:
                os.truncate(path, rng.randrange(-(-path.stat().st_size // BLOCK)) * BLOCK)
            # What is added up before the batch ran again: a result that is not whole is left out by name.
            read = {path.relative_to(place / "uit").parts[0] for path in cut
                    if path.name in ("bevindingen.json", "manifest.json") or path.parent.name == "gegevens" and path.stem in READ_AGAIN}
            done = scene.run(["consolidate", "uit", "--register", "register", "--output", "tussen.xlsx"], place)
            require(done.returncode == (3 if read else 0), f"status {done.returncode} with {sorted(read)}: {done.stderr.decode()[:400]}")
            require(all(name in done.stderr.decode() for name in read), f"{sorted(read)} left out in silence: {done.stderr.decode()[:400]}")
            # Of nothing no workbook is made.
            is_anything_left = len(read) < sum(path.is_dir() and not path.name.startswith(".") for path in (place / "uit").iterdir())
            require((place / "tussen.xlsx").exists() == is_anything_left, f"a workbook of all but {sorted(read)}")
            if is_anything_left:
                (place / "tussen.xlsx").unlink()
                shutil.rmtree(place / "tussen-gegevens")
            # A report of which only a part is left may have held something: it stands beside the new one.
            kept = [path for path in cut if path.name == "rapport.xlsx" and path.stat().st_size]
            scene.run(scene.at(WRITERS["convert"]), place, status=0)
            for path in kept:
                (path.parent / "rapport-ingevuld.xlsx").unlink()
            scene.completes("convert", place)
            scene.clear(place)
        return f"convert, power is lost ({index})", run
    return [trial(index) for index in range(max(6, runs // 3))]


def few_files(scene, chance, runs):
    """Twenty open files, for every command."""
    def limit(files):
        return lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))

    def trial(name, language):
        def run():
            place = scene.fresh(f"fd-{name}-{language}")
            arguments = scene.at({**WRITERS, **READERS}[name])
            done = scene.run([*arguments, "--language", language], place, preexec_fn=limit(20))
            require(done.returncode == 3, f"{name}: status {done.returncode} with 20 files")
            said(done, "ulimit -n 1024", "ulimit -n 1024", language)
            said(done, "bestanden tegelijk open", "files may be open", language)
            require(tree(place) == scene.before, f"{name}: with 20 files something was written")
            if name in WRITERS:
                scene.run(arguments, place, status=0, preexec_fn=limit(64))
                require(tree(place) == scene.made[name], f"{name}: with 64 files: {difference(tree(place), scene.made[name])}")
            scene.clear(place)
        return f"{name}, 20 open files, {language}", run
    return [trial(name, language) for name in (*WRITERS, *READERS) for language in ("nl", "en")]


def together(scene, chance, runs):
    """Two and three runs into one folder at once."""
    def trial(name, count):
        def run():
            place = scene.fresh(f"samen-{name}-{count}")
            with concurrent.futures.ThreadPoolExecutor(count) as pool:
                done = list(pool.map(lambda _: scene.run(scene.at(WRITERS[name]), place), range(count)))
            for one in done:
                require(one.returncode == 0, f"{name}: status {one.returncode} of {count} at once: {one.stderr.decode()[:400]}")
            found = tree(place)
            require(found == scene.made[name], f"{name}: {count} at once differ: {difference(found, scene.made[name])}")
            scene.completes(name, place)
            scene.clear(place)
        return f"{name}, {count} at once", run
    return [trial(name, count) for name in WRITERS for count in (2, 3)]


def clocks(scene, chance, runs):
    """A clock that jumps: back before a rerun, back while a run goes on, to before 1970 and beyond 2038."""
    def trial(name, times):
        def run():
            place = scene.fresh(f"klok-{name}-{'-'.join(times).replace(' ', '_').replace(':', '')}")
            stamp = place.parent / (place.name + "-nu")
            stamp.write_text(times[0])
            over = threading.Event()

            def jump():
                index = 0
                while not over.wait(0.02):
                    index += 1
                    new = stamp.with_suffix(".nieuw")
                    new.write_text(times[index % len(times)])
                    os.replace(new, stamp)
            environment = {"LD_PRELOAD": str(FAKETIME), "FAKETIME_TIMESTAMP_FILE": str(stamp), "FAKETIME_NO_CACHE": "1",
                           "DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"}
            thread = threading.Thread(target=jump)
            thread.start()
            try:
                for _ in range(2):
                    scene.run(scene.at(WRITERS[name]), place, status=0, environment=environment)
                    found = tree(place)
                    require(found == scene.made[name], f"{name}: under a clock that jumps: {difference(found, scene.made[name])}")
            finally:
                over.set()
                thread.join()
            scene.clear(place)
            stamp.unlink()
        return f"{name}, the clock at {' and '.join(times)}", run
    if FAKETIME is None:
        return []
    return [trial(name, times) for name in WRITERS for times in
            (("@2030-01-01 00:00:00", "@2020-01-01 00:00:00"), ("@1969-06-01 00:00:00", "@2040-01-01 00:00:00"))]


def streams(scene, chance, runs):
    """Standard streams that are closed, full, or that somebody stops reading."""
    def shell(name, redirection, language, place):
        arguments = [*scene.at({**WRITERS, **READERS}[name]), "--language", language]
        script = 'tool=$1; shift; "$tool" "$@" ' + redirection
        return subprocess.run(["bash", "-c", script, "bash", TOOL, *arguments], cwd=place, capture_output=True, timeout=300, env=scene.environment(place))

    def trial(name, redirection):
        def run():
            place = scene.fresh(f"stroom-{hashlib.sha256(f'{name}{redirection}'.encode()).hexdigest()[:8]}")
            for language in ("nl", "en"):
                done = shell(name, redirection, language, place)
                speaks = bool(shell(name, "", language, place).stdout) if "1" in redirection or redirection[:1] == ">" else False
                if "| head" in redirection:
                    require(done.returncode == 0, f"{name}: status {done.returncode} when a reader has seen enough")
                elif speaks and name in READERS:
                    require(done.returncode == 3, f"{name} {redirection}: status {done.returncode}: {done.stderr.decode()[:300]}")
                    said(done, "De uitvoer is niet helemaal geschreven", "The output was not written in full", language)
                else:
                    require(done.returncode in (0, 1, 3), f"{name} {redirection}: status {done.returncode}")
            sound(place)
            if name in WRITERS and name != "purge":
                shutil.rmtree(place)
                shutil.copytree(scene.stage, place)
                shell(name, redirection, "nl", place)
                require(tree(place) == scene.made[name], f"{name} {redirection}: {difference(tree(place), scene.made[name])}")
            scene.clear(place)
        return f"{name} {redirection}", run
    return [trial(name, redirection) for name in (*WRITERS, *READERS)
            for redirection in (">/dev/full", ">&-", "2>&-", "<&- >&- 2>&-", "2>/dev/full", "| head -c 0; exit ${PIPESTATUS[0]}")]


KINDS = {
    "kills": kills, "full": full_disks, "read-only": read_only_disks, "unreadable": unreadable, "changing": changing, "files": few_files,
    "power": power, "together": together, "clock": clocks, "streams": streams,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=300, help="random kills; a third as many full disks and losses of power, a tenth as many changing inputs; the other kinds are tables")
    parser.add_argument("--sample", type=int, default=0, help="so many of each table, chosen by the seed; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", default="", help=f"of {', '.join(KINDS)}")
    options = parser.parse_args()
    wanted = [name for name in options.only.split(",") if name] or list(KINDS)
    # Opened to all, as one kind of trial is done by somebody else than the owner.
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kapot-"))
    folder.chmod(0o755)
    passed = failed = 0
    try:
        begin = time.monotonic()
        scene = Scene(folder)
        print(f"scene made in {time.monotonic() - begin:.1f} s", flush=True)
        no_mount = may_mount(folder)
        for kind in wanted:
            why = {"full": no_mount, "read-only": no_mount, "unreadable": "needs root" if os.geteuid() else None,
                   "clock": None if FAKETIME else "libfaketime is not there"}.get(kind)
            if why:
                print(f"{kind:11} not tried: {why}")
                continue
            trials = KINDS[kind](scene, options.seed, options.runs)
            if options.sample and kind not in ("kills", "full"):
                trials = random.Random(f"{options.seed}-{kind}").sample(trials, min(options.sample, len(trials)))
            begin, bad = time.monotonic(), []

            def attempt(trial):
                try:
                    trial[1]()
                except Failed as failure:
                    return f"{trial[0]}: {failure}"
                except Exception as error:  # a trial that breaks itself is no success
                    return f"{trial[0]}: {type(error).__name__}: {error}"
                return None
            with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
                bad = [result for result in pool.map(attempt, trials) if result]
            passed, failed = passed + len(trials) - len(bad), failed + len(bad)
            print(f"{kind:11} {len(trials):4} tried, {len(bad):3} failed, {time.monotonic() - begin:6.1f} s", flush=True)
            for line in bad:
                print("  " + line[:700], flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
