#!/usr/bin/env bash
# Executes the notebooks on one or two runs and writes them as HTML.
#
#   jobs/notebooks.sh RUN [OTHER_RUN]      into RUN/notebooks
#
# 02-compare-models needs the second run, and 03-at-scale a first run that was profiled with
# --pair-scores; otherwise they are skipped with a message. Needs Python 3.10 or newer with venv;
# the packages are installed once, into ${SEXTANT_HOME:-~/.cache/sextant}/notebooks. 03-at-scale
# also needs Java.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/help.sh"

say() { echo "notebooks: $*" >&2; }

if [[ $# -lt 1 || $# -gt 2 ]]; then
  say "give one or two run directories"
  exit 1
fi
for run in "$@"; do
  if [[ ! -f $run/run.json ]]; then
    say "$run is not a run directory: it has no run.json"
    exit 2
  fi
done

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
venv=${SEXTANT_HOME:-$HOME/.cache/sextant}/notebooks
SEXTANT_RUN=$(realpath "$1")
export SEXTANT_RUN
output=$SEXTANT_RUN/notebooks
notebooks=(01-tour 04-reproduce-the-article)
requirements=(requirements.txt)

if [[ $# -eq 2 ]]; then
  SEXTANT_OTHER_RUN=$(realpath "$2")
  export SEXTANT_OTHER_RUN
  notebooks+=(02-compare-models)
else
  say "02-compare-models is skipped: it needs a second run"
fi
if [[ -d $SEXTANT_RUN/pair_scores ]]; then
  notebooks+=(03-at-scale)
  requirements+=(requirements-spark.txt)
else
  say "03-at-scale is skipped: $1 has no pair_scores (sextant profile --pair-scores)"
fi
if [[ -d $SEXTANT_RUN/head_effects ]]; then
  notebooks+=(05-does-it-matter)
else
  say "05-does-it-matter is skipped: $1 has no head_effects (sextant effects --run $1)"
fi

for file in "${requirements[@]}"; do
  if ! cmp -s "$root/notebooks/$file" "$venv/$file"; then
    say "installing the packages of notebooks/$file into $venv"
    [[ -x $venv/bin/python ]] || python3 -m venv "$venv" >&2
    "$venv/bin/pip" install -q --disable-pip-version-check -r "$root/notebooks/$file" >&2
    cp "$root/notebooks/$file" "$venv/$file"
  fi
done

# The notebooks read runs with the Python package, whose pure part needs no build.
export PYTHONPATH=$root/src/main/python
for name in "${notebooks[@]}"; do
  "$venv/bin/jupyter" nbconvert --log-level=WARN --execute --to html --output-dir "$output" \
    "$root/notebooks/$name.ipynb" >&2
  echo "$output/$name.html"
done
