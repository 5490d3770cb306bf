package io.sextant.job.folder;

import io.sextant.table.DraftFolder;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;

/**
 * The names of the files that Sextant writes to a run's folder. Only files of these names are ever
 * deleted; any other is a foreign file, which is reported and left alone. Beside each file, Hadoop
 * may have written one with its checksum.
 */
public final class RunFiles {
  /** The file of the lease. */
  public static final String LEASE = "_lease";

  /** The folder of unfinished files, with a folder for each holder of the lease. */
  public static final String DRAFTS = "_writing";

  /** The folder of committed chunks. */
  public static final String CHUNKS = "_chunks";

  /** The folder of the effects that are measured so far. */
  public static final String EFFECTS = "_effects";

  /** The folder of staged rows. */
  public static final String ROWS = "_rows";

  /** The file in the folder of staged rows that is written last. */
  public static final String INDEX = "index";

  static final String LEASE_TEMPORARY = "._lease.";

  private static final String REPORT = "report";

  /** The folder that {@code jobs/notebooks.sh} writes to. */
  private static final String NOTEBOOKS = "notebooks";

  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final Pattern LEFT =
      Pattern.compile(Pattern.quote(LEASE_TEMPORARY) + "(time\\.)?" + TOKEN);

  /**
   * The names that each folder may hold. The folder of unfinished files holds folders named by
   * tokens.
   */
  private static final Map<String, Pattern> FOLDERS = folders();

  private RunFiles() {}

  private static Map<String, Pattern> folders() {
    Map<String, Pattern> folders =
        Table.all().stream()
            .collect(
                Collectors.toMap(
                    Table::name, table -> Pattern.compile("part-\\d{5,}\\.zstd\\.parquet")));
    folders.put(CHUNKS, Pattern.compile("(chunk|maps)-\\d{6,}|predictive_mlm"));
    folders.put(EFFECTS, Pattern.compile("part-\\d{5,}"));
    folders.put(ROWS, Pattern.compile("part-\\d{5,}|" + INDEX));
    folders.put(DRAFTS, TOKEN);
    folders.put(NOTEBOOKS, Pattern.compile("[a-z0-9-]+\\.html"));
    folders.put(REPORT, Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.(html|png|svg|pdf)"));
    return folders;
  }

  /** Returns whether Sextant may have written a file or folder directly in the run's folder. */
  static boolean isOurs(FileStatus found) {
    String name = plain(found.getPath().getName());
    return found.isDirectory()
        ? FOLDERS.containsKey(name)
        : name.equals(RunDirectory.MANIFEST) || name.equals(LEASE) || LEFT.matcher(name).matches();
  }

  /** Returns whether Sextant may have written a file in one of its folders. */
  static boolean isOurs(String folder, FileStatus found) {
    String name = found.getPath().getName();
    // A report whose process was killed leaves its drafts behind.
    boolean drafts = folder.equals(REPORT) && found.isDirectory() && DraftFolder.isDrafts(name);
    return drafts
        || (found.isDirectory() == folder.equals(DRAFTS)
            && FOLDERS.get(folder).matcher(plain(name)).matches());
  }

  /** Returns whether a file of this name exists before anything is measured. */
  static boolean isReservation(String name) {
    return name.equals(LEASE) || name.equals(DRAFTS) || LEFT.matcher(name).matches();
  }

  /**
   * Returns the name of the file whose checksum Hadoop keeps under this name, or the name itself if
   * it is no checksum's.
   */
  private static String plain(String name) {
    return name.startsWith(".") && name.endsWith(".crc")
        ? name.substring(1, name.length() - ".crc".length())
        : name;
  }
}
