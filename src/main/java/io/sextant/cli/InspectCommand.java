package io.sextant.cli;

import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.job.Checkpoints;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code sextant inspect}: checks a checkpoint and describes it. */
@Command(
    name = "inspect",
    description = "Opens and checks a checkpoint and prints its dimensions.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  sextant inspect --model ~/bert"})
final class InspectCommand implements Callable<Integer> {

  @Option(names = "--model", required = true, paramLabel = "PATH", description = "The checkpoint.")
  String path;

  @Override
  public Integer call() {
    BertModel model = Checkpoints.open(path, HadoopSettings.read());
    BertConfig config = model.config();
    line("model", model.name());
    line("fingerprint", model.fingerprint());
    line("layers", config.layers());
    line("heads", config.heads() + " per layer, " + config.layers() * config.heads() + " in all");
    line("hidden", config.hidden() + " wide, " + config.headSize() + " per head");
    line("feed-forward", config.intermediate() + " wide");
    line("vocabulary", model.vocabulary().tokens().size() + " tokens");
    line("longest input", config.positions() + " tokens");
    line("text is", config.lowerCase() ? "lower-cased" : "cased");
    return ExitCode.OK;
  }

  private static void line(String name, Object value) {
    System.out.println(String.format(Locale.ROOT, "%-14s %s", name, value));
  }
}
