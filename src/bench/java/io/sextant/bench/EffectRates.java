package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.bert.BertModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how many heads are ablated a second, beside Hugging Face's model with hooks. Both find
 * the loss and the divergence at the same masked positions.
 */
final class EffectRates implements Finding {
  /** Heads times pairs a second of processor time. */
  public double sextant;

  /** Likewise. */
  public double huggingFace;

  /** The ratio of the two. */
  public double ratio;

  private final Path python;
  private final Path work;
  private final int rounds;

  EffectRates(Path python, Path work, int rounds) {
    this.python = python;
    this.work = work;
    this.rounds = rounds;
  }

  /** Measures a BERT with a masked-LM head on a set. */
  EffectRates run(BertModel bert, AttentionModel model, PairSet set) throws IOException {
    Files.createDirectories(work);
    Path folder = HuggingFaceFolder.write(bert, work.resolve("hugging-face"));
    int heads = EffectEngine.heads(bert.config());
    try (PythonPeers peers = new PythonPeers(python, folder, List.of(set), work);
        Engine ours = new EffectEngine(bert, model)) {
      Engine theirs = peers.engine("torch-ablations");
      Map<String, Median> pairs =
          new Throughput(List.of(ours, theirs), rounds, System.out, "effect")
              .run(List.of(set))
              .get(set.name());
      sextant = heads * pairs.get(ours.name()).middle();
      huggingFace = heads * pairs.get(theirs.name()).middle();
      ratio = sextant / huggingFace;
    }
    return this;
  }

  @Override
  public void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "  heads x pairs a second of processor time: %.1f and %.1f, ratio %.2f%n",
        sextant,
        huggingFace,
        ratio);
  }
}
