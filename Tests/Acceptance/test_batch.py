"""Batches: only what changed, whatever interrupts, and however the work is shared."""
import hashlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import time

from support import REGISTER, TOOL, ToolTest


def tree(folder):
    """The digest of every file below `folder`, by its path in it."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }


class BatchTest(ToolTest):
    def setUp(self):
        super().setUp()
        result = self.run_tool("generate", "--output", self.folder / "gen", "--suppliers", 12, "--rows", 8,
                               "--seed", 11, "--error-rate", 0.1)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.inbox = self.folder / "gen/inzendingen"
        self.register = self.folder / "gen/register"
        self.out = self.folder / "uit"

    def convert(self, *options, out=None, paths=None):
        lines = "\n".join(map(str, paths or sorted(self.inbox.iterdir())))
        return self.run_tool("convert", "--files-from", "-", "--register", self.register, "--output", out or self.out,
                             "--format", "json", *options, stdin=lines.encode())

    def counts(self, result):
        """How many were made, unchanged and failed, as the last line on standard error says."""
        words = result.stderr.decode().split()
        return tuple(int(word) for word in words if word.isdigit())[-3:]

    def test_each_submission_has_a_line_of_json_and_of_the_summary(self):
        result = self.convert()
        self.assertEqual(result.returncode, 0, result.stderr)
        lines = [json.loads(line) for line in result.stdout.splitlines()]
        names = [path.name for path in sorted(self.inbox.iterdir())]
        self.assertEqual([line["submission"] for line in lines], names)
        kept = [json.loads(line) for line in (self.out / "samenvatting.jsonl").read_text().splitlines()]
        self.assertEqual(kept, lines)
        rows = (self.out / "samenvatting.csv").read_text("utf-8-sig").splitlines()
        self.assertEqual(len(rows), 13)
        for line, row in zip(lines, rows[1:]):
            findings = json.loads((self.out / line["submission"] / "bevindingen.json").read_text())
            self.assertEqual(line["counts"], findings["counts"])
            self.assertEqual(line["rows"], findings["rows"])
            self.assertIn(line["status"],
                          ("ontvangen", "afgekeurd", "goedgekeurd met opmerkingen", "goedgekeurd"))
            self.assertTrue(row.startswith(f"{line['submission']};{line['supplier_kvk']};"), row)

    def test_only_what_changed_is_made_again(self):
        self.assertEqual(self.counts(self.convert()), (12, 0, 0))
        before = tree(self.out)
        self.assertEqual(self.counts(self.convert()), (0, 12, 0))
        self.assertEqual(tree(self.out), before)
        changed = next(self.inbox.iterdir()) / "voorblad.csv"
        changed.write_bytes(changed.read_bytes().replace(b"B.V.", b"N.V."))
        self.assertEqual(self.counts(self.convert()), (1, 11, 0))
        self.assertEqual(self.counts(self.convert("--rules-as-of", "30-06-2026")), (12, 0, 0))
        self.assertEqual(self.counts(self.convert("--language", "en")), (12, 0, 0))
        self.assertEqual(self.counts(self.convert("--language", "nl", "--rebuild")), (12, 0, 0))
        contracts = self.register / "contracten.csv"
        contracts.write_bytes(contracts.read_bytes() + b"\r\n")
        self.assertEqual(self.counts(self.convert()), (12, 0, 0))
        victim = next(path for path in self.out.iterdir() if path.is_dir())
        (victim / "rapport.xlsx").unlink()
        self.assertEqual(self.counts(self.convert()), (1, 11, 0))

    def test_what_is_gone_or_was_cut_off_is_made_again(self):
        """As a loss of power leaves it; what somebody changed on purpose stays."""
        self.convert()
        whole = tree(self.out)
        names = sorted(path.name for path in self.out.iterdir() if path.is_dir() and not path.name.startswith("."))
        (self.out / names[0] / "gegevens/inzet.csv").unlink()
        os.truncate(self.out / names[1] / "gegevens/voorblad.csv", 0)
        os.truncate(self.out / names[2] / "terugkoppeling.xlsx", 4096)
        os.truncate(self.out / names[3] / "rapport.xlsx", 0)
        os.truncate(self.out / names[4] / "rapport.xlsx", 8192)
        letter = self.out / names[5] / "retourbericht.md"
        letter.write_text(letter.read_text()[:100] + "En veel dank!")
        changed = letter.read_bytes()
        result = self.convert()
        self.assertEqual(self.counts(result), (5, 7, 0))
        self.assertIn(f"{names[4]}: wat er in rapport.xlsx stond is niet overgenomen", result.stderr.decode())
        self.assertNotIn(names[3], result.stderr.decode())
        self.assertEqual(letter.read_bytes(), changed)
        now = tree(self.out)
        self.assertEqual({name for name in now if now[name] != whole.get(name)},
                         {f"{names[4]}/rapport-ingevuld.xlsx", f"{names[5]}/retourbericht.md"})

    def test_a_stale_file_with_an_old_date_is_seen_too(self):
        """The content counts, not the clock: a file that was put back with its old date is made again."""
        self.convert()
        changed = next(self.inbox.iterdir()) / "inzet.csv"
        stamp = changed.stat().st_mtime
        changed.write_bytes(changed.read_bytes().replace(b"24", b"20", 1))
        os.utime(changed, (stamp, stamp))
        made = self.counts(self.convert())
        self.assertIn(made, ((1, 11, 0), (0, 12, 0)))
        self.assertEqual(made[0] == 1, b"20" in changed.read_bytes())

    def test_a_poisoned_submission_is_reported_and_stops_nobody(self):
        empty = self.inbox / "leeg"
        empty.mkdir()
        binary = self.inbox / "plaatje.csv"
        binary.write_bytes(bytes(range(256)) * 64)
        huge = self.inbox / "reus"
        shutil.copytree(next(path for path in self.inbox.iterdir() if path.is_dir() and path != empty), huge)
        (huge / "knelpunten.csv").write_bytes(b"contractnummer;soort;omschrijving\r\nX;overig;" + b"a" * 5_000_000)
        result = self.convert("--jobs", 2)
        self.assertEqual(result.returncode, 3)
        self.assertIn(b"leeg", result.stderr)
        lines = {line["submission"]: line for line in map(json.loads, result.stdout.splitlines())}
        self.assertEqual(len(lines), 15)
        self.assertEqual(lines["leeg"]["status"], "afgekeurd")
        self.assertTrue(lines["leeg"]["message"])
        self.assertEqual(sum(1 for line in lines.values() if line["outputs"]), 13)
        self.assertIn(b"plaatje", result.stderr)

    def test_shards_together_make_what_one_run_makes(self):
        self.convert()
        shared = self.folder / "gedeeld"
        made = [self.counts(self.convert("--shard", f"{number}/5", out=shared)) for number in (4, 1, 5, 3, 2)]
        self.assertEqual(sum(made_now for made_now, _, _ in made), 12)
        self.assertEqual(tree(shared), tree(self.out))
        for shard in ("0/5", "6/5", "1", "a/b"):
            self.assertEqual(self.convert("--shard", shard, out=shared).returncode, 2)

    def test_a_run_that_was_killed_is_completed_by_the_next(self):
        self.convert()
        for delay in (0.02, 0.1, 0.25):
            out = self.folder / f"onderbroken-{delay}"
            process = subprocess.Popen(
                [TOOL, "convert", *map(str, sorted(self.inbox.iterdir())), "--register", str(self.register),
                 "--output", str(out)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
            process.wait()
            self.assertEqual(self.convert(out=out).returncode, 0)
            self.assertEqual(tree(out), tree(self.out), delay)

    def test_a_list_that_does_not_exist_or_no_submission_is_wrong_usage(self):
        self.assertEqual(self.run_tool("convert", "--files-from", "/bestaat/niet", "--output", self.out).returncode, 2)
        self.assertEqual(self.run_tool("convert", "--output", self.out).returncode, 2)

    def test_slurm_without_what_it_needs_is_wrong_usage(self):
        """An inbox that is not there is not "empty", and a chunk that is no number is told as such: before anything is handed to a scheduler."""
        script = pathlib.Path(__file__).resolve().parents[2] / "cluster/slurm-batch"
        (self.folder / "leeg").mkdir()
        for arguments, words in (
                (("nergens", "uit", "2"), "de map nergens bestaat niet"), (("leeg", "uit", "0"), "CHUNK is een geheel getal"),
                (("leeg", "uit", "-3"), "CHUNK is een geheel getal"), (("leeg", "uit", "x"), "CHUNK is een geheel getal"),
                (("leeg", "uit"), "TOOL INBOX OUTPUT CHUNK")):
            result = subprocess.run([script, TOOL, *arguments], cwd=self.folder, capture_output=True, text=True, timeout=60)
            self.assertEqual(result.returncode, 2, arguments)
            self.assertIn(words, result.stderr)
        self.assertFalse((self.folder / "uit").exists())
