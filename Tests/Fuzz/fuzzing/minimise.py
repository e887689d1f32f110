"""Makes a failing input small: fewer files, members, lines, cells, bytes, as long as the same property fails."""
import dataclasses
import os
import re
import shlex
import time

from . import trees
from .running import EXAMPLES, REGISTER


def shrink_list(items, fails, deadline):
    """Delta debugging: the fewest of `items` for which `fails` still holds."""
    size = max(len(items) // 2, 1)
    while items and time.monotonic() < deadline:
        at, is_smaller = 0, False
        while at < len(items) and time.monotonic() < deadline:
            fewer = items[:at] + items[at + size:]
            if len(fewer) < len(items) and fails(fewer):
                items, is_smaller = fewer, True
            else:
                at += size
        if size == 1 and not is_smaller:
            break
        if not is_smaller:
            size = max(size // 2, 1)
    return items


def pieces(data, level):
    """`data` cut at a level: lines, then fields or tags, then bytes."""
    if data[:40].lstrip(b"\xef\xbb\xbf").startswith(b"<"):
        cut = {0: rb"(<row\b.*?</row>|<table:table-row\b.*?</table:table-row>|<si>.*?</si>|<sheet [^>]*/>|<Override[^>]*/>|<xf [^>]*/>)", 1: rb"(<c\b[^>]*?/>|<c\b.*?</c>|<table:table-cell\b[^>]*?/>|<table:table-cell\b.*?</table:table-cell>)", 2: rb'(\s[\w:]+="[^"]*")', 3: rb"(<[^>]*>)"}
        if level in cut:
            return [piece for piece in re.split(cut[level], data, flags=re.S) if piece]
    elif level == 0:
        return [piece for piece in re.split(rb"(?<=\n)|(?<=\r)(?!\n)", data) if piece]
    elif level == 1:
        return [piece for piece in re.split(rb"([;,\t|])", data) if piece]
    elif level == 2:
        return [piece for piece in re.split(rb"(.{16})", data, flags=re.S) if piece]
    return [data[at:at + 1] for at in range(len(data))] if level == 4 and len(data) <= 6000 else []


def shrink_bytes(data, fails, deadline):
    if data[:2] == b"PK":
        members = trees.unpack(data)
        if members and fails(trees.pack(members)):
            members = shrink_list(members, lambda fewer: fails(trees.pack(fewer)), deadline)
            for index, (name, content) in enumerate(members):
                def spoiled(smaller, index=index, name=name):
                    return fails(trees.pack(members[:index] + [(name, smaller)] + members[index + 1:]))
                members[index] = (name, shrink_bytes(content, spoiled, deadline))
            return trees.pack(members)
    for level in range(5):
        if time.monotonic() > deadline:
            break
        cut = pieces(data, level)
        if 1 < len(cut) <= 20_000:
            data = b"".join(shrink_list(cut, lambda fewer: fails(b"".join(fewer)), deadline))
    return data


def minimise(engine, failure, seconds=20):
    """A smaller case that fails the same property with the same detail, found within `seconds`."""
    deadline = time.monotonic() + seconds
    wanted = failure.signature

    def fails(tree):
        if not tree and failure.case.tree:
            return False
        case = dataclasses.replace(failure.case, tree=dict(tree))
        return any(other.signature == wanted for other in engine.examine([case]))

    rechecks, engine.rechecks, runs = engine.rechecks, failure.property == "twice", engine.runs
    try:
        tree = dict(failure.case.tree)
        if not fails(tree):
            return failure.case
        tree = dict(shrink_list(list(tree.items()), fails, deadline))
        for path, content in list(tree.items()):
            if isinstance(content, bytes):
                tree[path] = shrink_bytes(content, lambda smaller, path=path: fails({**tree, path: smaller}), deadline)
        case = dataclasses.replace(failure.case, tree=tree)
        for option in case.options if "together" not in case.options else ():
            fewer = dataclasses.replace(case, options=tuple(other for other in case.options if other != option))
            if any(other.signature == wanted for other in engine.examine([fewer])):
                case = fewer
        return case
    finally:
        engine.rechecks, engine.runs = rechecks, runs


def save(folder, case, failures, title):
    """Writes a case with a script that repeats it."""
    folder.mkdir(parents=True, exist_ok=True)
    special = []
    for path, content in case.tree.items():
        full = os.fsencode(folder) + b"/in/" + path
        os.makedirs(os.path.dirname(full), exist_ok=True)
        shown = "$'" + "".join(chr(byte) if 32 < byte < 127 and byte not in b"'\\" else f"\\x{byte:02x}" for byte in b"in/" + path) + "'"
        if isinstance(content, bytes):
            with open(full, "wb") as file:
                file.write(content)
        else:
            kind, argument = content
            argument = shlex.quote(os.fsdecode(argument))
            special.append({"fifo": f"mkfifo {shown}", "folder": f"mkdir -p {shown}", "link": f"ln -sfn {argument} {shown}", "sparse": f"truncate -s {argument} {shown}",
                            "socket": f"python3 -c 'import socket,sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])' {shown}"}[kind])
    if case.stdin is not None:
        (folder / "stdin").write_bytes(case.stdin)
    if "together" in case.options:
        _, mode, count, delay = case.options
        command = '"$MAATWERK" convert {} --output uit --register "$REGISTER" --jobs 2'
        tops = ["in/" + os.fsdecode(top) for top in case.tops()]
        shares = [tops[index::int(count)] if mode == "apart" else tops for index in range(int(count))]
        commands = ["rm -rf uit alleen", *(command.format(" ".join(share)) + " & pids+=($!)" for share in shares if share)]
        commands += [f"sleep {float(delay):.3f}; kill -9 ${{pids[@]}}"] if mode == "killed" else []
        commands += ['for pid in ${pids[@]}; do wait $pid; echo "exit $?"; done', command.format("in/*"), command.format("in/*").replace("uit", "alleen"), "diff -r uit alleen"]
    elif case.script is None:
        register = ' --register "$REGISTER"' if "register" in case.options else ""
        language = " --language en" if "english" in case.options else ""
        commands = [f'"$MAATWERK" check in/* --format json{register}{language} | tail -c 3000', f'"$MAATWERK" check in/*{register}{language} | tail -n 40',
                    f'rm -rf uit; "$MAATWERK" convert in/* --output uit{register}{language}']
        if "consolidate" in case.options:
            commands[2] += f'; "$MAATWERK" consolidate uit --output uit/m.xlsx{register}; "$MAATWERK" template --prefill uit/* --output uit/sjabloon{register}'
        commands = [commands[0]] + (commands[1:2] if "text" in case.options else []) + (commands[2:] if "convert" in case.options else [])
    else:
        commands = []
        for command in case.script:
            words = []
            for part in command:
                text = os.fsdecode(part)
                text = text.replace(str(REGISTER), "\0R").replace(str(EXAMPLES), "\0E").replace("{in}", "in").replace("{out}", "uit")
                words.append(ansi(text).replace("\0R", '"$REGISTER"').replace("\0E", '"$REGISTER"/../inzendingen'))
            commands.append('"$MAATWERK" ' + " ".join(words) + (" < stdin" if case.stdin is not None else ""))
        commands.insert(0, "rm -rf uit; mkdir uit")
    lines = ["#!/bin/bash", f"# {title}", *("# " + line for line in sorted({f"{failure.property}: {failure.detail}"[:200] for failure in failures})),
             ': "${MAATWERK:=/usr/local/bin/maatwerk}" "${REGISTER:=examples/register}"', 'cd "$(dirname "$0")"', "shopt -s dotglob; set -o pipefail", "ulimit -v 6000000 -t 120", "export SWIFT_BACKTRACE=enable=no"]
    for command in special + commands:
        lines.append(command)
    lines.append('echo "exit $?"')
    script = folder / "repro.sh"
    script.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="surrogateescape")
    script.chmod(0o755)


def ansi(text):
    """A word of the shell, whatever bytes are in it."""
    data = os.fsencode(text)
    if re.fullmatch(rb"[\w./:=+,@%-]+", data):
        return text
    keep = "".join(chr(byte) if 32 <= byte < 127 and byte not in b"'\\" or byte == 0 else f"\\x{byte:02x}" for byte in data)
    return "$'" + keep + "'" if "\0" not in keep else text
