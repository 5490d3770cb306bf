package io.sextant.cli;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * Hadoop's settings for commands that do not start Spark. They are the settings that Spark would
 * give to a job, including {@code spark.hadoop.*} and the keys of S3 in the environment.
 */
final class HadoopSettings {
  private HadoopSettings() {}

  static Configuration read() {
    return SparkHadoopUtil.get().newConfiguration(new SparkConf());
  }
}
