/**
 * Volumes of computed tomography and places in them: MetaImage files, lists of candidates, grey values. Data sets made of
 * them are in {@code sets}.
 */
package org.spike4j.datasets.volume;
