/**
 * The report of a training run: a web page that needs no other file. It knows texts, tables and pictures; what they say
 * is put together by its caller.
 */
package org.spike4j.examples.report;
