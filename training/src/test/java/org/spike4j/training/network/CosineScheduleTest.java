package org.spike4j.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CosineScheduleTest {
    @Test
    void theRateFallsAlongHalfACosine() {
        CosineSchedule schedule = new CosineSchedule(0.4, 4);
        assertThat(schedule.valueAt(0, 99)).isEqualTo(0.4);
        assertThat(schedule.valueAt(1, 99)).isCloseTo(0.2 * (1 + Math.sqrt(0.5)), within(1e-15));
        assertThat(schedule.valueAt(2, 99)).isCloseTo(0.2, within(1e-15));
        assertThat(schedule.valueAt(4, 99)).isZero();
        assertThat(schedule.valueAt(9, 99)).isZero();
    }
}
