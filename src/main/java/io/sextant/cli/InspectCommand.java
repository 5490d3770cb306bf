package io.sextant.cli;

import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.job.Checkpoints;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant inspect}: opens a checkpoint, checks it, and says what it is. */
@Command(
    name = "inspect",
    description = "Opens and checks a checkpoint and says what it is.",
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
    line("heads", config.heads() + " a layer, " + config.layers() * config.heads() + " in all");
    line("hidden", config.hidden() + " wide, " + config.headSize() + " a head");
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
