/** What a trained network can do: accuracy, confusion, firing rates. Nothing here changes a network. */
package org.spike4j.training.evaluation;
