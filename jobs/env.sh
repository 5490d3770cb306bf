# shellcheck shell=bash disable=SC2034
# Sourced by the other scripts: finds the jar, Java and Spark.
#
#   SPARK_HOME         a Spark 3.5 distribution for Scala 2.12; without it, Spark comes from Maven
#   SEXTANT_JAVA_OPTS  options of the JVM, by default -Xmx4g

SEXTANT_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java

say() { echo "${0##*/}: $*" >&2; }

# Builds the jars if they are missing, and sets JAR.
find_jar() {
  JAR=$(find "$SEXTANT_ROOT/target" -maxdepth 1 -name 'sextant-*-all.jar' 2>/dev/null | head -n 1)
  if [[ -z $JAR || ! -f $SEXTANT_ROOT/target/spark.classpath ]]; then
    say "building, once (mvn package, without the tests)"
    (cd "$SEXTANT_ROOT" && mvn -B -ntp -q -DskipTests package) >&2
    JAR=$(find "$SEXTANT_ROOT/target" -maxdepth 1 -name 'sextant-*-all.jar' | head -n 1)
  fi
}

# Sets SPARK_CLASSPATH: the jars of SPARK_HOME, or what Maven brought.
find_spark() {
  if [[ -n ${SPARK_HOME:-} ]]; then
    SPARK_CLASSPATH="$SPARK_HOME/jars/*"
  else
    SPARK_CLASSPATH=$(<"$SEXTANT_ROOT/target/spark.classpath")
  fi
}

# The packages of the JDK that Spark reaches into; spark-submit passes the same list.
OPENS=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util \
  java.util.concurrent java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action \
  sun.util.calendar; do
  OPENS+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
