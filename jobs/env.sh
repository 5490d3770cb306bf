# shellcheck shell=bash disable=SC2034
# Sourced by the other scripts: finds the jar, Java and Spark.
#
#   SPARK_HOME         a Spark 3.5 distribution for Scala 2.12; without it, Spark comes from Maven
#   SEXTANT_JAVA_OPTS  options of the JVM, by default -Xmx4g

SEXTANT_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java

say() { echo "${0##*/}: $*" >&2; }

# Sets JAR, after building it if it is missing or older than the sources.
find_jar() {
  if ! built; then
    say "building, once (mvn package, without the tests)"
    (cd "$SEXTANT_ROOT" && mvn -B -ntp -q -DskipTests package) >&2
    built
  fi
}

# Whether the jar is there and up to date; sets JAR.
built() {
  for JAR in "$SEXTANT_ROOT"/target/sextant-*-all.jar; do
    [[ -f $JAR && -f $SEXTANT_ROOT/target/spark.classpath ]] || return 1
    [[ -z $(find "$SEXTANT_ROOT/src/main" "$SEXTANT_ROOT/pom.xml" -newer "$JAR" -print -quit) ]]
    return
  done
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
