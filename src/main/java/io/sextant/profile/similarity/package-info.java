/**
 * How similar heads are: distances between their maps, and their coordinates in a plane. This
 * package may import {@code profile.state} and {@code math}.
 */
package io.sextant.profile.similarity;
