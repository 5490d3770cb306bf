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

  private static final String DEBERTA =
      """
      {"vocab_size": 128100, "hidden_size": 1536, "num_hidden_layers": 24,
       "num_attention_heads": 24, "intermediate_size": 6144, "hidden_act": "gelu",
       "max_position_embeddings": 512, "type_vocab_size": 0, "layer_norm_eps": 1e-7,
       "relative_attention": false, "max_relative_positions": -1, "position_buckets": -1,
       "position_biased_input": true, "pos_att_type": [], "share_att_key": false,
       "norm_rel_ebd": "none"}
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

  private static final String GTE =
      """
      {"vocab_size": 250048, "hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12,
       "intermediate_size": 3072, "hidden_act": "gelu", "max_position_embeddings": 8192,
       "type_vocab_size": 1, "layer_norm_eps": 1e-12}
      """;

  private static final String MODERNBERT =
      """
      {"vocab_size": 50368, "hidden_size": 768, "num_hidden_layers": 22, "num_attention_heads": 12,
       "intermediate_size": 1152, "hidden_activation": "gelu", "max_position_embeddings": 8192,
       "norm_eps": 1e-5, "norm_bias": false, "attention_bias": false, "mlp_bias": false,
       "decoder_bias": true, "classifier_bias": false, "classifier_activation": "gelu",
       "local_attention": 128, "global_attn_every_n_layers": 3}
      """;

  /** The defaults of GTE's own code. */
  private static final String NEW =
      """
      {"vocab_size": 30528, "hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12,
       "intermediate_size": 3072, "hidden_act": "gelu", "max_position_embeddings": 2048,
       "type_vocab_size": 1, "layer_norm_type": "layer_norm", "layer_norm_eps": 1e-12,
       "position_embedding_type": "rope", "rope_theta": 10000.0, "pack_qkv": true,
       "logn_attention_scale": false}
      """;

  private static final String NOMIC_BERT =
      """
      {"vocab_size": 30528, "hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12,
       "intermediate_size": 3072, "hidden_act": "silu", "max_position_embeddings": 2048,
       "type_vocab_size": 2, "layer_norm_eps": 1e-12}
      """;

  /** The defaults of NomicBERT's own code. */
  private static final String NOMIC_HUB =
      """
      {"prenorm": false, "parallel_block": false, "use_rms_norm": false,
       "rotary_emb_fraction": 1.0, "rotary_emb_base": 10000.0, "rotary_emb_interleaved": false,
       "mlp_fc1_bias": true, "mlp_fc2_bias": true, "qkv_proj_bias": true, "vocab_size": 50257,
       "n_positions": 1024, "n_layer": 12, "n_head": 12, "activation_function": "gelu_new",
       "layer_norm_epsilon": 1e-5, "type_vocab_size": 2}
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

  /** Returns a configuration of NomicBERT's own code with the defaults of that code. */
  static JsonFile fillNomicHub(JsonFile config) {
    return config.withDefaults(JsonFile.parse("defaults", NOMIC_HUB));
  }

  private static String text(Architecture architecture) {
    return switch (architecture) {
      case ALBERT -> ALBERT;
      case BERT -> BERT;
      case DEBERTA_V2 -> DEBERTA;
      case DISTILBERT -> DISTILBERT;
      case ELECTRA -> ELECTRA;
      case GTE -> GTE;
      case MODERNBERT -> MODERNBERT;
      case MPNET -> MPNET;
      case NEW -> NEW;
      case NOMIC_BERT -> NOMIC_BERT;
      case ROBERTA -> String.format(Locale.ROOT, ROBERTA, 50265);
      case CAMEMBERT, XLM_ROBERTA -> String.format(Locale.ROOT, ROBERTA, 30522);
    };
  }
}
