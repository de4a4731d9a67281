/**
 * Event files and data sets as DataVec sees them: input splits and record readers, for Deeplearning4j's own iterators. How
 * samples are decoded and binned is not decided here.
 */
package org.spike4j.datasets.record;
