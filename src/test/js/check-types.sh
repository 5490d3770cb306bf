#!/usr/bin/env bash
# check-types.sh VERSION: checks the types of the page's scripts with that version of TypeScript.
set -euo pipefail
if ! command -v npx >/dev/null; then
  echo "The types of the page's scripts are not checked: npx, which comes with Node, is missing."
  exit 0
fi
npx --yes --package "typescript@$1" -- tsc --project "$(dirname "$0")"
