/**
 * Texts of several sentences: lines are joined, and sentences are found. May import {@code
 * linguistics}.
 */
package io.sextant.linguistics.document;
