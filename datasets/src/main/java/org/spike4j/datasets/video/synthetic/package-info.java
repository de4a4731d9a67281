/**
 * A made-up data set of videos whose classes are motions, for trying out and comparing networks. It is written as real
 * video files and read by what reads real data sets.
 */
package org.spike4j.datasets.video.synthetic;
