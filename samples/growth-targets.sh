#!/usr/bin/env bash
# Which growth of its gross product did the county aim at, and what came of it, year by year?
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

reportcli extract county-*.txt --indicator 地区生产总值 --format jsonl |
  jq -r 'select(.canonical == "地区生产总值" and .measure == "growth" and .rate == "yoy")
         | [.period, .kind, "\(.bound) \(.value)\(.unit)"] | @tsv' |
  sort
