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
 * The address of a PostgreSQL database and the connection's properties. The URL may be shown:
 * passwords are in the properties only, so they appear neither in the driver's messages nor in
 * Sextant's.
 */
record PostgreSqlAddress(String url, Properties properties) {
  private static final Set<String> SECRET = Set.of("password", "sslpassword");

  /**
   * Moves the passwords of a JDBC URL to properties. PGUSER and PGPASSWORD apply if the URL does
   * not name a user or a password.
   *
   * @throws BadInputException if the URL names a user before the host, which PostgreSQL's driver
   *     does not support
   */
  static PostgreSqlAddress of(String url, Map<String, String> environment) {
    int query = url.indexOf('?');
    String place = query < 0 ? url : url.substring(0, query);
    if (place.contains("@")) {
      throw new BadInputException(
          "name the user as ?user=NAME and the password in PGPASSWORD, not before the host");
    }
    Properties properties = new Properties();
    // With this, the driver inserts many rows per statement, which is several times as fast.
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
