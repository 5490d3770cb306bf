package io.sextant.bert.tokenizer;

import java.util.Set;

/** The classes of transformers' tokenizers, by how they treat a {@code tokenizer.json}. */
public enum TokenizerClass {
  /** BERT's basic tokenizer and WordPiece: its settings win over those of the file. */
  BERT,
  /** Byte-level BPE: its setting of a leading space wins over that of the file. */
  ROBERTA,
  /** The file is taken as it is. */
  OTHER;

  private static final Set<String> BERTS =
      Set.of("BertTokenizer", "DistilBertTokenizer", "ElectraTokenizer");

  /** The kind of a class; "Fast" at the end of its name makes no difference. */
  static TokenizerClass named(String name) {
    String bare = name.replaceFirst("Fast$", "");
    if (BERTS.contains(bare)) {
      return BERT;
    }
    return bare.equals("RobertaTokenizer") ? ROBERTA : OTHER;
  }
}
