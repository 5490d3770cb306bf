package io.sextant.job.folder;

import io.sextant.table.DraftFolder;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;

/**
 * The names of what Sextant makes in a run's folder. Only files of these names are ever deleted;
 * any other is a stranger, which is named and left alone. Beside each file, Hadoop may have put one
 * with its checksum.
 */
public final class RunFiles {
  /** The lease. */
  public static final String LEASE = "_lease";

  /** The folder of what is being written, with one folder for each holder of the lease. */
  public static final String DRAFTS = "_writing";

  /** The folder of committed chunks. */
  public static final String CHUNKS = "_chunks";

  static final String LEASE_TEMPORARY = "._lease.";

  private static final String REPORT = "report";

  /** The folder that {@code jobs/notebooks.sh} writes to. */
  private static final String NOTEBOOKS = "notebooks";

  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final Pattern LEFT =
      Pattern.compile(Pattern.quote(LEASE_TEMPORARY) + "(time\\.)?" + TOKEN);

  /** What each folder may hold: drafts lie in folders that tokens name. */
  private static final Map<String, Pattern> FOLDERS = folders();

  private RunFiles() {}

  private static Map<String, Pattern> folders() {
    Map<String, Pattern> folders =
        Table.all().stream()
            .collect(
                Collectors.toMap(
                    Table::name, table -> Pattern.compile("part-\\d{5,}\\.zstd\\.parquet")));
    folders.put(CHUNKS, Pattern.compile("chunk-\\d{6,}|predictive_mlm"));
    folders.put(DRAFTS, TOKEN);
    folders.put(NOTEBOOKS, Pattern.compile("[a-z0-9-]+\\.html"));
    folders.put(REPORT, Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.(html|png|svg)"));
    return folders;
  }

  /** Whether a file or folder directly in the run's folder may be one of ours, by its name. */
  static boolean isOurs(FileStatus found) {
    String name = plain(found.getPath().getName());
    return found.isDirectory()
        ? FOLDERS.containsKey(name)
        : name.equals(RunDirectory.MANIFEST) || name.equals(LEASE) || LEFT.matcher(name).matches();
  }

  /** Whether a file in one of our folders may be one of ours. */
  static boolean isOurs(String folder, FileStatus found) {
    String name = found.getPath().getName();
    // A report that is killed leaves its drafts.
    boolean drafts = folder.equals(REPORT) && found.isDirectory() && DraftFolder.isDrafts(name);
    return drafts
        || (found.isDirectory() == folder.equals(DRAFTS)
            && FOLDERS.get(folder).matcher(plain(name)).matches());
  }

  /** Whether a name is there before anything is measured. */
  static boolean isReservation(String name) {
    return name.equals(LEASE) || name.equals(DRAFTS) || LEFT.matcher(name).matches();
  }

  /** The name of the file of which this is Hadoop's checksum, or the name itself. */
  private static String plain(String name) {
    return name.startsWith(".") && name.endsWith(".crc")
        ? name.substring(1, name.length() - ".crc".length())
        : name;
  }
}
