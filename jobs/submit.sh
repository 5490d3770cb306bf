#!/usr/bin/env bash
# Submits Sextant to a cluster: options of spark-submit, then --, then those of Sextant.
#
#   jobs/submit.sh --master spark://host:7077 --executor-memory 4g -- \
#     profile --model /shared/bert --input hdfs:///pairs.parquet --output hdfs:///run
#
#   --dry-run   as the first option: prints the command and does not run it
#   --size      as the first option: prints how large an executor must be, with the calculation;
#               takes --model and --executor-cores
#
# jobs/local.sh, standalone.sh, yarn.sh and kubernetes.sh call this with the settings in conf/.
# Without SPARK_HOME, the jars from Maven are used, for local and standalone masters only.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/env.sh"

dry=
case ${1:-} in
  --dry-run) dry=1 && shift ;;
  --size) shift && exec "$SEXTANT_ROOT/jobs/sextant.sh" size "$@" ;;
esac

spark=()
while [[ $# -gt 0 && $1 != -- ]]; do
  spark+=("$1")
  shift
done
if [[ $# -eq 0 ]]; then
  say "missing -- between the options of spark-submit and those of sextant"
  exit 1
fi
shift

# Sets the log settings of spark-submit, which logs before Sextant starts, unless the user has set
# some.
set_log() {
  local file word deploy=warn
  [[ "${SPARK_SUBMIT_OPTS:-} ${spark[*]}" != *configurationFile=* ]] || return 0
  for file in "${SPARK_CONF_DIR:-${SPARK_HOME:-}/conf}"/log4j2.*; do
    [[ ! -e $file || $file == *.template ]] || return 0
  done
  # In cluster mode only spark-submit logs here; it reports the driver's state.
  for word in "${spark[@]}"; do
    [[ ! $word =~ ^(--deploy-mode=)?cluster$ ]] || deploy=info
  done
  SPARK_SUBMIT_OPTS+=" -Dlog4j2.configurationFile='$SEXTANT_ROOT/conf/log4j2.properties'"
  export SPARK_SUBMIT_OPTS+=" -Dsextant.log.deploy=$deploy"
}

# Prints a command with quoting where needed; the jar redacts secrets.
show() {
  local word line=""
  while IFS= read -r -d '' word; do
    line+="$(printf '%q' "$word") "
  done < <(printf '%s\0' "$@" | "$JAVA" -cp "$JAR" io.sextant.redaction.ShownCommand)
  [[ -n $line ]]
  echo "${line% }"
}

[[ -n $dry ]] || check_spark_home
find_jar
set_log
submit=(--class io.sextant.Main "${spark[@]}" "$JAR" "$@")
if [[ -n ${SPARK_HOME:-} ]]; then
  command=("$SPARK_HOME/bin/spark-submit" "${submit[@]}")
else
  for word in "${spark[@]}"; do
    if [[ $word =~ ^(--master=)?(yarn|k8s) ]]; then
      say "${BASH_REMATCH[2]} needs a Spark distribution: set SPARK_HOME to Spark 3.5 (Scala 2.12) or 4"
      exit 1
    fi
  done
  make_spark_home
  command=("$SEXTANT_ROOT/jobs/spark-class.sh" org.apache.spark.deploy.SparkSubmit "${submit[@]}")
fi
if [[ -n $dry ]]; then
  show "${command[@]}"
else
  exec "${command[@]}"
fi
