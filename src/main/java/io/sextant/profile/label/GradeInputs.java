package io.sextant.profile.label;

import io.sextant.pattern.Family;

/**
 * What a head's grade for one part is decided on.
 *
 * @param clusters
 * @param shareLow lower 95 % bound of the share that the family is judged by
 * @param liftLow lower 95 % bound of the lift over the strictest null
 * @param auc part of the comparisons with matched controls that are won; not a number where the
 *     family has none
 * @param consistency part of the pairs over their own null
 */
record GradeInputs(
    Family family,
    long clusters,
    long queries,
    double shareLow,
    double liftLow,
    double auc,
    double consistency,
    double qValue) {}
