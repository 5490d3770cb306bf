/**
 * What the Python package calls through Py4J. Its types are public for Py4J only. It may import the
 * public API and {@code cli}.
 */
package io.sextant.python;
