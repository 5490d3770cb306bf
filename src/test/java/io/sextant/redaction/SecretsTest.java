package io.sextant.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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
      quoteCharacter = '`',
      value = {
        "s3a://AKIA:hunter2@bucket/pairs | s3a://***@bucket/pairs",
        "s3a://AKIA:hun/te+r2=@bucket/pairs | s3a://***@bucket/pairs",
        "hdfs://me:hun@ter@2@host:8020/x | hdfs://***@host:8020/x",
        "hdfs://me:hun#te?r2@host/x@y | hdfs://***@y",
        "cannot read [hdfs://me:hunter2@h/1, s3a://K:hunter2@b/2] | cannot read [hdfs://***@h/1,"
            + " s3a://***@b/2]",
        "https://hunter2@github.com/x | https://***@github.com/x",
        "java.net.UnknownHostException: me:hunter2@host | java.net.UnknownHostException: ***@host",
        "wasbs://c:hunter2@a.blob.core.windows.net/x | wasbs://***@a.blob.core.windows.net/x",
        "jdbc:postgresql://u:hunter2@db:5432/x | jdbc:postgresql://***@db:5432/x",
        "jdbc:oracle:thin:scott/hunter2@//h:1521/x | jdbc:oracle:thin:***@//h:1521/x",
        "jdbc:mysql://db/x?user=u&password=hunter2 | jdbc:mysql://db/x?user=u&password=***",
        "jdbc:mysql://db/x?password=hun@ter,2)&user=u | jdbc:mysql://db/x?password=***&user=u",
        "jdbc:sqlserver://db;databaseName=x;password=hunter2;y=1 |"
            + " jdbc:sqlserver://db;databaseName=x;password=***;y=1",
        "https://a.blob.core.windows.net/c?sv=1&sig=hunter2 |"
            + " https://a.blob.core.windows.net/c?sv=1&sig=***",
        "https://b/x?X-Amz-Signature=hunter2&X-Amz-Security-Token=hunter2 |"
            + " https://b/x?X-Amz-Signature=***&X-Amz-Security-Token=***",
        "fs.s3a.secret.key=hunter2 in core-site | fs.s3a.secret.key=*** in core-site",
        "fs.s3a.access.key: hunter2 | fs.s3a.access.key: ***",
        "fs.azure.account.key.a.blob.core.windows.net=hunter2== |"
            + " fs.azure.account.key.a.blob.core.windows.net=***",
        "(fs.s3a.session.token=hunter2) | (fs.s3a.session.token=***)",
        "spark.ssl.keyStorePassword=hunter2 | spark.ssl.keyStorePassword=***",
        "AWS_SECRET_ACCESS_KEY=hunter2 AWSAccessKeyId=hunter2 | AWS_SECRET_ACCESS_KEY=***"
            + " AWSAccessKeyId=***",
        "--conf=spark.x.password=hunter2 | --conf=spark.x.password=***",
        "{\"password\": \"hunter 2\", \"token\": \"hunter2\"} | {\"password\": \"***\", \"token\":"
            + " \"***\"}",
        "password='hunter 2', user=u | password='***', user=u",
        "'jdbc:x?password=hun\"ter2' | 'jdbc:x?password=***'",
        "token: hunter2hunter2hunter2 | token: ***",
        "Authorization: Bearer abcdefghijk1234 | Authorization: Bearer ***",
        "refused AKIAIOSFODNN7EXAMPLE and hf_abcdefghijABCDEFGHIJ | refused *** and ***",
      })
  void whatIsSecretIsHidden(String text, String shown) {
    assertThat(Secrets.hide(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hdfs://namenode:8020/pairs.parquet",
        "hdfs://namenode:8020/users/me@example.org/pairs.parquet",
        "s3a://bucket/a@b/pairs.parquet",
        "http://[::1]:8080/a@b",
        "abfss://container@account.dfs.core.windows.net/pairs",
        "spark:3.5.9@sha256:0123",
        "s3a://bucket/tokens/a.tsv",
        "/data/secret-santa/pairs.tsv",
        "the input has no column 'sentence_a'",
        "tokenizer.json: no such file",
        "tokenizer_config.json=x tokens=5 tokenizer: WordPiece",
        "unk_token=[UNK] \"mask_token\": \"<mask>\" next_token: the",
        "Unrecognized token 'hello': was expecting JSON",
        "the token: [CLS]",
        "keyword=x monkey: y keys=3 primary.key=id",
        "hadoop.security.credential.provider.path=jceks://hdfs/x.jceks",
        "spark.ssl.keyStoreType=JKS password.file=/etc/x",
        "PWD=/work OLDPWD=/",
        "mail me@example.org at 12:30",
        "basic understanding of internationalisation",
        "the signature: a few words",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--conf spark.x.secret.key=hun&ter;2 --name x | --conf spark.x.secret.key=*** --name x",
        "--password hunter2 --token-file /x | --password *** --token-file /x",
        "--input s3a://K:hunter2@b/x a.tsv | --input s3a://***@b/x a.tsv",
        "--class io.sextant.Main tokenizer.json | --class io.sextant.Main tokenizer.json"
      })
  void inACommandAValueGoesOnToTheEndOfItsWord(String command, String shown) {
    assertThat(String.join(" ", Secrets.hideInCommand(Arrays.asList(command.split(" ")))))
        .isEqualTo(shown);
  }

  /** The time for a long word must not be quadratic in its length. */
  @Test
  void longTextIsReadOnce() {
    for (String part : new String[] {"a", "password=", ":", "x:", "@", "a://", "\"", " ", "="}) {
      String text = part.repeat(200_000 / part.length());
      org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
          java.time.Duration.ofSeconds(5), () -> Secrets.hide(text), part);
    }
  }
}
