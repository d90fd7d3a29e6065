#!/bin/sh
# Generates a district of 600 workbooks and compares, in one run: ctcl report as a whole process, calamine alone reading every
# cell with as many threads, and pandas + openpyxl concatenating them. Prints ratios and peak memory. Linux.
#
#   benches/ratios.sh                needs a Python with: pip install pandas openpyxl
#   PYTHON=.venv/bin/python SCHOOLS=120 THREADS=4 benches/ratios.sh
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
schools=${SCHOOLS:-600}
threads=${THREADS:-2}
"$python" -c "import pandas, openpyxl" || { echo "pip install pandas openpyxl" >&2; exit 2; }
cargo build --release --locked --bin ctcl --example sample --example calamine_alone
binaries=${CARGO_TARGET_DIR:-target}/release
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$binaries/examples/sample" --schools "$schools" --out "$folder/district" >/dev/null
"$python" benches/ratios.py "$binaries" "$folder/district" "$folder/output" "$python" "$threads"
