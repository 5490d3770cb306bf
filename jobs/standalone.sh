#!/usr/bin/env bash
# Submits Sextant to a standalone Spark cluster, with conf/spark-standalone.conf.
#
#   SPARK_MASTER=spark://host:7077 jobs/standalone.sh [--dry-run] [spark arguments] -- \
#     profile --model /shared/bert --input /shared/pairs.parquet --output /shared/run
#
# With --deploy-mode cluster the jar and the model must lie where every worker sees them, and
# spark-submit exits 0 whatever becomes of the run: read `status` in run.json.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source-path=SCRIPTDIR
source "$here/help.sh"
dry=()
[[ ${1:-} != --dry-run ]] || { dry=(--dry-run) && shift; }
if [[ -z ${SPARK_MASTER:-} ]]; then
  echo "standalone.sh: SPARK_MASTER is not set: name the cluster, such as spark://host:7077" >&2
  exit 1
fi
exec "$here/submit.sh" "${dry[@]}" --master "$SPARK_MASTER" \
  --properties-file "$here/../conf/spark-standalone.conf" "$@"
