/**
 * Files and folders that appear whole or not at all. What is in them is the business of whoever writes them.
 */
package org.spike4j.datasets.file;
