#!/usr/bin/env bash
# Which indicators fell, by how many percent, steepest first?
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

reportcli extract communique-2023.txt --format csv |
  python3 -c '
import csv, sys

changes = [row for row in csv.DictReader(sys.stdin) if row["measure"] == "growth" and row["unit"] == "%"]
falls = [row for row in changes if float(row["value"]) < 0]
for row in sorted(falls, key=lambda row: float(row["value"])):
    print(row["value"] + row["unit"], row["indicator"], sep="\t")
'
