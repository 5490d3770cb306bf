package io.sextant.bert.huggingface;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.bert.files.FolderOf;
import io.sextant.bert.files.ModelFiles;
import io.sextant.bert.files.SmallText;
import io.sextant.fault.BadInputException;

/**
 * Finds the encoder in a directory of sentence-transformers. Its {@code modules.json} lists the
 * modules that process a sentence. The encoder is the first of them, and is in a folder such as
 * {@code 0_Transformer} or beside that file.
 */
public final class SentenceTransformers {
  private static final String MODULES = "modules.json";
  private static final String ENCODER = "Transformer";

  private SentenceTransformers() {}

  /** Returns the files of the encoder; all files if there is no list of modules. */
  public static ModelFiles encoder(ModelFiles files) {
    if (!files.names().contains(MODULES)) {
      return files;
    }
    for (JsonNode module : modules(files)) {
      if (module.path("type").asText().endsWith("." + ENCODER)) {
        String folder = module.path("path").asText();
        return folder.isEmpty() ? files : new FolderOf(files, folder.replaceFirst("/*$", "/"));
      }
    }
    throw new BadInputException(
        files.where(MODULES)
            + " names no module of type "
            + ENCODER
            + ": the model has no encoder");
  }

  private static JsonNode modules(ModelFiles files) {
    try {
      JsonNode modules = new ObjectMapper().readTree(SmallText.read(files, MODULES));
      if (modules.isArray()) {
        return modules;
      }
    } catch (JsonProcessingException e) {
      throw new BadInputException(
          files.where(MODULES) + " is not JSON: " + e.getOriginalMessage(), e);
    }
    throw new BadInputException(files.where(MODULES) + " is not a list of modules");
  }
}
