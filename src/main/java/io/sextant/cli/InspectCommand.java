package io.sextant.cli;

import io.sextant.bert.BertModel;
import io.sextant.job.Checkpoints;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code sextant inspect}: checks a checkpoint and describes it. */
@Command(
    name = "inspect",
    description =
        "Opens and checks a checkpoint, and says what it is, what it was made for, and what of"
            + " Sextant works with it.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  sextant inspect --model ~/bert"})
final class InspectCommand implements Callable<Integer> {

  @Option(names = "--model", required = true, paramLabel = "PATH", description = "The checkpoint.")
  String path;

  @Override
  public Integer call() {
    BertModel model = Checkpoints.open(path, HadoopSettings.read());
    ModelDescription.of(model)
        .forEach(
            (name, value) ->
                System.out.println(String.format(Locale.ROOT, "%-16s %s", name, value)));
    return ExitCode.OK;
  }
}
