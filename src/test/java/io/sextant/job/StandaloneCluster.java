package io.sextant.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Spark master and two workers of two cores, each in a process of its own. Each worker has an
 * address of its own like a machine, because Spark does not run a second attempt of a task on the
 * same host.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("spark://127\\.0\\.0\\.1:\\d+");

  private final Path folder;
  private final SparkPrograms programs;
  private final Child master;
  private final String address;
  private final List<Child> workers = new ArrayList<>();

  /** Starts a cluster with Maven's jars. */
  StandaloneCluster(Path folder) {
    this(folder, Map.of());
  }

  /** Starts a cluster whose second worker and its executors have an environment of their own. */
  StandaloneCluster(Path folder, Map<String, String> second) {
    this(folder, SparkPrograms.ofMaven(folder.resolve("spark")), second);
  }

  StandaloneCluster(Path folder, SparkPrograms programs) {
    this(folder, programs, Map.of());
  }

  private StandaloneCluster(Path folder, SparkPrograms programs, Map<String, String> second) {
    this.folder = folder;
    this.programs = programs;
    master =
        start(
            "master",
            "-Xmx256m",
            "org.apache.spark.deploy.master.Master",
            List.of("--host", "127.0.0.1", "--port", "0", "--webui-port", "0"));
    Matcher found = ADDRESS.matcher("");
    master.await("the master's address", () -> found.reset(master.said()).find());
    address = found.group();
    addWorker();
    addWorker(second);
  }

  /** Starts one more worker and waits until the master knows it. */
  void addWorker() {
    addWorker(Map.of());
  }

  private void addWorker(Map<String, String> environment) {
    int number = workers.size();
    Child worker =
        start(
            "worker-" + number,
            environment,
            "-Xmx256m",
            "org.apache.spark.deploy.worker.Worker",
            List.of(
                "--host",
                "127.0.0." + (number + 1),
                "--cores",
                "2",
                "--memory",
                "4g",
                "--webui-port",
                "0",
                "--work-dir",
                folder.resolve("work-" + number).toString(),
                address));
    workers.add(worker);
    worker.awaitLine("Successfully registered with master");
  }

  /** Returns the value for {@code --master}. */
  String address() {
    return address;
  }

  /** Submits Sextant with its driver here, with options of spark-submit and of Sextant. */
  Child submit(String name, List<String> spark, List<String> ours) {
    return submit(name, "local:" + Javas.shadedJar(), spark, ours);
  }

  /** Submits Sextant with its driver on a worker, which fetches the jar. */
  Child deploy(String name, List<String> spark, List<String> ours) {
    List<String> all = new ArrayList<>(List.of("--deploy-mode", "cluster"));
    all.addAll(spark);
    return submit(name, Javas.shadedJar().toString(), all, ours);
  }

  private Child submit(String name, String jar, List<String> spark, List<String> ours) {
    List<String> arguments = new ArrayList<>(List.of("--master", address));
    arguments.addAll(List.of("--properties-file", "conf/spark-standalone.conf"));
    for (String setting :
        List.of(
            "spark.ui.enabled=false",
            "spark.driver.host=127.0.0.1",
            // Tasks are sent to any free executor, wherever their rows are.
            "spark.locality.wait=0s",
            "spark.executor.memory=1g",
            "spark.executor.cores=1",
            "spark.executor.extraJavaOptions=" + String.join(" ", Javas.LIGHT))) {
      arguments.addAll(List.of("--conf", setting));
    }
    arguments.addAll(spark);
    arguments.addAll(List.of("--class", "io.sextant.Main", jar));
    arguments.addAll(ours);
    return start(name, "-Xmx1g", "org.apache.spark.deploy.SparkSubmit", arguments);
  }

  /** Waits until a condition holds; fails if the master ends first. */
  void await(String what, BooleanSupplier condition) {
    master.await(what, condition);
  }

  /** Returns the output of the workers so far. */
  String said() {
    return workers.stream().map(Child::said).collect(Collectors.joining());
  }

  Child worker(int number) {
    return workers.get(number);
  }

  /** Returns the executors that run on a worker now. */
  List<ProcessHandle> executors(int worker) {
    try (Stream<ProcessHandle> processes = workers.get(worker).handle().descendants()) {
      return processes
          .filter(process -> commandOf(process).contains("CoarseGrainedExecutorBackend"))
          .toList();
    }
  }

  private static String commandOf(ProcessHandle process) {
    return process.info().commandLine().orElse("")
        + String.join(" ", process.info().arguments().orElse(new String[0]));
  }

  private Child start(String name, String heap, String program, List<String> arguments) {
    return start(name, Map.of(), heap, program, arguments);
  }

  private Child start(
      String name, Map<String, String> more, String heap, String program, List<String> arguments) {
    Map<String, String> environment = new HashMap<>(programs.environment());
    environment.putAll(more);
    return Child.start(
        folder.resolve(name + ".log"), environment, programs.command(heap, program, arguments));
  }

  @Override
  public void close() {
    workers.forEach(Child::close);
    master.close();
  }
}
