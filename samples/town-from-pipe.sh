#!/usr/bin/env bash
# The first lines of a summary; the encoding is found out, and head closes the pipe when it has enough.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")"

reportcli summarize - <town-2022-gb18030.txt | head -n 12
