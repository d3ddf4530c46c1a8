# Settings: the experiment's file, which travels with a driver elsewhere, and Spark's own.

# A driver on the cluster gets the settings file sent, and finds it by its name; in an image of Outsole the project's settings are already.
# Here the environment names the file, so that no command is given an option that the user hasn't written.
send_settings() {
  [[ -n $cluster ]] || return 0
  if ! given --config; then
    # A sweep goes on by the settings that it began with.
    [[ $cluster != kubernetes ]] && ! given --resume || return 0
    case ${words[0]} in evaluate | sweep | train | score | nightly | history | tune | ingest) ;; *) return 0 ;; esac
    words=("${words[0]}" --config "$home/conf/outsole.conf" "${words[@]:1}")
  fi
  send_config
}

send_config() {
  local i
  for ((i = 0; i < ${#words[@]}; i++)); do
    case ${words[i]} in
      --config)
        [[ -n ${words[i + 1]-} ]] || return 0
        ship "${words[i + 1]}"
        words[i + 1]=${words[i + 1]##*/}
        ;;
      --config=*)
        ship "${words[i]#*=}"
        words[i]=--config=${words[i]##*[=/]}
        ;;
    esac
  done
}

# spark-submit heeds only the last --files: the user's is extended.
ship() {
  local i
  [[ $1 != *[,#]* ]] || fail "spark-submit ends a path in --files at a comma or a #; rename or move $1"
  for ((i = 0; i < ${#spark_options[@]}; i++)); do
    case ${spark_options[i]} in
      --files) spark_options[i + 1]+=,$1 ;;
      --files=*) spark_options[i]+=,$1 ;;
      *) continue ;;
    esac
    return
  done
  spark_options=(--files "$1" ${spark_options[@]+"${spark_options[@]}"})
}

# Sets settings: spark-submit reads one file of settings, so beside one of the user's (the place for secrets) ours are given one by one.
choose_settings() {
  local i
  users_file=''
  for ((i = 0; i < ${#spark_options[@]}; i++)); do
    case ${spark_options[i]} in
      --properties-file) users_file=${spark_options[i + 1]-} ;;
      --properties-file=*) users_file=${spark_options[i]#*=} ;;
    esac
  done
  settings=()
  if [[ -z $users_file ]]; then
    settings=(--properties-file "$home/conf/spark-defaults.conf")
  else
    [[ -r $users_file ]] || fail "--properties-file $users_file can't be read; name another"
    each_default add_default
  fi
}

add_default() { is_users "$1" || settings+=(--conf "$1=$2"); }

# is_users KEY: whether the user's own file of settings has it.
is_users() { [[ -n $users_file ]] && grep -Eq "^[[:space:]]*${1//./\\.}[[:space:]=:]" "$users_file"; }

# file_uri PATH: the path as a URI, for readers that split at spaces (Spark's JVM options) or commas (log4j) or want one (pod templates).
file_uri() {
  local LC_ALL=C uri=file:// character i
  for ((i = 0; i < ${#1}; i++)); do
    character=${1:i:1}
    [[ $character == [a-zA-Z0-9/._~-] ]] || printf -v character '%%%02X' "'$character"
    uri+=$character
  done
  printf '%s' "$uri"
}

# each_default FUNCTION: calls it with the key and the value of every setting in conf/spark-defaults.conf.
each_default() {
  local file=$home/conf/spark-defaults.conf line setting='^(spark\.[^[:space:]=]+)[[:space:]]*=?[[:space:]]*(.*)$'
  [[ -e $file ]] || {
    say "no $file; going by Spark's own defaults"
    return 0
  }
  # Without -r a backslash joins lines, as in Java's properties.
  # shellcheck disable=SC2162
  while read line || [[ -n $line ]]; do
    line=${line#$'\xef\xbb\xbf'}
    line=${line%$'\r'}
    [[ ! $line =~ $setting ]] ||
      "$1" "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
  done <"$file"
}
