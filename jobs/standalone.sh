#!/usr/bin/env bash
# Submits Sextant to a standalone Spark cluster, with conf/spark-standalone.conf.
#
#   SPARK_MASTER=spark://host:7077 jobs/standalone.sh [--dry-run] [spark arguments] -- \
#     profile --model /shared/bert --input /shared/pairs.parquet --output /shared/run
#
# With --deploy-mode cluster the jar and the model must be at a path that every worker can read, and
# spark-submit exits with 0 whether or not the run succeeds: check `status` in run.json.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source-path=SCRIPTDIR
source "$here/help.sh"
dry=()
[[ ${1:-} != --dry-run ]] || { dry=(--dry-run) && shift; }
if [[ -z ${SPARK_MASTER:-} ]]; then
  echo "standalone.sh: SPARK_MASTER is not set: give the address of the cluster, such as spark://host:7077" >&2
  exit 1
fi
exec "$here/submit.sh" "${dry[@]}" --master "$SPARK_MASTER" \
  --properties-file "$here/../conf/spark-standalone.conf" "$@"
