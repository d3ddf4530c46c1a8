# spark-submit: what a driver elsewhere must be told and sent, and how it ended.

# Where the image of submit/kubernetes/Dockerfile has the project.
readonly IMAGE_HOME=/opt/outsole
# "State of driver driver-2026… is FINISHED", and for a pod "phase: Failed".
readonly DRIVER_STATE='(State of (driver )?driver-[^ ]+ is( now)? |phase: )([A-Za-z]+)'

find_spark_submit() {
  spark_submit=''
  if [[ -n ${SPARK_HOME-} ]]; then
    spark_submit=$SPARK_HOME/bin/spark-submit
    [[ -x $spark_submit ]] || fail "SPARK_HOME is $SPARK_HOME, which has no bin/spark-submit; set it to a Spark 3.5"
    [[ $home != *#* ]] || fail "spark-submit ends a jar's path at a #; rename or move $home"
  elif [[ -n $master ]]; then
    fail "--master $master needs spark-submit; set SPARK_HOME to a Spark 3.5"
  elif [[ -n $deploy_mode ]]; then
    fail "--deploy-mode $deploy_mode needs spark-submit; give --master and set SPARK_HOME to a Spark 3.5"
  fi
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
  local where=()
  [[ -z $master ]] || where+=(--master "$master")
  [[ -z $deploy_mode ]] || where+=(--deploy-mode "$deploy_mode")
  choose_settings
  tell_driver
  share_blas_kernel
  run=(env "OUTSOLE_HOME=$home" OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
    "SPARK_SUBMIT_OPTS=$log_option${SPARK_SUBMIT_OPTS:+ $SPARK_SUBMIT_OPTS}"
    "$spark_submit" "${where[@]}" "${settings[@]}" --class "$MAIN" --name "outsole ${words[0]}"
    "${driver_options[@]}" "${spark_options[@]}" "$jar" "${words[@]}")
}

# Standalone's and Kubernetes' spark-submit ends with 0 when the driver has failed, but its log tells how the driver ended.
run_and_judge() {
  local line state='' status=0
  while IFS= read -r line; do
    printf '%s\n' "$line" >&2
    [[ ! $line =~ $DRIVER_STATE ]] || state=${BASH_REMATCH[4]}
  done < <("${run[@]}" 2>&1)
  wait $! || status=$?
  ((status == 0)) || exit "$status"
  case $state in
    FINISHED | Succeeded) ;;
    '') fail "spark-submit ended without telling how the driver did; look at the cluster's own pages" 1 ;;
    *) fail "the driver's last state is $state; what it said is in its own log on the cluster" 1 ;;
  esac
}
