#!/usr/bin/env bash
# Submits Sextant to Kubernetes in cluster mode, with conf/spark-kubernetes.conf. Needs SPARK_HOME.
#
#   SPARK_MASTER=k8s://https://host:6443 SEXTANT_UPLOAD=s3a://bucket/jars \
#     jobs/kubernetes.sh [--dry-run] [spark arguments] -- \
#     profile --model s3a://bucket/bert --input s3a://bucket/pairs.parquet --output s3a://bucket/run
#
# SEXTANT_UPLOAD is the location from which the pods download the jar. For s3a:// addresses add
# --packages org.apache.hadoop:hadoop-aws:3.3.4, and grant access through the pods' role, not with
# keys in --conf.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source-path=SCRIPTDIR
source "$here/help.sh"
dry=()
[[ ${1:-} != --dry-run ]] || { dry=(--dry-run) && shift; }
for name in SPARK_MASTER SEXTANT_UPLOAD; do
  if [[ -z ${!name:-} ]]; then
    echo "kubernetes.sh: $name is not set: see --help" >&2
    exit 1
  fi
done
exec "$here/submit.sh" "${dry[@]}" --master "$SPARK_MASTER" --deploy-mode cluster \
  --properties-file "$here/../conf/spark-kubernetes.conf" \
  --conf spark.kubernetes.file.upload.path="$SEXTANT_UPLOAD" "$@"
