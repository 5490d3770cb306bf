/**
 * How often words of a pair are related, in the original pairs and in shuffled pairs. This package
 * may import {@code profile.state}.
 */
package io.sextant.profile.relation;
