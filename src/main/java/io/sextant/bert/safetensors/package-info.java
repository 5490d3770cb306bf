/**
 * The safetensors format: its header, its element types and its mapped tensors. It may import
 * {@code bert} and {@code bert.files}.
 */
package io.sextant.bert.safetensors;
