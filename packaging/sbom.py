#!/usr/bin/env python3
"""Writes the bill of materials (CycloneDX 1.5, JSON) of a built command: what is in it, and what it needs of Debian.

    sbom.py TOOL DEPENDS OUTPUT

In it: the Swift packages of Package.resolved and the Swift runtime. Beside it: the libraries that TOOL is linked with, by the package and version
that this machine has, and DEPENDS, the field of the same name of the package (`libzip4 (>= 1.7.3), ...`). No time and no number by chance, so the
same command gives the same bytes.
"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[1]
LICENCES = {"swift-argument-parser": "Apache-2.0", "swift": "Apache-2.0"}


def said(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def component(kind, name, version, purl, licence=None, **more):
    return {"type": kind, "bom-ref": purl, "name": name, "version": version, "purl": purl,
            **({"licenses": [{"expression": licence}]} if licence else {}), **more}


def swift_packages():
    for pin in json.loads((ROOT / "Package.resolved").read_text())["pins"]:
        place = re.sub(r"^https://|\.git$", "", pin["location"])
        version = pin["state"].get("version") or pin["state"]["revision"]
        yield component("library", pin["identity"], version, f"pkg:swift/{place}@{version}", LICENCES.get(pin["identity"]),
                        properties=[{"name": "git:revision", "value": pin["state"]["revision"]}])


def debian_packages(depends):
    """The packages of the field Depends, as they are on this machine."""
    architecture = said("dpkg", "--print-architecture").strip()
    for wanted in filter(None, (part.strip() for part in depends.split(","))):
        name = re.match(r"[a-z0-9+.-]+", wanted)[0]
        version = said("dpkg-query", "--show", "--showformat=${Version}", f"{name}:{architecture}").strip()
        yield component("library", name, version, f"pkg:deb/debian/{name}@{version}?arch={architecture}&distro=debian-12",
                        properties=[{"name": "debian:depends", "value": wanted}])


def main():
    tool, depends, output = sys.argv[1:4]
    data = pathlib.Path(tool).read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    version = said(tool, "--version").split()[1].rstrip(",")
    runtime = re.search(r"Swift version ([0-9.]+)", said("swift", "--version"))[1]
    own = component("application", "maatwerk", version, f"pkg:generic/maatwerk@{version}", "EUPL-1.2", hashes=[{"alg": "SHA-256", "content": digest}])
    inside = [*swift_packages(), component("library", "swift", runtime, f"pkg:generic/swift@{runtime}", LICENCES["swift"],
                                           description="the Swift runtime, standard library and Foundation, linked in")]
    beside = list(debian_packages(depends))
    bom = {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "serialNumber": f"urn:uuid:{uuid.UUID(hashlib.sha256(data + depends.encode()).hexdigest()[:32])}",
        "metadata": {"component": own},
        "components": [*inside, *beside],
        "dependencies": [{"ref": own["bom-ref"], "dependsOn": [part["bom-ref"] for part in (*inside, *beside)]},
                         *({"ref": part["bom-ref"], "dependsOn": []} for part in (*inside, *beside))],
    }
    pathlib.Path(output).write_text(json.dumps(bom, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
