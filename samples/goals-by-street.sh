#!/usr/bin/env bash
# How many goals has each street set itself?
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

reportcli extract streets-2024.txt --kind goal --format tsv |
  awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
               { goals[$column["region"]]++ }
               END { for (region in goals) print goals[region] "\t" region }' |
  sort -k1,1nr -k2
