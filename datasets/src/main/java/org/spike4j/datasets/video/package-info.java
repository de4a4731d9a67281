/**
 * Videos and folders of pictures, read and written by FFmpeg picture by picture. Clips of them are made in
 * {@code video.clip}; nothing here knows of networks.
 */
package org.spike4j.datasets.video;
