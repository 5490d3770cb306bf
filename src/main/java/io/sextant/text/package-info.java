/**
 * From a sentence pair to the tokens that BERT sees: tokens, ids, token types, words, segments. May
 * import {@code bert} and {@code fault}.
 */
package io.sextant.text;
