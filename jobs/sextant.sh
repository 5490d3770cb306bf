#!/usr/bin/env bash
# Runs Sextant on this machine, including Spark.
#
#   jobs/sextant.sh profile --model PATH --input PATTERN --output DIR
#   jobs/sextant.sh report --run DIR
#   jobs/sextant.sh inspect --model PATH
#   jobs/sextant.sh help                 all commands
#   jobs/sextant.sh profile --help       the options of a command
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/env.sh"
check_spark_home
find_jar
find_spark

# The libraries that run the model must not start threads, because every Spark task has its own.
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}

read -ra options <<<"${SEXTANT_JAVA_OPTS:--Xmx4g}"
exec "$JAVA" "${options[@]}" "${OPENS[@]}" -Djava.awt.headless=true \
  -cp "$SPARK_CLASSPATH:$JAR" io.sextant.Main "$@"
