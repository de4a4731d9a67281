/**
 * What data sets that are made up share: folders that are written once, as a whole or not at all. What is in them is made
 * in the {@code synthetic} package of its own kind of data.
 */
package org.spike4j.datasets.synthetic;
