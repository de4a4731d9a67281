/**
 * Makes up film reviews in the layout of IMDB, in which negation and order decide whether a review is for or against a
 * film. They serve to compare networks and say nothing about real language.
 */
package org.spike4j.datasets.text.synthetic;
