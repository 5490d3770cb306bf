package io.sextant.cli;

import io.sextant.bert.BertModel;
import io.sextant.bert.Purpose;
import io.sextant.fault.UsageException;
import io.sextant.job.Checkpoints;
import io.sextant.report.PairReport;
import io.sextant.report.Pictures;
import io.sextant.view.EncoderPass;
import io.sextant.view.PairVectors;
import io.sextant.view.ViewedPair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code sextant view}: draws the attention maps of one pair. */
@Command(
    name = "view",
    description = "Draws how every head of a model attends in one pair. It does not start Spark.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  sextant view --model ~/bert 'I went to the store.' 'I bought fresh strawberries.'",
      "  sextant view --model ~/bert --pictures pdf --layer 2 --head 0 'A cat sat.'"
    })
final class ViewCommand implements Callable<Integer> {
  private static final String PAGE = "view.html";

  @Option(names = "--model", required = true, paramLabel = "PATH", description = "The checkpoint.")
  String model;

  @Parameters(arity = "0..*", paramLabel = "SENTENCE", description = "One sentence, or two.")
  List<String> sentences = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = PAGE,
      description = "The page to write. Default: ${DEFAULT-VALUE}.")
  Path output;

  @Option(
      names = "--pictures",
      paramLabel = "FORMAT",
      split = ",",
      defaultValue = "none",
      description =
          "Draw also the model view and the head view of a layer, beside the page: svg, png, pdf, or"
              + " none. Default: ${DEFAULT-VALUE}.")
  List<String> pictures;

  @Option(
      names = "--layer",
      paramLabel = "N",
      defaultValue = "0",
      description = "The layer of the head view's picture, counted from 0. Default: 0.")
  int layer;

  @Option(
      names = "--head",
      paramLabel = "N",
      split = ",",
      description = "The heads of the head view's picture, counted from 0. Default: all.")
  List<Integer> heads;

  @Override
  public Integer call() {
    ViewedPair.check(sentences);
    Pictures chosen = Pictures.named(pictures);
    BertModel opened = Checkpoints.open(model, HadoopSettings.read());
    if (opened.purpose().biEncoder() && sentences.size() > 1) {
      System.err.println("view: " + Purpose.PAIRS_ARE_OUTSIDE);
    }
    List<Integer> drawn = checkedHeads(opened);
    PairVectors pair = EncoderPass.run(opened, ViewedPair.encode(opened, sentences));
    // The page is written last, so that its pictures exist when it does.
    PairReport.Drawn drawings = PairReport.writePictures(pair, layer, drawn, output, chosen);
    MissingFonts.warn("view", drawings.missing());
    PairReport.writePage(pair, output);
    System.out.println(output);
    drawings.files().forEach(System.out::println);
    return ExitCode.OK;
  }

  private List<Integer> checkedHeads(BertModel opened) {
    check("--layer", layer, opened.config().layers());
    if (heads == null) {
      return IntStream.range(0, opened.config().heads()).boxed().toList();
    }
    heads.forEach(head -> check("--head", head, opened.config().heads()));
    return heads;
  }

  private static void check(String option, int value, int count) {
    if (value < 0 || value >= count) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "%s %d: the model has %d, counted from 0 to %d",
              option,
              value,
              count,
              count - 1));
    }
  }
}
