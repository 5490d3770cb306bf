/**
 * The stages of a run, each of which submits Spark jobs; {@code ProfileJob} and {@code TableStage}
 * call them. It may import all other packages of {@code job}.
 */
package io.sextant.job.stage;
