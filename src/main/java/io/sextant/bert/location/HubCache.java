package io.sextant.bert.location;

import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder in which Hugging Face's libraries cache downloaded models. A model {@code org/name} is
 * in {@code models--org--name/snapshots/HASH}, and {@code refs/main} contains the hash of the
 * newest snapshot.
 *
 * @param root the folder
 */
record HubCache(Path root) {
  private static final String PREFIX = "models--";
  private static final String SNAPSHOTS = "snapshots";
  private static final Pattern FOLDER = Pattern.compile(PREFIX + "(?:(.+?)--)?(.+)");
  private static final Pattern HASH = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]*");

  /**
   * Returns the user's cache: the folder that HF_HUB_CACHE, HF_HOME or XDG_CACHE_HOME names, or
   * else the one in the home directory.
   */
  static HubCache of(Map<String, String> environment, Path home) {
    for (String name : List.of("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE")) {
      if (isSet(environment, name)) {
        return new HubCache(Home.expand(Path.of(environment.get(name)), home));
      }
    }
    if (isSet(environment, "HF_HOME")) {
      return new HubCache(Home.expand(Path.of(environment.get("HF_HOME")), home).resolve("hub"));
    }
    Path caches =
        isSet(environment, "XDG_CACHE_HOME")
            ? Home.expand(Path.of(environment.get("XDG_CACHE_HOME")), home)
            : home.resolve(".cache");
    return new HubCache(caches.resolve("huggingface").resolve("hub"));
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }

  /**
   * Returns the folder of a model; empty if the cache does not have it.
   *
   * @param name the model's name on the hub
   */
  Optional<Path> find(String name) {
    Path folder = root.resolve(PREFIX + name.replace("/", "--"));
    return Files.isDirectory(folder.resolve(SNAPSHOTS)) ? Optional.of(folder) : Optional.empty();
  }

  /** Returns whether a folder is that of a model with snapshots. */
  static boolean isModel(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name != null
        && FOLDER.matcher(name.toString()).matches()
        && Files.isDirectory(folder.resolve(SNAPSHOTS));
  }

  /**
   * Returns the snapshot of a model that {@code refs/main} names, or the only one.
   *
   * @throws BadInputException if there is no snapshot, or several and no {@code refs/main}
   */
  static Path snapshot(Path folder) {
    Path main = folder.resolve("refs").resolve("main");
    List<Path> snapshots = snapshots(folder.resolve(SNAPSHOTS));
    if (Files.isRegularFile(main)) {
      String hash = read(main).strip();
      if (HASH.matcher(hash).matches()
          && Files.isDirectory(folder.resolve(SNAPSHOTS).resolve(hash))) {
        return folder.resolve(SNAPSHOTS).resolve(hash);
      }
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "model %s: refs/main names the snapshot %s, which does not exist: fetch the model again, or give one of %s",
              folder,
              hash,
              snapshots));
    }
    if (snapshots.size() != 1) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "model %s has no refs/main to choose a snapshot by: give one of %s",
              folder,
              snapshots));
    }
    return snapshots.get(0);
  }

  /** Returns the hub name of the model whose snapshot a path is; empty for any other path. */
  static Optional<String> nameOf(Path snapshot) {
    Path path = snapshot.toAbsolutePath().normalize();
    Path parent = path.getParent();
    if (parent == null || parent.getParent() == null || parent.getParent().getFileName() == null) {
      return Optional.empty();
    }
    Matcher folder = FOLDER.matcher(parent.getParent().getFileName().toString());
    if (!parent.endsWith(SNAPSHOTS) || !folder.matches()) {
      return Optional.empty();
    }
    String organisation = folder.group(1) == null ? "" : folder.group(1) + "/";
    return Optional.of(organisation + folder.group(2));
  }

  private static List<Path> snapshots(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
