package io.sextant.table.row;

import java.io.Serializable;

/** A head of a run, by its layer and its index in the layer, both from 0. */
public record HeadKey(String runId, int layer, int head) implements Serializable {}
