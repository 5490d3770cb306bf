package io.sextant.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgreSqlAddressTest {
  private static final String PLACE = "jdbc:postgresql://host:5432/heads";

  @Test
  void passwordsLeaveTheUrl() {
    PostgreSqlAddress address =
        PostgreSqlAddress.of(
            PLACE + "?user=me&password=s%3Dcret%26&ssl=true&sslpassword=other", Map.of());
    assertThat(address.url()).isEqualTo(PLACE + "?user=me&ssl=true");
    assertThat(address.properties())
        .containsEntry("password", "s=cret&")
        .containsEntry("sslpassword", "other");
    assertThat(PostgreSqlAddress.of(PLACE + "?password=x", Map.of()).url()).isEqualTo(PLACE);
  }

  @Test
  void theUrlWinsOverTheEnvironment() {
    Map<String, String> environment = Map.of("PGUSER", "me", "PGPASSWORD", "secret");
    assertThat(PostgreSqlAddress.of(PLACE, environment).properties())
        .containsEntry("user", "me")
        .containsEntry("password", "secret");
    assertThat(PostgreSqlAddress.of(PLACE + "?password=x", environment).properties())
        .containsEntry("password", "x");
  }

  @Test
  void aUserBeforeTheHostIsRefusedAndNotShown() {
    assertThatThrownBy(
            () -> PostgreSqlAddress.of("jdbc:postgresql://me:secret@host/heads", Map.of()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("PGPASSWORD")
        .hasMessageNotContaining("secret");
  }

  @Test
  void noMessageShowsAPassword() {
    for (String url :
        new String[] {
          "jdbc:postgresql://127.0.0.1:1/heads?user=me&password=secret",
          "jdbc:postgresql://127.0.0.1:nonsense/heads?password=secret",
          "jdbc:mysql://me:secret@host/heads?password=secret"
        }) {
      assertThatThrownBy(() -> Destination.open(url))
          .isInstanceOf(BadInputException.class)
          .satisfies(
              error -> {
                for (Throwable t = error; t != null; t = t.getCause()) {
                  assertThat(t.toString()).doesNotContain("secret");
                }
              });
    }
  }
}
