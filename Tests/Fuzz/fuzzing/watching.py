"""What a command writes for a while only: files in its temporary folder, and open files that have no name any more."""
import os
import pathlib
import threading
import zipfile
import zlib


class Watcher:
    """Searches, while a block runs, what its processes have open for writing. Looks as often as it can, so it sees a part of what there is."""

    MOST = 64 << 20

    def __init__(self, search, folder):
        self.search, self.folder, self.over, self.seen, self.files = search, folder, threading.Event(), 0, {}

    def __enter__(self):
        self.thread = threading.Thread(target=self.watch)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()
        for data in self.files.values():
            try:
                self.search.data(data, "a temporary file")
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
                # A zip that is half there, or that was changed meanwhile, is searched as far as it is text.
                self.search.text(data.decode("utf-8", "replace"), "a temporary file")
        for path in pathlib.Path(self.folder).rglob("*"):
            self.search.text(path.name, "a temporary file that stays")

    def watch(self):
        mine = os.getpid()
        # What is printed is searched when all of it is there; it stands in files of this program.
        own = {(facts.st_dev, facts.st_ino) for facts in self.opened(mine)}
        while not self.over.wait(0.01):
            for pid in descendants(mine):
                try:
                    for entry in os.listdir(f"/proc/{pid}/fd"):
                        self.look(pid, entry, own | {(facts.st_dev, facts.st_ino) for facts in self.opened(pid, ("1", "2"))})
                except OSError:
                    continue

    @staticmethod
    def opened(pid, only=None):
        found = []
        for entry in only or os.listdir(f"/proc/{pid}/fd"):
            try:
                found.append(os.stat(f"/proc/{pid}/fd/{entry}"))
            except OSError:
                continue
        return found

    def look(self, pid, entry, told):
        target = os.readlink(f"/proc/{pid}/fd/{entry}")
        if not target.startswith("/") or target.startswith(("/dev/null", "/proc", "/dev/pts")):
            return
        with open(f"/proc/{pid}/fdinfo/{entry}") as file:
            flags = int(next(line.split()[1] for line in file if line.startswith("flags:")), 8)
        if flags & os.O_ACCMODE == os.O_RDONLY:
            return
        facts = os.stat(f"/proc/{pid}/fd/{entry}")
        key = (facts.st_dev, facts.st_ino)
        if key in told or not 0 < facts.st_size <= self.MOST or len(self.files.get(key, b"")) >= facts.st_size:
            return
        with open(f"/proc/{pid}/fd/{entry}", "rb") as file:
            self.files[key] = file.read()


def descendants(pid):
    """The processes below `pid`."""
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as file:
                    parents[int(entry)] = int(file.read().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    found, queue = [], [pid]
    while queue:
        top = queue.pop()
        below = [child for child, parent in parents.items() if parent == top]
        found += below
        queue += below
    return found
