#!/usr/bin/env bash
# Builds the wheel of Sextant's Python package, with the jar inside, and prints its path.
#
#   jobs/python.sh [--spark4] [DIR]      into DIR, by default target/wheel or target/spark4/wheel
#
#   pip install "$(jobs/python.sh)"
#
# The wheel is for PySpark 3.5, which pip installs with it; with --spark4 it is for PySpark 4.
# Needs Python 3.10 or newer with venv. pip fetches what builds the wheel.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/env.sh"

sources=spark3 wheels=target/wheel
if [[ ${1:-} == --spark4 ]]; then
  sources=spark4 wheels=target/spark4/wheel
  shift
fi
# SPARK_HOME does not matter: the package starts the Spark that pip installs.
find_jar "$sources"
output=$(realpath -m "${1:-$SEXTANT_ROOT/$wheels}")
mkdir -p "$output"
work=$(mktemp -d "$SEXTANT_ROOT/target/.wheel.XXXXXX")
trap 'rm -rf "$work"' EXIT
cp -r "$SEXTANT_ROOT/src/main/python" "$work/package"
ln "$JAR" "$work/package/sextant/sextant.jar" 2>/dev/null \
  || cp "$JAR" "$work/package/sextant/sextant.jar"
cp "$SEXTANT_ROOT/LICENSE" "$SEXTANT_ROOT/NOTICE" "$work/package/"
if [[ $sources == spark4 ]]; then
  # PySpark 4 bounds NumPy no more, and its newer clients of Spark Connect need further packages.
  sed -i 's/"pyspark==3\.5\.\*"/"pyspark==4.*"/; s/^connect = .*/connect = ["pyspark[connect]==4.*"]/' \
    "$work/package/pyproject.toml"
  sed -i 's/"$/+spark4"/' "$work/package/sextant/_version.py"
fi
python3 -m pip wheel -q --disable-pip-version-check --no-deps -w "$output" "$work/package" >&2
echo "$output"/sextant_attention-*.whl
