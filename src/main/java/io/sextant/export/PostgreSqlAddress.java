package io.sextant.export;

import io.sextant.fault.BadInputException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Where a PostgreSQL database is, and who asks. The URL may be shown: passwords are in the
 * properties alone, so that neither the driver's messages nor ours can name them.
 */
record PostgreSqlAddress(String url, Properties properties) {
  private static final Set<String> SECRET = Set.of("password", "sslpassword");

  /**
   * Takes the passwords out of a JDBC URL. What it does not name comes from PGUSER and PGPASSWORD.
   *
   * @throws BadInputException if it names a user before the host, which PostgreSQL's driver does
   *     not read
   */
  static PostgreSqlAddress of(String url, Map<String, String> environment) {
    int query = url.indexOf('?');
    String place = query < 0 ? url : url.substring(0, query);
    if (place.contains("@")) {
      throw new BadInputException(
          "name the user as ?user=NAME and the password in PGPASSWORD, not before the host");
    }
    Properties properties = new Properties();
    // Batches become inserts of many rows, several times as fast.
    properties.setProperty("reWriteBatchedInserts", "true");
    environment(properties, "user", environment.get("PGUSER"));
    environment(properties, "password", environment.get("PGPASSWORD"));
    List<String> shown = new ArrayList<>();
    for (String parameter : query < 0 ? new String[0] : url.substring(query + 1).split("&", -1)) {
      int equals = parameter.indexOf('=');
      String key = equals < 0 ? parameter : parameter.substring(0, equals);
      if (SECRET.contains(key)) {
        properties.setProperty(
            key, URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
      } else {
        shown.add(parameter);
      }
    }
    return new PostgreSqlAddress(
        shown.isEmpty() ? place : place + "?" + String.join("&", shown), properties);
  }

  private static void environment(Properties properties, String key, String value) {
    if (value != null) {
      properties.setProperty(key, value);
    }
  }
}
