/**
 * Judgements, grades and labels of heads, and how stable they are. This package may import {@code
 * profile.statistic} and the packages that it may import.
 */
package io.sextant.profile.label;
