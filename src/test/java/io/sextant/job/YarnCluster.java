package io.sextant.job;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonConfigurationKeysPublic;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;
import org.apache.hadoop.yarn.server.resourcemanager.rmapp.RMApp;

/**
 * YARN and HDFS in this process: a resource manager, two node managers, a name node and a data
 * node, with the configuration files by which {@code jobs/yarn.sh} finds them. Containers are
 * processes.
 */
final class YarnCluster implements AutoCloseable {
  private static final int NODES = 2;
  private static final int NODE_MEGABYTES = 4096;

  private final Path folder;
  private final Path spark;
  private final MiniDFSCluster hdfs;
  private final MiniYARNCluster yarn;
  private final Path settings;

  YarnCluster(Path folder, Path spark) {
    this.folder = folder;
    this.spark = spark;
    try {
      Configuration disks = new Configuration();
      disks.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
      hdfs = new MiniDFSCluster.Builder(disks).numDataNodes(1).build();
      hdfs.waitActive();
      YarnConfiguration configuration = new YarnConfiguration(hdfs.getConfiguration(0));
      configuration.setInt(YarnConfiguration.RM_SCHEDULER_MINIMUM_ALLOCATION_MB, 256);
      configuration.setInt(YarnConfiguration.NM_PMEM_MB, NODE_MEGABYTES);
      configuration.setInt(YarnConfiguration.NM_VCORES, 4);
      configuration.setBoolean(YarnConfiguration.NM_VMEM_CHECK_ENABLED, false);
      configuration.setFloat(YarnConfiguration.NM_MAX_PER_DISK_UTILIZATION_PERCENTAGE, 100);
      configuration.set("yarn.scheduler.capacity.root.queues", "default");
      configuration.set("yarn.scheduler.capacity.root.default.capacity", "100");
      configuration.set("yarn.scheduler.capacity.maximum-am-resource-percent", "1.0");
      yarn = new MiniYARNCluster("yarn-it", NODES, 1, 1);
      yarn.init(configuration);
      yarn.start();
      settings = Files.createDirectories(folder.resolve("conf"));
      write("core-site.xml", CommonConfigurationKeysPublic.FS_DEFAULT_NAME_KEY);
      write(
          "yarn-site.xml",
          YarnConfiguration.RM_ADDRESS,
          YarnConfiguration.RM_SCHEDULER_ADDRESS,
          YarnConfiguration.RM_WEBAPP_ADDRESS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a configuration file for clients. */
  private void write(String file, String... keys) throws IOException {
    Configuration client = new Configuration(false);
    for (String key : keys) {
      client.set(key, yarn.getConfig().get(key));
    }
    try (OutputStream out = Files.newOutputStream(settings.resolve(file))) {
      client.writeXml(out);
    }
  }

  /** Returns the file system of HDFS. */
  FileSystem files() {
    try {
      return hdfs.getFileSystem();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Calls {@code jobs/yarn.sh} with options of spark-submit and of Sextant. */
  Child submit(String name, List<String> options, List<String> ours) {
    List<String> command = new ArrayList<>(List.of("jobs/yarn.sh"));
    for (String setting :
        List.of(
            "spark.yarn.jars=local:" + spark.resolve("jars") + "/*",
            "spark.ui.enabled=false",
            "spark.driver.memory=1g",
            "spark.driver.memoryOverhead=384m",
            "spark.executor.memory=1g",
            "spark.executor.memoryOverhead=384m",
            "spark.executor.cores=1",
            "spark.executor.instances=2")) {
      command.addAll(List.of("--conf", setting));
    }
    command.addAll(options);
    command.add("--");
    command.addAll(ours);
    return Child.start(
        folder.resolve(name + ".log"),
        Map.of(
            "SPARK_HOME", spark.toString(),
            "HADOOP_CONF_DIR", settings.toString(),
            "JAVA_HOME", System.getProperty("java.home")),
        command);
  }

  /** Returns how often the last submission's application master was started. */
  int attemptsOfTheLast() {
    return yarn.getResourceManager().getRMContext().getRMApps().values().stream()
        .max(Comparator.comparing(RMApp::getApplicationId))
        .orElseThrow()
        .getAppAttempts()
        .size();
  }

  @Override
  public void close() {
    yarn.stop();
    hdfs.shutdown();
  }
}
