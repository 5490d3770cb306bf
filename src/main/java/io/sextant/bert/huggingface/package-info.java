/**
 * Reads what {@code save_pretrained} writes: {@code config.json} with transformers' defaults, the
 * tensors by their names, and the vocabulary. It may import {@code bert}, {@code bert.files},
 * {@code bert.tokenizer} and {@code bert.safetensors}.
 */
package io.sextant.bert.huggingface;
