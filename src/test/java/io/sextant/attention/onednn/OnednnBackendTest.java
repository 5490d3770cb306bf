package io.sextant.attention.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Backend;
import io.sextant.attention.BackendContract;
import io.sextant.attention.EncoderKind;
import io.sextant.attention.Precision;
import io.sextant.attention.RandomBert;
import io.sextant.attention.RecordingSink;
import io.sextant.attention.onednn.kernel.Cpu;
import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import io.sextant.text.EncodedPair;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl.cpu_isa;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OnednnBackendTest extends BackendContract {

  OnednnBackendTest() {
    super("onednn");
  }

  @Test
  void automaticPrecisionIsBfloat16OnAmxAndFloat32Elsewhere() {
    Backend backend = Backend.of("onednn");
    assertThat(backend.settle(Precision.AUTO, "avx512_core_amx")).isEqualTo(Precision.BF16);
    assertThat(backend.settle(Precision.AUTO, "avx512_core_bf16")).isEqualTo(Precision.F32);
    assertThat(backend.settle(Precision.AUTO, "avx2")).isEqualTo(Precision.F32);
  }

  /** Tests two shapes, of which the second is BERT-Base's. */
  @ParameterizedTest
  @CsvSource({
    "F32,4,1024",
    "BF16,4,1024",
    "BF16X3,4,1024",
    "F32,12,3072",
    "BF16,12,3072",
    "BF16X3,12,3072"
  })
  void aPairsMapsDoNotDependOnThePackItIsIn(Precision precision, int heads, int intermediate) {
    assumeTrue(precision == Precision.F32 || Bfloat16.isHere());
    BertModel model = RandomBert.of(2, heads, 64, intermediate, 9);
    List<EncodedPair> pairs = RandomBert.pairs(12, 3, 90, 2);
    RecordingSink expected = run(model, precision, 640, List.of(pairs));
    for (int budget : new int[] {704, 1024, 1600}) {
      PacksOfAllRows.assertSame(
          run(model, precision, budget, List.of(pairs)), expected, pairs.size(), budget);
    }
    // Packs of one pair have all possible numbers of rows up to 90 tokens.
    List<List<EncodedPair>> alone = pairs.stream().map(List::of).toList();
    PacksOfAllRows.assertSame(run(model, precision, 640, alone), expected, pairs.size(), 640);
  }

  /** Tests every number of rows that is computed, in the shapes of BERT-Base and BERT-Large. */
  @ParameterizedTest
  @CsvSource({
    "F32,12,3072",
    "BF16,12,3072",
    "BF16X3,12,3072",
    "F32,16,4096",
    "BF16,16,4096",
    "BF16X3,16,4096"
  })
  void aPairsMapsDoNotDependOnTheRowsOfItsPack(Precision precision, int heads, int intermediate) {
    assumeTrue(precision == Precision.F32 || Bfloat16.isHere());
    PacksOfAllRows.requireSameMaps(precision, heads, intermediate);
  }

  @Test
  void aPairsMapsDoNotDependOnTheRowsOfItsPackWithTheKernelsForAvx2() throws Exception {
    assumeTrue(Cpu.has(cpu_isa.avx2));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    ProcessBuilder builder =
        new ProcessBuilder(java, "-cp", classPath, PacksOfAllRows.class.getName());
    builder.environment().put("ONEDNN_MAX_CPU_ISA", "AVX2");
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("the same maps with avx2");
  }

  /**
   * Tests the shapes of MPNet-base, NomicBERT, ModernBERT-base and DeBERTa-v3-base, which have fast
   * kernels.
   */
  @ParameterizedTest
  @CsvSource({
    "MPNET,F32,3072",
    "MPNET,BF16,3072",
    "MPNET,BF16X3,3072",
    "NOMIC_BERT,F32,3072",
    "NOMIC_BERT,BF16,3072",
    "NOMIC_BERT,BF16X3,3072",
    "MODERNBERT,F32,1152",
    "MODERNBERT,BF16,1152",
    "MODERNBERT,BF16X3,1152",
    "DEBERTA_V2,F32,3072",
    "DEBERTA_V2,BF16,3072",
    "DEBERTA_V2,BF16X3,3072"
  })
  void aPairsMapsDoNotDependOnItsPackInAnyKindOfEncoder(
      EncoderKind kind, Precision precision, int intermediate) {
    assumeTrue(precision == Precision.F32 || Bfloat16.isHere());
    BertModel model = RandomBert.of(kind, 2, 12, 64, intermediate, 9);
    List<EncodedPair> pairs = RandomBert.pairs(12, 3, 90, 2);
    RecordingSink expected = run(model, precision, 640, List.of(pairs));
    for (int budget : new int[] {96, 256, 1600}) {
      PacksOfAllRows.assertSame(
          run(model, precision, budget, List.of(pairs)), expected, pairs.size(), budget);
    }
    List<List<EncodedPair>> alone = pairs.stream().map(List::of).toList();
    PacksOfAllRows.assertSame(run(model, precision, 640, alone), expected, pairs.size(), 640);
  }

  /** Runs batches and numbers their pairs consecutively. */
  private static RecordingSink run(
      BertModel model, Precision precision, int budget, List<List<EncodedPair>> batches) {
    RecordingSink maps = new RecordingSink();
    try (OnednnModel opened = new OnednnModel(model, precision, budget);
        AttentionRunner runner = opened.newRunner(AttentionOutputs.NORMS)) {
      int before = 0;
      for (List<EncodedPair> batch : batches) {
        int first = before;
        runner.run(batch, (pair, layer, map) -> maps.accept(first + pair, layer, map));
        before += batch.size();
      }
    }
    return maps;
  }

  @ParameterizedTest
  @EnumSource(names = {"BF16", "BF16X3"})
  @DisabledIf("io.sextant.attention.onednn.Bfloat16#isHere")
  void refusesAPrecisionThatItCannotRun(Precision precision) {
    assertThatThrownBy(() -> Backend.of("onednn").open(RandomBert.of(1, 1, 8, 16, 4), precision))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll(precision.label(), Cpu.instructions(), "choose f32");
  }
}
