/** Builds the Deeplearning4j network that a recipe describes. Nothing here reads files or trains. */
package org.spike4j.training.network;
