package io.sextant.job.folder;

import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.RunManifest.TableFiles;
import io.sextant.table.Table;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.FileStatus;

/** Checks that a run's tables exist and are the bytes that the run wrote. */
public final class WholeTables {
  private WholeTables() {}

  /** Returns the files of every table that exists, by the table's name. */
  public static Map<String, TableFiles> of(RunDirectory directory) {
    Map<String, TableFiles> tables = new TreeMap<>();
    for (Table<?> table : Table.all()) {
      TableFiles files = of(directory, table);
      if (files != null) {
        tables.put(table.name(), files);
      }
    }
    return tables;
  }

  /** Returns a message for each table that differs from the manifest; empty if all are intact. */
  public static List<String> faults(RunDirectory directory, RunManifest manifest) {
    if (manifest.tables() == null) {
      return List.of("run.json does not say which tables there are");
    }
    List<String> faults = new ArrayList<>();
    for (Table<?> table : Table.all()) {
      TableFiles expected = manifest.tables().get(table.name());
      TableFiles found = of(directory, table);
      if (expected != null && found == null) {
        faults.add(table.name() + " is missing");
      } else if (expected == null && found != null) {
        faults.add(table.name() + " was not written by this run");
      } else if (expected != null && !expected.equals(found)) {
        faults.add(table.name() + " has changed since the run wrote it");
      }
    }
    return faults;
  }

  private static TableFiles of(RunDirectory directory, Table<?> table) {
    try {
      FileStatus[] parts =
          directory
              .files()
              .listStatus(
                  directory.resolve(table.name()), path -> path.getName().endsWith(".parquet"));
      if (parts.length == 0) {
        return null;
      }
      Arrays.sort(parts);
      long bytes = Arrays.stream(parts).mapToLong(FileStatus::getLen).sum();
      String sum = table == Table.PAIR_SCORES ? null : sha256(directory, parts);
      return new TableFiles(parts.length, bytes, sum);
    } catch (FileNotFoundException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory.resolve(table.name()), e);
    }
  }

  private static String sha256(RunDirectory directory, FileStatus[] parts) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    for (FileStatus part : parts) {
      try (InputStream in = directory.files().open(part.getPath())) {
        DigestUtils.updateDigest(digest, in);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
