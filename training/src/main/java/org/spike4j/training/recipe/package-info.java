/**
 * Recipes: small YAML files that describe a data set, a network and its training. What lives here reads them and says
 * what is wrong with them; building the network belongs to {@code org.spike4j.training.network}.
 */
package org.spike4j.training.recipe;
