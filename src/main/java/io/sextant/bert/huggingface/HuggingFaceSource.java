package io.sextant.bert.huggingface;

import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.BertWeights;
import io.sextant.bert.Fingerprint;
import io.sextant.bert.MaskToken;
import io.sextant.bert.MaskedLmHead;
import io.sextant.bert.ModelSource;
import io.sextant.bert.Purpose;
import io.sextant.bert.Vocabulary;
import io.sextant.bert.VocabularyFile;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.files.ModelFiles;
import io.sextant.bert.safetensors.Safetensors;
import io.sextant.bert.tokenizer.TokenizerConfig;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a directory that Hugging Face's {@code save_pretrained} wrote, for the architectures of
 * {@link Architecture}. Heads other than the masked-LM head and that of {@code
 * ...ForSequenceClassification} are ignored, which is logged.
 */
public record HuggingFaceSource(String name, ModelFiles files) implements ModelSource {

  public static final String LAYOUT =
      "config.json, model.safetensors or its shards and model.safetensors.index.json,"
          + " tokenizer.json or vocab.txt";

  private static final Logger LOG = LoggerFactory.getLogger(HuggingFaceSource.class);

  public static boolean fits(ModelFiles files) {
    return files.names().contains(HuggingFaceConfig.FILE);
  }

  @Override
  public BertModel read() {
    JsonFile json = JsonFile.read(files, HuggingFaceConfig.FILE);
    HuggingFaceConfig config = HuggingFaceConfig.of(json);
    Safetensors tensors = Safetensors.open(files);
    HuggingFaceTensors encoder = HuggingFaceTensors.of(tensors, config);
    BertWeights weights = encoder.read(config);
    TokenizerConfig tokenizer = TokenizerConfig.read(files, json);
    Vocabulary vocabulary =
        TokenizerFiles.read(
            files, tokenizer, config.architecture().tokenizer(), config.encoder().vocabularySize());
    MaskedLmHead maskedLm = encoder.readMaskedLm(config, MaskToken.id(files, vocabulary));
    Purpose purpose = new TaskHeadReader(tensors, encoder.prefix(), json).purpose(config);
    BertConfig shape =
        config
            .encoder()
            .withLowerCase(TokenizerFiles.lowerCase(tokenizer, vocabulary))
            .withInitializerRange(
                json.nonNegative(BertConfig.INITIALIZER_RANGE_KEY, BertConfig.INITIALIZER_RANGE));
    if (shape.lowerCase()
        && !tokenizer.saysLowerCase()
        && !VocabularyFile.isLowerCase(vocabulary)) {
      LOG.warn(
          "{}: text is lower-cased, as transformers does where no do_lower_case says otherwise; the vocabulary has upper-case letters",
          files.where(TokenizerConfig.FILE));
    }
    Set<String> ignored = Safetensors.modules(tensors.unread());
    if (!ignored.isEmpty()) {
      LOG.info("{}: not part of the encoder, ignored: {}", tensors.where(), ignored);
    }
    return new BertModel(
        name,
        shape,
        vocabulary,
        weights,
        maskedLm,
        purpose,
        Fingerprint.of(shape, vocabulary, weights));
  }
}
