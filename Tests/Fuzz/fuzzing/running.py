"""Runs the command within limits, and measures it."""
import dataclasses
import os
import pathlib
import resource
import signal
import subprocess
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "examples" / "inzendingen"
REGISTER = ROOT / "examples" / "register"

# What inputs up to a megabyte may cost, on the machine that the factor compares with.
SECONDS, MEMORY, OUTPUT = 5, 1 << 30, 64 << 20
# What is read of a long output.
LONGEST = 96 << 20
# Calibration: seconds of processor time for a check of an example on that machine.
REFERENCE = 0.040


@dataclasses.dataclass
class Outcome:
    """How a run of the command ended."""
    arguments: list
    status: int
    stdout: bytes
    stderr: bytes
    seconds: float
    peak: int
    is_late: bool

    @property
    def signal(self):
        """The signal that ended it, or 0."""
        return -self.status if self.status < 0 else self.status - 128 if 128 < self.status < 128 + 65 else 0


def processor_time(pid):
    """Seconds of processor time of a process and of those that it started, and the states that they are in, as letters."""
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (OSError, IndexError):
        return 0.0, ""
    below = [processor_time(child) for child in children]
    seconds = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return seconds + sum(seconds for seconds, _ in below), fields[0] + "".join(states for _, states in below)


class Tool:
    """The command under test."""

    def __init__(self, binary, factor=None):
        self.binary = str(binary)
        self.factor = factor or 1.0

    def calibrate(self):
        """Measures this machine, so that its pace is no defect of the tool."""
        paces = [self.run("check", EXAMPLES / "eenvoudig.csv").seconds for _ in range(3)]
        self.factor = max(1.0, min(paces) / REFERENCE)
        return self.factor

    @property
    def seconds(self):
        return SECONDS * self.factor

    def start(self, *arguments):
        """Starts the command without waiting for it."""
        return subprocess.Popen(
            [os.fsencode(self.binary), *map(os.fsencode, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            env={**os.environ, "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"}, start_new_session=True)

    def run(self, *arguments, cwd=None, stdin=None, traced=None, share=1):
        """Runs the command with `arguments`; `share` submissions may cost as much as so many. `traced` are options of the backtrace."""
        spent = int(1.5 * self.seconds + share)
        environment = {
            **os.environ, "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": f"enable=yes,color=no,interactive=no,registers=none,{traced}" if traced else "enable=no",
        }

        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_FSIZE, (512 << 20, 512 << 20))
            if not traced:
                resource.setrlimit(resource.RLIMIT_CPU, (spent, spent + 1))

        arguments = [os.fsencode(argument) for argument in arguments]
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as given:
            if stdin:
                given.write(stdin)
                given.seek(0)
            process = subprocess.Popen(
                [os.fsencode(self.binary), *arguments], stdin=given, stdout=out, stderr=err, cwd=cwd, env=environment, preexec_fn=limit,
                start_new_session=True)
            late = threading.Event()
            ended = threading.Event()

            def watch():
                # What waits does not use the processor; what works gets its time, also on a busy machine.
                before, idle, turns = 0.0, 0, 0
                while turns < 240:
                    if ended.wait(1.5):
                        return
                    now, states = processor_time(process.pid)
                    # Nothing is held against what somebody has stopped, nor against what would run if a processor were free.
                    turns += not set("Tt") & set(states)
                    idle = idle + 1 if now - before < 0.02 and states and not set("TtR") & set(states) else 0
                    before = now
                    if idle == 3:
                        break
                late.set()
                try:
                    os.killpg(process.pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass

            watcher = threading.Thread(target=watch, daemon=True)
            watcher.start()
            _, state, usage = os.wait4(process.pid, 0)
            ended.set()
            process.returncode = os.waitstatus_to_exitcode(state)
            out.seek(0)
            err.seek(0)
            return Outcome(
                arguments, process.returncode, out.read(LONGEST), err.read(8 << 20), usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024,
                late.is_set() or process.returncode in (-signal.SIGXCPU, -signal.SIGXFSZ))
