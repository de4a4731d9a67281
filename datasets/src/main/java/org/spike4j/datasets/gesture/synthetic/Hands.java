package org.spike4j.datasets.gesture.synthetic;

/**
 * What a motion says about one moment; the arms follow the hands.
 *
 * @param right place of the right hand, origin between the shoulders
 * @param left place of the left hand, origin between the shoulders
 * @param lean shift of the whole body to the person's right, in lengths of the upper arm
 * @param lift shift of the whole body upwards, in lengths of the upper arm
 */
record Hands(Vec3 right, Vec3 left, double lean, double lift) {
    static Hands of(Vec3 right, Vec3 left) {
        return new Hands(right, left, 0, 0);
    }

    Hands mirrored() {
        return new Hands(left.mirrored(), right.mirrored(), -lean, lift);
    }

    Hands towards(Hands other, double share) {
        return new Hands(
                right.towards(other.right, share),
                left.towards(other.left, share),
                lean + share * (other.lean - lean),
                lift + share * (other.lift - lift));
    }
}
