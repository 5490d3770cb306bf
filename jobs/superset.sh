#!/usr/bin/env bash
# Makes a dashboard that Superset can import, for the database that sextant export filled.
#
#   jobs/superset.sh ADDRESS ZIP
#
# The address is SQLAlchemy's: duckdb:////data/runs.duckdb, postgresql://reader@host/heads. Superset asks for a password
# when it imports, or takes it as ever: keep it out of the address, it would stand in the file.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/help.sh"

if [[ $# -ne 2 ]]; then
  echo "superset: name the database's address and the zip to write" >&2
  exit 1
fi
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp -r "$root/conf/dashboards/superset" "$work/sextant"
database=$work/sextant/databases/Sextant.yaml
text=$(<"$database")
# Quoted as YAML's single quotes want it.
printf '%s\n' "${text/\$\{SEXTANT_DATABASE_URI\}/"'${1//\'/\'\'}'"}" >"$database"
"${JAVA_HOME:+$JAVA_HOME/bin/}jar" --create --no-manifest --file "$2" -C "$work" sextant
