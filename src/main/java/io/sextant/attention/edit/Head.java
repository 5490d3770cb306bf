package io.sextant.attention.edit;

import java.io.Serializable;

/** A head of a model; both numbers count from 0. */
public record Head(int layer, int head) implements Serializable {}
