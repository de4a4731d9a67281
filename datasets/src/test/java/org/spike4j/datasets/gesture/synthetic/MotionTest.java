package org.spike4j.datasets.gesture.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.spike4j.datasets.gesture.Gesture;

/** The motions mean what their classes say. x grows to the person's right, y upwards. */
class MotionTest {
    private static final Style PLAIN = new Style(1, 1, 0.4, new Vec3(0, 0, 0));

    @Test
    void clockwiseIsClockwiseForThePersonWhicheverArm() {
        assertThat(area(Gesture.RIGHT_ARM_CLOCKWISE, Hands::right)).isNegative();
        assertThat(area(Gesture.RIGHT_ARM_COUNTER_CLOCKWISE, Hands::right)).isPositive();
        assertThat(area(Gesture.LEFT_ARM_CLOCKWISE, Hands::left)).isNegative();
        assertThat(area(Gesture.LEFT_ARM_COUNTER_CLOCKWISE, Hands::left)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = Gesture.class,
            names = {"LEFT_HAND_WAVE", "LEFT_ARM_CLOCKWISE", "LEFT_ARM_COUNTER_CLOCKWISE"})
    void gesturesOfTheLeftArmLeaveTheRightArmHanging(Gesture gesture) {
        assertThat(travel(gesture, Hands::left)).isGreaterThan(10 * travel(gesture, Hands::right));
    }

    @ParameterizedTest
    @EnumSource(
            value = Gesture.class,
            names = {"RIGHT_HAND_WAVE", "RIGHT_ARM_CLOCKWISE", "RIGHT_ARM_COUNTER_CLOCKWISE"})
    void gesturesOfTheRightArmLeaveTheLeftArmHanging(Gesture gesture) {
        assertThat(travel(gesture, Hands::right)).isGreaterThan(10 * travel(gesture, Hands::left));
    }

    @Test
    void clappingHandsMeetAndDrumsAreHitInTurns() {
        Motion clap = motion(Gesture.HAND_CLAPPING);
        Motion drums = motion(Gesture.AIR_DRUMS);
        double nearest = Double.POSITIVE_INFINITY;
        double product = 0;
        for (double t = 0; t < 2; t += 0.01) {
            nearest = Math.min(
                    nearest, clap.at(t).right().minus(clap.at(t).left()).norm());
            double middle = -0.55;
            product += (drums.at(t).right().y() - middle) * (drums.at(t).left().y() - middle);
        }
        assertThat(nearest).isCloseTo(0.28, within(0.02));
        assertThat(product).isNegative();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {})
    void motionsAreSmooth(Gesture gesture) {
        for (OwnGesture own : OwnGesture.values()) {
            Motion motion = Choreography.of(gesture, PLAIN, own);
            for (double t = -0.2; t < 1.3; t += 0.005) {
                Vec3 step = motion.at(t + 0.005).right().minus(motion.at(t).right());
                assertThat(step.norm()).isLessThan(0.1);
            }
        }
    }

    private static Motion motion(Gesture gesture) {
        return Choreography.of(gesture, PLAIN, OwnGesture.FLAP);
    }

    /** Signed area that a hand goes round in two seconds; positive is counter-clockwise. */
    private static double area(Gesture gesture, Function<Hands, Vec3> hand) {
        Motion motion = motion(gesture);
        double area = 0;
        for (double t = 0; t < 2; t += 0.01) {
            Vec3 a = hand.apply(motion.at(t));
            Vec3 b = hand.apply(motion.at(t + 0.01));
            area += (a.x() * b.y() - b.x() * a.y()) / 2;
        }
        return area;
    }

    private static double travel(Gesture gesture, Function<Hands, Vec3> hand) {
        Motion motion = motion(gesture);
        double way = 0;
        for (double t = 0; t < 2; t += 0.01) {
            way += hand.apply(motion.at(t + 0.01))
                    .minus(hand.apply(motion.at(t)))
                    .norm();
        }
        return way;
    }
}
