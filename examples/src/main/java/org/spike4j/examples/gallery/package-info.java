/**
 * The gallery of neuron models: one entry for each model of the library, with constants that show what it does, and the page
 * and pictures made from it. What can be read from a model or computed with it is never written down here a second time.
 */
package org.spike4j.examples.gallery;
