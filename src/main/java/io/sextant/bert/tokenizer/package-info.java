/**
 * Reads the tokenizer's settings from a Hugging Face directory by the rules of transformers' {@code
 * AutoTokenizer}. It may import {@code bert.files} and {@code fault} only.
 */
package io.sextant.bert.tokenizer;
