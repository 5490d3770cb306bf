/**
 * The safetensors format: header, types, mapped tensors. May import {@code bert} and {@code
 * bert.files}.
 */
package io.sextant.bert.safetensors;
