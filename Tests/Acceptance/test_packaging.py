"""What goes into the Debian package besides the command: pages of the manual, completions, and the bill of materials."""
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import unittest
import uuid

from support import ROOT, TOOL, ToolTest

PACKAGING = ROOT / "packaging"


def definition(language):
    """The command as it describes itself."""
    done = subprocess.run([TOOL, "--experimental-dump-help"], capture_output=True, check=True, env={**os.environ, "MAATWERK_LANGUAGE": language})
    root = json.loads(done.stdout)["command"]
    return root, [command for command in root["subcommands"] if command["commandName"] != "help"]


class ManualTest(ToolTest):
    def setUp(self):
        super().setUp()
        subprocess.run([sys.executable, PACKAGING / "manual.py", TOOL, self.folder, "2026-11-29"], check=True)

    def test_each_command_has_a_page_in_both_languages_with_all_that_it_takes(self):
        for language, place in (("en", "man1"), ("nl", "nl/man1")):
            root, commands = definition(language)
            pages = {path.name: path.read_text() for path in (self.folder / place).iterdir()}
            self.assertEqual(set(pages), {"maatwerk.1", *(f"maatwerk-{command['commandName']}.1" for command in commands)})
            for command in commands:
                self.assertIn(f"maatwerk\\-{command['commandName']}\\fR(1)", pages["maatwerk.1"])
                text = pages[f"maatwerk-{command['commandName']}.1"].replace("\\-", "-")
                for argument in command["arguments"]:
                    for name in argument.get("names", []):
                        self.assertIn(("--" if name["kind"] == "long" else "-") + name["name"], text)
                status = {"en": "EXIT STATUS", "nl": "UITKOMST"}[language]
                self.assertEqual(f".SH {status}" in text, re.search("exit status", command.get("discussion", ""), re.I) is not None, command["commandName"])
                # No Dutch in English and the other way round: the headings are of one language.
                self.assertNotIn({"en": ".SH OPTIES", "nl": ".SH OPTIONS"}[language], text)

    @unittest.skipUnless(shutil.which("man"), "man is not there")
    def test_the_pages_are_pages(self):
        for path in self.folder.rglob("*.1"):
            done = subprocess.run(["man", "--warnings=all", "-l", "-Tutf8", path], capture_output=True, text=True, env={**os.environ, "MANPAGER": "cat", "MANWIDTH": "100", "LC_ALL": "C.UTF-8"})
            self.assertEqual((done.returncode, done.stderr), (0, ""), path)
            self.assertIn(path.stem.upper(), done.stdout)

    def test_completions(self):
        for shell, check in (("bash", ["bash", "-n"]), ("zsh", ["zsh", "-n"]), ("fish", ["fish", "--no-execute"])):
            script = self.run_tool("--generate-completion-script", shell).stdout
            for command in definition("nl")[1]:
                self.assertIn(command["commandName"].encode(), script, shell)
            if shutil.which(check[0]):
                path = self.folder / f"c.{shell}"
                path.write_bytes(script)
                self.assertEqual(subprocess.run([*check, path], capture_output=True).returncode, 0, shell)


@unittest.skipUnless(shutil.which("dpkg-query") and shutil.which("readelf"), "not on Debian")
class BillOfMaterialsTest(ToolTest):
    def libraries(self):
        """The libraries that the command asks for by itself, and Debian's packages of them."""
        needed = re.findall(r"NEEDED.*\[(.*)\]", subprocess.run(["readelf", "--dynamic", TOOL], capture_output=True, text=True, check=True).stdout)
        found = {}
        for line in subprocess.run(["ldd", TOOL], capture_output=True, text=True, check=True).stdout.splitlines():
            match = re.match(r"\s*(\S+) => (\S+)", line)
            if match and match[1] in needed:
                owner = subprocess.run(["dpkg-query", "--search", "*" + os.path.realpath(match[2]).removeprefix("/usr")], capture_output=True, text=True).stdout
                if owner:
                    found[match[1]] = owner.split(":")[0]
        return found

    def test_it_is_sound_and_names_what_the_command_needs(self):
        packages = sorted(set(self.libraries().values()))
        self.assertTrue({"libxml2", "libzip4", "libcsv3", "libc6"} <= set(packages), packages)
        depends = ", ".join(f"{name} (>= 1.0)" for name in packages)
        paths = [self.folder / "a.json", self.folder / "b.json"]
        for path in paths:
            subprocess.run([sys.executable, PACKAGING / "sbom.py", TOOL, depends, path], check=True)
        self.assertEqual(paths[0].read_bytes(), paths[1].read_bytes(), "the same command gives the same bytes")
        bom = json.loads(paths[0].read_text())
        self.assertEqual((bom["bomFormat"], bom["specVersion"], bom["version"]), ("CycloneDX", "1.5", 1))
        self.assertEqual(str(uuid.UUID(bom["serialNumber"].removeprefix("urn:uuid:"))), bom["serialNumber"].removeprefix("urn:uuid:"))
        own = bom["metadata"]["component"]
        with open(TOOL, "rb") as file:
            self.assertEqual(own["hashes"], [{"alg": "SHA-256", "content": hashlib.sha256(file.read()).hexdigest()}])
        self.assertIn(own["version"], self.run_tool("--version").stdout.decode())
        components = {component["name"]: component for component in bom["components"]}
        pins = {pin["identity"]: pin for pin in json.loads((ROOT / "Package.resolved").read_text())["pins"]}
        self.assertEqual(set(components), {*pins, "swift", *packages})
        for name, component in components.items():
            self.assertEqual(set(component) - {"licenses", "properties", "description"}, {"type", "bom-ref", "name", "version", "purl"}, name)
            self.assertIn(component["type"], ("library", "application", "framework"))
            self.assertRegex(component["purl"], r"^pkg:(swift|deb|generic)/[^@]+@[^@]+$")
        for name, pin in pins.items():
            self.assertEqual(components[name]["version"], pin["state"]["version"])
            self.assertEqual(components[name]["properties"], [{"name": "git:revision", "value": pin["state"]["revision"]}])
        references = [own["bom-ref"], *(component["bom-ref"] for component in components.values())]
        self.assertEqual(len(set(references)), len(references))
        self.assertEqual([entry["ref"] for entry in bom["dependencies"]], references)
        self.assertEqual(bom["dependencies"][0]["dependsOn"], references[1:])
