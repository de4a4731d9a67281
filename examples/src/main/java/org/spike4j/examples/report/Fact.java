package org.spike4j.examples.report;

/**
 * A named value of the summary.
 *
 * @param name what it is
 * @param value its value with its unit, as people read it
 */
public record Fact(String name, String value) {}
