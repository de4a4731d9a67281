/**
 * The data sets that a recipe can name, one class each, made ready to train on. A new set is a constant of {@code
 * DataSetName}, a class here, and its line in {@code RecipeSets}; what reads its files belongs to the module datasets.
 */
package org.spike4j.examples.run.data;
