package io.sextant.bert;

/**
 * What turns last hidden states into scores of word pieces (Devlin et al. 2019, section 3.1, task
 * 1). The decoder is the table of word embeddings.
 *
 * @param transform from hidden to hidden, followed by the GELU
 * @param norm the layer norm after it
 * @param outputBias added to the scores, [vocabularySize]
 */
public record MaskedLmHead(Dense transform, LayerNorm norm, Tensor outputBias) {}
