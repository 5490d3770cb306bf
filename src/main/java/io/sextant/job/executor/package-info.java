/**
 * What runs in a task on an executor: the model there, and one class for what each kind of task
 * does with its rows. Knows no session. May import {@code job.chunk} and {@code job.row}.
 */
package io.sextant.job.executor;
