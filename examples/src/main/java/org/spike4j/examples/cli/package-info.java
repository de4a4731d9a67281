/**
 * The command line: one class per command, what they print, and the exit codes. What a command does lives in the
 * libraries; nothing here computes.
 */
package org.spike4j.examples.cli;
