/**
 * How alike heads are: distances between their maps, and their places in a plane. May import {@code
 * profile.state} and {@code math}.
 */
package io.sextant.profile.similarity;
