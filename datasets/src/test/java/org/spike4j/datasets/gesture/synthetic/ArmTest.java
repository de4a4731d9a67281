package org.spike4j.datasets.gesture.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmTest {
    private static final Vec3 SHOULDER = new Vec3(0.75, 0, 0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void segmentsKeepTheirLengthAndTheHandGetsWhereItCan(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            Vec3 target =
                    new Vec3(Draw.between(random, -3, 3), Draw.between(random, -3, 3), Draw.between(random, -3, 3));
            Arm arm = Arm.right(SHOULDER, target);

            assertThat(arm.elbow().minus(SHOULDER).norm()).isCloseTo(1, within(1e-9));
            assertThat(arm.hand().minus(arm.elbow()).norm()).isCloseTo(1.1, within(1e-9));
            double distance = target.minus(SHOULDER).norm();
            if (distance > 0.12 && distance < 2.08) {
                assertThat(arm.hand().minus(target).norm()).isLessThan(1e-9);
            }
        }
    }

    @Test
    void leftArmIsTheMirrorImageOfTheRight() {
        Vec3 target = new Vec3(0.9, 0.4, 0.5);
        Arm right = Arm.right(SHOULDER, target);
        Arm left = Arm.left(SHOULDER.mirrored(), target.mirrored());

        assertThat(left.elbow().minus(right.elbow().mirrored()).norm()).isLessThan(1e-12);
    }

    @Test
    void elbowHangs() {
        Arm arm = Arm.right(SHOULDER, new Vec3(0.1, -0.4, 0.9));
        assertThat(arm.elbow().y())
                .isLessThan(Math.min(arm.shoulder().y(), arm.hand().y()));
    }
}
