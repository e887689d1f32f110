"""Where the processor's time goes: samples of a run by `perf`, added up by library, and in the program itself by target."""
import collections
import re
import shutil
import subprocess

import report

#: Where a sample was, by the beginning of the name of what the processor ran. The program itself is told apart by symbol.
LIBRARIES = (
    ("[", "besturingssysteem"), ("libxlsxwriter", "libxlsxwriter en minizip"), ("libminizip", "libxlsxwriter en minizip"), ("libisal", "inpakken"), ("libz.", "inpakken"),
    ("libcsv", "libcsv"), ("libcrypto", "SHA-256 (libcrypto)"), ("libc.", "libc"), ("libm.", "libc"), ("ld-linux", "starten (ld.so)"),
)
RUNTIME, OTHER = "Swift: runtime en standaardbibliotheek", report.REST
#: What stands in for zlib in the program itself.
PACKING = {"deflate", "crc32"}


class CannotSample(Exception):
    """Why there is no profile."""


def of_symbol(symbol, targets):
    """The target of the program to which a symbol belongs, or the runtime."""
    if symbol in PACKING:
        return "inpakken"
    found = re.match(r"\$s(\d+)", symbol)
    if found:
        name = symbol[found.end():found.end() + int(found.group(1))]
        return f"`{name}`" if name in targets else RUNTIME
    return RUNTIME if symbol.startswith(("swift", "_swift", "__swift", "$s", "std::", "tuple_")) else OTHER


def add_up(lines, program, targets):
    """Shares of the whole by place, from lines of `perf report` with a percentage, an object and a symbol."""
    shares = collections.Counter()
    for line in lines:
        fields = line.split(None, 3)
        if len(fields) < 3 or not fields[0].endswith("%"):
            continue
        # The object, then `[.]` or `[k]`, then the symbol and whatever else perf knows.
        share, place, symbol = float(fields[0][:-1]) / 100, fields[1], fields[3].split()[0] if len(fields) > 3 else ""
        if place == program:
            shares[of_symbol(symbol, targets)] += share
        else:
            shares[next((name for beginning, name in LIBRARIES if place.startswith(beginning)), OTHER)] += share
    return dict(shares.most_common())


def sample(command, folder, program, targets, allowed=(0,)):
    """The shares of a run of `command`; `CannotSample` where perf is not there or may not look."""
    if shutil.which("perf") is None:
        raise CannotSample("perf is niet geïnstalleerd")
    data = folder / "perf.data"
    done = subprocess.run(["perf", "record", "--quiet", "--freq", "499", "--output", data, "--", *map(str, command)],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in allowed or not data.exists():
        raise CannotSample(f"perf kon niet meten: {done.stderr.decode(errors='replace').strip()[:200]}")
    said = subprocess.run(["perf", "report", "--stdio", "--no-children", "--sort", "dso,symbol", "--percent-limit", "0", "--input", data],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    shares = add_up(said.stdout.decode(errors="replace").splitlines(), program, targets)
    if not shares:
        raise CannotSample("perf zag niets")
    return shares
