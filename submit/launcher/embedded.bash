# The embedded Spark: the JVM's options out of conf/spark-defaults.conf and the command line, and the command.

# Sets jvm, the embedded driver's options, and more_jars for its class path. Of the options the user's come last, for the JVM goes by the last of two.
read_jvm_options() {
  jvm=() more_jars=''
  each_default add_setting
  jvm+=("-Dspark.master=local[*]" "$log_option" "${native_options[@]}")
  # What is over in half a second is over sooner without the thorough compiler.
  [[ ${words[0]} != detectors ]] && ! given --help -h --version -V || jvm+=(-XX:TieredStopAtLevel=1)
  read_spark_options
}

# The few options of spark-submit that mean something without it.
read_spark_options() {
  local option value
  set -- ${spark_options[@]+"${spark_options[@]}"}
  while (($# > 0)); do
    option=${1%%=*} value=${1#*=}
    case $1 in
      --conf | --driver-memory | --jars)
        (($# > 1)) || fail "$1 needs a value; see --help"
        value=$2
        shift
        ;;
      --conf=* | --driver-memory=* | --jars=*) ;;
      *) fail "$1 needs --master or SPARK_HOME; without them only --conf, --driver-memory and --jars may follow the --" ;;
    esac
    shift
    case $option in
      --jars) add_jars "$value" ;;
      --driver-memory) add_setting spark.driver.memory "$value" ;;
      *)
        [[ $value == spark.*=* ]] || fail "--conf takes spark.KEY=VALUE, not $value"
        add_setting "${value%%=*}" "${value#*=}"
        ;;
    esac
  done
}

# add_jars FILE,FILE...: behind Outsole's own on the class path. A URL of a local file is taken too, as by spark-submit.
add_jars() {
  local file files
  IFS=, read -ra files <<<"$1"
  ((${#files[@]} > 0)) || fail "--jars needs a value; see --help"
  for file in "${files[@]}"; do
    file=${file#file:}
    [[ -f $file && -r $file ]] || fail "--jars names $file, which is no file that can be read; name one"
    more_jars+=:$file
  done
}

# add_setting KEY VALUE: says it to the JVM of the embedded driver.
add_setting() {
  local options
  case $1 in
    spark.driver.memory) jvm+=("-Xmx$2") ;;
    spark.driver.extraJavaOptions)
      split_options "$2"
      jvm+=(${options[@]+"${options[@]}"})
      ;;
    *) jvm+=("-D$1=$2") ;;
  esac
}

# Sets options to the words of an extraJavaOptions, split as spark-submit does: at spaces outside quotes.
split_options() {
  local rest="$1 " word='' part quote
  options=()
  while [[ -n $rest ]]; do
    case $rest in
      [\"\']*)
        quote=${rest:0:1} rest=${rest:1}
        [[ $rest == *"$quote"* ]] || fail "spark.driver.extraJavaOptions has a quote that nothing closes: $1"
        part=${rest%%"$quote"*}
        word+=$part rest=${rest:${#part}+1}
        ;;
      [[:space:]]*)
        [[ -z $word ]] || options+=("$word")
        word='' rest=${rest:1}
        ;;
      *)
        part=${rest%%[\"\'[:space:]]*}
        word+=$part rest=${rest:${#part}}
        ;;
    esac
  done
}

compose_embedded() {
  local class_path=$jar name names=()
  if [[ -r $class_path_file ]]; then
    IFS=: read -ra names <<<"$(<"$class_path_file")"
    for name in "${names[@]}"; do class_path+=:$jars/$name; done
  else
    class_path+=":<content of $class_path_file>"
  fi
  # Each Spark task is one thread of BLAS; more of them would only fight for the cores.
  run=(env "${environment[@]}" "SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1}"
    "$java" "${jvm[@]}" -cp "$class_path$more_jars" "$MAIN" "${words[@]}")
}
