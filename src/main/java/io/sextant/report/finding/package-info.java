/**
 * What a run found, in words and numbers made from its tables: which heads exhibit which patterns,
 * what is surprising, and how far it can be trusted. It may import {@code report.figure} and {@code
 * report.draw}.
 */
package io.sextant.report.finding;
