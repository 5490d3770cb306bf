package io.sextant.bert.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.bert.Activation;
import io.sextant.bert.BertConfig;
import io.sextant.bert.DistanceBuckets;
import io.sextant.bert.NormPlacement;
import io.sextant.bert.Position;
import io.sextant.bert.Refusal;
import io.sextant.bert.RotaryAngles;
import io.sextant.bert.Window;
import io.sextant.bert.files.JsonFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The configurations of encoders after BERT, as transformers 4, 5 and the hub's code write them.
 */
class NewerEncodersTest {

  @Test
  void modernBertIsTheSameInTransformers4And5() {
    BertConfig four =
        config(
            "'model_type':'modernbert','num_hidden_layers':4,'global_attn_every_n_layers':3,"
                + "'local_attention':128,'global_rope_theta':160000.0,'local_rope_theta':10000.0");
    BertConfig five =
        config(
            "'model_type':'modernbert','num_hidden_layers':4,'local_attention':128,'layer_types':"
                + "['full_attention','sliding_attention','sliding_attention','full_attention'],"
                + "'rope_parameters':{'full_attention':{'rope_theta':160000.0,'rope_type':'default'},"
                + "'sliding_attention':{'rope_theta':10000.0,'rope_type':'default'}}");
    assertThat(four)
        .isEqualTo(five)
        .isEqualTo(config("'model_type':'modernbert','num_hidden_layers':4"));
    assertThat(four.design().windows())
        .containsExactly(Window.FULL, new Window(64), new Window(64), Window.FULL);
    assertThat(angles(four))
        .containsExactly(
            new RotaryAngles(160_000, 1),
            new RotaryAngles(10_000, 1),
            new RotaryAngles(10_000, 1),
            new RotaryAngles(160_000, 1));
    assertThat(four.design().norms()).isEqualTo(NormPlacement.BEFORE);
    assertThat(four.positions()).isEqualTo(8192);
    // In transformers 4, null is the theta of the global layers.
    BertConfig same =
        config("'model_type':'modernbert','global_rope_theta':90000.0,'local_rope_theta':null");
    assertThat(angles(same)).allMatch(new RotaryAngles(90_000, 1)::equals);
  }

  @Test
  void nomicBertIsTheSameInItsOwnCodeAndInTransformers5() {
    BertConfig hub =
        config(
            "'model_type':'nomic_bert','n_embd':768,'n_layer':12,'n_head':12,'n_inner':3072,"
                + "'n_positions':2048,'vocab_size':30528,'activation_function':'swiglu',"
                + "'layer_norm_epsilon':1e-12,'rotary_emb_base':1000,'qkv_proj_bias':false,"
                + "'mlp_fc1_bias':false,'mlp_fc2_bias':false,'type_vocab_size':2");
    assertThat(hub).isEqualTo(config("'model_type':'nomic_bert'"));
    assertThat(hub.activation()).isEqualTo(Activation.SILU);
    // Beyond the trained positions, the angles of the hub's code depend on the length.
    BertConfig scaled =
        config(
            "'model_type':'nomic_bert','n_embd':768,'activation_function':'swiglu',"
                + "'n_positions':8192,'max_trained_positions':2048,'rotary_scaling_factor':2.0");
    assertThat(scaled.positions()).isEqualTo(2048);
  }

  @Test
  void ntkScalingDividesTheSlowestAngleByTheFactor() {
    RotaryAngles plain = angles(config("'model_type':'new','rope_theta':20000.0")).get(0);
    RotaryAngles scaled =
        angles(
                config(
                    "'model_type':'new','rope_theta':20000.0,'rope_scaling':{'type':'ntk','factor':8.0}"))
            .get(0);
    assertThat(plain).isEqualTo(new RotaryAngles(20_000, 1));
    assertThat(scaled.theta()).isEqualTo(160_000);
    assertThat(8 * scaled.angle(31, 64) / plain.angle(31, 64)).isCloseTo(1, within(1e-5f));
  }

  /** From the eighth on, a bucket begins where the distance grows by the square root of 2. */
  @Test
  void distancesHaveTheBucketsOfT5() {
    DistanceBuckets buckets = new DistanceBuckets(32, 128);
    for (int distance = 0; distance < 600; distance++) {
      int bucket = Math.min(distance, 8);
      while (bucket >= 8 && bucket < 15 && distance * distance >= 64 << bucket - 7) {
        bucket++;
      }
      assertThat(buckets.of(-distance)).as("%d before", distance).isEqualTo(bucket);
      assertThat(buckets.of(distance)).isEqualTo(distance == 0 ? 0 : bucket + 16);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'model_type':'mpnet','relative_attention_num_buckets':64 | buckets is 64, expected 32",
        "'model_type':'mpnet','max_position_embeddings':2 | is 2, expected at least 3",
        "'model_type':'modernbert','layer_types':['full_attention'] | a list of 22 texts",
        "'model_type':'modernbert','num_hidden_layers':1,'layer_types':['x'] | a list of full_attention and sliding_attention",
        "'model_type':'modernbert','num_hidden_layers':2147483647 | expected at most 10000",
        "'model_type':'modernbert','rope_scaling':{'type':'yarn'} | a scaling of ModernBERT's angles is not supported",
        "'model_type':'modernbert','rope_parameters':{'full_attention':{'rope_type':'yarn'}} | expected default, dynamic or linear",
        "'model_type':'modernbert','num_attention_heads':256 | a number that divides the width into even parts",
        "'model_type':'nomic_bert','num_experts':8 | num_experts is 8, expected 1: a mixture of experts is not supported",
        "'model_type':'nomic_bert','n_embd':768,'moe_every_n_layers':2 | a mixture of experts is not supported",
        "'model_type':'nomic_bert','n_embd':768 | expected swiglu or geglu",
        "'model_type':'nomic_bert','n_embd':768,'prenorm':true | prenorm is true, expected false",
        "'model_type':'nomic_bert','n_embd':768,'activation_function':'swiglu','rotary_emb_fraction':0.5 | heads that are rotated in part are not supported",
        "'model_type':'nomic_bert','n_embd':768,'rotary_emb_interleaved':true | interleaved angles are not supported",
        "'model_type':'nomic_bert','head_dim':32 | head_dim is 32, expected 64",
        "'model_type':'new','position_embedding_type':'absolute' | expected \"rope\"",
        "'model_type':'new','layer_norm_type':'rms_norm' | layer_norm_type is \"rms_norm\"",
        "'model_type':'new','logn_attention_scale':true | scores scaled by length are not supported",
        "'model_type':'new','pack_qkv':false | pack_qkv is false, expected true",
        "'model_type':'new','rope_scaling':{'type':'ntk','factor':8,'mixed_b':0.5} | mixed NTK scaling is not supported",
        "'model_type':'gte','rope_parameters':{'rope_type':'linear'} | factor is missing",
        "'model_type':'gte','rope_parameters':3 | rope_parameters is 3, expected an object",
      })
  void whatAnEncoderHasThatOursHasNotIsRefusedByName(String keys, String message) {
    Refusal.assertRefused(() -> config(keys), message);
  }

  private static List<RotaryAngles> angles(BertConfig config) {
    return ((Position.Rotary) config.design().position()).layers();
  }

  private static BertConfig config(String keys) {
    String json = "{" + keys.replace('\'', '"') + "}";
    return HuggingFaceConfig.of(JsonFile.parse("config.json", json)).encoder();
  }
}
