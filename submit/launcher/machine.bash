# What a locked-down or bare machine lacks: a locale for all names, a folder for native code.

# Sets utf8_locale where file names outside ASCII could not be said otherwise, and exports it, for Maven's sake too.
find_locale() {
  local candidate
  utf8_locale=''
  ! speaks_utf8 || return 0
  for candidate in C.UTF-8 en_US.UTF-8 $(locale -a 2>/dev/null | grep -i 'utf-\{0,1\}8$'); do
    is_utf8 "$candidate" || continue
    utf8_locale=$candidate
    export LC_ALL=$candidate
    return 0
  done
  say "no UTF-8 locale is installed here: files whose names are not plain ASCII can't be read"
}

# is_utf8 LOCALE: Bash takes a locale at once, or complains that it isn't there.
is_utf8() (
  { LC_ALL=$1; } 2>/dev/null
  speaks_utf8
)

# Two bytes, one letter.
speaks_utf8() {
  local letter=$'\xc3\xa9'
  ((${#letter} == 1))
}

# Sets native_options, by which Java unpacks native code where it can be executed.
find_native_folder() {
  local folder native='' temporary=${TMPDIR:-/tmp} tried=()
  if [[ -n ${OUTSOLE_NATIVE-} ]]; then
    can_execute_in "$OUTSOLE_NATIVE" || fail "OUTSOLE_NATIVE is $OUTSOLE_NATIVE, where you can't write and execute files; name another folder"
    native=$OUTSOLE_NATIVE
  else
    [[ ${HOME-} != /?* ]] || tried=("${XDG_CACHE_HOME:-$HOME/.cache}/outsole")
    tried+=("$temporary/outsole-$UID" "/var/tmp/outsole-$UID")
    for folder in "${tried[@]}"; do
      ! can_execute_in "$folder" || {
        native=$folder
        break
      }
    done
    [[ -n $native ]] || fail "native code can be executed in none of ${tried[*]}; set OUTSOLE_NATIVE to a folder of yours where it can"
  fi
  native_options=("-Dorg.bytedeco.javacpp.cachedir=$native" "-Djna.tmpdir=$native")
  # Snappy, Zstandard, LZ4 and Netty unpack theirs for the time of the run.
  if ! can_execute_in "$temporary/outsole-$UID"; then
    native_options+=("-Djava.io.tmpdir=$native")
  elif [[ $temporary != /tmp ]]; then
    native_options+=("-Djava.io.tmpdir=$temporary")
  fi
}

# can_execute_in FOLDER: tries it, in a folder that is made if need be. In one of another user's, code of theirs might lie.
can_execute_in() {
  local probe=$1/executable
  [[ -d $1 ]] || (umask 077 && mkdir -p -- "$1") 2>/dev/null || return 1
  [[ -O $1 && ! -L $1 && -w $1 ]] || return 1
  [[ -e $probe ]] || make_probe "$probe" 2>/dev/null || return 1
  "$probe" 2>/dev/null
}

# Whole at once, for another start may be about to execute it.
make_probe() { printf '#!/bin/sh\n' >"$1.$$" && chmod 700 "$1.$$" && mv -f -- "$1.$$" "$1"; }
