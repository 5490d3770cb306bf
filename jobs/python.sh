#!/usr/bin/env bash
# Builds the wheel of Sextant's Python package, with the jar inside, and prints its path.
#
#   jobs/python.sh [DIR]      into DIR, by default target/wheel
#
#   pip install "$(jobs/python.sh)"
#
# Needs Python 3.10 or newer with venv. pip fetches what builds the wheel.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/env.sh"
# pyproject.toml asks for pyspark 3.5.
unset SPARK_HOME
find_jar
output=$(realpath -m "${1:-$SEXTANT_ROOT/target/wheel}")
mkdir -p "$output"
work=$(mktemp -d "$SEXTANT_ROOT/target/.wheel.XXXXXX")
trap 'rm -rf "$work"' EXIT
cp -r "$SEXTANT_ROOT/src/main/python" "$work/package"
ln "$JAR" "$work/package/sextant/sextant.jar" 2>/dev/null \
  || cp "$JAR" "$work/package/sextant/sextant.jar"
cp "$SEXTANT_ROOT/LICENSE" "$SEXTANT_ROOT/NOTICE" "$work/package/"
python3 -m pip wheel -q --disable-pip-version-check --no-deps -w "$output" "$work/package" >&2
echo "$output"/sextant_attention-*.whl
