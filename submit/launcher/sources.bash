#!/usr/bin/env bash
# Which sources a build is of, by their content: times tell nothing once a folder has been copied. Maven runs this as a script:
#   sources.bash note                at a build's start: what it will be of
#   sources.bash keep JAR PLATFORM   at its end: JAR is of these, with native code for PLATFORM

# source_checksums FOLDER: of what the jar is made of, one a line. Files come in another order on another disk.
source_checksums() (
  cd -- "$1" || exit
  parts=(pom.xml src/main conf/outsole.conf)
  [[ ! -d .mvn ]] || parts+=(.mvn)
  find "${parts[@]}" -type f -exec cksum {} + | LC_ALL=C sort
)

note_sources() {
  local checksums
  checksums=$(source_checksums .)
  mkdir -p target
  printf '%s\n' "$checksums" >target/sources
  # From here on to the end the jar may be half of these.
  if [[ -e target/built && $(sed 1d target/built) != "$checksums" ]]; then rm -f target/built; fi
}

keep_sources() {
  { printf '%s\n' "$*" && cat target/sources; } >target/built.new
  mv -f target/built.new target/built
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  set -euo pipefail
  cd -- "$(dirname -- "$0")/../.."
  "$1_sources" "${@:2}"
fi
