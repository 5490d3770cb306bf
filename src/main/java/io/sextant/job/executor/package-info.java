/**
 * What runs on an executor: the model there, and a class for each kind of task. It uses no Spark
 * session. It may import {@code job.chunk} and {@code job.row}.
 */
package io.sextant.job.executor;
