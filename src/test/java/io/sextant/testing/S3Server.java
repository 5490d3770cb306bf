package io.sextant.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/**
 * An S3 server with one bucket that the test starts: moto's, from the Python environment that
 * {@code .ci/run} creates. It keeps objects in memory and listens on this machine only.
 */
public final class S3Server implements AutoCloseable {
  private static final Path PROGRAM =
      Path.of(System.getProperty("user.home"), ".cache/sextant/moto-5.2.1/bin/moto_server");
  private static final String BUCKET = "sextant";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final String endpoint;

  private S3Server(Process process, String endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Starts a server that logs to a file; skips the test if moto is not installed. */
  public static S3Server start(Path log) {
    assumeTrue(Files.isExecutable(PROGRAM), "there is no " + PROGRAM + ": .ci/run installs it");
    try {
      int port;
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      Process process =
          new ProcessBuilder(PROGRAM.toString(), "-H", "127.0.0.1", "-p", String.valueOf(port))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      S3Server server = new S3Server(process, "http://127.0.0.1:" + port);
      server.makeBucket();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns the address of an object or folder. */
  public String address(String name) {
    return "s3a://" + BUCKET + "/" + name;
  }

  /** Returns the Hadoop configuration for the server. */
  public Configuration configuration() {
    Configuration configuration = new Configuration();
    settings().forEach(configuration::set);
    return configuration;
  }

  /** Returns the same settings as environment variables for a new JVM, as Spark's properties. */
  public Map<String, String> environment() {
    String options =
        settings().entrySet().stream()
            .map(setting -> "-Dspark.hadoop." + setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(" "));
    return Map.of("JDK_JAVA_OPTIONS", options);
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("fs.s3a.endpoint", endpoint);
    settings.put("fs.s3a.endpoint.region", "us-east-1");
    settings.put("fs.s3a.path.style.access", "true");
    settings.put("fs.s3a.access.key", "nobody");
    settings.put("fs.s3a.secret.key", "nothing");
    return settings;
  }

  private void makeBucket() throws IOException, InterruptedException {
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(endpoint + "/" + BUCKET))
            .PUT(BodyPublishers.noBody())
            .build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        int status = HttpClient.newHttpClient().send(put, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
          throw new IllegalStateException("the bucket is refused: " + status);
        }
        return;
      } catch (ConnectException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(100);
      }
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
