package io.sextant;

/** The line of Spark and the version of Scala that this build is for. */
final class SparkLine {
  static final String SPARK = "3.5";
  static final String SCALA = "2.12";

  private SparkLine() {}
}
