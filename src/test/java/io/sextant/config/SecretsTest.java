package io.sextant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3a://AKIA:hunter2@bucket/pairs | s3a://***@bucket/pairs",
        "jdbc:postgresql://u:hunter2@db:5432/x | jdbc:postgresql://***@db:5432/x",
        "jdbc:mysql://db/x?user=u&password=hunter2 | jdbc:mysql://db/x?user=u&password=***",
        "jdbc:sqlserver://db;databaseName=x;password=hunter2;y=1 | jdbc:sqlserver://db;databaseName=x;password=***;y=1",
        "https://a.blob.core.windows.net/c?sv=1&sig=hunter2 | https://a.blob.core.windows.net/c?sv=1&sig=***",
        "fs.s3a.secret.key=hunter2 in core-site | fs.s3a.secret.key=*** in core-site",
        "fs.s3a.access.key: hunter2 | fs.s3a.access.key: ***",
      })
  void whatIsSecretIsHidden(String text, String shown) {
    assertThat(Secrets.hide(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hdfs://namenode:8020/pairs.parquet",
        "s3a://bucket/tokens/a.tsv",
        "/data/secret-santa/pairs.tsv",
        "the input has no column 'sentence_a'",
      })
  void whatIsNotStays(String text) {
    assertThat(Secrets.hide(text)).isEqualTo(text);
  }

  @Test
  void settingsAreHiddenInListsToo() {
    assertThat(
            Secrets.hide(
                Map.<String, Object>of(
                    "input.paths", List.of("s3a://a:b@c/d", "/x"), "grades.min-pairs", 7)))
        .isEqualTo(Map.of("input.paths", List.of("s3a://***@c/d", "/x"), "grades.min-pairs", 7));
    assertThat(Secrets.hide((String) null)).isNull();
  }
}
