#!/usr/bin/env bash
# Does each number stand in the text where its record says, whatever the page's lines and noise?
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

reportcli extract portal-2024.txt --format jsonl |
  python3 -c '
import json, pathlib, sys

text = pathlib.Path("portal-2024.txt").read_bytes().decode("utf-8")
rows = [json.loads(line) for line in sys.stdin]
print(sum(text[row["start"] : row["end"]] == row["quote"] for row in rows), "of", len(rows), "quotes in their place")
'
