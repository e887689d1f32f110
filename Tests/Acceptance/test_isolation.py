"""A submission that ends the process that works on it takes nothing with it: not the batch, not the others, not the next run."""
import csv
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import threading
import zipfile

from support import EXAMPLES, REGISTER, ROOT, TOOL, ToolTest, placements

HOWS = ("trap", "kill", "exit", "segv")


def crashing(name, how):
    """Ends what works on a submission. It is meant, so that no backtrace is needed, which takes longest of all."""
    return {"MAATWERK_TEST_CRASH": f"{name}:{how}", "SWIFT_BACKTRACE": "enable=no"}


class CrashTest(ToolTest):
    def setUp(self):
        super().setUp()
        self.folders = [self.submission(f"s{number}", inzet=placements(number + 1)) for number in range(5)]
        self.out = self.folder / "uit"

    def convert(self, *options, **environment):
        return self.run_tool("convert", *self.folders, "--output", self.out, *options, environment=environment)

    def records(self):
        return {line["submission"]: line
                for line in map(json.loads, (self.out / "samenvatting.jsonl").read_text().splitlines())}

    def test_a_crash_costs_one_submission_and_the_next_run_tries_it_again(self):
        whole = self.run_tool("convert", *self.folders, "--output", self.folder / "heel")
        self.assertEqual(whole.returncode, 0)
        for how in HOWS:
            for jobs in (1, 3):
                with self.subTest(how=how, jobs=jobs):
                    shutil.rmtree(self.out, ignore_errors=True)
                    result = self.convert("--jobs", jobs, "--format", "json", **crashing("s2", how))
                    self.assertEqual(result.returncode, 3)
                    message = result.stderr.decode()
                    self.assertIn("s2", message)
                    self.assertIn("onverwachte fout", message)
                    self.assertNotIn("Fatal error", message)
                    self.assertNotIn("12345678", message)
                    lines = [json.loads(line) for line in result.stdout.splitlines()]
                    self.assertEqual([line["submission"] for line in lines], [f"s{number}" for number in range(5)])
                    self.assertEqual([bool(line["outputs"]) for line in lines], [True, True, False, True, True])
                    self.assertIn("onverwachte fout", self.records()["s2"]["message"])
                    self.assertFalse((self.out / "s2").exists())
                    # It stops at the same place only as long as it is the same.
                    self.assertEqual(self.convert("--jobs", jobs, **crashing("s2", how)).returncode, 3)
                    self.assertEqual(self.convert("--jobs", jobs).returncode, 0)
                    self.assertEqual(tree(self.out), tree(self.folder / "heel"))

    def test_what_stood_there_stays_when_a_new_result_cannot_be_made(self):
        self.assertEqual(self.convert().returncode, 0)
        before = tree(self.out / "s2")
        self.assertEqual(self.convert("--rebuild", **crashing("s2", "kill")).returncode, 3)
        self.assertEqual(tree(self.out / "s2"), before)
        self.assertIn("onverwachte fout", self.records()["s2"]["message"])

    def test_a_submission_that_never_ends_is_ended(self):
        result = self.convert("--jobs", 2, **crashing("s1", "hang"), MAATWERK_TIME_LIMIT="2")
        self.assertEqual(result.returncode, 3)
        self.assertIn("duurde te lang", result.stderr.decode())
        self.assertEqual([bool(self.records()[f"s{number}"]["outputs"]) for number in range(5)],
                         [True, False, True, True, True])

    def test_a_single_submission_that_crashes_is_a_sentence(self):
        for how in HOWS:
            result = self.run_tool("convert", self.folders[0], "--output", self.out,
                                   environment=crashing("s0", how))
            self.assertEqual(result.returncode, 3, how)
            self.assertIn("onverwachte fout", result.stderr.decode())

    def test_check_goes_on_after_a_crash(self):
        whole = [json.loads(line) for line in
                 self.run_tool("check", *self.folders, "--format", "json").stdout.splitlines()]
        for how in HOWS:
            result = self.run_tool("check", *self.folders, "--format", "json",
                                   environment=crashing("s3", how))
            self.assertEqual(result.returncode, 3, how)
            found = [json.loads(line) for line in result.stdout.splitlines()]
            self.assertEqual(found, whole[:3] + whole[4:])
            self.assertIn("s3", result.stderr.decode())
            text = self.run_tool("check", *self.folders, environment=crashing("s3", how))
            self.assertIn("1 niet te lezen", text.stdout.decode())

    def test_consolidate_leaves_out_what_ends_it(self):
        self.assertEqual(self.convert().returncode, 0)
        for how in HOWS:
            book = self.folder / f"{how}.xlsx"
            result = self.run_tool("consolidate", self.out, "--output", book,
                                   environment=crashing("s4", how))
            self.assertEqual(result.returncode, 3, how)
            self.assertIn("s4", result.stderr.decode())
            self.assertIn("4 resultaten gelezen, 1 niet bruikbaar", result.stdout.decode())
            self.assertTrue(book.exists())

    def test_damaged_results_are_left_out_by_name(self):
        self.assertEqual(self.convert().returncode, 0)
        damages = {
            "s0": lambda folder: (folder / "bevindingen.json").write_bytes(b"[" * 200_000),
            "s1": lambda folder: (folder / "bevindingen.json").write_bytes(bytes(range(256))),
            "s2": lambda folder: shutil.rmtree(folder / "gegevens"),
            "s3": lambda folder: (folder / "gegevens/voorblad.csv").write_bytes(b"\0" * 9_000),
        }
        for name, damage in damages.items():
            damage(self.out / name)
        result = self.run_tool("consolidate", self.out, "--output", self.folder / "m.xlsx")
        self.assertEqual(result.returncode, 3)
        for name in damages:
            self.assertIn(name, result.stderr.decode())
        self.assertTrue((self.folder / "m.xlsx").exists())

    def test_results_that_changed_are_left_out_by_name(self):
        """A row less is a right file too: only its digest tells."""
        placed = self.folders[4] / "inzet.csv"
        placed.write_bytes(placed.read_bytes() + placements(1).encode().splitlines()[1].replace(b"01-", b"99-", 1) + b"\n")
        self.assertEqual(self.convert().returncode, 0)

        def cut(path):
            lines = path.read_bytes().splitlines(keepends=True)
            path.write_bytes(b"".join(lines[:-1]))

        changes = {
            "s0": (lambda folder: cut(folder / "gegevens/inzet.csv"), "gegevens/inzet.csv: is veranderd"),
            "s1": (lambda folder: (folder / "gegevens/inzet.csv").unlink(), "gegevens/inzet.csv: is weg"),
            "s2": (lambda folder: (folder / "bevindingen.json").write_text(
                (folder / "bevindingen.json").read_text().replace("INZ-", "INK-").replace("BEW-", "INK-") + " "),
                "bevindingen.json: is veranderd"),
            "s4": (lambda folder: (folder / "gegevens/afgekeurd.csv").unlink(), "gegevens/afgekeurd.csv: is weg"),
            # The first versions wrote no manifest, and their results count as they stand.
            "s3": (lambda folder: (folder / "manifest.json").unlink(), ""),
        }
        for name, (change, _) in changes.items():
            change(self.out / name)
        result = self.run_tool("consolidate", self.out, "--output", self.folder / "m.xlsx")
        self.assertEqual(result.returncode, 3)
        told = result.stderr.decode().splitlines()
        expected = [f"{name}: {words}" for name, (_, words) in changes.items() if words]
        self.assertEqual([line[:len(words)] for line, words in zip(told, expected)], expected)
        self.assertIn("1 resultaat gelezen, 4 niet bruikbaar", result.stdout.decode())
        # What was done anew is used.
        self.assertEqual(self.convert("--rebuild").returncode, 0)
        self.assertEqual(self.run_tool("consolidate", self.out, "--output", self.folder / "m.xlsx").returncode, 0)


class LimitTest(ToolTest):
    """What the system refuses becomes a sentence and status 3."""

    def test_little_stack_is_told(self):
        """A stack that may not grow enough is said with the remedy, before anything can end by a signal; one that may grow is let grow."""
        folder = self.submission("stapel")
        for soft, hard, expected in ((64, 64, 3), (128, 256, 3), (64, 8192, 0), (512, 512, 0)):
            with self.subTest(soft=soft, hard=hard):
                done = subprocess.run(
                    [TOOL, "convert", folder, "--output", self.folder / f"uit-{soft}-{hard}"], capture_output=True, timeout=120,
                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_STACK, (soft << 10, hard << 10)))
                self.assertEqual(done.returncode, expected, done.stderr.decode())
                self.assertEqual(b"ulimit -s 512" in done.stderr, expected == 3)

    def limited(self, files, *arguments):
        return subprocess.run(
            [TOOL, *map(str, arguments)], capture_output=True, timeout=300,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (files, files)))

    def test_few_open_files(self):
        folder = self.submission()
        for files in (4, 5, 8, 20, 63):
            for command in (["check", folder], ["convert", folder, "--output", self.folder / "uit"],
                            ["template", "--output", self.folder / "sjabloon"]):
                result = self.limited(files, *command)
                self.assertEqual(result.returncode, 3, (files, command, result.stderr))
                self.assertIn("ulimit -n", result.stderr.decode())
        self.assertEqual(self.limited(64, "convert", folder, "--output", self.folder / "uit").returncode, 0)

    def failing(self, name, source):
        """An environment in which a call to the system fails as `source` says."""
        compiler = shutil.which("cc") or shutil.which("clang")
        if not compiler:
            self.skipTest("no compiler for C")
        library = self.folder / f"{name}.so"
        (self.folder / f"{name}.c").write_text("#define _GNU_SOURCE\n" + source)
        subprocess.run(
            [compiler, "-shared", "-fPIC", "-o", library, self.folder / f"{name}.c", "-ldl"], check=True, capture_output=True)
        return {**os.environ, "LD_PRELOAD": str(library), "SWIFT_BACKTRACE": "enable=no"}

    def test_a_child_that_cannot_see_its_files(self):
        """A child that the system does not tell which files are open closes the ends of its own pipes all the same, or it waits for itself."""
        environment = self.failing("blind", """
            #include <dirent.h>
            #include <dlfcn.h>
            #include <errno.h>
            #include <string.h>
            DIR *opendir(const char *path) {
                if (strcmp(path, "/proc/self/fd") == 0) { errno = EIO; return 0; }
                return ((DIR *(*)(const char *))dlsym(RTLD_NEXT, "opendir"))(path);
            }""")
        done = subprocess.run(
            [TOOL, "convert", self.submission(), "--output", self.folder / "uit"], capture_output=True, timeout=60, env=environment)
        self.assertEqual(done.returncode, 0, done.stderr.decode())

    def test_work_that_does_not_reach_a_child(self):
        """Work that cannot be handed over is told as lost; nobody waits for its answer."""
        environment = self.failing("deaf", """
            #include <dlfcn.h>
            #include <errno.h>
            #include <unistd.h>
            ssize_t write(int file, const void *bytes, size_t count) {
                if (file > 2 && count > 5 && *(const char *)bytes == 1) { errno = EIO; return -1; }
                return ((ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write"))(file, bytes, count);
            }""")
        done = subprocess.run(
            [TOOL, "convert", self.submission(), "--output", self.folder / "uit"], capture_output=True, timeout=60, env=environment)
        self.assertEqual(done.returncode, 3, done.stdout.decode())
        self.assertIn("nverwachte fout", done.stderr.decode())

    def within(self, megabytes, *arguments):
        return subprocess.run(
            [TOOL, *map(str, arguments)], capture_output=True, timeout=60,
            # What tells of a crash needs more memory than there is, and waits for it.
            env={**os.environ, "SWIFT_BACKTRACE": "enable=no"},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20)))

    def test_little_memory(self):
        folder = self.submission()
        # With less the system does not get the libraries in. In the first megabyte beyond, the runtime of Swift starts or does not, before the program does.
        least = next(size for size in range(40, 400) if self.within(size, "--version").returncode != 127) + 2
        told = 0
        # Some of these leave room to start, and none for a word or for another thread: who waits for one waits for ever.
        for megabytes in (*range(least, least + 10), *range(least + 10, 200, 10), 200, 400):
            result = self.within(megabytes, "convert", folder, "--output", self.folder / f"uit{megabytes}")
            self.assertIn(result.returncode, (0, 3), (megabytes, result.stderr))
            self.assertEqual(result.returncode == 3, bool(result.stderr), (megabytes, result.stderr))
            told += b"ulimit -v" in result.stderr
        self.assertGreater(told, 0)

    def test_small_files_only(self):
        """Where no file may become large, that is told; it is no crash, and nothing is left half."""
        folder = self.submission()
        for kilobytes in (1, 8, 20):
            out = self.folder / f"klein{kilobytes}"
            result = subprocess.run(
                [TOOL, "convert", str(folder), "--output", str(out)], capture_output=True, timeout=300,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes << 10, kilobytes << 10)))
            self.assertEqual(result.returncode, 3, (kilobytes, result.stderr))
            self.assertIn("het bestand wordt groter dan hier mag", result.stderr.decode())
            self.assertFalse((out / folder.name).exists())

    def test_a_disk_that_is_full_or_read_only(self):
        if os.geteuid() != 0:
            self.skipTest("needs to mount")
        place = self.folder / "schijf"
        place.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place], capture_output=True).returncode:
            self.skipTest("cannot mount")
        self.addCleanup(subprocess.run, ["umount", "-l", place])
        result = self.run_tool("convert", self.submission(), "--output", place / "uit")
        self.assertEqual(result.returncode, 3)
        self.assertIn("de schijf is vol", result.stderr.decode())
        self.assertFalse((place / "uit/inzending").exists())
        # The rows of a small workbook wait in memory, those of a large one in TMPDIR.
        result = self.run_tool("convert", self.submission("b"), "--output", self.folder / "uit",
                               environment={"TMPDIR": str(place)})
        self.assertEqual(result.returncode, 0, result.stderr)
        self.run_tool("generate", "--suppliers", 1, "--rows", 15_000, "--seed", 1, "--output", self.folder / "groot")
        large = next((self.folder / "groot/inzendingen").iterdir())
        result = self.run_tool("convert", large, "--output", self.folder / "uit", environment={"TMPDIR": str(place)})
        self.assertEqual(result.returncode, 3)
        self.assertIn("TMPDIR", result.stderr.decode())
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        for command in (["convert", self.submission("c"), "--output", place / "x"],
                        ["template", "--output", place / "y"],
                        ["generate", "--suppliers", 1, "--rows", 1, "--seed", 1, "--output", place / "z"]):
            result = self.run_tool(*command)
            self.assertEqual(result.returncode, 3, command)
            self.assertIn("alleen worden gelezen", result.stderr.decode())


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


class StreamTest(ToolTest):
    """A result that cannot be written is told of, with status 3, and never ends up in another file."""

    COMMANDS = (["check", EXAMPLES / "schoonmaak-sanitair-2026-q2", "--format", "json"], ["check", EXAMPLES / "eenvoudig.csv"],
                ["rules"], ["explain", "INZ-03"], ["--help"], ["--version", "--verbose"])

    def told(self, redirection, language, *arguments):
        script = 'tool=$1; shift; "$tool" "$@" ' + redirection
        return subprocess.run(["bash", "-c", script, "bash", TOOL, *map(str, arguments)], capture_output=True, timeout=300,
                              env={**os.environ, "MAATWERK_LANGUAGE": language})

    def test_full_and_closed_standard_output(self):
        for redirection, why in ((">/dev/full", ("de schijf is vol", "the disk is full")),
                                 (">&-", ("Laat de standaarduitvoer open", "Leave standard output open"))):
            for language, words in (("nl", ("niet helemaal geschreven", why[0])), ("en", ("not written in full", why[1]))):
                for command in self.COMMANDS:
                    done = self.told(redirection, language, *command)
                    self.assertEqual(done.returncode, 3, (redirection, command, done.stderr))
                    for word in words:
                        self.assertEqual(done.stderr.decode().count(word), 1, (redirection, command, done.stderr))
        for command in self.COMMANDS:
            self.assertIn(self.told("| head -c 1; exit ${PIPESTATUS[0]}", "nl", *command).returncode, (0, 1), "who has seen enough is no problem")

    def test_what_is_meant_for_a_closed_stream_is_in_no_file(self):
        whole = self.folder / "heel"
        self.run_tool("convert", EXAMPLES / "eenvoudig.csv", "--output", whole)
        for number, redirection in enumerate((">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-")):
            out = self.folder / f"uit{number}"
            self.told(redirection, "nl", "convert", EXAMPLES / "eenvoudig.csv", "--output", out)
            self.assertEqual(tree(out), tree(whole), redirection)

    def test_arguments_are_found_when_a_library_moved_the_environment(self):
        library = next(iter(pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1")), None)
        if library is None:
            self.skipTest("libfaketime is not there")
        # The library adds variables before the runtime looks for the arguments, which stand beside them.
        environment = {"LD_PRELOAD": str(library), "FAKETIME": "@2031-01-01 00:00:00", "NO_FAKE_STAT": "1"}
        for command in self.COMMANDS + (["convert", EXAMPLES / "eenvoudig.csv", "--output", self.folder / "nu"], ["explain", "", "x"], ["explain", "\u00e9"]):
            plain, moved = self.run_tool(*command), self.run_tool(*command, environment=environment)
            if command[0] == "convert":
                self.assertEqual(moved.returncode, 0)
                self.assertIn("1 ongewijzigd", moved.stderr.decode())
            else:
                self.assertEqual((moved.returncode, moved.stdout, moved.stderr), (plain.returncode, plain.stdout, plain.stderr), command)


class NoRightsTest(ToolTest):
    """What the system does not let us read is a matter of who runs this, and no fault of the supplier."""

    def test_a_file_that_may_not_be_read(self):
        if os.geteuid() != 0:
            self.skipTest("needs to become somebody else")
        self.folder.chmod(0o777)
        folder, out = self.submission(), self.folder / "uit"
        (folder / "brief.docx").write_bytes(b"brief")
        self.run_tool("convert", folder, "--output", out)
        before = tree(out / "inzending")
        for path in [out, *out.rglob("*")]:
            os.chown(path, 65534, 65534)

        def run(*arguments):
            done = subprocess.run([TOOL, *map(str, arguments)], capture_output=True, timeout=300, user=65534, group=65534, extra_groups=[])
            return done.returncode, (done.stdout + done.stderr).decode()
        # A letter holds no table: it is not opened.
        (folder / "brief.docx").chmod(0)
        self.assertEqual(run("check", folder)[0], 0)
        (folder / "inzet.csv").chmod(0)
        for language, why in (("nl", "inzet.csv kan niet worden geopend: u heeft daar geen rechten voor"), ("en", "inzet.csv cannot be opened: you have no permission")):
            status, text = run("check", folder, "--language", language)
            self.assertEqual(status, 3)
            self.assertIn(why, text)
        status, text = run("convert", folder, "--output", out)
        self.assertEqual(status, 3)
        self.assertIn("kan niet worden geopend", text)
        # What was made of it stays, and the supplier gets no letter about it.
        self.assertEqual(tree(out / "inzending"), before)
        self.assertIn("kan niet worden geopend", (out / "samenvatting.jsonl").read_text())
        (folder / "inzet.csv").chmod(0o644)
        self.assertEqual(run("convert", folder, "--output", out)[0], 0)
        (out / "inzending/gegevens/inzet.csv").chmod(0)
        status, text = run("consolidate", out, "--output", self.folder / "m.xlsx")
        self.assertEqual(status, 3)
        self.assertIn("gegevens/inzet.csv", text)


class TogetherTest(ToolTest):
    def test_runs_at_once_into_one_folder_make_what_one_run_makes(self):
        self.run_tool("generate", "--output", self.folder / "gen", "--suppliers", 10, "--rows", 6, "--seed", 4)
        paths = sorted((self.folder / "gen/inzendingen").iterdir())
        arguments = ["--register", self.folder / "gen/register"]
        self.run_tool("convert", *paths, *arguments, "--output", self.folder / "een")
        results = []

        def run():
            results.append(self.run_tool("convert", *paths, *arguments, "--output", self.folder / "samen", "--jobs", 2))
        threads = [threading.Thread(target=run) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual([result.returncode for result in results], [0, 0, 0], [r.stderr for r in results])
        self.assertEqual(tree(self.folder / "samen"), tree(self.folder / "een"))
        made = [int(re.search(r"(\d+) gemaakt, ", result.stderr.decode()).group(1)) for result in results]
        self.assertEqual(sum(made), len(paths), "each was made once")

    def test_who_waits_says_for_whom(self):
        folder = self.submission()
        out = self.folder / "uit"
        (out / ".maatwerk").mkdir(parents=True)
        slot = out / ".maatwerk/inzending.slot"
        holder = subprocess.Popen(["flock", str(slot), "sleep", "3"])
        self.addCleanup(holder.wait)
        while not slot.exists():
            pass
        slot.write_text("proces 1 op elders sinds gisteren\n")
        result = self.run_tool("convert", folder, "--output", out)
        self.assertEqual(result.returncode, 0)
        self.assertIn("proces 1 op elders sinds gisteren", result.stderr.decode())
        self.assertTrue((out / "inzending/rapport.xlsx").exists())

    def test_what_killed_runs_left_is_cleared_away_and_nothing_else(self):
        folder = self.submission()
        out = self.folder / "uit"
        self.assertEqual(self.run_tool("convert", folder, "--output", out).returncode, 0)
        before = tree(out)
        left = out / ".maatwerk/.werk-999999-abc/inzending"
        left.mkdir(parents=True)
        (left / "rapport.xlsx").write_text("half")
        (left / "notitie van de contractmanager.txt").write_text("bewaren")
        (out / ".maatwerk/.werk-999999-abc.slot").write_text("proces 999999")
        (out / ".maatwerk/inzending.slot").write_text("proces 999999")
        (out / ".deel-999999-abc").write_text("half")
        self.assertEqual(self.run_tool("convert", folder, "--output", out).returncode, 0)
        kept = tree(out)
        self.assertEqual(kept.pop("inzending/notitie van de contractmanager.txt"), b"bewaren")
        self.assertEqual(kept, before)
        self.assertEqual(self.run_tool("convert", folder, "--output", out, "--rebuild").returncode, 0)
        self.assertEqual((out / "inzending/notitie van de contractmanager.txt").read_text(), "bewaren")

    def test_old_and_new_outputs_never_stand_side_by_side(self):
        folder = self.submission()
        out = self.folder / "uit"
        self.run_tool("convert", folder, "--output", out)
        names = sorted(path.name for path in (out / "inzending").iterdir())
        self.run_tool("convert", folder, "--output", out, "--only", "retourbericht", "--rebuild")
        self.assertEqual(sorted(path.name for path in (out / "inzending").iterdir()), names, "the same delivery")
        (folder / "inzet.csv").write_text(placements(2))
        self.run_tool("convert", folder, "--output", out, "--only", "bevindingen")
        self.assertEqual(sorted(path.name for path in (out / "inzending").iterdir()), ["bevindingen.json", "manifest.json"])
        (folder / "inzet.csv").unlink()
        (folder / "voorblad.csv").unlink()
        self.assertEqual(self.run_tool("convert", folder, "--output", out).returncode, 3)
        self.assertEqual(sorted(path.name for path in (out / "inzending").iterdir()),
                         ["retourbericht.md", "retourbericht.txt"])


class NameTest(ToolTest):
    def test_names_that_would_lead_elsewhere_stay_inside(self):
        source = EXAMPLES / "catering-maatwerk-2026-q2"
        inbox = self.folder / "in"
        names = {
            "\u0301accent": "\u0301accent", "a" * 255: "a" * 255, "b" * 251: "b" * 251, "é" * 127: "é" * 127, "..x": "_.x",
            ".maatwerk": "_maatwerk", "met\nregel": "met_regel", "esc\x1b[31m": "esc_[31m", "om\u202edraai": "om_draai",
            "terug\\slag": "terug_slag", "samenvatting.csv": "_samenvatting.csv",
        }
        for name in names:
            shutil.copytree(source, inbox / name)
        before = sorted(path.name for path in self.folder.iterdir())
        result = self.run_tool("convert", *(inbox / name for name in names), "--output", self.folder / "uit")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        made = {path.name for path in (self.folder / "uit").iterdir() if path.is_dir() and path.name != ".maatwerk"}
        self.assertEqual(made, set(names.values()))
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), sorted([*before, "uit"]))
        for name in made:
            self.assertTrue((self.folder / "uit" / name / "gegevens/datapackage.json").exists(), name)
        again = self.run_tool("convert", *(inbox / name for name in names), "--output", self.folder / "uit")
        self.assertIn(f"{len(names)} ongewijzigd", again.stderr.decode())

    def test_a_folder_and_a_zip_of_one_name_are_two(self):
        source = EXAMPLES / "catering-maatwerk-2026-q2"
        inbox = self.folder / "in"
        shutil.copytree(source, inbox / "x")
        shutil.make_archive(str(inbox / "x"), "zip", source)
        result = self.run_tool("convert", *inbox.iterdir(), "--output", self.folder / "uit")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        for name in ("x", "x.zip"):
            self.assertTrue((self.folder / "uit" / name / "rapport.xlsx").exists(), name)

    def test_outputs_that_cannot_be_meant(self):
        folder = self.submission()
        (self.folder / "bestand").write_text("x")
        (self.folder / "link").symlink_to(self.folder)
        for output, statuses in (("", {2}), (" ", {2}), (folder, {2}), (folder / "uit", {2}), (self.folder, {2}),
                                 (self.folder / "link", {2}), (f"{self.folder}/link/", {2}), (self.folder / "bestand", {3})):
            result = self.run_tool("convert", folder, "--output", output)
            self.assertIn(result.returncode, statuses, output)
            self.assertTrue(result.stderr, output)
        self.assertEqual(sorted(path.name for path in folder.iterdir()), ["inzet.csv", "voorblad.csv"])
        for command in (["template"], ["generate", "--suppliers", 1, "--rows", 1, "--seed", 1]):
            self.assertEqual(self.run_tool(*command, "--output", "").returncode, 2)


class InboxTest(ToolTest):
    def test_what_is_no_submission_is_named_once_and_holds_nothing_up(self):
        inbox = self.folder / "in"
        inbox.mkdir()
        shutil.copytree(self.submission(), inbox / "goed")
        for name in ("Thumbs.db", "desktop.ini", ".DS_Store", "~$goed.xlsx", ".~lock.goed.ods#", "__MACOSX"):
            (inbox / name).write_bytes(b"x")
        for name in ("mail.msg", "brief.docx", "scan.pdf"):
            (inbox / name).write_bytes(b"x")
        os.mkfifo(inbox / "pijp")
        listing = "\n".join(map(str, inbox.iterdir())).encode()
        result = self.run_tool("convert", "--files-from", "-", "--output", self.folder / "uit", stdin=listing)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        said = result.stderr.decode()
        for name in ("mail.msg", "brief.docx", "scan.pdf", "pijp"):
            self.assertEqual(said.count(name), 1)
        self.assertNotIn("Thumbs", said)
        self.assertEqual([p.name for p in (self.folder / "uit").iterdir() if p.is_dir() and p.name != ".maatwerk"], ["goed"])
        self.assertEqual(self.run_tool("check", *inbox.iterdir()).returncode, 0)
        alone = self.run_tool("check", inbox / "brief.docx")
        self.assertIn(alone.returncode, (1, 3), "who asks about one file gets an answer")
        self.assertIn("brief", (alone.stdout + alone.stderr).decode())

    def test_a_name_that_is_no_utf8_is_a_submission_like_any_other(self):
        inbox = self.folder / "in"
        inbox.mkdir()
        odd = os.fsencode(inbox) + b"/caf\xe9"
        shutil.copytree(self.submission(), os.fsdecode(odd))
        shutil.copytree(self.folder / "inzending", inbox / "goed")
        for out, arguments, listing in (
            ("een", [os.fsdecode(odd), inbox / "goed"], None),
            ("twee", ["--files-from", "-"], odd + b"\n" + os.fsencode(inbox / "goed") + b"\n"),
        ):
            result = subprocess.run([TOOL, "convert", *arguments, "--output", self.folder / out], input=listing, capture_output=True)
            self.assertEqual(result.returncode, 0, result.stderr.decode(errors="replace"))
            made = sorted(p.parent.name for p in (self.folder / out).glob("*/rapport.xlsx"))
            self.assertEqual(made, ["caf\ufffd", "goed"])

    def test_two_names_that_only_store_an_accent_differently_are_two_submissions(self):
        """As texts they are equal: one of the two was left out of the batch without a word."""
        inbox = self.folder / "in"
        inbox.mkdir()
        for name, kvk in (("caf\u00e9", "12345678"), ("cafe\u0301", "90000003")):
            folder = self.submission(f"bron-{kvk}")
            cover = (folder / "voorblad.csv").read_text().replace("12345678", kvk)
            (folder / "voorblad.csv").write_text(cover)
            shutil.move(folder, inbox / name)
        found = self.run_tool("check", *inbox.iterdir(), "--format", "json").stdout.splitlines()
        self.assertEqual(sorted(json.loads(line)["supplier_kvk"] for line in found), ["12345678", "90000003"])
        stood = json.loads(self.run_tool("status", inbox, "--register", REGISTER, "--format", "json").stdout)
        self.assertIn("90000003", json.dumps(stood))
        # Their results would have one name, as it is with any two of the same name.
        result = self.run_tool("convert", *inbox.iterdir(), "--output", self.folder / "uit")
        self.assertEqual(result.returncode, 2)
        self.assertIn("dezelfde uitvoermap", result.stderr.decode())

    def test_a_list_of_submissions_is_read_in_whatever_form_programs_write_it(self):
        inbox = self.folder / "in"
        inbox.mkdir()
        for name in ("een", "met\nregel"):
            shutil.move(self.submission("bron"), inbox / name)
        one, odd = inbox / "een", inbox / "met\nregel"
        for number, (listing, names) in enumerate((
                (f"{one}\0{odd}\0".encode(), ["een", "met_regel"]),
                (b"\xef\xbb\xbf" + f"{one}\r\n\r\n".encode(), ["een"]),
                (f"{one}\r\n".encode("utf-16"), ["een"]),
        )):
            out = self.folder / f"uit-{number}"
            result = self.run_tool("convert", "--files-from", "-", "--output", out, stdin=listing)
            self.assertEqual(result.returncode, 0, result.stderr.decode())
            self.assertEqual(sorted(path.parent.name for path in out.glob("*/rapport.xlsx")), names)
        empty = self.run_tool("convert", "--files-from", "-", "--output", self.folder / "leeg", stdin=b"")
        self.assertEqual(empty.returncode, 0)
        self.assertIn("noemt geen inzending", empty.stderr.decode())
        folder = self.run_tool("convert", "--files-from", inbox, "--output", self.folder / "leeg")
        self.assertEqual(folder.returncode, 2)
        self.assertNotIn("bestaat niet", folder.stderr.decode())
        self.assertIn("als lijst", folder.stderr.decode())

    def test_what_cannot_be_read_is_told_by_the_name_of_its_submission(self):
        for name in ("een", "twee"):
            folder = self.folder / name
            folder.mkdir()
            with zipfile.ZipFile(folder / "Map1.xlsx", "w") as archive:
                archive.writestr("sheet1.xml", "<?xml version=\"1.0\"?><worksheet/>")
        result = self.run_tool("check", self.folder / "een", self.folder / "twee")
        self.assertEqual(result.returncode, 3)
        for name in ("een", "twee"):
            self.assertIn(f"{name}, sheet1.xml is een XML-bestand", result.stderr.decode())

    def test_a_listed_path_that_is_not_there_fails_alone(self):
        good = self.submission()
        listing = f"{good}\n{self.folder}/weg\n".encode()
        result = self.run_tool("convert", "--files-from", "-", "--output", self.folder / "uit", stdin=listing)
        self.assertEqual(result.returncode, 3)
        self.assertIn("weg bestaat niet", result.stderr.decode())
        self.assertTrue((self.folder / "uit/inzending/rapport.xlsx").exists())

    def test_what_cannot_be_read_gets_a_letter_that_says_what_to_send(self):
        inbox = self.folder / "in"
        (inbox / "leeg").mkdir(parents=True)
        (inbox / "oud.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600)
        (inbox / "kapot.zip").write_bytes(b"PK\x03\x04" + b"x" * 200)
        for language, words in (("nl", ("niet gelezen", "Voorblad")), ("en", ("could not be read", "Voorblad"))):
            out = self.folder / language
            result = self.run_tool("convert", *inbox.iterdir(), "--output", out, "--language", language)
            self.assertEqual(result.returncode, 3)
            for name in ("leeg", "oud", "kapot"):
                for ending in ("txt", "md"):
                    letter = (out / name / f"retourbericht.{ending}").read_text()
                    for word in words:
                        self.assertIn(word, letter)
                    self.assertNotIn(str(self.folder), letter, "no path of this machine")
            again = self.run_tool("convert", *inbox.iterdir(), "--output", out, "--language", language)
            self.assertEqual(again.returncode, 3)

    def test_a_wrong_folder_or_register_says_what_is_there(self):
        inbox = self.folder / "in"
        shutil.copytree(self.submission(), inbox / "een")
        shutil.copytree(inbox / "een", inbox / "twee")
        cover = inbox / "twee/voorblad.csv"
        cover.write_bytes(cover.read_bytes().replace(b"12345678", b"90000005"))
        for arguments, words in (
                (["check", inbox], ["meer dan één inzending", "apart"]),
                (["check", REGISTER], ["contracten.csv", "--register"]),
                (["check", inbox / "een", "--register", inbox / "een"], ["geen contractregister", "voorblad.csv", "inzending"]),
                (["check", inbox / "een", "--register", inbox], ["geen contractregister", "een"]),
                (["check", inbox / "een", "--register", inbox / "een/inzet.csv"], ["geen contractregister", "bestand"])):
            result = self.run_tool(*arguments)
            self.assertEqual(result.returncode, 3, arguments)
            for word in words:
                self.assertIn(word, result.stderr.decode(), arguments)


class TerminalTest(ToolTest):
    """What comes from a file or a name does not steer a terminal."""

    def test_nothing_steers(self):
        nasty = "a\x1b[31mb\x07c\x9b2Jd\u202ee\u2066f\u200eg\rh"
        folder = self.submission("naam\x1b]0;titel\x07\u202e", inzet=placements().replace(
            "inzet_id;", f'inzet_id;"{nasty}";').replace("P-001;", f'P-001;"{nasty}";').replace("24,0", f'"{nasty}"'),
            voorblad=None)
        (folder / "voorblad.csv").write_text(
            "leverancier_kvk;leverancier_naam;periode;sjabloonversie;opgesteld_op;deelnemers_geinformeerd\r\n"
            f'12345678;"Schoon {nasty}";2026-Q2;1;03-07-2026;ja\r\n')
        out = self.folder / "uit"
        texts = []
        for arguments in (["check", folder], ["check", folder, "--format", "csv"],
                          ["convert", folder, "--output", out], ["check", str(folder) + nasty],
                          ["explain", nasty], ["consolidate", out, "--output", self.folder / "m.xlsx"],
                          ["compare", out, out]):
            result = self.run_tool(*arguments)
            texts.append(result.stdout.decode() + result.stderr.decode())
        for path in out.rglob("retourbericht.*"):
            texts.append(path.read_text())
        self.assertGreater(len(texts), 8)
        for text in texts:
            for character in text:
                self.assertFalse(
                    (character < " " and character not in "\n\r") or "\x7f" <= character <= "\x9f"
                    or character in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
                    (hex(ord(character)), text))
        self.assertIn("␛", texts[0])

    def test_csv_for_people_holds_no_formula_and_the_twin_is_exact(self):
        values = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "＝1+1", "x;=1+1", "-47,50", "-3", "+31612"]
        rows = placements(len(values)).splitlines()
        lines = [rows[0] + ";eigen"] + [f'{row};"{value}"' for row, value in zip(rows[1:], values)]
        bad = [line.replace("24,0", f'"{value}"') for line, value in zip(lines[1:], values)]
        folder = self.submission("=naam", inzet="\r\n".join(lines) + "\r\n")
        wrong = self.submission("fout", inzet="\r\n".join([lines[0], *bad]) + "\r\n")
        self.run_tool("convert", folder, wrong, "--output", self.folder / "uit")
        with open(self.folder / "uit/=naam/gegevens/inzet.csv", newline="", encoding="utf-8") as file:
            self.assertEqual([row["eigen"].strip(" ") for row in csv.DictReader(file)], values)
        summary = (self.folder / "uit/samenvatting.csv").read_text("utf-8-sig")
        self.assertIn("'=naam;", summary)
        self.assertNotIn("\n=naam", summary)
        text = self.run_tool("check", folder, wrong, "--format", "csv").stdout.decode()
        rows = list(csv.reader(text.splitlines()))
        for row in rows:
            for cell in row:
                isNumber = cell[1:].replace(",", "").replace(".", "").isdigit()
                self.assertFalse(cell[:1] in tuple("=@\t\r＝＋－＠") or cell[:1] in ("+", "-") and not isNumber, cell)
                self.assertNotIn(";=", cell)
        self.assertIn("'=naam", {row[0] for row in rows})
        shown = {row[7] for row in rows}
        self.assertTrue({"'=1+1", "'-1+1", "'@SUM(A1)", "'＝1+1", "x;'=1+1", "-47,50", "-3"} <= shown, shown)


class MakeTest(ToolTest):
    """The batch as make and a scheduler run it: the true status, and a workbook that only a whole one replaces."""

    def setUp(self):
        super().setUp()
        self.inbox, self.out = self.folder / "in", self.folder / "uit"
        self.inbox.mkdir()
        for name in ("catering-maatwerk-2026-q2", "schoonmaak-sanitair-2026-q2"):
            shutil.copytree(EXAMPLES / name, self.inbox / name)

    def batch(self, *options):
        return subprocess.run([ROOT / "cluster/batch", TOOL, self.inbox, self.out, "2", "--register", REGISTER, *options],
                              capture_output=True, timeout=300)

    def status(self):
        return (self.out / ".maatwerk/status").read_text().split()[0]

    def test_the_true_status_and_the_workbook(self):
        book = self.out / "ministerie.xlsx"
        self.assertEqual(self.batch().returncode, 0)
        self.assertEqual(self.status(), "0")
        first = book.read_bytes()
        self.assertEqual(self.batch().returncode, 0)
        self.assertEqual(book.read_bytes(), first)
        # Files beside the submissions hold nothing up.
        (self.inbox / "mail.msg").write_text("x")
        (self.inbox / "Thumbs.db").write_text("x")
        self.assertEqual(self.batch().returncode, 0)
        self.assertEqual(book.read_bytes(), first)
        # A report without a cover waits for its supplier; it is named, and no reason to look at the batch.
        shutil.copytree(EXAMPLES / "groen-klassiek-2026-h1", self.inbox / "zonder voorblad")
        (self.inbox / "zonder voorblad/voorblad.csv").unlink()
        result = self.batch()
        self.assertEqual((result.returncode, self.status()), (0, "0"), result.stderr.decode())
        self.assertIn("zonder voorblad: telt nog niet mee: er is geen voorblad", result.stderr.decode())
        self.assertEqual((self.batch().returncode, self.status()), (0, "0"))
        # A delivery that cannot be read: named, and the workbook is there.
        (self.inbox / "leeg").mkdir()
        for _ in range(2):
            result = self.batch()
            self.assertEqual((result.returncode, self.status()), (3, "3"), result.stderr.decode())
            self.assertIn("batch: status 3", result.stderr.decode())
            self.assertTrue(book.exists())
        # What cannot be written leaves the workbook that was there.
        shutil.rmtree(self.inbox / "leeg")
        for place in (self.inbox, self.out):
            shutil.rmtree(place / "zonder voorblad")
        self.assertEqual(self.batch().returncode, 0)
        before = book.read_bytes()
        self.assertEqual(self.batch("--onzin").returncode, 2)
        self.assertEqual(self.status(), "2")
        self.assertEqual(book.read_bytes(), before)

    def test_an_inbox_is_read_whatever_is_in_names_and_an_empty_one_is_no_mistake(self):
        (self.inbox / "catering-maatwerk-2026-q2").rename(self.inbox / "met\nregel")
        self.assertEqual(self.batch().returncode, 0)
        self.assertEqual(sorted(path.parent.name for path in self.out.glob("*/rapport.xlsx")), ["met_regel", "schoonmaak-sanitair-2026-q2"])
        self.inbox, self.out = self.folder / "leeg", self.folder / "uit leeg"
        self.inbox.mkdir()
        result = self.batch()
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertIn("noemt geen inzending", result.stderr.decode())
        self.assertIn(f"in de map {self.inbox} staat geen inzending", result.stderr.decode())
        self.assertIn("nog geen resultaat", result.stderr.decode())
        self.assertFalse((self.out / "ministerie.xlsx").exists())

    def test_a_workbook_that_was_not_finished_is_made_again(self):
        """As a full disk leaves it: the workbook is there, a table beside it is not, and of the status there is nothing or half."""
        self.assertEqual(self.batch().returncode, 0)
        kept, table = self.out / ".maatwerk/ministerie.status", self.out / "ministerie-gegevens/contracten.csv"
        for status in ("", "3\n"):
            kept.write_text(status)
            table.unlink()
            result = self.batch()
            self.assertEqual((result.returncode, self.status()), (0, "0"), result.stderr.decode())
            self.assertNotIn("Illegal number", result.stderr.decode())
            self.assertTrue(table.exists(), repr(status))

    def test_a_status_that_cannot_be_written_is_no_success(self):
        self.assertEqual(self.batch().returncode, 0)
        for name in ("status", "ministerie.status"):
            (self.out / ".maatwerk" / name).unlink()
            (self.out / ".maatwerk" / name).mkdir()
            result = self.batch("--rebuild")
            self.assertNotIn("cluster/ministerie", result.stderr.decode())
            self.assertEqual(result.returncode, 3 if name == "status" else 0, result.stderr.decode())
            (self.out / ".maatwerk" / name).rmdir()

    def test_an_inbox_of_nothing_but_what_cannot_be_read_says_so(self):
        shutil.rmtree(self.inbox)
        self.inbox.mkdir()
        (self.inbox / "kapot.xlsx").write_text("geen werkmap")
        for _ in range(2):
            result = self.batch()
            self.assertEqual((result.returncode, self.status()), (3, "3"))
            self.assertIn("geen enkele inzending is omgezet", result.stderr.decode())
            self.assertNotIn("Geef een map die convert heeft gemaakt", result.stderr.decode())

    def test_a_result_whose_submission_was_taken_away_is_named(self):
        """It stays and counts; who took the submission out of the inbox read nothing of that."""
        first = self.batch().stderr.decode()
        self.assertNotIn("buiten deze lijst", first)
        shutil.rmtree(self.inbox / "catering-maatwerk-2026-q2")
        result = self.batch()
        self.assertEqual(result.returncode, 0)
        self.assertIn("staat ook een resultaat van een inzending buiten deze lijst: catering-maatwerk-2026-q2. Het blijft staan",
                      result.stderr.decode())
        # Whoever names one submission asks nothing about the others.
        alone = self.run_tool("convert", self.inbox / "schoonmaak-sanitair-2026-q2", "--register", REGISTER, "--output", self.out)
        self.assertNotIn("buiten deze lijst", alone.stderr.decode())

    def test_options_of_convert_alone_are_no_mistake_to_the_workbook(self):
        """With `--previous` all reports were made, and then the workbook was refused with status 2."""
        earlier = self.folder / "eer der"
        self.assertEqual(self.run_tool("convert", EXAMPLES / "catering-maatwerk-2026-q2", "--register", REGISTER, "--output", earlier).returncode, 0)
        result = self.batch("--previous", earlier, earlier, "--rules-as-of", "01-07-2026", "--rebuild", "--language=en")
        self.assertEqual((result.returncode, self.status()), (0, "0"), result.stderr.decode())
        self.assertTrue((self.out / "ministerie.xlsx").exists())
        manifest = json.loads((self.out / "catering-maatwerk-2026-q2/manifest.json").read_text())
        self.assertTrue(manifest["previous"])
        self.assertEqual(self.batch("--onzin", "x").returncode, 2)

    def test_make_takes_paths_with_blanks_and_quotes(self):
        inbox, out = self.folder / "in box's", self.folder / "uit map"
        self.inbox.rename(inbox)
        result = subprocess.run(
            ["make", "--no-print-directory", "-o", "build", "batch", f"TOOL={TOOL}", f"IN={inbox}", f"OUT={out}", f"REGISTER={REGISTER}", "JOBS=2"],
            cwd=ROOT, capture_output=True, timeout=300)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertTrue((out / "ministerie.xlsx").exists())

    def test_make_passes_on_that_it_failed_and_only_prints_when_asked(self):
        arguments = ["make", "--no-print-directory", "-o", "build", "batch", f"TOOL={TOOL}", f"IN={self.inbox}", f"OUT={self.out}",
                     f"REGISTER={REGISTER}", "JOBS=2"]
        dry = subprocess.run([*arguments, "-n"], cwd=ROOT, capture_output=True, timeout=100)
        self.assertEqual(dry.returncode, 0, dry.stderr)
        self.assertFalse(self.out.exists())
        self.assertEqual(subprocess.run(arguments, cwd=ROOT, capture_output=True, timeout=300).returncode, 0)
        self.assertTrue((self.out / "ministerie.xlsx").exists())
        (self.inbox / "leeg").mkdir()
        result = subprocess.run(arguments, cwd=ROOT, capture_output=True, timeout=300)
        self.assertEqual((result.returncode, self.status()), (2, "3"))
        self.assertTrue((self.out / "ministerie.xlsx").exists())
        self.assertEqual(subprocess.run([*arguments, f"IN={self.folder}/weg"], cwd=ROOT, capture_output=True).returncode, 2)
