package io.sextant.bert;

import java.io.Serializable;

/**
 * The sizes of an encoder's layers (Devlin et al. 2019, section 3: L, A and H).
 *
 * @param layers the number of encoder layers
 * @param heads the number of attention heads per layer
 * @param hidden the width of the hidden states; a multiple of {@code heads}
 * @param intermediate the width of the feed-forward layer
 */
public record EncoderShape(int layers, int heads, int hidden, int intermediate)
    implements Serializable {}
