package io.sextant.view;

import java.util.List;

/**
 * The part of a layer's scaled scores that products with relative positions give.
 *
 * @param terms the number of products that a score is the sum of, that of query and key included
 * @param perHead the part of each head's scores, [tokens, tokens] row-major
 */
public record PositionPart(int terms, List<double[]> perHead) {}
