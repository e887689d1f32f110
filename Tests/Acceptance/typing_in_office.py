"""Types values into a workbook with LibreOffice, as a person does, and saves it.

Runs with Debian's own Python, which has the package python3-uno. Usage: typing_in_office.py FROM TO, with lines of sheet, cell and text
on standard input, tabs between them. Dates and numbers become what LibreOffice makes of them, as when somebody types.
"""
import contextlib
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import DisposedException
from com.sun.star.connection import NoConnectException


def settings(**values):
    made = []
    for name, value in values.items():
        setting = PropertyValue()
        setting.Name, setting.Value = name, value
        made.append(setting)
    return tuple(made)


def connect(address):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:{address};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    sys.exit("LibreOffice does not answer")


@contextlib.contextmanager
def office():
    """The desktop of a LibreOffice with a profile of its own, which ends afterwards."""
    with tempfile.TemporaryDirectory(prefix="maatwerk-") as folder:
        address = f"pipe,name={pathlib.Path(folder).name}"
        process = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{folder}", "--headless", "--norestore", "--nologo",
             f"--accept={address};urp;"], stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            context = connect(address)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            yield desktop
            try:
                desktop.terminate()
            except DisposedException:
                pass
            process.wait(60)
        except BaseException:
            # It has processes of its own, and whoever waits for their output would wait for ever.
            os.killpg(process.pid, signal.SIGKILL)
            raise


def main(source, target):
    with office() as desktop:
        book = desktop.loadComponentFromURL(pathlib.Path(source).as_uri(), "_blank", 0, settings(Hidden=True))
        for line in sys.stdin:
            sheet, cell, text = line.rstrip("\n").split("\t")
            book.Sheets.getByName(sheet).getCellRangeByName(cell).FormulaLocal = text.replace("\\n", "\n")
        book.storeToURL(pathlib.Path(target).as_uri(), settings(FilterName="Calc MS Excel 2007 XML"))
        book.close(True)


if __name__ == "__main__":
    main(*sys.argv[1:3])
