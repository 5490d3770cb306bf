#!/usr/bin/env bash
# Creates a dashboard that Superset can import, for a database filled by sextant export.
#
#   jobs/superset.sh ADDRESS ZIP
#
# ADDRESS is a SQLAlchemy URL, such as duckdb:////data/runs.duckdb or
# postgresql://reader@host/heads. Keep the password out of it, because it would be stored in the
# zip: Superset asks for the password at import.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/help.sh"

if [[ $# -ne 2 ]]; then
  echo "superset: give the database's address and the zip to write" >&2
  exit 1
fi
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp -r "$root/conf/dashboards/superset" "$work/sextant"
database=$work/sextant/databases/Sextant.yaml
text=$(<"$database")
# Quoted for YAML's single quotes.
printf '%s\n' "${text/\$\{SEXTANT_DATABASE_URI\}/"'${1//\'/\'\'}'"}" >"$database"
"${JAVA_HOME:+$JAVA_HOME/bin/}jar" --create --no-manifest --file "$2" -C "$work" sextant
