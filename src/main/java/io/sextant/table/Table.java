package io.sextant.table;

import io.sextant.fault.BadInputException;
import io.sextant.table.row.CatalogueRow;
import io.sextant.table.row.Cooccurrence;
import io.sextant.table.row.Exemplar;
import io.sextant.table.row.HeadCoreference;
import io.sextant.table.row.HeadDifference;
import io.sextant.table.row.HeadDistance;
import io.sextant.table.row.HeadEffect;
import io.sextant.table.row.HeadMatch;
import io.sextant.table.row.HeadOffset;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.HeadPos;
import io.sextant.table.row.HeadProfile;
import io.sextant.table.row.HeadRelation;
import io.sextant.table.row.LabelEffect;
import io.sextant.table.row.LabelSensitivity;
import io.sextant.table.row.LabelStability;
import io.sextant.table.row.PairScore;
import io.sextant.table.row.PatternEffect;
import io.sextant.table.row.PooledShare;
import io.sextant.table.row.Reject;
import io.sextant.table.row.RelationRate;
import io.sextant.table.row.SampledAttention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.GroupType;

/**
 * A table of a run, which is a folder with one Parquet file. Equal rows give equal bytes.
 *
 * @param <R> the record type of the rows
 */
public final class Table<R extends Record> {
  public static final Table<HeadPattern> HEAD_PATTERNS =
      new Table<>("head_patterns", HeadPattern.class);
  public static final Table<HeadProfile> HEAD_PROFILE =
      new Table<>("head_profile", HeadProfile.class);
  public static final Table<HeadOffset> HEAD_OFFSETS =
      new Table<>("head_offsets", HeadOffset.class);
  public static final Table<HeadDistance> HEAD_DISTANCES =
      new Table<>("head_distances", HeadDistance.class);
  public static final Table<SampledAttention> SAMPLED_ATTENTION =
      new Table<>("sampled_attention", SampledAttention.class);
  public static final Table<RelationRate> RELATION_RATES =
      new Table<>("relation_rates", RelationRate.class);
  public static final Table<Cooccurrence> COOCCURRENCE =
      new Table<>("cooccurrence", Cooccurrence.class);
  public static final Table<LabelStability> LABEL_STABILITY =
      new Table<>("label_stability", LabelStability.class);
  public static final Table<LabelSensitivity> LABEL_SENSITIVITY =
      new Table<>("label_sensitivity", LabelSensitivity.class);
  public static final Table<HeadRelation> HEAD_RELATIONS =
      new Table<>("head_relations", HeadRelation.class);
  public static final Table<HeadPos> HEAD_POS = new Table<>("head_pos", HeadPos.class);
  public static final Table<HeadCoreference> HEAD_COREFERENCE =
      new Table<>("head_coreference", HeadCoreference.class);
  public static final Table<CatalogueRow> CATALOGUE = new Table<>("catalogue", CatalogueRow.class);
  public static final Table<Exemplar> EXEMPLARS = new Table<>("exemplars", Exemplar.class);
  public static final Table<Reject> REJECTS = new Table<>("rejects", Reject.class);

  public static final Table<HeadEffect> HEAD_EFFECTS =
      new Table<>("head_effects", HeadEffect.class);
  public static final Table<PatternEffect> PATTERN_EFFECTS =
      new Table<>("pattern_effects", PatternEffect.class);
  public static final Table<LabelEffect> LABEL_EFFECTS =
      new Table<>("label_effects", LabelEffect.class);

  /**
   * The scores of every pair. They are written only on request, by the tasks, in a file per chunk.
   */
  public static final Table<PairScore> PAIR_SCORES = new Table<>("pair_scores", PairScore.class);

  /** The differences of two runs, which a comparison writes and a run does not. */
  public static final Table<HeadDifference> HEAD_DIFFERENCES =
      new Table<>("head_differences", HeadDifference.class);

  /** The best matches of two runs' heads, which a comparison writes and a run does not. */
  public static final Table<HeadMatch> HEAD_MATCHES = new Table<>("head_matches", HeadMatch.class);

  /** The scores of several runs, which a pool writes and a run does not. */
  public static final Table<PooledShare> POOLED_SHARES =
      new Table<>("pooled_shares", PooledShare.class);

  private static final long ROW_GROUP_OF_PAIR_SCORES = 16L << 20;

  /**
   * The number of pairs for which a row group's bloom filter is made. More pairs increase its rate
   * of false positives.
   */
  private static final long PAIRS_OF_A_ROW_GROUP = 1024;

  private final Class<R> row;
  private final Schema schema;

  private Table(String name, Class<R> row) {
    this.row = row;
    this.schema = Schema.load(name, row);
  }

  /** Returns all tables that a run may have. */
  public static List<Table<?>> all() {
    return List.of(
        HEAD_PATTERNS,
        HEAD_PROFILE,
        HEAD_OFFSETS,
        HEAD_DISTANCES,
        SAMPLED_ATTENTION,
        LABEL_STABILITY,
        LABEL_SENSITIVITY,
        RELATION_RATES,
        COOCCURRENCE,
        HEAD_RELATIONS,
        HEAD_POS,
        HEAD_COREFERENCE,
        HEAD_EFFECTS,
        PATTERN_EFFECTS,
        LABEL_EFFECTS,
        CATALOGUE,
        EXEMPLARS,
        REJECTS,
        PAIR_SCORES);
  }

  public String name() {
    return schema.table();
  }

  public Schema schema() {
    return schema;
  }

  /** Returns a builder of a row. */
  public RowBuilder<R> row() {
    return new RowBuilder<>(RowShape.of(row), schema);
  }

  /** Writes the whole table as one file. */
  void write(FileSystem files, Path file, Iterator<R> rows) throws IOException {
    try (PartWriter<R> writer = writer(files, file)) {
      while (rows.hasNext()) {
        writer.write(rows.next());
      }
    }
  }

  /** Returns the path of a part of the table. */
  public Path part(Path run, int number) {
    return new Path(
        new Path(run, name()), String.format(Locale.ROOT, "part-%05d.zstd.parquet", number));
  }

  /**
   * Returns a writer of a part, which replaces an existing file. At most one row group is held in
   * memory.
   */
  public PartWriter<R> writer(FileSystem files, Path file) throws IOException {
    return new PartWriter<>(this, files, file);
  }

  ParquetWriter<R> draft(Configuration configuration, Path file) throws IOException {
    return new Builder(file).withConf(configuration).build();
  }

  /**
   * Reads the table of a run directory.
   *
   * @throws BadInputException if the table is missing, or another version wrote it without columns
   *     that this version needs
   */
  public List<R> read(FileSystem files, Path run) {
    List<R> rows = new ArrayList<>();
    read(files, run, rows::add);
    return rows;
  }

  /**
   * Reads the table of a run directory row by row.
   *
   * @throws BadInputException if the table is missing, or another version wrote it without columns
   *     that this version needs
   */
  public void read(FileSystem files, Path run, Consumer<? super R> rows) {
    Path folder = new Path(run, name());
    try {
      if (!files.exists(folder)) {
        throw new BadInputException(run + " has no table " + name() + ": is it a finished run?");
      }
      FileStatus[] parts = files.listStatus(folder, path -> path.getName().endsWith(".parquet"));
      Arrays.sort(parts);
      for (FileStatus part : parts) {
        readPart(part.getPath(), files.getConf(), rows);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  private void readPart(Path part, Configuration configuration, Consumer<? super R> rows)
      throws IOException {
    RowReader<R> reader = new RowReader<>(row);
    try (ParquetReader<Group> groups =
        ParquetReader.builder(new GroupReadSupport(), part).withConf(configuration).build()) {
      Group group = groups.read();
      if (group != null) {
        checkColumns(group.getType(), part);
      }
      for (; group != null; group = groups.read()) {
        rows.accept(reader.row(group));
      }
    }
  }

  private void checkColumns(GroupType columns, Path part) {
    for (Schema.Column column : schema.columns()) {
      if (!column.nullable() && !columns.containsField(column.name())) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "%s has no column %s: another version of Sextant wrote it; read it with that"
                    + " version, or profile again",
                part,
                column.name()));
      }
    }
  }

  private final class Builder extends ParquetWriter.Builder<R, Builder> {
    Builder(Path file) {
      super(file);
      withCompressionCodec(CompressionCodecName.ZSTD);
      withWriteMode(ParquetFileWriter.Mode.OVERWRITE);
      if (row == PairScore.class) {
        // Parquet writes a bloom filter only for columns without a dictionary.
        withRowGroupSize(ROW_GROUP_OF_PAIR_SCORES);
        withDictionaryEncoding("pair_id", false);
        withBloomFilterEnabled("pair_id", true);
        withBloomFilterNDV("pair_id", PAIRS_OF_A_ROW_GROUP);
      }
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<R> getWriteSupport(Configuration configuration) {
      return new RowWriteSupport<>(schema, row);
    }
  }
}
