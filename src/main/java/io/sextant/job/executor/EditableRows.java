package io.sextant.job.executor;

import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.linguistics.FunctionWords;
import io.sextant.profile.effect.MaskedWords;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import java.util.function.Predicate;
import org.apache.spark.broadcast.Broadcast;

/**
 * Tests on which pairs effects can be measured: no sentence is without tokens and, for a masked-LM
 * head, there is a content word to mask.
 */
public final class EditableRows implements HashedSample.Fit {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;

  public EditableRows(Broadcast<TaskSettings> settings) {
    this.settings = settings;
  }

  @Override
  public Predicate<InputRow> inTask() {
    TaskSettings task = settings.value();
    LoadedModel model = LoadedModel.reading(task, () -> LoadedModel.of(task));
    PairEncoder encoder = model.encoder();
    boolean masked = model.answeringHead().isMasked();
    FunctionWords functionWords = FunctionWords.of(task.language());
    return row ->
        encoder
            .encodeIfCut(row.pair())
            .filter(EditableRows::isWhole)
            .filter(pair -> !masked || MaskedWords.exist(pair, functionWords))
            .isPresent();
  }

  private static boolean isWhole(EncodedPair pair) {
    return pair.hasContent(0) && (pair.pair().sentenceB() == null || pair.hasContent(1));
  }
}
