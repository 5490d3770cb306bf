/** The pairs that show a pattern in a head best. May import {@code profile.state}. */
package io.sextant.profile.exemplar;
