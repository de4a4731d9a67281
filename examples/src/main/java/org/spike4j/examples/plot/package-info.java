/**
 * Pictures of a training run, drawn without a screen. A plot knows numbers and names only; nothing here trains or reads
 * data.
 */
package org.spike4j.examples.plot;
