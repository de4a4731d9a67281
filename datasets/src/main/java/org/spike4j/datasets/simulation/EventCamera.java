package org.spike4j.datasets.simulation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;

/**
 * Turns frames of intensity into the events that an event camera would have sent.
 *
 * <p>Each pixel remembers a reference R, set to ln I of the first frame. For every later frame at time t1, after one at
 * t0, and with L0, L1 the log intensity of the pixel in the two frames, in this order:
 *
 * <pre>
 * L1 = ln I(t1) + leak (t1 - start)     leak = leakHz thetaOn of the pixel per second, 0 without a leak
 * if L1 &gt; L0:  while R + thetaOn  &lt;= L1:  R = R + thetaOn;   event(+1)
 * if L1 &lt; L0:  while R - thetaOff &gt;= L1:  R = R - thetaOff;  event(-1)
 * event:  t = t0 + round((R - L0) / (L1 - L0) * (t1 - t0))   crossing time, log intensity taken as linear
 *         sent if t - tLast &gt;= refractory, and then tLast = t; dropped otherwise, R stays moved
 * L0 = L1
 * </pre>
 *
 * <p>So a pixel can send several events between two frames. Thresholds differ from pixel to pixel,
 * theta = max(0.01, mean + mismatch N(0, 1)). A leak, by which the reference falls, is written as a rise of L: that gives
 * the same crossings. Other {@link SensorNoise} comes at any time, moves no reference and knows no refractory time. All
 * events leave in the order of time. Equal settings, frames and times give equal events.
 *
 * <p>Sources: H. Rebecq, D. Gehrig, D. Scaramuzza, "ESIM: an Open Event Camera Simulator", Conference on Robot Learning
 * (CoRL) 2018: threshold crossings of the interpolated log intensity, and its published simulator for what a refractory
 * pixel does. Y. Hu, S.-C. Liu, T. Delbruck, "v2e: From Video Frames to Realistic DVS Events", CVPR Workshops 2021: the
 * Gaussian mismatch fixed per pixel and its lower bound (ESIM draws a threshold anew per event), noise that does not
 * depend on the scene.
 */
public final class EventCamera {
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final int width;
    private final int height;
    private final long refractory;
    private final PixelThresholds thresholds;
    private final CameraNoise noise;
    private final IntervalEvents interval;
    private EventStreamBuilder events;
    private int drained;
    private final float[] intensity;
    private final double[] logIntensity;
    private final double[] reference;
    private final long[] lastEvent;
    private boolean started;
    private long now;
    private long began;

    /**
     * A camera that has seen nothing yet.
     *
     * @param width columns of the sensor
     * @param height rows of the sensor
     * @param settings thresholds, noise and seed
     */
    public EventCamera(int width, int height, EventCameraSettings settings) {
        this.events = EventStream.builder(width, height);
        this.width = width;
        this.height = height;
        this.refractory = settings.refractoryMicros();
        int pixels = width * height;
        SplittableRandom random = new SplittableRandom(settings.seed());
        this.thresholds = PixelThresholds.draw(settings, pixels, random.split());
        this.noise = CameraNoise.draw(settings.noise(), thresholds, pixels, random);
        this.interval = new IntervalEvents(width);
        this.intensity = new float[pixels];
        this.logIntensity = new double[pixels];
        this.reference = new double[pixels];
        this.lastEvent = new long[pixels];
        Arrays.fill(lastEvent, NEVER);
    }

    /**
     * Shows the next frame. The first one only sets the references.
     *
     * @param frame intensity in (0, 1], [height * width], row by row from the top; not modified, not kept
     * @param micros time of the frame in microseconds, later than the frame before and at most 2^31 - 1 after it
     * @throws IllegalArgumentException if the frame has another size, an intensity outside (0, 1], or an earlier time;
     *     the camera is not to be used after that
     */
    public void accept(float[] frame, long micros) {
        if (frame.length != intensity.length) {
            throw new IllegalArgumentException("frame must hold " + height + " rows of " + width + " pixels = "
                    + intensity.length + " values, had " + frame.length);
        }
        if (!started) {
            start(frame, micros);
            return;
        }
        if (micros <= now) {
            throw new IllegalArgumentException("frame must be later than the one at " + now + " us, was at " + micros);
        }
        interval.begin(now, micros);
        for (int i = 0; i < frame.length; i++) {
            if (frame[i] != intensity[i] || noise.leaks()) {
                change(i, frame[i], micros);
            }
        }
        noise.advance(micros, intensity, interval);
        interval.moveTo(events);
        now = micros;
    }

    /**
     * Number of events so far, for labels that name a position in the stream.
     *
     * @return events sent, those that were taken away too
     */
    public int size() {
        return drained + events.size();
    }

    /**
     * What the camera has sent so far, or since {@link #drain}.
     *
     * @return all events in the order of time
     */
    public EventStream events() {
        return events.build();
    }

    /**
     * Takes away what the camera has sent, so that memory does not grow with the time.
     *
     * @return the events since the last call, in the order of time
     */
    public EventStream drain() {
        EventStream sent = events.build();
        drained += sent.size();
        events = EventStream.builder(width, height);
        return sent;
    }

    private void start(float[] frame, long micros) {
        for (int i = 0; i < frame.length; i++) {
            intensity[i] = frame[i];
            logIntensity[i] = log(frame[i], i);
            reference[i] = logIntensity[i];
        }
        noise.start(micros);
        now = micros;
        began = micros;
        started = true;
    }

    private void change(int pixel, float seen, long micros) {
        double before = logIntensity[pixel];
        double after = log(seen, pixel) + noise.leak(pixel) * (micros - began);
        if (after > before) {
            rise(pixel, before, after, micros);
        } else {
            fall(pixel, before, after, micros);
        }
        intensity[pixel] = seen;
        logIntensity[pixel] = after;
    }

    private void rise(int pixel, double before, double after, long micros) {
        double theta = thresholds.on(pixel);
        double level = reference[pixel];
        while (level + theta <= after) {
            level += theta;
            send(pixel, 1, crossing(level, before, after, micros));
        }
        reference[pixel] = level;
    }

    private void fall(int pixel, double before, double after, long micros) {
        double theta = thresholds.off(pixel);
        double level = reference[pixel];
        while (level - theta >= after) {
            level -= theta;
            send(pixel, 0, crossing(level, before, after, micros));
        }
        reference[pixel] = level;
    }

    private long crossing(double level, double before, double after, long micros) {
        return now + Math.round((level - before) / (after - before) * (micros - now));
    }

    private void send(int pixel, int polarity, long micros) {
        if (micros - lastEvent[pixel] >= refractory) {
            lastEvent[pixel] = micros;
            interval.add(micros, pixel, polarity);
        }
    }

    private double log(float value, int pixel) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("intensity must be in (0, 1], was " + value + " at column "
                    + pixel % width + ", row " + pixel / width);
        }
        return Math.log(value);
    }
}
