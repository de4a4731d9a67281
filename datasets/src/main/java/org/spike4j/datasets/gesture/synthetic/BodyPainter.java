package org.spike4j.datasets.gesture.synthetic;

/**
 * Paints a person as the camera sees them: facing the camera and not mirrored, so that the person's right hand is on
 * the left of the picture.
 *
 * <p>A place (x, y, z) of the body falls on column centre - unit (x + lean) and row shoulderRow - unit (y + lift); the
 * hand grows by {@value #NEARER} of its size per unit of z, towards the camera.
 */
final class BodyPainter {
    private static final double NEARER = 0.2;
    private static final double HAND = 0.27;
    private static final double FOREARM = 0.82;

    private final Canvas canvas;
    private final Person person;
    private final Lighting light;
    private final float[] wall;
    private final Cloth shirt;
    private final Cloth sleeve;
    private final Cloth skin;

    BodyPainter(Person person, Lighting light, int size) {
        Looks looks = person.looks();
        this.canvas = new Canvas(size);
        this.person = person;
        this.light = light;
        this.wall = looks.wall(size, light);
        this.shirt = striped(looks.shirt(), looks, light);
        this.sleeve = looks.sleeve() == looks.shirt() ? shirt : striped(looks.sleeve(), looks, light);
        this.skin = Cloth.plain(Looks.intensity(looks.skin(), light));
    }

    /** The picture at a moment; valid until the next call. */
    float[] paint(Hands hands, double seconds) {
        canvas.fill(wall);
        double lean = hands.lean() + person.sway() * Math.sin(2.1 * seconds);
        double lift = hands.lift() + person.sway() * Math.sin(1.3 * seconds + 1);
        canvas.trunk(
                column(0, lean),
                row(0.18, lift),
                person.unit() * (person.shoulderWidth() + 0.1),
                person.unit() * 0.3,
                shirt);
        canvas.disc(column(0, lean), row(0.85, lift), person.unit() * person.headRadius(), skin);
        Arm right = Arm.right(new Vec3(person.shoulderWidth(), 0, 0), hands.right());
        Arm left = Arm.left(new Vec3(-person.shoulderWidth(), 0, 0), hands.left());
        boolean rightInFront = right.hand().z() >= left.hand().z();
        paint(rightInFront ? left : right, lean, lift);
        paint(rightInFront ? right : left, lean, lift);
        if (light.ripple() > 0) {
            canvas.dim(light.brightness(seconds));
        }
        return canvas.pixels();
    }

    private void paint(Arm arm, double lean, double lift) {
        double radius = person.unit() * person.armRadius();
        limb(arm.shoulder(), arm.elbow(), radius, shirt, lean, lift);
        limb(arm.elbow(), arm.hand(), radius * FOREARM, sleeve, lean, lift);
        double hand = person.unit() * HAND * (1 + NEARER * arm.hand().z());
        canvas.disc(column(arm.hand().x(), lean), row(arm.hand().y(), lift), hand, skin);
    }

    private void limb(Vec3 from, Vec3 to, double radius, Cloth cloth, double lean, double lift) {
        canvas.capsule(
                column(from.x(), lean), row(from.y(), lift), column(to.x(), lean), row(to.y(), lift), radius, cloth);
    }

    private double column(double x, double lean) {
        return person.centre() - person.unit() * (x + lean);
    }

    private double row(double y, double lift) {
        return person.shoulderRow() - person.unit() * (y + lift);
    }

    private static Cloth striped(double tone, Looks looks, Lighting light) {
        return new Cloth(Looks.intensity(tone, light), (float) looks.stripes(), (float) looks.stripePeriod());
    }
}
