package io.sextant.bert.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelLocationTest {
  @TempDir private Path home;

  @Test
  void aPathIsItselfAndNamedByItsLastName() throws IOException {
    Path model = Files.createDirectories(home.resolve("bert"));
    assertThat(find(model.toString())).isEqualTo(new ModelLocation(model, "bert"));
    Path zip = Files.createFile(home.resolve("m.zip"));
    assertThat(find(zip.toString()).name()).isEqualTo("m");
  }

  @Test
  void aTildeThatNoShellHasSeenIsTheHomeDirectory() throws IOException {
    Path model = Files.createDirectories(home.resolve("models/bert"));
    assertThat(find("~/models/bert")).isEqualTo(new ModelLocation(model, "bert"));
    assertThat(find("~").path()).isEqualTo(home);
    assertRefused("~/none", "model ~/none does not exist");
  }

  @Test
  void refsMainChoosesTheSnapshotOfAModelInTheCache() throws IOException {
    Path folder = model(home, "models--org--name", "0123abc", "fff");
    Files.createDirectories(folder.resolve("refs"));
    Files.writeString(folder.resolve("refs/main"), "fff");
    Path chosen = folder.resolve("snapshots/fff");
    assertThat(find(folder.toString())).isEqualTo(new ModelLocation(chosen, "org/name"));
    assertThat(find(folder + "/snapshots/0123abc"))
        .isEqualTo(new ModelLocation(folder.resolve("snapshots/0123abc"), "org/name"));
    Files.writeString(folder.resolve("refs/main"), "../../../etc");
    assertRefused(
        folder.toString(), "refs/main names the snapshot ../../../etc, which does not exist");
    Files.delete(folder.resolve("refs/main"));
    assertRefused(folder.toString(), "has no refs/main to choose a snapshot by: give one of [");
  }

  @Test
  void theOnlySnapshotNeedsNoChoice() throws IOException {
    Path folder = model(home, "models--bert-base-uncased", "0123abc");
    assertThat(find(folder.toString()))
        .isEqualTo(new ModelLocation(folder.resolve("snapshots/0123abc"), "bert-base-uncased"));
  }

  @ParameterizedTest
  @CsvSource({
    "HF_HUB_CACHE, cache, cache",
    "HUGGINGFACE_HUB_CACHE, cache, cache",
    "HF_HOME, hf, hf/hub",
    "XDG_CACHE_HOME, xdg, xdg/huggingface/hub",
    "NOTHING, x, .cache/huggingface/hub"
  })
  void aNameOfTheHubIsLookedForInTheCache(String variable, String value, String cache)
      throws IOException {
    Path snapshot =
        model(home.resolve(cache), "models--org--my-model.v2", "0").resolve("snapshots/0");
    Map<String, String> environment = Map.of(variable, home.resolve(value).toString());
    assertThat(ModelLocation.find(Path.of("org/my-model.v2"), home, environment))
        .isEqualTo(new ModelLocation(snapshot, "org/my-model.v2"));
  }

  @Test
  void aNameThatTheCacheDoesNotHaveIsToldHowToSave() {
    assertRefused(
        "org/name",
        home.resolve(".cache/huggingface/hub") + " has none of that name",
        "give --model ./name",
        "from transformers import AutoModel, AutoTokenizer",
        "part.from_pretrained(\"org/name\").save_pretrained(\"name\")");
    assertRefused("google-bert/bert-base-cased", "jobs/fetch-model.sh bert-base-cased");
    assertThatThrownBy(() -> find("org/name")).hasMessageNotContaining("fetch-model");
  }

  @Test
  void whatCannotBeANameOfTheHubDoesNotExist() {
    assertRefused("/no/such/model", "model /no/such/model does not exist");
    assertRefused("../model", "model ../model does not exist");
    assertRefused("a/b/c", "model a/b/c does not exist");
    assertRefused("model.zip", "model model.zip does not exist");
  }

  @Test
  void aFileOfAModelIsNotTheModel() throws IOException {
    Path model = Files.createDirectories(home.resolve("bert"));
    Path weights = Files.createFile(model.resolve("model.safetensors"));
    Files.createFile(model.resolve("config.json"));
    assertRefused(weights.toString(), "is one file of a model: give its folder, " + model);
  }

  private ModelLocation find(String given) {
    return ModelLocation.find(Path.of(given), home, Map.of());
  }

  private void assertRefused(String given, String... parts) {
    assertThatThrownBy(() -> find(given))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll(parts);
  }

  private static Path model(Path cache, String folder, String... snapshots) throws IOException {
    for (String snapshot : snapshots) {
      Files.createDirectories(cache.resolve(folder).resolve("snapshots").resolve(snapshot));
    }
    return cache.resolve(folder);
  }
}
