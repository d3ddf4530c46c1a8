# spark-submit: what a driver elsewhere must be told and sent, and how it ended.

# Where the image of submit/kubernetes/Dockerfile has the project.
readonly IMAGE_HOME=/opt/outsole
readonly SPARK_VERSION=3.5 SCALA_VERSION=2.12
readonly FITTING_SPARK="Spark $SPARK_VERSION for Scala $SCALA_VERSION"
# "State of driver driver-2026… is FINISHED", and for a pod "phase: Failed".
readonly DRIVER_STATE='(State of (driver )?driver-[^ ]+ is( now)? |phase: )([A-Za-z]+)'

find_spark_submit() {
  spark_submit=''
  if [[ -n ${SPARK_HOME-} ]]; then
    spark_submit=$SPARK_HOME/bin/spark-submit
    [[ -x $spark_submit ]] || fail "SPARK_HOME is $SPARK_HOME, which has no bin/spark-submit; set it to a $FITTING_SPARK"
    check_spark
    check_user
    [[ $home != *#* ]] || fail "spark-submit ends a jar's path at a #; rename or move $home"
  elif [[ -n $master ]]; then
    fail "--master $master needs spark-submit; set SPARK_HOME to a $FITTING_SPARK"
  elif [[ -n $deploy_mode ]]; then
    fail "--deploy-mode $deploy_mode needs spark-submit; give --master and set SPARK_HOME to a $FITTING_SPARK"
  fi
}

# Spark's own jar tells both versions by its name: spark-core_2.12-3.5.9.jar.
check_spark() {
  local core versions=''
  for core in "$SPARK_HOME"/jars/spark-core_*.jar "$SPARK_HOME"/assembly/target/scala-*/jars/spark-core_*.jar; do
    [[ ! -e $core ]] || versions=${core##*/spark-core_}
  done
  versions=${versions%.jar}
  case $versions in
    "$SCALA_VERSION-$SPARK_VERSION".*) ;;
    '') fail "SPARK_HOME is $SPARK_HOME, which has no jars/spark-core_*.jar; set it to a $FITTING_SPARK" ;;
    *) fail "SPARK_HOME is $SPARK_HOME, Spark ${versions#*-} for Scala ${versions%%-*}; set it to a $FITTING_SPARK" ;;
  esac
}

# Hadoop's login, before Outsole has a say in it, wants a name.
check_user() {
  id -un >/dev/null 2>&1 ||
    fail "user $UID of this machine has no name, and spark-submit needs one; add the user to /etc/passwd, or run without SPARK_HOME and --master"
}

# Sets cluster to the kind of cluster that the driver itself runs on, or to nothing if it runs here.
find_cluster() {
  cluster=''
  [[ $deploy_mode == cluster ]] || return 0
  case $master in
    spark://*) cluster=standalone ;;
    yarn) cluster=yarn ;;
    k8s://*) cluster=kubernetes ;;
    *) fail "--deploy-mode cluster needs --master spark://HOST:PORT, yarn or k8s://URL, not '$master'" ;;
  esac
}

# What a driver on the cluster must be told of, since it inherits nothing from here: sets driver_options, and jar for an image.
tell_driver() {
  driver_options=()
  case $cluster in
    # Where the jar is seen by the workers, so is the folder above it.
    standalone) log_driver_by "$log_option" ;;
    # The working folder of an application master is on its class path.
    yarn)
      ship "$home/conf/log4j2.properties"
      driver_options+=(--conf "spark.yarn.appMasterEnv.OUTSOLE_HOME=$home")
      ;;
    # All of it is in the image (submit/kubernetes).
    kubernetes)
      log_driver_by "-Dlog4j2.configurationFile=$IMAGE_HOME/conf/log4j2.properties"
      driver_options+=(--conf "spark.kubernetes.driverEnv.OUTSOLE_HOME=$IMAGE_HOME"
        --conf "spark.kubernetes.driver.podTemplateFile=$(file_uri "$home/submit/kubernetes/driver.yaml")"
        --conf "spark.kubernetes.executor.podTemplateFile=$(file_uri "$home/submit/kubernetes/executor.yaml")")
      jar=local://$IMAGE_HOME/outsole.jar
      ;;
  esac
}

# A kernel that the user has chosen is the choice for all machines.
share_blas_kernel() {
  local key keys=(spark.executorEnv)
  [[ -n ${OPENBLAS_CORETYPE-} ]] || return 0
  [[ $cluster != yarn ]] || keys+=(spark.yarn.appMasterEnv)
  [[ $cluster != kubernetes ]] || keys+=(spark.kubernetes.driverEnv)
  for key in "${keys[@]}"; do
    driver_options+=(--conf "$key.OPENBLAS_CORETYPE=$OPENBLAS_CORETYPE")
  done
}

# log_driver_by OPTION: adds to the driver's JVM options, which spark-submit would replace, unless a file of the user's sets them.
log_driver_by() {
  driver_java_options=''
  each_default note_java_options
  is_users spark.driver.extraJavaOptions ||
    driver_options+=(--conf "spark.driver.extraJavaOptions=$driver_java_options$1")
}

note_java_options() {
  [[ $1 != spark.driver.extraJavaOptions ]] || driver_java_options="$2 "
}

compose_submit() {
  local where=() option options=$log_option
  [[ -z $master ]] || where+=(--master "$master")
  [[ -z $deploy_mode ]] || where+=(--deploy-mode "$deploy_mode")
  choose_settings
  tell_driver
  share_blas_kernel
  for option in "${native_options[@]}"; do options+=" $(quoted "$option")"; done
  # What spark-submit would find by itself needn't be said.
  [[ -n ${JAVA_HOME-} || $java == "$(type -P java)" ]] || environment+=("JAVA_HOME=$java_home")
  run=(env "${environment[@]}" "SPARK_SUBMIT_OPTS=$options${SPARK_SUBMIT_OPTS:+ $SPARK_SUBMIT_OPTS}"
    "$spark_submit" ${where[@]+"${where[@]}"} ${settings[@]+"${settings[@]}"} --class "$MAIN" --name "outsole ${words[0]}"
    ${driver_options[@]+"${driver_options[@]}"} ${spark_options[@]+"${spark_options[@]}"} "$jar" "${words[@]}")
}

# quoted OPTION: as Spark reads JVM options, which it splits at spaces outside quotes.
quoted() {
  local option=$1
  if [[ $option == *[[:space:]\"\'\\]* ]]; then
    option=${option//\\/\\\\}
    option=\"${option//\"/\\\"}\"
  fi
  printf '%s' "$option"
}

# Standalone's and Kubernetes' spark-submit ends with 0 when the driver has failed, but its log tells how the driver ended.
run_and_judge() {
  local line state='' status=0
  while IFS= read -r line; do
    printf '%s\n' "$line" >&2
    [[ ! $line =~ $DRIVER_STATE ]] || state=${BASH_REMATCH[4]}
  done < <("${run[@]}" 2>&1)
  wait $! || status=$?
  # spark-submit has codes of its own.
  ((status == 0)) || exit $((status > 128 ? status : 1))
  case $state in
    FINISHED | Succeeded) ;;
    '') fail "spark-submit ended without telling how the driver did; look at the cluster's own pages" 1 ;;
    *) fail "the driver's last state is $state; what it said is in its own log on the cluster" 1 ;;
  esac
}
