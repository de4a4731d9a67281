package org.spike4j.datasets.gesture.synthetic;

/**
 * How a surface looks: tone (1 + depth w(v)), where v is the way along the limb and w a triangle wave between -1 and 1.
 *
 * @param tone intensity of its middle, in (0, 1]
 * @param depth share by which its stripes are lighter and darker, 0 for plain cloth
 * @param period length of a stripe, in pixels
 */
record Cloth(float tone, float depth, float period) {
    static Cloth plain(float tone) {
        return new Cloth(tone, 0, 1);
    }

    float at(float v) {
        if (depth == 0) {
            return tone;
        }
        float cycle = v / period;
        float share = cycle - (float) Math.floor(cycle);
        return tone * (1 + depth * (4 * Math.abs(share - 0.5f) - 1));
    }
}
