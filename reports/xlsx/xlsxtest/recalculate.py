"""Reckons every formula of workbooks anew in LibreOffice.

recalculate.py PROFILE FILE... prints a JSON list with file, sheet, cell, value
and error number of each formula. PROFILE is a folder for LibreOffice's own
settings, so that a LibreOffice which is already open is left alone.
"""

import json
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

FORMULA = 16  # com.sun.star.sheet.CellFlags.FORMULA
START_SECONDS = 60


def start(profile):
    """Starts LibreOffice without a window and returns it with its process."""
    pipe = "saya" + pathlib.Path(profile).name + str(time.monotonic_ns())
    process = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo",
         "-env:UserInstallation=" + pathlib.Path(profile).as_uri(),
         f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return process, remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
        except NoConnectException:
            if time.monotonic() > deadline:
                process.kill()
                raise
            time.sleep(0.2)


def formulas(sheet):
    """Yields the cells of a sheet that hold a formula."""
    for r in sheet.queryContentCells(FORMULA).RangeAddresses:
        for row in range(r.StartRow, r.EndRow + 1):
            for column in range(r.StartColumn, r.EndColumn + 1):
                yield sheet.getCellByPosition(column, row)


def recalculate(desktop, path):
    hidden = PropertyValue(Name="Hidden", Value=True)
    document = desktop.loadComponentFromURL(pathlib.Path(path).resolve().as_uri(), "_blank", 0, (hidden,))
    if document is None:
        sys.exit(f"LibreOffice does not open {pathlib.Path(path).name}")
    try:
        document.calculateAll()
        for sheet in document.Sheets:
            for cell in formulas(sheet):
                name = cell.AbsoluteName.rsplit(".", 1)[1].replace("$", "")
                yield {"File": path, "Sheet": sheet.Name, "Cell": name, "Value": cell.Value, "Error": cell.getError()}
    finally:
        document.close(True)


def main(profile, *paths):
    process, desktop = start(profile)
    try:
        print(json.dumps([result for path in paths for result in recalculate(desktop, path)]))
    finally:
        desktop.terminate()
        process.wait(START_SECONDS)


main(*sys.argv[1:])
