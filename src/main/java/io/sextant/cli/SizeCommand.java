package io.sextant.cli;

import io.sextant.bert.BertModel;
import io.sextant.job.Checkpoints;
import io.sextant.job.ExecutorSize;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code sextant size}: prints how much memory a Spark executor needs. */
@Command(
    name = "size",
    description = "Prints how much memory an executor needs, with the terms of the sum.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  sextant size --model ~/bert --executor-cores 4"})
final class SizeCommand implements Callable<Integer> {

  @Option(names = "--model", required = true, paramLabel = "PATH", description = "The checkpoint.")
  String model;

  @Option(
      names = "--executor-cores",
      paramLabel = "N",
      description = "The number of tasks at a time. Default: ${DEFAULT-VALUE}.")
  int cores = 4;

  @Override
  public Integer call() {
    BertModel opened = Checkpoints.open(model, HadoopSettings.read());
    ExecutorSize.of(opened.config(), cores).lines().forEach(System.out::println);
    return ExitCode.OK;
  }
}
