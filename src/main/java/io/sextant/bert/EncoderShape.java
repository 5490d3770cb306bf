package io.sextant.bert;

/**
 * The sizes of an encoder's layers (Devlin et al. 2019, section 3: L, A and H).
 *
 * @param layers number of encoder layers
 * @param heads attention heads per layer
 * @param hidden width of the hidden states; a multiple of {@code heads}
 * @param intermediate width of the feed-forward layer
 */
public record EncoderShape(int layers, int heads, int hidden, int intermediate) {}
