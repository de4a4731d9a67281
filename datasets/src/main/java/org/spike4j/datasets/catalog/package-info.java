/**
 * What data sets there are: one small file for each says what it is, how it is divided and how to get it. A new set is one
 * such file and one line in {@code Catalog}; how its files are read is decided in {@code sets} and {@code scenes}.
 */
package org.spike4j.datasets.catalog;
