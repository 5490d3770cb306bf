package io.sextant.bert.huggingface;

import io.sextant.bert.files.JsonFile;
import java.util.Locale;

/**
 * The defaults of transformers' configuration classes, as of version 5.24, by architecture. They
 * apply to keys that a {@code config.json} lacks: before version 4, transformers did not write
 * values that are the default.
 */
final class HuggingFaceDefaults {
  private static final String ALBERT =
      """
      {"vocab_size": 30000, "embedding_size": 128, "hidden_size": 4096, "num_hidden_layers": 12,
       "num_hidden_groups": 1, "inner_group_num": 1, "num_attention_heads": 64,
       "intermediate_size": 16384, "hidden_act": "gelu_new", "max_position_embeddings": 512,
       "type_vocab_size": 2, "layer_norm_eps": 1e-12}
      """;

  private static final String BERT =
      """
      {"vocab_size": 30522, "hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12,
       "intermediate_size": 3072, "hidden_act": "gelu", "max_position_embeddings": 512,
       "type_vocab_size": 2, "layer_norm_eps": 1e-12, "pad_token_id": 0}
      """;

  private static final String DISTILBERT =
      """
      {"vocab_size": 30522, "dim": 768, "n_layers": 6, "n_heads": 12, "hidden_dim": 3072,
       "activation": "gelu", "max_position_embeddings": 512}
      """;

  private static final String ELECTRA =
      """
      {"vocab_size": 30522, "embedding_size": 128, "hidden_size": 256, "num_hidden_layers": 12,
       "num_attention_heads": 4, "intermediate_size": 1024, "hidden_act": "gelu",
       "max_position_embeddings": 512, "type_vocab_size": 2, "layer_norm_eps": 1e-12,
       "pad_token_id": 0}
      """;

  private static final String MPNET =
      """
      {"vocab_size": 30527, "hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12,
       "intermediate_size": 3072, "hidden_act": "gelu", "max_position_embeddings": 512,
       "layer_norm_eps": 1e-12, "relative_attention_num_buckets": 32}
      """;

  private static final String ROBERTA =
      """
      {"vocab_size": %d, "hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12,
       "intermediate_size": 3072, "hidden_act": "gelu", "max_position_embeddings": 512,
       "type_vocab_size": 2, "layer_norm_eps": 1e-12, "pad_token_id": 1}
      """;

  private HuggingFaceDefaults() {}

  /**
   * Returns the configuration with the defaults of its architecture for the keys that it lacks.
   * Keys whose value is null are kept.
   */
  static JsonFile fill(Architecture architecture, JsonFile config) {
    return config.withDefaults(JsonFile.parse("defaults", text(architecture)));
  }

  private static String text(Architecture architecture) {
    return switch (architecture) {
      case ALBERT -> ALBERT;
      case BERT -> BERT;
      case DISTILBERT -> DISTILBERT;
      case ELECTRA -> ELECTRA;
      case MPNET -> MPNET;
      case ROBERTA -> String.format(Locale.ROOT, ROBERTA, 50265);
      case CAMEMBERT, XLM_ROBERTA -> String.format(Locale.ROOT, ROBERTA, 30522);
    };
  }
}
