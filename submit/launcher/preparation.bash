# What a command needs before it runs: the build and the data.

# Sets jar to the newest build, or to nothing.
find_jar() {
  local candidate
  jar=''
  for candidate in "$home"/target/outsole-*-all.jar; do
    [[ ! -e $candidate || $candidate -ot $jar ]] || jar=$candidate
  done
}

is_built() {
  [[ -n $jar && -e $class_path_file ]] &&
    [[ -z $(find "$home/pom.xml" "$home/.mvn" "$home/src/main" "$home/conf/outsole.conf" \
      -newer "$jar" -print -quit 2>/dev/null) ]]
}

build() {
  say "building (first run, or sources changed)"
  type -P mvn >/dev/null || fail "no mvn found; install Maven 3.8 or newer"
  mvn -B -q -f "$home/pom.xml" -DskipTests -Dstyle.color=never package >&2 || fail "the build failed, see above" 1
  find_jar
  [[ -n $jar && -e $class_path_file ]] || fail "the build left no jar and class path in $home/target" 1
  # Maven leaves a jar whose content is the same as it was: still, it is up to date now.
  touch -- "$jar"
}

lacks_data() {
  local file
  case ${words[0]} in evaluate | sweep | train | nightly | ingest) ;; *) return 1 ;; esac
  ! given --data --table --images --help -h || return 1
  [[ ! -e $home/data/fashion-mnist/table/table.json ]] || return 1
  for file in train-images-idx3 train-labels-idx1 t10k-images-idx3 t10k-labels-idx1; do
    [[ -e $home/data/fashion-mnist/$file-ubyte.gz ]] || return 0
  done
  return 1
}

prepare() {
  is_built || build
  ! lacks_data || "$home/submit/fetch-data" >&2
}

announce() {
  is_built || say "would first build with mvn; <...> stands for what the build makes"
  ! lacks_data || say "would first fetch the data with $home/submit/fetch-data"
  [[ -n $jar ]] || jar="$home/target/outsole-<version>-all.jar"
}
