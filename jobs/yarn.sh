#!/usr/bin/env bash
# Submits Sextant to YARN in cluster mode, with conf/spark-yarn.conf. Needs SPARK_HOME and
# HADOOP_CONF_DIR.
#
#   jobs/yarn.sh [--dry-run] --archives bert.zip#bert -- \
#     profile --model bert --input hdfs:///pairs.parquet --output hdfs:///run
#
# With --deploy-mode client the driver runs here instead, reports its progress here, and returns its
# exit code. In cluster mode every failure has exit code 1; run.json and `yarn logs` contain the
# reason.
#
# --archives copies the model once to each machine that runs an executor. A model on HDFS or S3 is
# given by its address instead: --model hdfs:///models/bert.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source-path=SCRIPTDIR
source "$here/help.sh"
dry=()
[[ ${1:-} != --dry-run ]] || { dry=(--dry-run) && shift; }
log=-Dlog4j2.configurationFile=log4j2.properties
exec "$here/submit.sh" "${dry[@]}" --master yarn --deploy-mode cluster \
  --properties-file "$here/../conf/spark-yarn.conf" --files "$here/../conf/log4j2.properties" \
  --conf spark.driver.extraJavaOptions=$log --conf spark.executor.extraJavaOptions=$log "$@"
