#!/usr/bin/env bash
# Submits Sextant to a cluster: options of spark-submit, then --, then ours.
#
#   jobs/submit.sh --master spark://host:7077 --executor-memory 4g -- \
#     profile --model /shared/bert --input hdfs:///pairs.parquet --output hdfs:///run
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

if [[ -z ${SPARK_HOME:-} ]]; then
  say "SPARK_HOME is not set: it must name a Spark 3.5 distribution for Scala 2.12"
  exit 1
fi
spark=()
while [[ $# -gt 0 && $1 != -- ]]; do
  spark+=("$1")
  shift
done
if [[ $# -eq 0 ]]; then
  say "no -- between the options of spark-submit and those of sextant"
  exit 1
fi
shift
find_jar
exec "$SPARK_HOME/bin/spark-submit" --class io.sextant.Main "${spark[@]}" "$JAR" "$@"
