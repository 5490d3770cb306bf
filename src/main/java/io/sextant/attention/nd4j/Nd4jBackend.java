package io.sextant.attention.nd4j;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.attention.Processor;
import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The backend {@code nd4j}. It is the reference for the other backends, and runs on machines that
 * they do not support.
 */
public final class Nd4jBackend implements Backend {
  static final String NAME = "nd4j";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void requireLibrary() {
    Nd4jRuntime.prepare();
  }

  @Override
  public Precision settle(Precision precision, String isa) {
    return switch (precision) {
      case AUTO, F32 -> Precision.F32;
      case BF16, BF16X3 ->
          throw new BadInputException(
              String.format(
                  Locale.ROOT,
                  "backend nd4j does not support precision %s: choose f32, or another backend",
                  precision.label()));
    };
  }

  @Override
  public String isa() {
    return processorIsa();
  }

  /**
   * {@inheritDoc} It consists of the vendor and the best vector instructions, by which ND4J's BLAS
   * library chooses its kernels.
   */
  @Override
  public String processorIsa() {
    Processor processor = Processor.here();
    String vectors =
        Stream.of("amx_bf16", "avx512_bf16", "avx512_vnni", "avx512f", "avx2", "avx", "sse4_1")
            .filter(processor::has)
            .findFirst()
            .orElse("plain");
    String chosen = System.getenv("OPENBLAS_CORETYPE");
    return processor.vendor() + " " + vectors + (chosen == null ? "" : " as " + chosen);
  }

  @Override
  public String commonIsa(Collection<String> isas) {
    if (isas.stream().distinct().count() > 1) {
      throw new BadInputException(
          "backend nd4j cannot use one instruction set on different processors: choose onednn");
    }
    return isas.iterator().next();
  }

  @Override
  public boolean includes(String isa, String other) {
    return isa.equals(other);
  }

  @Override
  public String isaNamed(String name) {
    if (!name.equals(processorIsa())) {
      throw new BadInputException(
          "backend nd4j cannot choose an instruction set: leave --isa auto, or choose onednn");
    }
    return name;
  }

  @Override
  public void useIsa(String isa) {
    if (!isa.equals(processorIsa())) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "backend nd4j runs on '%s' here and on '%s' elsewhere in the run, which give different bits: use machines of one kind, or onednn",
              processorIsa(),
              isa));
    }
  }

  @Override
  public AttentionModel open(BertModel model, Precision precision) {
    settle(precision, processorIsa());
    Nd4jRuntime.prepare();
    return new Nd4jModel(model);
  }
}
