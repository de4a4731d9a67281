/**
 * Pickle files of Python as plain data: lists, dictionaries, texts, numbers and numpy arrays. Nothing in such a file is
 * ever executed; a class that is not on the short list of numpy's is an error.
 */
package org.spike4j.datasets.format.pickle;
