# What is here: a checkout, which is built, or a release, which is complete.

find_installation() {
  [[ $home != *:* ]] || fail "Java ends a path at a colon; rename or move $home"
  if [[ -e $home/pom.xml ]]; then release='' jars=$home/target; else release=yes jars=$home/lib; fi
  class_path_file=$jars/embedded.classpath
}

# Sets jar, and built_platform, whose native code it has; to nothing if there is no build.
find_jar() {
  local name=''
  jar='' built_platform=''
  [[ -r $jars/built ]] || return 0
  read -r name built_platform <"$jars/built" || return 0
  [[ ! -r $jars/$name ]] || jar=$jars/$name
}

# Whether the build is of these sources, and of this machine's kind if it is to run here.
is_built() {
  [[ -n $jar && -r $class_path_file ]] || return 1
  [[ -n $spark_submit || $built_platform == "$platform" ]] || return 1
  [[ -n $release || $(sed 1d "$jars/built") == "$(source_checksums "$home")" ]]
}

build() {
  check_that_it_can_be_built
  lock_build
  find_jar
  if ! is_built; then
    say "building (first run, or sources changed)"
    # The archive of a release is for those who call Maven themselves.
    JAVA_HOME=$jdk mvn -B -q -f "$home/pom.xml" -Dmaven.test.skip=true -Dassembly.skipAssembly=true -Dstyle.color=never \
      package >&2 || fail "the build failed, see above" 1
    find_jar
    [[ -n $jar && -r $class_path_file ]] || fail "the build left no jar and class path in $jars" 1
  fi
  rm -f -- "$jars/building"
}

check_that_it_can_be_built() {
  [[ -z $release ]] || refuse_release
  [[ ! -d $jars || (-r $jars && -x $jars) ]] || fail "$jars can't be read by you; its owner can open it: chmod -R go+rX $jars"
  type -P mvn >/dev/null || fail "no mvn found, which builds $home (first run, or sources changed); install Maven 3.8 or newer, or take a release"
  [[ -w $jars || (! -e $jars && -w $home) ]] ||
    fail "$home must be built (first run, or sources changed), and you can't write to it; let its owner run submit/outsole detectors"
  find_jdk
}

refuse_release() {
  [[ -n $jar && -r $class_path_file ]] || fail "$jars lacks parts of the release, or they can't be read; unpack it again"
  fail "this release is for $built_platform, this machine's Java for $platform; take the release for it, or build it from source"
}

# One build at a time: another's is waited for.
lock_build() {
  local lock=$jars/building holder='' told=''
  mkdir -p -- "$jars"
  until (set -o noclobber && echo $$ >"$lock") 2>/dev/null; do
    read -r holder <"$lock" || holder=''
    if [[ -n $holder ]] && ! is_running "$holder"; then
      rm -f -- "$lock"
      continue
    fi
    [[ -n $told ]] || say "waiting for another build (process $holder; if there is none, remove $lock)"
    told=yes
    sleep 1
  done
  trap 'rm -f -- "$jars/building"' EXIT
}

# A process of another user's can't be sent a signal.
is_running() { kill -0 "$1" 2>/dev/null || [[ -d /proc/$1 ]] || ps -p "$1" >/dev/null 2>&1; }
