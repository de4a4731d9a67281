package org.spike4j.datasets.gesture.synthetic;

/**
 * A place in the body's own space, in lengths of the upper arm.
 *
 * @param x to the person's right
 * @param y upwards
 * @param z towards the camera
 */
record Vec3(double x, double y, double z) {
    Vec3 plus(Vec3 other) {
        return new Vec3(x + other.x, y + other.y, z + other.z);
    }

    Vec3 minus(Vec3 other) {
        return new Vec3(x - other.x, y - other.y, z - other.z);
    }

    Vec3 times(double factor) {
        return new Vec3(x * factor, y * factor, z * factor);
    }

    double dot(Vec3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    double norm() {
        return Math.sqrt(dot(this));
    }

    Vec3 mirrored() {
        return new Vec3(-x, y, z);
    }

    /** The point that lies a share of the way to another one. */
    Vec3 towards(Vec3 other, double share) {
        return plus(other.minus(this).times(share));
    }
}
