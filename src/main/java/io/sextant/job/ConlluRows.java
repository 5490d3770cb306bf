package io.sextant.job;

import io.sextant.fault.BadInputException;
import io.sextant.profile.UnfitPairException;
import io.sextant.syntax.Conllu;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The sentences of one file of CoNLL-U as it is read. The group of a sentence is its document, by
 * the comments {@code # newdoc}, unless a comment is named for it; a file without them has no
 * groups.
 */
final class ConlluRows implements Iterator<Row> {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final String file;
  private final String idKey;
  private final String groupKey;
  private final BufferedReader lines;
  private String block;
  private String document;
  private int documents;

  ConlluRows(String file, Configuration hadoop, String idKey, String groupKey) {
    this.file = file;
    this.idKey = idKey;
    this.groupKey = groupKey;
    try {
      this.lines = InputFiles.open(file, hadoop);
    } catch (IOException e) {
      throw new BadInputException("cannot read " + file + ": " + e.getMessage(), e);
    }
    this.block = nextBlock();
  }

  @Override
  public boolean hasNext() {
    return block != null;
  }

  @Override
  public Row next() {
    if (block == null) {
      throw new NoSuchElementException(file);
    }
    Row row = row(block);
    block = nextBlock();
    return row;
  }

  private String nextBlock() {
    StringBuilder lines = new StringBuilder();
    try {
      for (String read = this.lines.readLine(); read != null; read = this.lines.readLine()) {
        String line = read.startsWith(BYTE_ORDER_MARK) ? read.substring(1) : read;
        if (!line.isBlank()) {
          lines.append(line).append('\n');
        } else if (!lines.isEmpty()) {
          return lines.toString();
        }
      }
      if (lines.isEmpty()) {
        this.lines.close();
        return null;
      }
      return lines.toString();
    } catch (IOException e) {
      throw new BadInputException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private Row row(String block) {
    if (block.lines().anyMatch(line -> line.matches("# *newdoc( .*)?"))) {
      documents++;
      String place = file.substring(file.lastIndexOf('/') + 1) + "#" + documents;
      document = Conllu.comment(block, "newdoc id").orElse(place);
    }
    String id = Conllu.comment(block, idKey).orElse(null);
    String group = groupKey == null ? document : Conllu.comment(block, groupKey).orElse(null);
    try {
      String text = Conllu.text(block);
      Conllu.parse(block, text);
      return RowFactory.create(
          file, id, group, text, null, false, null, block, null, null, null, null);
    } catch (UnfitPairException e) {
      return RowFactory.create(
          file,
          id,
          group,
          null,
          null,
          false,
          block,
          null,
          null,
          null,
          e.reason().name(),
          e.getMessage());
    }
  }
}
