package io.sextant.attention.onednn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.attention.Processor;
import io.sextant.fault.BadInputException;
import java.util.List;
import java.util.Set;
import org.bytedeco.dnnl.global.dnnl.cpu_isa;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsaTest {
  private static final String AVX2 = "sse4_1 avx avx2";
  private static final String AVX512 = AVX2 + " avx512f avx512cd avx512bw avx512vl avx512dq";
  private static final String BF16 = AVX512 + " avx512_vnni avx512_bf16";
  private static final String AMX = BF16 + " avx_vnni avx512_fp16 amx_tile amx_int8 amx_bf16";

  @Test
  void whatLinuxSaysOfThisProcessorIsWhatOnednnUses() {
    assertThat(Isa.ofThisProcessor()).isEqualTo(Isa.effective());
  }

  @Test
  void processorsHaveTheSetsOfTheirFlags() {
    assertThat(of("sse4_1", null)).isEqualTo("sse41");
    assertThat(of(AVX2, null)).isEqualTo("avx2");
    assertThat(of(AVX2 + " avx_vnni", null)).isEqualTo("avx2_vnni");
    assertThat(of(AVX512, null)).isEqualTo("avx512_core");
    assertThat(of(AVX512 + " avx512_vnni", null)).isEqualTo("avx512_core_vnni");
    assertThat(of(BF16, null)).isEqualTo("avx512_core_bf16");
    assertThat(Isa.named(of(AMX, null)).value).isEqualTo(cpu_isa.avx512_core_amx.value);
    assertThat(of(AVX2 + " avx512f", null)).as("a part of it").isEqualTo("avx2");
  }

  @Test
  void aProcessorOfAnotherKindHasTheSetThatOnednnChooses() {
    String arm = of("fp asimd sve", null);
    assertThat(arm).isEqualTo("default");
    assertThat(Isa.common(List.of(arm, arm))).isEqualTo("default");
    assertThat(Isa.has(arm, cpu_isa.avx512_core_bf16)).isFalse();
    assertThat(Isa.common(List.of(arm, "avx2"))).as("no set of both").isEqualTo("default");
    assertThatThrownBy(() -> Isa.use(arm))
        .as("here, where oneDNN has a set with a name")
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("not default");
  }

  @ParameterizedTest
  @CsvSource({"AVX2,avx2", "sse41,sse41", "ALL,avx512_core_bf16", "DEFAULT,avx512_core_bf16"})
  void theEnvironmentBoundsAProcessor(String cap, String expected) {
    assertThat(of(BF16, cap)).isEqualTo(expected);
    assertThat(of("sse4_1", cap)).isEqualTo("sse41");
  }

  @Test
  void theCommonSetIsWhatAllHold() {
    assertThat(Isa.common(List.of("avx512_core_vnni", "avx2", "avx512_core"))).isEqualTo("avx2");
    assertThat(Isa.common(List.of("avx2_vnni", "avx512_core_vnni"))).isEqualTo("avx2");
    assertThat(Isa.common(List.of("avx512"))).isEqualTo("avx512_core");
  }

  @Test
  void aNameThatIsNoneIsRefusedWithTheChoices() {
    assertThatThrownBy(() -> Isa.named("neon"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll("'neon'", "auto", "avx512_core_amx");
  }

  private static String of(String flags, String cap) {
    return Isa.ofProcessor(new Processor("x", Set.of(flags.split(" "))), cap);
  }
}
