"""The obvious script: every sheet of every workbook of a folder, one below the other. Needs: pip install pandas openpyxl"""

import pathlib
import sys

import pandas

frames = []
for file in sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx")):
    frames.extend(pandas.read_excel(file, sheet_name=None, header=None, engine="openpyxl").values())
print(int(pandas.concat(frames, ignore_index=True).notna().sum().sum()))
