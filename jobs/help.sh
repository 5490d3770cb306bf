# shellcheck shell=bash
# Sourced by the other scripts: one that is asked for --help prints the comment at its head.
if [[ ${1:-} == --help || ${1:-} == -h ]]; then
  awk 'NR > 1 { if (!/^#/) exit; sub(/^# ?/, ""); print }' "$0"
  exit 0
fi
