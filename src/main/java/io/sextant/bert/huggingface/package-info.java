/**
 * What {@code save_pretrained} writes: {@code config.json} with transformers' defaults, the names
 * of tensors, the vocabulary. May import {@code bert}, {@code bert.files}, {@code bert.tokenizer}
 * and {@code bert.safetensors}.
 */
package io.sextant.bert.huggingface;
