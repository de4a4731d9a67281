/**
 * Training scripts: one class each, which shows the library from code on one screen. {@code main} calls {@code run},
 * whose result a test checks.
 */
package org.spike4j.examples;
