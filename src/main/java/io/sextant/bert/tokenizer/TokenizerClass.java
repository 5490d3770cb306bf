package io.sextant.bert.tokenizer;

import java.util.Set;

/** The kinds of transformers' tokenizer classes, by how they treat a {@code tokenizer.json}. */
public enum TokenizerClass {
  /** BERT's basic tokenizer and WordPiece, whose settings override those in the file. */
  BERT,
  /** The same with other delimiters, always with a {@code tokenizer.json}. */
  MPNET,
  /** Byte-level BPE, whose setting of a leading space overrides that in the file. */
  ROBERTA,
  /** Any other class, for which the file is used unchanged. */
  OTHER;

  private static final Set<String> BERTS =
      Set.of("BertTokenizer", "DistilBertTokenizer", "ElectraTokenizer");

  /** Returns the kind of a class. The ending "Fast" of its name is ignored. */
  static TokenizerClass named(String name) {
    String bare = name.replaceFirst("Fast$", "");
    if (BERTS.contains(bare)) {
      return BERT;
    }
    return switch (bare) {
      case "MPNetTokenizer" -> MPNET;
      case "RobertaTokenizer" -> ROBERTA;
      default -> OTHER;
    };
  }
}
