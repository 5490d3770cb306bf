package io.sextant.text;

/** A delimiter that a tokenizer puts around sentences, such as [CLS]. */
record SpecialToken(String token, int id, int tokenType) {}
