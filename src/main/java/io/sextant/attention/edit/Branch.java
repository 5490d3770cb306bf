package io.sextant.attention.edit;

import java.util.List;

/**
 * A layer where passes of edits begin, as the intact pass of a pack left it.
 *
 * @param layer the layer
 * @param inputs the input of the layer, [rows, hidden]
 * @param contexts the contexts of the layer, likewise
 * @param runs the passes that begin here
 */
record Branch(int layer, float[] inputs, float[] contexts, List<EditRun> runs) {}
