#!/usr/bin/env bash
# How all that is in this folder was made, by the version of commit 2860e70 and the class dev.outsole.saved.MakeFixtures, with TEST_CLASSPATH (tests, main and
# libraries): two nights of a sweep of small images with all detectors, and every stage saved on its own. Run in the project's folder, with an empty folder as $1.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

open=()
for package in lang lang.invoke lang.reflect io net nio util util.concurrent; do
  open+=("--add-opens=java.base/java.$package=ALL-UNNAMED")
done
for package in nio.ch security.action; do
  open+=("--add-opens=java.base/sun.$package=ALL-UNNAMED")
done

fixtures() { java "${open[@]}" -cp "$TEST_CLASSPATH" dev.outsole.saved.MakeFixtures "$@"; }

fixtures data "$1/data"
for day in 26 27; do
  submit/outsole nightly --config "$here/small.conf" --data "$1/data" --history "$1/history" --output "$1/runs" --date 2026-11-$day
done
fixtures figures "$1"

# Only what is read of it stays: one of the two runs, no page, no table of the images.
rm -rf "$1"/runs/"$(basename "$(find "$1/runs" -name '*-sweep' | sort | head -n 1)")" "$1/data/table"
rm "$1"/runs/*/report.html "$1/history/latest.html"
