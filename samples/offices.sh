#!/usr/bin/env bash
# Who speaks in the interview, and in which line?
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

reportcli sections interview-2025.txt --format jsonl | jq -r 'select(.title != null) | "\(.line)\t\(.title)"'
