# Java: one that runs Spark here, by its own words; starting it to ask for its version would take as long as all the rest.

readonly OLDEST_JAVA=17 NEWEST_JAVA=21
# "17.0.15", or "1.8.0_392" in the days before 9. Patterns stand in variables, for Bash 3.2 stumbles over their parentheses elsewhere.
readonly SAID_VERSION='version "([0-9][^"]*)"' MAJOR_VERSION='^([0-9]+)'
# Where systems and tools install Javas.
readonly SYSTEM_JAVAS=/usr/lib/jvm

# Sets java and java_home (empty if unknown), and platform.
find_java() {
  if [[ -n ${JAVA_HOME-} ]]; then
    take_java_home
  elif java=$(type -P java) && take_java "$java"; then
    :
  else
    take_installed_java
  fi
}

take_java_home() {
  [[ -x $JAVA_HOME/bin/java ]] ||
    fail "JAVA_HOME is $JAVA_HOME, which has no bin/java; set it to a Java $OLDEST_JAVA to $NEWEST_JAVA$(suggest_java)"
  take_java "$JAVA_HOME/bin/java" ||
    fail "JAVA_HOME is $JAVA_HOME, Java ${java_version:-of no known version}; Spark 3.5 runs on $OLDEST_JAVA to $NEWEST_JAVA: set JAVA_HOME to one$(suggest_java)"
}

take_installed_java() {
  local found=$java version=${java_version-}
  find_installed_java is_a_java ||
    fail "no Java $OLDEST_JAVA to $NEWEST_JAVA found${found:+ ($found is ${version:-of no known version})}; install one, or set JAVA_HOME to it"
  take_java "$installed_java/bin/java"
}

suggest_java() { find_installed_java is_a_java && printf ', such as %s' "$installed_java" || printf '; none is installed here'; }

# take_java PROGRAM: sets java, java_home, java_version and platform; fails if the version doesn't fit.
take_java() {
  java=$1
  java_home=$(follow_links "$java")
  java_home=${java_home%/bin/java}
  read_release "$java_home" || ask_java
  fits "$java_version"
}

# read_release HOME: what a Java says of itself in its file "release".
read_release() {
  local line os='' arch='' libc=''
  java_version=''
  [[ -r $1/release ]] || return 1
  while IFS= read -r line || [[ -n $line ]]; do
    line=${line%$'\r'}
    line=${line//\"/}
    case $line in
      JAVA_VERSION=*) java_version=${line#*=} ;;
      OS_NAME=*) os=${line#*=} ;;
      OS_ARCH=*) arch=${line#*=} ;;
      LIBC=*) libc=${line#*=} ;;
    esac
  done <"$1/release"
  name_platform "${os:-$OSTYPE}" "${arch:-$HOSTTYPE}" "$libc"
  [[ -n $java_version ]]
}

# A Java without that file, or a program that starts one elsewhere.
ask_java() {
  local said
  java_home='' java_version=''
  name_platform "$OSTYPE" "$HOSTTYPE" ''
  said=$("$java" -version 2>&1) || return 0
  [[ ! $said =~ $SAID_VERSION ]] || java_version=${BASH_REMATCH[1]}
}

# name_platform OS PROCESSOR LIBC: sets platform, as ND4J's native code is named by, or to nothing where it has none.
name_platform() {
  platform=''
  case $1-$2-$3 in
    *musl*) ;;
    [Ll]inux*-x86_64-* | [Ll]inux*-amd64-*) platform=linux-x86_64 ;;
    [Ll]inux*-aarch64-* | [Ll]inux*-arm64-*) platform=linux-arm64 ;;
    [Dd]arwin*-x86_64-*) platform=macosx-x86_64 ;;
    [Dd]arwin*-aarch64-* | [Dd]arwin*-arm64-*) platform=macosx-arm64 ;;
  esac
}

# fits VERSION: 1.8.0_392 is 8.
fits() {
  [[ $1 =~ $MAJOR_VERSION ]] && ((BASH_REMATCH[1] >= OLDEST_JAVA && BASH_REMATCH[1] <= NEWEST_JAVA))
}

is_a_java() { [[ -x $1/bin/java ]]; }

is_a_jdk() { [[ -x $1/bin/javac ]]; }

# find_installed_java CONDITION: sets installed_java to the first one here that fits.
find_installed_java() {
  local folder user=${HOME:-/nonexistent} java_version platform
  for folder in "$SYSTEM_JAVAS"/* /opt/java/* /opt/jdk* /opt/java* /usr/java/* "$user"/.sdkman/candidates/java/* "$user"/.jdks/* \
    {,"$user"}/Library/Java/JavaVirtualMachines/*/Contents/Home /{opt/homebrew,usr/local}/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    installed_java=$folder
    ! { "$1" "$folder" && read_release "$folder" && fits "$java_version"; } || return 0
  done
  return 1
}

# Sets jdk: the Java that builds.
find_jdk() {
  jdk=$java_home
  is_a_jdk "${jdk:-/nonexistent}" || { find_installed_java is_a_jdk && jdk=$installed_java; } || {
    # A program that starts a Java elsewhere: Maven finds that by itself.
    jdk=${JAVA_HOME-}
    [[ -z $java_home ]] || fail "$java_home has no compiler (bin/javac); install a JDK $OLDEST_JAVA to $NEWEST_JAVA to build $home"
  }
}

check_platform() {
  [[ -n $platform ]] ||
    fail "ND4J has no native code for this machine ($OSTYPE, $HOSTTYPE): Linux with glibc and macOS will do, on x86-64 and 64-bit ARM"
}
