/**
 * Conformance: compares this library with numbers that other libraries computed, one JSON file a case, and reports what
 * passed, failed or is not covered. Nothing here trains or simulates by itself; every number comes from the product's own
 * kernels, layers and losses.
 */
package org.spike4j.examples.conform;
