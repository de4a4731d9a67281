/**
 * Texts as the input of a network: words, a vocabulary, and a text as one word a step. Data sets made of them are in
 * {@code sets}.
 */
package org.spike4j.datasets.text;
