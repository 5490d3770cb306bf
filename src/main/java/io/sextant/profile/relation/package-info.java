/**
 * How often words of a pair are related, in pairs as they are and in shuffled ones. May import
 * {@code profile.state}.
 */
package io.sextant.profile.relation;
