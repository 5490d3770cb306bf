/**
 * The stages of a run, in the order in which {@code ProfileJob} calls them; each submits one Spark
 * job. May import all other rooms of {@code job}.
 */
package io.sextant.job.stage;
