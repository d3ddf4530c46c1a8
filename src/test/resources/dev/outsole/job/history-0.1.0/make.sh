#!/usr/bin/env bash
# How these nights were made, by the version of commit 9bfa588: run in the folder of that version, with the data fetched. Two detectors, two pairs, one seed.
set -euo pipefail

night() { submit/outsole nightly --history "$PWD/history" --output "$PWD/runs" --normal sandal,bag --abnormal sneaker "$@"; }

for day in 21 22 23; do
  night --date 2026-11-$day --epochs 1
done
