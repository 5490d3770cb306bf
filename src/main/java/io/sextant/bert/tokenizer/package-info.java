/**
 * What the files of a Hugging Face directory say of its tokenizer, by the rules of transformers'
 * {@code AutoTokenizer}. May import {@code bert.files} and {@code fault} only.
 */
package io.sextant.bert.tokenizer;
