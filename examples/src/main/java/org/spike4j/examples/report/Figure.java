package org.spike4j.examples.report;

/**
 * A picture of a report.
 *
 * @param name short name, also that of its file without the ending
 * @param caption what it shows
 * @param png bytes of a PNG file; not copied, must not be changed
 */
@SuppressWarnings("ArrayRecordComponent") // pictures are handed on, never compared
public record Figure(String name, String caption, byte[] png) {}
