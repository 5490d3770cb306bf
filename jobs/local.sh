#!/usr/bin/env bash
# Runs Sextant through spark-submit on all cores of this machine, with conf/spark-local.conf.
#
#   jobs/local.sh [--dry-run] [spark arguments] -- profile --model DIR --input FILE --output DIR
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source-path=SCRIPTDIR
source "$here/help.sh"
dry=()
[[ ${1:-} != --dry-run ]] || { dry=(--dry-run) && shift; }
exec "$here/submit.sh" "${dry[@]}" --properties-file "$here/../conf/spark-local.conf" "$@"
