# shellcheck shell=bash Sourced by the other scripts: for --help, prints the comment at the top of
# the script.
if [[ ${1:-} == --help || ${1:-} == -h ]]; then
  awk 'NR > 1 { if (!/^#/) exit; sub(/^# ?/, ""); print }' "$0"
  exit 0
fi
