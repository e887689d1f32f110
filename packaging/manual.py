#!/usr/bin/env python3
"""Writes the man pages from the command's own definition: `maatwerk --experimental-dump-help`, in both languages.

    manual.py TOOL FOLDER [DAY]     FOLDER/man1/*.1 in English, FOLDER/nl/man1/*.1 in Dutch
"""
import json
import os
import pathlib
import re
import subprocess
import sys

WORDS = {
    "en": {"name": "NAME", "synopsis": "SYNOPSIS", "description": "DESCRIPTION", "arguments": "ARGUMENTS", "options": "OPTIONS", "commands": "COMMANDS",
           "see": "SEE ALSO", "values": "One of", "default": "Default", "status": "EXIT STATUS", "none": "maatwerk command", "command": "command"},
    "nl": {"name": "NAAM", "synopsis": "OVERZICHT", "description": "BESCHRIJVING", "arguments": "ARGUMENTEN", "options": "OPTIES", "commands": "OPDRACHTEN",
           "see": "ZIE OOK", "values": "Een van", "default": "Standaard", "status": "UITKOMST", "none": "opdracht van maatwerk", "command": "opdracht"},
}
# What the argument parser adds by itself, in the words of this command.
OWN = {"nl": {"Show the version.": "Toon de versie.", "Show help information.": "Toon deze hulp."}}
STATUS = re.compile(r"^(?:Uitkomst \(exit status\)|Exit status): ?", re.M)


def escaped(text):
    """Text as a man page holds it: nothing of it is a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in ".'" else line for line in text.split("\n"))


def paragraphs(text):
    """Text in paragraphs; lines that are an example or continue one stay lines."""
    lines = []
    for block in re.split(r"\n\s*\n", text.strip("\n")):
        rows = block.split("\n")
        keeps = any(row.startswith(" ") for row in rows) or rows[0].startswith(("Voorbeeld:", "Example:"))
        lines += [".PP", *([".nf", escaped(block), ".fi"] if keeps else [escaped(block)])]
    return lines


def name(argument):
    parts = [("--" if part["kind"] == "long" else "-") + part["name"] for part in argument.get("names", [])]
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return f"\\fI{escaped(value)}\\fR"
    return ", ".join(f"\\fB{escaped(part)}\\fR" + (f" \\fI{escaped(value)}\\fR" if argument["kind"] == "option" else "") for part in parts)


def synopsis(argument):
    text = name(argument).split(", ")[0] + (" ..." if argument["isRepeating"] else "")
    return f"[{text}]" if argument["isOptional"] else text


def page(command, parents, language, version, day, others):
    words, path = WORDS[language], [*parents, command["commandName"]]
    title = "-".join(path)
    lines = [f'.TH {title.upper()} 1 "{day}" "maatwerk {version}" "maatwerk"', f".SH {words['name']}",
             f"{escaped(title)} \\- {escaped(command.get('abstract', words['none']).rstrip('.'))}", f".SH {words['synopsis']}"]
    shown = [argument for argument in command.get("arguments", []) if argument.get("shouldDisplay", True)]
    lines += [f"\\fB{escaped(' '.join(path))}\\fR " + " ".join(synopsis(argument) for argument in shown)
              + (f" \\fI{words['command']}\\fR" if command.get("subcommands") else "")]
    text, *status = STATUS.split(command.get("discussion", ""), maxsplit=1)
    if text.strip():
        lines += [f".SH {words['description']}", *paragraphs(text)]
    for heading, kinds in (("arguments", ("positional",)), ("options", ("option", "flag"))):
        chosen = [argument for argument in shown if argument["kind"] in kinds]
        if chosen:
            lines.append(f".SH {words[heading]}")
        for argument in chosen:
            text = argument.get("abstract", "")
            lines += [".TP", name(argument), escaped(OWN.get(language, {}).get(text, text))]
            if argument.get("allValues"):
                lines.append(f"{words['values']}: {escaped(', '.join(argument['allValues']))}.")
            if argument.get("defaultValue"):
                lines.append(f"{words['default']}: {escaped(argument['defaultValue'])}.")
    subcommands = [sub for sub in command.get("subcommands", []) if sub["commandName"] != "help"]
    if subcommands:
        lines.append(f".SH {words['commands']}")
        for sub in subcommands:
            lines += [".TP", f"\\fB{escaped(title + '-' + sub['commandName'])}\\fR(1)", escaped(sub.get("abstract", ""))]
    if status:
        lines += [f".SH {words['status']}", *paragraphs(status[0])]
    lines += [f".SH {words['see']}", ", ".join(f"\\fB{escaped(other)}\\fR(1)" for other in others if other != title)]
    return title, "\n".join(lines) + "\n"


def main():
    tool, folder, day = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "2026-11-29"
    version = subprocess.run([tool, "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
    for language, place in (("en", folder / "man1"), ("nl", folder / "nl/man1")):
        place.mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "MAATWERK_LANGUAGE": language}
        dumped = subprocess.run([tool, "--experimental-dump-help"], check=True, capture_output=True, text=True, env=environment).stdout
        root = json.loads(dumped)["command"]
        commands = [sub for sub in root["subcommands"] if sub["commandName"] != "help"]
        titles = [root["commandName"], *(f"{root['commandName']}-{sub['commandName']}" for sub in commands)]
        for command, parents in [(root, []), *((sub, [root["commandName"]]) for sub in commands)]:
            title, text = page(command, parents, language, version, day, titles[:1] if parents else [])
            (place / f"{title}.1").write_text(text if parents else text[:text.rindex(".SH")])


if __name__ == "__main__":
    main()
