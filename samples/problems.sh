#!/usr/bin/env bash
# Which problems does the county admit?
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

reportcli extract county-2022.txt --statements --kind problem --format jsonl | jq -r '"\(.line): \(.text)"'
