package io.sextant.bert.location;

import io.sextant.fault.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The path and the name of a checkpoint.
 *
 * @param path an existing directory or archive
 * @param name the model's name on Hugging Face's hub if the path is in its cache, else the last
 *     element of the path that the user gave
 */
public record ModelLocation(Path path, String name) {
  private static final Pattern HUB_NAME =
      Pattern.compile("(?:[A-Za-z0-9][\\w.-]*/)?[A-Za-z0-9][\\w.-]*");
  private static final Pattern ARCHIVE = Pattern.compile("\\.(zip|jar|whl)$");

  /** Files that are a part of a checkpoint but not an archive. */
  private static final Pattern PART =
      Pattern.compile(".*\\.(safetensors|json|txt|bin|index|h5|msgpack|pt|ckpt)");

  private static final List<String> CONFIGURATIONS = List.of("config.json", "bert_config.json");

  /** The models that {@code jobs/fetch-model.sh} downloads. */
  private static final Set<String> FETCHED =
      Set.of(
          "bert-base-uncased",
          "bert-base-cased",
          "bert-base-multilingual-cased",
          "all-MiniLM-L6-v2");

  /**
   * Finds the model that a user named, by a path or by the hub name of a model in Hugging Face's
   * cache. In a path, {@code ~} is the home directory, and the folder of a model in that cache
   * stands for its newest snapshot.
   *
   * @throws BadInputException if there is no such model; the message says how to get a model from
   *     the hub
   */
  public static ModelLocation find(Path given) {
    Path home = Path.of(System.getProperty("user.home"));
    return find(given, home, System.getenv());
  }

  static ModelLocation find(Path given, Path home, Map<String, String> environment) {
    Path path = Home.expand(given, home);
    if (!Files.exists(path)) {
      path = inCache(given, HubCache.of(environment, home));
    }
    if (isPart(path)) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "model %s is one file of a model: give its folder, %s",
              given,
              path.toAbsolutePath().getParent()));
    }
    Path found = HubCache.isModel(path) ? HubCache.snapshot(path) : path;
    return new ModelLocation(found, HubCache.nameOf(found).orElse(lastName(found)));
  }

  private static boolean isPart(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    return Files.isRegularFile(path)
        && PART.matcher(path.getFileName().toString()).matches()
        && folder != null
        && CONFIGURATIONS.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  private static Path inCache(Path given, HubCache cache) {
    String name = given.toString();
    if (!HUB_NAME.matcher(name).matches() || ARCHIVE.matcher(name).find()) {
      throw new BadInputException("model " + given + " does not exist");
    }
    return cache.find(name).orElseThrow(() -> new BadInputException(absent(name, cache)));
  }

  private static String absent(String name, HubCache cache) {
    String folder = name.substring(name.indexOf('/') + 1);
    String fetch =
        FETCHED.contains(folder)
            ? "; or run jobs/fetch-model.sh " + folder + ", which prints the folder to give"
            : "";
    return String.format(
        Locale.ROOT,
        """
        model %s does not exist as a path, and Hugging Face's cache %s has none of that name: save it with Python, then give --model ./%s%s
          from transformers import AutoModel, AutoTokenizer
          for part in (AutoModel, AutoTokenizer): part.from_pretrained("%s").save_pretrained("%s")""",
        name,
        cache.root(),
        folder,
        fetch,
        name,
        folder);
  }

  private static String lastName(Path path) {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? "model" : ARCHIVE.matcher(last.toString()).replaceFirst("");
  }
}
