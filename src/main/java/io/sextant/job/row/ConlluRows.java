package io.sextant.job.row;

import io.sextant.job.input.file.InputFault;
import io.sextant.job.input.file.InputFiles;
import io.sextant.job.input.file.InputFormat;
import io.sextant.job.input.file.StrictText;
import io.sextant.profile.UnfitPairException;
import io.sextant.syntax.Conllu;
import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import io.sextant.text.SentencePair;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;

/**
 * Iterates over the sentences of a CoNLL-U file while reading it. The group of a sentence is its
 * document, which begins at a comment {@code # newdoc}, unless the user names another comment. A
 * file without such comments has no groups.
 */
final class ConlluRows implements Iterator<ReadRow> {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final String file;
  private final String idKey;
  private final String groupKey;
  private final Charset charset;
  private final BufferedReader lines;
  private String block;
  private String document;
  private int documents;

  ConlluRows(String file, String encoding, Configuration hadoop, String idKey, String groupKey) {
    this.file = file;
    this.idKey = idKey;
    this.groupKey = groupKey;
    Charset given = encoding == null ? null : Charset.forName(encoding);
    this.charset = given == null ? StandardCharsets.UTF_8 : given;
    try {
      this.lines = InputFiles.open(file, InputFormat.CONLLU, given, hadoop);
    } catch (IOException e) {
      throw InputFault.reading(file, e);
    }
    this.block = nextBlock();
  }

  @Override
  public boolean hasNext() {
    return block != null;
  }

  @Override
  public ReadRow next() {
    if (block == null) {
      throw new NoSuchElementException(file);
    }
    ReadRow row = row(block);
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
      throw InputFault.reading(file, e);
    }
  }

  private ReadRow row(String block) {
    if (block.lines().anyMatch(line -> line.matches("# *newdoc( .*)?"))) {
      documents++;
      String place = file.substring(file.lastIndexOf('/') + 1) + "#" + documents;
      document = Conllu.comment(block, "newdoc id").orElse(place);
    }
    String fault = StrictText.fault(block, charset);
    if (fault != null) {
      String shown = StrictText.shown(block);
      return bad(null, null, new ReadRow.Fault(RejectReason.MALFORMED_ROW, fault, shown));
    }
    String id = Conllu.comment(block, idKey).orElse(null);
    String group = groupKey == null ? document : Conllu.comment(block, groupKey).orElse(null);
    try {
      String text = Conllu.text(block);
      Conllu.parse(block, text);
      Annotation annotation = new Annotation(block, null, null);
      return ReadRow.single(new SentencePair(id, group, text, null, annotation, file), null);
    } catch (UnfitPairException e) {
      return bad(id, group, new ReadRow.Fault(e.reason(), e.getMessage(), block));
    }
  }

  private ReadRow bad(String id, String group, ReadRow.Fault fault) {
    return ReadRow.single(new SentencePair(id, group, null, null, Annotation.NONE, file), fault);
  }
}
