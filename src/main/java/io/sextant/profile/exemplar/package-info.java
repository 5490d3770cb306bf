/** The pairs that best show a pattern in a head. This package may import {@code profile.state}. */
package io.sextant.profile.exemplar;
