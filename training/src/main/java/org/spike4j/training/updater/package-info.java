/**
 * Updaters of Deeplearning4j, computed in one pass over memory. Their equations, constants and states are those of
 * Deeplearning4j; schedules and recipes do not live here.
 */
package org.spike4j.training.updater;
