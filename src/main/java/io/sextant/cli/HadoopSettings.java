package io.sextant.cli;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * Hadoop's settings for commands that start no Spark: those that Spark would give to a job, its
 * {@code spark.hadoop.*} and the keys of S3 in the environment among them.
 */
final class HadoopSettings {
  private HadoopSettings() {}

  static Configuration read() {
    return SparkHadoopUtil.get().newConfiguration(new SparkConf());
  }
}
