"""Has LibreOffice save workbooks, as another program that people use."""
import functools
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = shutil.which("soffice")


@functools.cache
def profile():
    """A folder for its settings, which is gone when the tests are done: the first start in an empty one takes longer."""
    return tempfile.TemporaryDirectory(prefix="maatwerk-office-")


def saved(form, folder, *paths):
    """Where it saves each of the workbooks in `folder`, in a form such as `ods` or `xlsx`; their names differ. All in one go, as starting takes
    longer than saving. Skips the test where there is no LibreOffice."""
    if PROGRAM is None:
        raise unittest.SkipTest("LibreOffice is not installed")
    subprocess.run(
        [PROGRAM, f"-env:UserInstallation=file://{profile().name}", "--headless", "--norestore", "--convert-to", form, "--outdir",
         folder, *paths], check=True, capture_output=True, timeout=300)
    ending = form.partition(":")[0]
    return [pathlib.Path(folder) / f"{pathlib.Path(path).stem}.{ending}" for path in paths]
