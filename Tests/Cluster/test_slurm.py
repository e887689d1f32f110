"""A batch on a one-node Slurm: a task is killed midway, the batch is run again, and the results are those of a local run."""
import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = os.environ.get("MAATWERK", str(ROOT / ".build/release/maatwerk"))
SUBMISSIONS = 500
CHUNK = 50


def tree(folder):
    """The digest of every result below `folder`; what the scheduler itself keeps is left out."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file() and "slurm" not in path.relative_to(folder).parts
    }


class SlurmTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="maatwerk-slurm-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        node = [ROOT / "cluster/slurm-node"]
        subprocess.run([*node, "start", cls.folder / "slurm"], check=True, timeout=120)
        cls.addClassCleanup(subprocess.run, [*node, "stop", cls.folder / "slurm"], timeout=60)
        cls.environment = {**os.environ, "SLURM_CONF": str(cls.folder / "slurm/slurm.conf")}
        subprocess.run(
            [TOOL, "generate", "--output", cls.folder / "gen", "--suppliers", str(SUBMISSIONS), "--rows", "10", "--seed", "5",
             "--error-rate", "0.05", "--quiet"], check=True, timeout=300)
        cls.inbox, cls.register = cls.folder / "gen/inzendingen", cls.folder / "gen/register"

    def batch(self, output):
        return subprocess.Popen(
            [ROOT / "cluster/slurm-batch", TOOL, self.inbox, output, str(CHUNK), "--register", str(self.register)],
            env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def test_killed_task_and_rerun_give_the_local_results(self):
        local, cluster = self.folder / "lokaal", self.folder / "cluster"
        subprocess.run(
            [TOOL, "convert", "--output", local, "--register", self.register, "--quiet", "--jobs", "2",
             *sorted(self.inbox.iterdir())], check=True, timeout=900)

        first = self.batch(cluster)
        deadline = time.monotonic() + 120
        while len(list(cluster.glob("*/rapport.xlsx"))) < 20:
            self.assertLess(time.monotonic(), deadline, "no task began")
            time.sleep(0.05)
        # The node's scheduler has its own way to kill a task at once.
        subprocess.run(["scancel", "--signal=KILL", "--name=maatwerk"], env=self.environment, check=True)
        _, message = first.communicate(timeout=900)
        self.assertNotEqual(first.returncode, 0, "a killed task must not pass for a finished one")
        self.assertIn(b"opnieuw", message)
        done = len(list((cluster / ".maatwerk").glob("*.json")))
        self.assertGreater(done, 0)
        self.assertLess(done, SUBMISSIONS, "nothing was left to do; the test proves nothing")

        second = self.batch(cluster)
        _, message = second.communicate(timeout=900)
        self.assertEqual(second.returncode, 0, message)
        here, there = tree(local), tree(cluster)
        self.assertEqual(sorted(here), sorted(there))
        self.assertEqual([name for name in here if here[name] != there[name]], [])


if __name__ == "__main__":
    unittest.main()
