package org.spike4j.datasets.gesture.synthetic;

/**
 * An arm of two segments that reaches for a place.
 *
 * <p>With shoulder S, hand H at distance d (cut to what the arm can reach), upper arm a, forearm b and unit vector
 * u = (H - S) / d, the elbow lies on a circle about the line from S to H:
 *
 * <pre>
 * along = (a^2 - b^2 + d^2) / (2 d)
 * off   = sqrt(a^2 - along^2)
 * E     = S + along u + off p
 * </pre>
 *
 * where p is the part of "down and outwards" that is perpendicular to u, of length 1: elbows hang.
 *
 * @param shoulder joint at the body
 * @param elbow joint between the segments
 * @param hand middle of the hand
 */
record Arm(Vec3 shoulder, Vec3 elbow, Vec3 hand) {
    private static final double UPPER = 1;
    private static final double FORE = 1.1;
    private static final double MARGIN = 0.02;
    private static final Vec3 OUT_AND_DOWN = new Vec3(0.45, -1, -0.1);

    static Arm right(Vec3 shoulder, Vec3 target) {
        return reach(shoulder, target, OUT_AND_DOWN);
    }

    static Arm left(Vec3 shoulder, Vec3 target) {
        return reach(shoulder, target, OUT_AND_DOWN.mirrored());
    }

    private static Arm reach(Vec3 shoulder, Vec3 target, Vec3 pole) {
        Vec3 line = target.minus(shoulder);
        double d = Math.max(FORE - UPPER + MARGIN, Math.min(UPPER + FORE - MARGIN, line.norm()));
        Vec3 u = line.times(1 / Math.max(1e-9, line.norm()));
        double along = (UPPER * UPPER - FORE * FORE + d * d) / (2 * d);
        double off = Math.sqrt(Math.max(0, UPPER * UPPER - along * along));
        Vec3 across = pole.minus(u.times(pole.dot(u)));
        Vec3 p = across.times(1 / Math.max(1e-9, across.norm()));
        return new Arm(shoulder, shoulder.plus(u.times(along)).plus(p.times(off)), shoulder.plus(u.times(d)));
    }
}
