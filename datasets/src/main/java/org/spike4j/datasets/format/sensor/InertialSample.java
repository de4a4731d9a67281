package org.spike4j.datasets.format.sensor;

/**
 * A sample of the inertial measurement unit. Both AEDAT 3.1 and AEDAT 4 state these units; what a unit does not measure is 0.
 * Axes and signs are those of the file: libcaer has x to the right of the picture, y up, z where the lens looks; yet an upright
 * DAVIS346 at rest shows -1 g along y in files of DV.
 *
 * @param stream number of the stream
 * @param t microseconds
 * @param accelerationX acceleration with gravity, g = 9.81 m/s^2
 * @param accelerationY acceleration, g
 * @param accelerationZ acceleration, g
 * @param rotationX turn rate round x, degrees per second
 * @param rotationY turn rate round y, degrees per second
 * @param rotationZ turn rate round z, degrees per second
 * @param magneticX magnetic flux density, microtesla
 * @param magneticY magnetic flux density, microtesla
 * @param magneticZ magnetic flux density, microtesla
 * @param temperature of the unit, degrees Celsius
 */
public record InertialSample(
        int stream,
        long t,
        float accelerationX,
        float accelerationY,
        float accelerationZ,
        float rotationX,
        float rotationY,
        float rotationZ,
        float magneticX,
        float magneticY,
        float magneticZ,
        float temperature)
        implements SensorRecord {}
