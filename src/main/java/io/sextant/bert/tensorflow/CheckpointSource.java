package io.sextant.bert.tensorflow;

import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.ModelSource;
import io.sextant.bert.Vocabulary;
import io.sextant.bert.VocabularyFile;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.files.ModelFiles;
import io.sextant.fault.BadInputException;
import java.util.List;

/**
 * Reads the layout in which Google published BERT: {@code bert_config.json}, {@code vocab.txt} and
 * one TensorFlow checkpoint.
 *
 * <p>Google's configuration does not say whether text is lower-cased. The optional key {@code
 * do_lower_case} says it. Without that key, text is lower-cased if the vocabulary has almost no
 * upper-case letters outside its special tokens, as in Google's uncased and Chinese models.
 */
public record CheckpointSource(String name, ModelFiles files) implements ModelSource {

  public static final String LAYOUT =
      "bert_config.json, vocab.txt, bert_model.ckpt.index, bert_model.ckpt.data-*";

  private static final String CONFIG = "bert_config.json";
  private static final String VOCABULARY = "vocab.txt";
  private static final String INDEX = ".index";

  public static boolean fits(ModelFiles files) {
    return files.names().contains(CONFIG) && !indexes(files).isEmpty();
  }

  @Override
  public BertModel read() {
    Vocabulary vocabulary = VocabularyFile.read(files, VOCABULARY);
    BertConfig config = config(JsonFile.read(files, CONFIG), vocabulary);
    VocabularyFile.checkSize(vocabulary, config, files.where(VOCABULARY));
    BertTensors tensors = BertTensors.of(TensorBundle.open(files, stem()));
    return tensors.model(name, config, vocabulary);
  }

  private String stem() {
    List<String> indexes = indexes(files);
    if (indexes.size() > 1) {
      throw new BadInputException(
          files.where(CONFIG) + " is beside several checkpoints, keep one: " + indexes);
    }
    String index = indexes.get(0);
    return index.substring(0, index.length() - INDEX.length());
  }

  private static List<String> indexes(ModelFiles files) {
    return files.names().stream()
        .filter(file -> file.endsWith(INDEX) && !file.contains("/"))
        .sorted()
        .toList();
  }

  private static BertConfig config(JsonFile json, Vocabulary vocabulary) {
    json.require("hidden_act", "gelu");
    int hidden = json.positive("hidden_size");
    int heads = json.positive("num_attention_heads");
    if (hidden % heads != 0) {
      throw new BadInputException(
          json.where() + ": hidden_size " + hidden + " is not a multiple of " + heads + " heads");
    }
    double range = json.nonNegative(BertConfig.INITIALIZER_RANGE_KEY, BertConfig.INITIALIZER_RANGE);
    return new BertConfig(
            new EncoderShape(
                json.positive("num_hidden_layers"),
                heads,
                hidden,
                json.positive("intermediate_size")),
            new EmbeddingShape(
                json.positive("vocab_size"),
                json.positive("max_position_embeddings"),
                json.positive("type_vocab_size")),
            json.has("do_lower_case")
                ? json.flag("do_lower_case")
                : VocabularyFile.isLowerCase(vocabulary))
        .withInitializerRange(range);
  }
}
