package io.sextant.bert.huggingface;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sextant.bert.Purpose;
import io.sextant.bert.files.FolderOf;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.files.ModelFiles;
import io.sextant.bert.files.SmallText;
import io.sextant.fault.BadInputException;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A directory of sentence-transformers. Its {@code modules.json} lists the modules that process a
 * text. The encoder is the first of them; it is in a folder such as {@code 0_Transformer} or, as
 * newer versions write it, beside that file. The modules' types have other packages since version
 * 5.4, but the same names.
 *
 * @param encoder the files of the encoder; all files if there is no list of modules
 * @param biEncoder whether the hidden states of a single text are pooled to a vector. A
 *     cross-encoder may pool those of a pair, and then says what it is
 * @param applied the function that is applied to the logits of a cross-encoder; null if none is
 *     named here
 */
public record SentenceTransformers(ModelFiles encoder, boolean biEncoder, String applied) {
  private static final String MODULES = "modules.json";
  private static final String SETTINGS = "config_sentence_transformers.json";
  private static final String ENCODER = "Transformer";
  private static final String POOLING = "Pooling";

  /** Returns what a directory's list of modules says; without a list, it is one encoder. */
  public static SentenceTransformers of(ModelFiles files) {
    if (!files.names().contains(MODULES)) {
      return new SentenceTransformers(files, false, null);
    }
    JsonNode modules = modules(files);
    JsonNode settings =
        files.names().contains(SETTINGS)
            ? JsonFile.read(files, SETTINGS).object()
            : MissingNode.getInstance();
    boolean crossEncoder = settings.path("model_type").asText().equals("CrossEncoder");
    return new SentenceTransformers(
        encoder(files, modules),
        !crossEncoder && find(modules, POOLING).isPresent(),
        crossEncoder ? settings.path("activation_fn").textValue() : null);
  }

  /** Returns a checkpoint's purpose with what is said here. */
  public Purpose complete(Purpose purpose) {
    return new Purpose(
        purpose.type(),
        purpose.modelClass(),
        purpose.taskHead() == null || applied == null
            ? purpose.taskHead()
            : purpose.taskHead().withApplied(applied),
        biEncoder);
  }

  private static ModelFiles encoder(ModelFiles files, JsonNode modules) {
    String folder =
        find(modules, ENCODER)
            .orElseThrow(
                () ->
                    new BadInputException(
                        files.where(MODULES)
                            + " names no module of type "
                            + ENCODER
                            + ": the model has no encoder"))
            .path("path")
            .asText();
    return folder.isEmpty() ? files : new FolderOf(files, folder.replaceFirst("/*$", "/"));
  }

  /** Returns the first module whose type ends with a name. */
  private static Optional<JsonNode> find(JsonNode modules, String type) {
    return StreamSupport.stream(modules.spliterator(), false)
        .filter(module -> module.path("type").asText().endsWith(type))
        .findFirst();
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
