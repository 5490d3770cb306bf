package io.sextant.cli;

import io.sextant.attention.MaskedLm;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.Position;
import io.sextant.bert.Purpose;
import io.sextant.bert.TaskHead;
import io.sextant.bert.Vocabulary;
import io.sextant.bert.Window;
import io.sextant.config.EffectSettings.Outcome;
import io.sextant.profile.PredictedClasses;
import io.sextant.profile.effect.AnsweringHead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Describes a checkpoint: what it is, what it was made for, and what works with it. */
final class ModelDescription {
  private static final int MOST_LABELS = 20;

  /** Control characters, with which a label could look like another line. */
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");

  private static final Pattern MASKED_LM = Pattern.compile(".*(ForMaskedLM|ForPreTraining)");
  private static final Pattern BARE = Pattern.compile("(?!.*Head)\\w+Model");

  private final BertModel model;
  private final Map<String, String> lines = new LinkedHashMap<>();

  private ModelDescription(BertModel model) {
    this.model = model;
  }

  /** Returns the lines of the description, by their names. */
  static Map<String, String> of(BertModel model) {
    ModelDescription description = new ModelDescription(model);
    description.addShape();
    description.addTokenizer();
    description.addTaskHead();
    description.addWhatWorks();
    return description.lines;
  }

  private void addShape() {
    BertConfig config = model.config();
    add("model", model.name());
    add("made for", purpose());
    add("type", model.purpose().type());
    add("fingerprint", model.fingerprint());
    add("layers", "%d", config.layers());
    add("heads", "%d per layer, %d in all", config.heads(), config.layers() * config.heads());
    add("hidden", "%d wide, %d per head", config.hidden(), config.headSize());
    add("feed-forward", "%d wide", config.intermediate());
    add("longest input", "%d tokens", config.positions());
    add("positions", position(config.design().position()));
    add("window", window(config.design().windows()));
  }

  private static String position(Position position) {
    if (position instanceof Position.Bias bias) {
      return "a bias of each head for " + bias.buckets().count() + " ranges of distances";
    }
    if (position instanceof Position.Disentangled relative) {
      return "terms of " + relative.buckets().count() + " relative positions in the scores";
    }
    return position instanceof Position.Rotary ? "rotated queries and keys" : "embeddings";
  }

  private static String window(List<Window> windows) {
    List<Window> local = windows.stream().filter(Window::isLocal).toList();
    if (local.isEmpty()) {
      return "none: every token sees all";
    }
    String reaches =
        local.stream()
            .map(Window::reach)
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(" or "));
    return String.format(
        Locale.ROOT,
        "in %d of %d layers, a token sees %s tokens before and after itself",
        local.size(),
        windows.size(),
        reaches);
  }

  private String purpose() {
    Purpose purpose = model.purpose();
    String named = purpose.modelClass() == null ? "" : " (" + purpose.modelClass() + ")";
    if (purpose.biEncoder()) {
      return "vectors of single texts: a bi-encoder of sentence-transformers" + named;
    }
    if (purpose.taskHead() != null) {
      return switch (purpose.taskHead().problem()) {
            case REGRESSION -> "a score of a pair or text: a cross-encoder";
            case SINGLE_LABEL -> "the class of a pair or text: a classifier";
            case MULTI_LABEL -> "the labels of a pair or text: a classifier";
          }
          + named;
    }
    String modelClass = purpose.modelClass() == null ? "" : purpose.modelClass();
    if (model.maskedLm() != null || MASKED_LM.matcher(modelClass).matches()) {
      return "predicting masked tokens: a masked language model" + named;
    }
    return modelClass.isEmpty() || BARE.matcher(modelClass).matches()
        ? "no task: a bare encoder" + named
        : "a task whose head is not read" + named;
  }

  private void addTokenizer() {
    Vocabulary vocabulary = model.vocabulary();
    add("vocabulary", "%d tokens", vocabulary.tokens().size());
    add(
        "tokenizer",
        Objects.requireNonNullElse(vocabulary.tokenizerModel(), "unnamed")
            + (vocabulary.tokenizerJson() == null ? " of vocab.txt" : " of tokenizer.json"));
    add("text is", model.config().lowerCase() ? "lower-cased" : "cased");
  }

  private void addTaskHead() {
    TaskHead head = model.purpose().taskHead();
    if (head == null) {
      add("task head", "none that is read");
      return;
    }
    List<String> labels = head.labels();
    String shown = String.join(", ", labels.subList(0, Math.min(MOST_LABELS, labels.size())));
    String more = labels.size() > MOST_LABELS ? " and more" : "";
    add("task head", "%d label%s: %s%s", labels.size(), labels.size() == 1 ? "" : "s", shown, more);
    add("task scores", head.meaning());
  }

  private void addWhatWorks() {
    Purpose purpose = model.purpose();
    add("patterns", "yes, with norms (norm_share) and the neuron view");
    String pairs = purpose.biEncoder() ? "yes, but " + Purpose.PAIRS_ARE_OUTSIDE : "yes";
    add("pairs", model.config().takesPairs() ? pairs : "no, single sentences only: one token type");
    add("predictive_mlm", answer("yes", MaskedLm.obstacle(model)));
    add(
        "pair_scores",
        purpose.taskHead() == null ? "yes, without task scores" : "yes, with task scores");
    add("--effect-pairs", effects());
    add("--by-prediction", answer("yes", PredictedClasses.obstacle(model)));
  }

  private String effects() {
    String task = AnsweringHead.obstacle(model, Outcome.TASK);
    String masked = AnsweringHead.obstacle(model, Outcome.MASKED_LM);
    if (masked != null) {
      return answer(
          "yes, on the answer of the task head", AnsweringHead.obstacle(model, Outcome.AUTO));
    }
    return "yes, on the loss of masked words"
        + (task == null ? ", or on the answer of the task head (--effect-outcome task)" : "");
  }

  private static String answer(String yes, String obstacle) {
    return obstacle == null ? yes : "no: " + obstacle;
  }

  private void add(String name, String format, Object... values) {
    String value = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    lines.put(name, CONTROLS.matcher(value).replaceAll("\ufffd"));
  }
}
