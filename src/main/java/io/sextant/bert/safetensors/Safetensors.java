package io.sextant.bert.safetensors;

import com.fasterxml.jackson.databind.JsonNode;
import io.sextant.bert.Finite;
import io.sextant.bert.Tensor;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.files.ModelFiles;
import io.sextant.fault.BadInputException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tensors of a checkpoint in safetensors. They are in one file, or in several files ("shards")
 * with an index that names the file of each tensor.
 */
public final class Safetensors {
  public static final String FILE = "model.safetensors";
  public static final String INDEX = "model.safetensors.index.json";

  private final String where;
  private final Map<String, SafetensorsFile> files;
  private final Set<String> unread;

  private Safetensors(String where, Map<String, SafetensorsFile> files) {
    this.where = where;
    this.files = files;
    this.unread = new TreeSet<>(files.keySet());
  }

  public static Safetensors open(ModelFiles files) {
    if (files.names().contains(FILE)) {
      SafetensorsFile file = SafetensorsFile.open(files, FILE);
      Map<String, SafetensorsFile> byTensor = new HashMap<>();
      file.names().forEach(tensor -> byTensor.put(tensor, file));
      return new Safetensors(file.where(), byTensor);
    }
    if (!files.names().contains(INDEX)) {
      throw new BadInputException(
          files.where(FILE)
              + " is missing: weights are read from safetensors; if the directory has"
              + " pytorch_model.bin or others, load it in transformers and save it with save_pretrained");
    }
    return new Safetensors(files.where(INDEX), shards(files));
  }

  private static Map<String, SafetensorsFile> shards(ModelFiles files) {
    JsonFile index = JsonFile.read(files, INDEX);
    JsonNode places = index.object().path("weight_map");
    if (!places.isObject()) {
      throw index.wrong("weight_map", "an object from tensors to files");
    }
    Map<String, SafetensorsFile> opened = new TreeMap<>();
    Map<String, SafetensorsFile> byTensor = new HashMap<>();
    places
        .fields()
        .forEachRemaining(
            place -> {
              String shard = place.getValue().asText();
              if (!files.names().contains(shard)) {
                throw new BadInputException(
                    String.format(
                        Locale.ROOT,
                        "%s: %s lies in \"%s\", which is not in the model's directory",
                        index.where(),
                        place.getKey(),
                        shard));
              }
              SafetensorsFile file =
                  opened.computeIfAbsent(shard, name -> SafetensorsFile.open(files, name));
              if (!file.names().contains(place.getKey())) {
                throw new BadInputException(
                    String.format(
                        Locale.ROOT,
                        "%s: %s is not in %s, as %s says",
                        file.where(),
                        place.getKey(),
                        shard,
                        INDEX));
              }
              byTensor.put(place.getKey(), file);
            });
    return byTensor;
  }

  /** Returns the file's name for messages; the index's if there are several files. */
  public String where() {
    return where;
  }

  public Set<String> names() {
    return files.keySet();
  }

  /** Returns the names of the tensors that have not been read, in order. */
  public Set<String> unread() {
    return new TreeSet<>(unread);
  }

  /**
   * Returns a tensor after checking its shape, type and values.
   *
   * @throws BadInputException if the tensor is missing, has another shape, is neither float32,
   *     float16 nor bfloat16, or contains NaN or an infinity
   */
  public Tensor tensor(String name, List<Integer> shape) {
    SafetensorsFile file = files.get(name);
    if (file == null) {
      throw wrong(name, "is missing");
    }
    SafetensorsEntry entry = file.entry(name);
    if (!ElementType.WEIGHTS.contains(entry.type())) {
      throw wrong(
          name,
          String.format(
              Locale.ROOT,
              "has type %s, expected F32, F16 or BF16: quantized weights are not supported",
              entry.type()));
    }
    if (!entry.shape().equals(shape)) {
      throw wrong(name, "has shape " + entry.shape() + ", expected " + shape);
    }
    unread.remove(name);
    return Finite.require(file.tensor(name), file.where());
  }

  /** Returns the names of the modules of tensors, which are the names without their last part. */
  public static Set<String> modules(Set<String> names) {
    Set<String> modules = new HashSet<>();
    for (String name : names) {
      int dot = name.lastIndexOf('.');
      modules.add(dot < 0 ? name : name.substring(0, dot));
    }
    return new TreeSet<>(modules);
  }

  private BadInputException wrong(String name, String fault) {
    return new BadInputException(where + ": tensor " + name + " " + fault);
  }
}
