# shellcheck shell=bash disable=SC2034
# Sourced by the other scripts: finds the jar, Java and Spark.
#
#   SPARK_HOME         a distribution of Spark 3.5 for Scala 2.12 or of Spark 4, whose jar is then
#                      built; by default, Spark 3.5 from Maven
#   SEXTANT_JAVA_OPTS  options of the JVM; by default -Xmx4g

SEXTANT_ROOT=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source-path=SCRIPTDIR
source "$SEXTANT_ROOT/jobs/help.sh"
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java

say() { echo "${0##*/}: $*" >&2; }

# Java decodes arguments and file names with the encoding of the locale, which is ASCII if none is
# set, so other letters would be lost. Sets a UTF-8 locale if the current one is not UTF-8 and the
# system has one.
use_utf8() {
  local encoding
  encoding=$(locale charmap 2>/dev/null) || return 0
  if [[ $encoding != UTF-8 ]] && locale -a 2>/dev/null | grep -ix 'C\.utf-\?8' >/dev/null; then
    export LC_ALL=C.UTF-8
  fi
}
use_utf8

# Sets JAR, after building it if it is missing or older than the sources.
#
#   find_jar [spark3|spark4]      by default the jar for SPARK_HOME
find_jar() {
  local target=target sources=${1:-$(line)} profile=()
  if [[ $sources == spark4 ]]; then
    target=target/spark4 profile=(-P spark4)
  fi
  if ! built; then
    say "building with mvn package, without the tests"
    (cd "$SEXTANT_ROOT" && mvn -B -ntp -q -DskipTests "-Dnatives=$(natives)" "${profile[@]}" package) >&2
    built
  fi
  if [[ ! -r $JAR ]]; then
    say "$JAR cannot be read by user id $(id -u)"
    exit 2
  fi
}

# Prints spark4 if SPARK_HOME is a distribution of Spark 4, and otherwise spark3.
line() {
  if compgen -G "${SPARK_HOME:-}/jars/spark-core_2.13-4.*.jar" >/dev/null; then
    echo spark4
  else
    echo spark3
  fi
}

# Prints the platform whose native libraries go into the jar.
natives() {
  case $(uname -s)-$(uname -m) in
    Linux-aarch64) echo linux-arm64 ;;
    Darwin-arm64) echo macosx-arm64 ;;
    *) echo linux-x86_64 ;;
  esac
}

# Tells whether the jar exists in $target and is up to date; sets JAR.
built() {
  for JAR in "$SEXTANT_ROOT/$target"/sextant-*-all.jar; do
    [[ -f $JAR && -f $SEXTANT_ROOT/$target/spark.classpath ]] || return 1
    [[ -z $(find "$SEXTANT_ROOT"/{src/main,"src/$sources",pom.xml} -type f -not -path "*/main/python/*" \
      -newer "$JAR" -print -quit) ]]
    return
  done
}

# Ends the script if SPARK_HOME is set but is not a Spark distribution.
check_spark_home() {
  if [[ -n ${SPARK_HOME:-} && ! -x $SPARK_HOME/bin/spark-submit ]]; then
    say "SPARK_HOME is $SPARK_HOME, which is not a Spark distribution: it has no bin/spark-submit"
    exit 2
  fi
}

# Sets SPARK_CLASSPATH to the jars of SPARK_HOME or those from Maven.
find_spark() {
  if [[ -n ${SPARK_HOME:-} ]]; then
    SPARK_CLASSPATH="$SPARK_HOME/jars/*"
  else
    SPARK_CLASSPATH=$(<"$SEXTANT_ROOT/target/spark.classpath")
  fi
}

# If SPARK_HOME is not set, sets it to a folder with links to Maven's jars, which Spark's own
# programs and the executors that they start accept as a distribution.
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
  # If two scripts do this at the same time, either folder will do.
  mv -T "$work" "$SPARK_HOME" 2>/dev/null || rm -rf "$work"
}

# The JDK packages that Spark accesses by reflection; spark-submit passes the same list.
OPENS=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util \
  java.util.concurrent java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action \
  sun.util.calendar; do
  OPENS+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
