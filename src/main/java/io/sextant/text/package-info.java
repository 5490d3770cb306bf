/**
 * Encodes sentence pairs as a model's input: tokens, ids, token types, words and segments. It may
 * import {@code bert} and {@code fault}.
 */
package io.sextant.text;
