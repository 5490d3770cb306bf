package io.sextant.job.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * Writes the annotations of Spark NLP for a text as CoNLL-U. Annotations that begin at the same
 * character belong to the same word.
 */
final class PipelineConllu {
  /** The relation to a head if the pipeline gives the head but not the relation. */
  private static final String ANY_RELATION = "dep";

  private static final String NOT_GIVEN = "_";

  private PipelineConllu() {}

  /**
   * Returns the block of CoNLL-U; null if there are no words. All lists hold rows of Spark NLP's
   * annotation type.
   */
  static String block(
      List<Row> tokens, List<Row> lemmas, List<Row> tags, List<Row> heads, List<Row> relations) {
    Map<Integer, String> lemmaAt = results(lemmas);
    Map<Integer, String> tagAt = results(tags);
    Map<Integer, String> relationAt = results(relations);
    Map<Integer, Integer> headAt = new HashMap<>();
    for (Row head : heads) {
      Map<String, String> metadata = head.getJavaMap(head.fieldIndex("metadata"));
      headAt.put(begin(head), Integer.parseInt(metadata.getOrDefault("head.begin", "-1")));
    }
    Map<Integer, Integer> wordAt = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      wordAt.put(begin(tokens.get(i)), i + 1);
    }
    StringBuilder block = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      int begin = begin(tokens.get(i));
      String head = NOT_GIVEN;
      String relation = NOT_GIVEN;
      if (headAt.containsKey(begin)) {
        int word = wordAt.getOrDefault(headAt.get(begin), 0);
        head = Integer.toString(word);
        relation = word == 0 ? "root" : relationAt.getOrDefault(begin, ANY_RELATION);
      }
      block
          .append(
              String.join(
                  "\t",
                  Integer.toString(i + 1),
                  field(result(tokens.get(i))),
                  field(lemmaAt.getOrDefault(begin, NOT_GIVEN)),
                  field(tagAt.getOrDefault(begin, NOT_GIVEN)),
                  NOT_GIVEN,
                  NOT_GIVEN,
                  head,
                  field(relation),
                  NOT_GIVEN,
                  NOT_GIVEN))
          .append('\n');
    }
    return tokens.isEmpty() ? null : block.toString();
  }

  private static Map<Integer, String> results(List<Row> annotations) {
    Map<Integer, String> results = new HashMap<>();
    for (Row annotation : annotations) {
      results.put(begin(annotation), result(annotation));
    }
    return results;
  }

  private static String result(Row annotation) {
    return annotation.getString(annotation.fieldIndex("result"));
  }

  private static int begin(Row annotation) {
    return annotation.getInt(annotation.fieldIndex("begin"));
  }

  private static String field(String value) {
    String oneField = value.replaceAll("[\t\r\n]", " ");
    return oneField.isEmpty() ? NOT_GIVEN : oneField;
  }
}
