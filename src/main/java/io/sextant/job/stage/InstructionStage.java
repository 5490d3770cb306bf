package io.sextant.job.stage;

import io.sextant.attention.Backend;
import io.sextant.config.AttentionSettings;
import io.sextant.fault.BadInputException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * Chooses the instruction set of a run: the best that all executors have, unless the user names
 * one. An executor that joins later and lacks it fails in its first task.
 */
public final class InstructionStage {
  public static final String AUTO = "auto";

  private final JavaSparkContext context;
  private final AttentionSettings settings;

  public InstructionStage(JavaSparkContext context, AttentionSettings settings) {
    this.context = context;
    this.settings = settings;
  }

  /**
   * Returns the instruction set that all executors will use.
   *
   * @param before the instruction set of the run that is resumed, which is used if every executor
   *     has it; null for a new run
   * @throws BadInputException if a host lacks the named instruction set, or the hosts have none in
   *     common; the message names the hosts
   */
  public String settle(String before) {
    Backend backend = Backend.of(settings.backend());
    boolean isAuto = settings.isa().equals(AUTO);
    if (context.isLocal()) {
      if (isAuto && (before == null || !backend.includes(backend.processorIsa(), before))) {
        return backend.isa();
      }
      String wanted = backend.isaNamed(isAuto ? before : settings.isa());
      backend.useIsa(wanted);
      return wanted;
    }
    Map<String, String> hosts = hosts();
    if (!isAuto) {
      return require(backend, backend.isaNamed(settings.isa()), hosts);
    }
    String common = common(backend, hosts);
    return before != null && backend.includes(common, before) ? before : common;
  }

  private static String require(Backend backend, String wanted, Map<String, String> hosts) {
    String lacking =
        hosts.entrySet().stream()
            .filter(host -> !backend.includes(host.getValue(), wanted))
            .map(host -> host.getKey() + " (" + host.getValue() + ")")
            .collect(Collectors.joining(", "));
    if (!lacking.isEmpty()) {
      throw new BadInputException(
          String.format(Locale.ROOT, "--isa %s: these hosts do not have it: %s", wanted, lacking));
    }
    return wanted;
  }

  private static String common(Backend backend, Map<String, String> hosts) {
    try {
      return backend.commonIsa(hosts.values());
    } catch (BadInputException e) {
      throw new BadInputException(e.getMessage() + "; the hosts are " + hosts, e);
    }
  }

  /** Returns the instruction set of every host; the common one, where its executors differ. */
  private Map<String, String> hosts() {
    context.setJobDescription("sextant: ask every executor for its processor");
    int tasks =
        Math.max(context.defaultParallelism(), context.sc().getExecutorMemoryStatus().size());
    String name = settings.backend();
    Backend backend = Backend.of(name);
    Map<String, String> hosts = new TreeMap<>();
    context
        .parallelize(IntStream.range(0, tasks).boxed().toList(), tasks)
        .map(
            task ->
                new Tuple2<>(
                    SparkEnv.get().blockManager().blockManagerId().host(),
                    Backend.of(name).processorIsa()))
        .collect()
        .forEach(
            found ->
                hosts.merge(
                    found._1(),
                    found._2(),
                    (a, b) -> a.equals(b) ? a : backend.commonIsa(List.of(a, b))));
    return hosts;
  }
}
