# shellcheck shell=bash disable=SC2034
# Sourced by the other scripts: finds the jar, Java and Spark.
#
#   SPARK_HOME         a Spark 3.5 distribution for Scala 2.12; without it, Spark comes from Maven
#   SEXTANT_JAVA_OPTS  options of the JVM, by default -Xmx4g

SEXTANT_ROOT=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source-path=SCRIPTDIR
source "$SEXTANT_ROOT/jobs/help.sh"
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java

say() { echo "${0##*/}: $*" >&2; }

# Java takes arguments and file names in the encoding of the locale, which is ASCII where nobody has
# set one: letters beyond it would be lost. UTF-8 is taken where the locale has it not and the system
# does.
use_utf8() {
  local encoding
  encoding=$(locale charmap 2>/dev/null) || return 0
  if [[ $encoding != UTF-8 ]] && locale -a 2>/dev/null | grep -ix 'C\.utf-\?8' >/dev/null; then
    export LC_ALL=C.UTF-8
  fi
}
use_utf8

# Sets JAR, after building it if it is missing or older than the sources.
find_jar() {
  if ! built; then
    say "building, once (mvn package, without the tests)"
    (cd "$SEXTANT_ROOT" && mvn -B -ntp -q -DskipTests package) >&2
    built
  fi
  if [[ ! -r $JAR ]]; then
    say "$JAR cannot be read by user id $(id -u)"
    exit 2
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

# Ends the script where SPARK_HOME is set to something else than a Spark distribution.
check_spark_home() {
  if [[ -n ${SPARK_HOME:-} && ! -x $SPARK_HOME/bin/spark-submit ]]; then
    say "SPARK_HOME is $SPARK_HOME, which is no Spark distribution: it has no bin/spark-submit"
    exit 2
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

# Sets SPARK_HOME, where there is none, to a folder with links to Maven's jars: what Spark's own
# programs, and the executors that they start, take for a distribution.
make_spark_home() {
  [[ -z ${SPARK_HOME:-} ]] || return 0
  local list=$SEXTANT_ROOT/target/spark.classpath
  export SPARK_HOME=$SEXTANT_ROOT/target/spark
  export SPARK_SCALA_VERSION=2.12
  export SPARK_CONF_DIR=${SPARK_CONF_DIR:-$SEXTANT_ROOT/conf}
  [[ ! -d $SPARK_HOME || $list -nt $SPARK_HOME ]] || return 0
  local work jars
  work=$(mktemp -d "$SEXTANT_ROOT/target/.spark.XXXXXX")
  mkdir "$work/jars"
  IFS=: read -ra jars <<<"$(<"$list")"
  ln -s "${jars[@]}" "$work/jars/"
  rm -rf "$SPARK_HOME"
  # Where two scripts do this at once, one folder is as good as the other.
  mv -T "$work" "$SPARK_HOME" 2>/dev/null || rm -rf "$work"
}

# The packages of the JDK that Spark reaches into; spark-submit passes the same list.
OPENS=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util \
  java.util.concurrent java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action \
  sun.util.calendar; do
  OPENS+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
