/**
 * Files from the network: several mirrors, resumed after a broken connection, and under their name only when whole and
 * right. What the files hold is not known here; unpacking is done in {@code archive}.
 */
package org.spike4j.datasets.download;
