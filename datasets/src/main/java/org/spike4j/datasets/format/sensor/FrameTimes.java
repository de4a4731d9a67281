package org.spike4j.datasets.format.sensor;

/**
 * When a frame was taken, in microseconds. Frames that software made have a middle and may have 0 for what they do not know.
 *
 * @param middle the middle of the exposure, by which frames are ordered
 * @param startOfFrame start of the capture
 * @param endOfFrame end of the capture, when all pixels had been read out
 * @param startOfExposure start of the exposure
 * @param endOfExposure end of the exposure
 */
public record FrameTimes(long middle, long startOfFrame, long endOfFrame, long startOfExposure, long endOfExposure) {
    /**
     * How long the light was gathered.
     *
     * @return end minus start of the exposure, microseconds
     */
    public long exposure() {
        return endOfExposure - startOfExposure;
    }
}
