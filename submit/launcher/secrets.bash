# Secrets: what is shown of a command line, and a word about those that stand on one.

# Sets secret_name to what conf/spark-defaults.conf says that secret settings are called. Bash leaves case aside in another way than (?i).
find_secret_name() {
  secret_name=''
  [[ ! -e $home/conf/spark-defaults.conf ]] || each_default note_secret_name
}

note_secret_name() { [[ $1 != spark.redaction.regex ]] || secret_name=${2#'(?i)'}; }

# is_secret KEY: whether a setting of this name is a secret, and not the name of one that Kubernetes keeps, or of a class that fetches it.
is_secret() {
  local found=''
  [[ -n $secret_name ]] || return 1
  case $1 in *provider* | *spark.kubernetes.*) return 1 ;; esac
  shopt -s nocasematch
  [[ ! $1 =~ $secret_name ]] || found=yes
  shopt -u nocasematch
  [[ -n $found ]]
}

# hide WORD: the word as it may be shown, without the value of a secret setting or the password in a URL.
hide() {
  local word=$1 option='' url='^(.*://[^/@: ]*):[^/@ ]+@(.*)$'
  case $word in --conf=*) option=--conf= word=${word#--conf=} ;; esac
  if [[ $word == *=* ]] && is_secret "${word%%=*}"; then
    word="${word%%=*}=(redacted)"
  elif [[ $word =~ $url ]]; then
    word="${BASH_REMATCH[1]}:(redacted)@${BASH_REMATCH[2]}"
  fi
  printf '%s' "$option$word"
}

# What stands on a command line, everyone on the machine can read.
warn_of_secrets() {
  local word key
  for word in ${spark_options[@]+"${spark_options[@]}"}; do
    key=${word#--conf=}
    key=${key%%=*}
    if [[ $key == spark.* ]] && is_secret "$key"; then
      say "$key can be read by everyone on this machine, for it stands on a command line; src/docs/clusters.md has better places"
    fi
  done
}
