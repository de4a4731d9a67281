/**
 * Pictures of event streams, videos and frames for people: images and animations in files. Nothing here is input of a network.
 */
package org.spike4j.datasets.view;
