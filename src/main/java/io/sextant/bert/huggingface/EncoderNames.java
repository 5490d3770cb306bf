package io.sextant.bert.huggingface;

/**
 * Hugging Face's names of the tensors of an encoder. A tensor's full name is the model's prefix and
 * one of the embeddings' names, or the prefix, {@code layers}, the index of the layer, and one of
 * the other components.
 *
 * @param embeddings the embeddings
 * @param layers the list of the layers
 * @param attention the parts of a layer's attention, after its index
 * @param feedForward the parts of its feed-forward network, likewise
 */
public record EncoderNames(
    Embeddings embeddings, String layers, Attention attention, FeedForward feedForward) {

  /** The table of the words, and the layer norm of the sum of all embeddings. */
  public record Embeddings(String words, String norm) {
    static final Embeddings BERT =
        new Embeddings("embeddings.word_embeddings", "embeddings.LayerNorm");
  }

  /** The linear layers of attention, and their layer norm. */
  public record Attention(
      LinearName query, LinearName key, LinearName value, String output, String norm) {

    /** Creates the names of layers that have a module each. */
    Attention(String query, String key, String value, String output, String norm) {
      this(new LinearName(query), new LinearName(key), new LinearName(value), output, norm);
    }

    /** Creates the names of layers of which query, key and value are fused in this order. */
    static Attention fused(String module, String output, String norm) {
      return new Attention(
          new LinearName(module, 0, 3),
          new LinearName(module, 1, 3),
          new LinearName(module, 2, 3),
          output,
          norm);
    }
  }

  /**
   * The linear layers of a feed-forward network, and their layer norm; {@code gate} is null if the
   * network has none.
   */
  public record FeedForward(LinearName gate, LinearName intermediate, String output, String norm) {

    /** Creates the names of a network without a gate. */
    FeedForward(String intermediate, String output, String norm) {
      this(null, new LinearName(intermediate), output, norm);
    }
  }

  public static final EncoderNames BERT =
      new EncoderNames(
          Embeddings.BERT,
          "encoder.layer.",
          new Attention(
              "attention.self.query",
              "attention.self.key",
              "attention.self.value",
              "attention.output.dense",
              "attention.output.LayerNorm"),
          new FeedForward("intermediate.dense", "output.dense", "output.LayerNorm"));

  /** ALBERT's only layer is the first of the first group. */
  public static final EncoderNames ALBERT =
      new EncoderNames(
          Embeddings.BERT,
          "encoder.albert_layer_groups.0.albert_layers.",
          new Attention(
              "attention.query",
              "attention.key",
              "attention.value",
              "attention.dense",
              "attention.LayerNorm"),
          new FeedForward("ffn", "ffn_output", "full_layer_layer_norm"));

  public static final EncoderNames DEBERTA =
      new EncoderNames(
          Embeddings.BERT,
          "encoder.layer.",
          new Attention(
              "attention.self.query_proj",
              "attention.self.key_proj",
              "attention.self.value_proj",
              "attention.output.dense",
              "attention.output.LayerNorm"),
          new FeedForward("intermediate.dense", "output.dense", "output.LayerNorm"));

  public static final EncoderNames DISTILBERT =
      new EncoderNames(
          Embeddings.BERT,
          "transformer.layer.",
          new Attention(
              "attention.q_lin",
              "attention.k_lin",
              "attention.v_lin",
              "attention.out_lin",
              "sa_layer_norm"),
          new FeedForward("ffn.lin1", "ffn.lin2", "output_layer_norm"));

  public static final EncoderNames MPNET =
      new EncoderNames(
          Embeddings.BERT,
          "encoder.layer.",
          new Attention(
              "attention.attn.q",
              "attention.attn.k",
              "attention.attn.v",
              "attention.attn.o",
              "attention.LayerNorm"),
          new FeedForward("intermediate.dense", "output.dense", "output.LayerNorm"));

  /**
   * ModernBERT's first layer has no {@code attn_norm}. The first half of {@code Wi} is the gate.
   */
  public static final EncoderNames MODERNBERT =
      new EncoderNames(
          new Embeddings("embeddings.tok_embeddings", "embeddings.norm"),
          "layers.",
          Attention.fused("attn.Wqkv", "attn.Wo", "attn_norm"),
          new FeedForward(
              new LinearName("mlp.Wi", 0, 2),
              new LinearName("mlp.Wi", 1, 2),
              "mlp.Wo",
              "mlp_norm"));

  /** NomicBERT as its own code names it. */
  public static final EncoderNames NOMIC =
      new EncoderNames(
          new Embeddings("embeddings.word_embeddings", "emb_ln"),
          "encoder.layers.",
          Attention.fused("attn.Wqkv", "attn.out_proj", "norm1"),
          new FeedForward(
              new LinearName("mlp.fc12"), new LinearName("mlp.fc11"), "mlp.fc2", "norm2"));

  /** GTE as its own code names it, which is the {@code model_type} "new". */
  public static final EncoderNames NEW =
      new EncoderNames(
          Embeddings.BERT,
          "encoder.layer.",
          Attention.fused("attention.qkv_proj", "attention.o_proj", "attn_ln"),
          new FeedForward(
              new LinearName("mlp.up_gate_proj", 1, 2),
              new LinearName("mlp.up_gate_proj", 0, 2),
              "mlp.down_proj",
              "mlp_ln"));

  /** NomicBERT and GTE as transformers 5 names them. */
  public static final EncoderNames LLAMA =
      new EncoderNames(
          Embeddings.BERT,
          "layers.",
          new Attention(
              "self_attn.q_proj",
              "self_attn.k_proj",
              "self_attn.v_proj",
              "self_attn.o_proj",
              "post_attention_layernorm"),
          new FeedForward(
              new LinearName("mlp.gate_proj"),
              new LinearName("mlp.up_proj"),
              "mlp.down_proj",
              "post_mlp_layernorm"));
}
