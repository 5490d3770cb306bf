package io.sextant.bert.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import io.sextant.bert.Dense;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.Purpose;
import io.sextant.bert.TaskHead;
import io.sextant.bert.TaskHead.Pooling;
import io.sextant.bert.Tensor;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.safetensors.Safetensors;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the task head of a model that {@code architectures} names ...ForSequenceClassification. */
final class TaskHeadReader {
  private static final String TASK = "ForSequenceClassification";
  private static final String LABELS = "id2label";
  private static final String PROBLEM = "problem_type";

  /** The key of the function in DeBERTa's head. */
  private static final String DEBERTAS_FUNCTION = "pooler_hidden_act";

  private static final String POOLING = "classifier_pooling";

  /** The number of labels of a configuration that says nothing of labels. */
  private static final int USUAL_LABELS = 2;

  private static final int LONGEST_LABEL = 1000;
  private static final Logger LOG = LoggerFactory.getLogger(TaskHeadReader.class);

  private final Safetensors tensors;
  private final String prefix;
  private final JsonFile json;

  /**
   * Creates a reader.
   *
   * @param prefix the beginning of the names of the encoder's tensors, such as {@code bert.}
   * @param json the content of config.json
   */
  TaskHeadReader(Safetensors tensors, String prefix, JsonFile json) {
    this.tensors = tensors;
    this.prefix = prefix;
    this.json = json;
  }

  /** Returns what the model was made for. Whether it is a bi-encoder is not known here. */
  Purpose purpose(HuggingFaceConfig config) {
    String modelClass = json.object().path("architectures").path(0).textValue();
    boolean isTask = modelClass != null && modelClass.endsWith(TASK);
    TaskHead head = isTask ? read(modelClass, config) : null;
    return new Purpose(config.architecture().modelType(), modelClass, head, false);
  }

  private TaskHead read(String modelClass, HuggingFaceConfig config) {
    TaskHeadNames names = TaskHeadNames.of(config.architecture());
    String root = prefix.substring(0, prefix.lastIndexOf('.', prefix.length() - 2) + 1);
    String classifier = root + names.classifier();
    if (!tensors.names().contains(classifier + ".weight")) {
      LOG.warn(
          "{}: there is no tensor {}.weight, though {} says {}: the model has no task head",
          tensors.where(),
          classifier,
          json.where(),
          modelClass);
      return null;
    }
    if (json.has(DEBERTAS_FUNCTION)) {
      json.require(DEBERTAS_FUNCTION, "gelu");
    }
    List<String> labels = labels();
    return new TaskHead(
        config.architecture() == Architecture.MODERNBERT ? pooling() : Pooling.FIRST,
        transform(root, names, config),
        dense(classifier, config.encoder().hidden(), labels.size(), true),
        labels,
        problem(labels.size()),
        applied());
  }

  /** Returns how ModernBERT's states are pooled. */
  private Pooling pooling() {
    if (!json.has(POOLING)) {
      return Pooling.FIRST;
    }
    return switch (json.text(POOLING)) {
      case "cls" -> Pooling.FIRST;
      case "mean" -> Pooling.MEAN;
      default -> throw json.wrong(POOLING, "cls or mean");
    };
  }

  private TaskHead.Transform transform(String root, TaskHeadNames names, HuggingFaceConfig config) {
    int hidden = config.encoder().hidden();
    if (names.norm() == null) {
      String name = (names.pooled() ? prefix : root) + names.transform();
      return new TaskHead.Transform(dense(name, hidden, hidden, true), names.function());
    }
    Biases biases = config.biases();
    String norm = root + names.norm();
    return new TaskHead.Transform(
        dense(root + names.transform(), hidden, hidden, biases.transform()),
        TaskHead.Function.of(config.headActivation()),
        new LayerNorm(
            tensors.tensor(norm + ".weight", List.of(hidden)), bias(norm, hidden, biases.norms())),
        config.encoder().layerNormEpsilon());
  }

  private Dense dense(String name, int in, int out, boolean bias) {
    return new Dense(
        tensors.tensor(name + ".weight", List.of(out, in)).transposed(), bias(name, out, bias));
  }

  private Tensor bias(String name, int size, boolean has) {
    return has ? tensors.tensor(name + ".bias", List.of(size)) : Tensor.zeros(size);
  }

  /** Returns the labels in the order of their ids, with transformers' defaults. */
  private List<String> labels() {
    if (!json.has(LABELS)) {
      int count = json.has("num_labels") ? json.positive("num_labels") : USUAL_LABELS;
      return IntStream.range(0, count).mapToObj(label -> "LABEL_" + label).toList();
    }
    JsonNode names = json.object().path(LABELS);
    if (!names.isObject() || names.isEmpty()) {
      throw json.wrong(LABELS, "an object from ids to labels");
    }
    return IntStream.range(0, names.size()).mapToObj(id -> label(names, id)).toList();
  }

  private String label(JsonNode names, int id) {
    JsonNode label = names.path(String.valueOf(id));
    if (!label.isValueNode() || label.isNull() || label.asText().length() > LONGEST_LABEL) {
      throw json.wrong(
          LABELS,
          "a label of at most "
              + LONGEST_LABEL
              + " characters for each id from 0 on, such as "
              + id);
    }
    return label.asText();
  }

  private TaskHead.Problem problem(int labels) {
    if (!json.has(PROBLEM)) {
      return labels == 1 ? TaskHead.Problem.REGRESSION : TaskHead.Problem.SINGLE_LABEL;
    }
    TaskHead.Problem problem =
        switch (json.text(PROBLEM)) {
          case "regression" -> TaskHead.Problem.REGRESSION;
          case "single_label_classification" -> TaskHead.Problem.SINGLE_LABEL;
          case "multi_label_classification" -> TaskHead.Problem.MULTI_LABEL;
          default ->
              throw json.wrong(
                  PROBLEM, "regression, single_label_classification or multi_label_classification");
        };
    if (problem == TaskHead.Problem.SINGLE_LABEL && labels == 1) {
      throw json.wrong(PROBLEM, "regression, since there is one label");
    }
    return problem;
  }

  /**
   * Returns what sentence-transformers 4 and later, or an earlier version, applies to the logits.
   */
  private String applied() {
    JsonNode now = json.object().path("sentence_transformers").path("activation_fn");
    JsonNode before = json.object().path("sbert_ce_default_activation_function");
    return now.isTextual() ? now.textValue() : before.textValue();
  }
}
