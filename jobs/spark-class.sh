#!/usr/bin/env bash
# Starts one of Spark's own programs, like bin/spark-class in a Spark distribution but with the jars
# from Maven.
#
#   jobs/spark-class.sh org.apache.spark.deploy.master.Master --host 127.0.0.1
#   jobs/spark-class.sh org.apache.spark.deploy.worker.Worker spark://127.0.0.1:7077
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/env.sh"
find_jar
make_spark_home

# Spark's launcher determines the heap, class path and options of each program; it prints the
# command, with a zero byte after each word, after an empty first line.
command=()
while IFS= read -r -d '' word; do
  command+=("${word#$'\n'}")
done < <("$JAVA" -Xmx128m -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main "$@")
if [[ ${#command[@]} -eq 0 ]]; then
  exit 1
fi
# The launcher's first line is empty except for a zero byte.
[[ -n ${command[0]} ]] || command=("${command[@]:1}")
exec "${command[@]}"
