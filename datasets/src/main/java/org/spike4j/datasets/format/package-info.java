/**
 * Reading of event files whatever their format, with one kind of error for all. Each format has its own package below,
 * whose classes follow its specification; nothing here knows the layout of a format.
 */
package org.spike4j.datasets.format;
