package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.kernel.StageClock.Place;
import org.spike4j.neuron.kernel.StageClock.Running;

class StageClockTest {

    @Test
    void timesOfAllStagesAddUpToTheTimeBetweenStartAndStop() {
        long before = System.nanoTime();
        StageClock clock = StageClock.start();
        long started = System.nanoTime();
        within(
                StageClock.enterLayer(0, String.class),
                () -> within(StageClock.enter(Stage.NEURON), Thread::onSpinWait));
        long stopping = System.nanoTime();
        Map<Place, Long> times = clock.stop();
        long after = System.nanoTime();

        long sum = times.values().stream().mapToLong(Long::longValue).sum();
        assertThat(sum).isBetween(stopping - started, after - before);
    }

    @Test
    void innermostStageHasItsTimeAlone() {
        StageClock clock = StageClock.start();
        within(
                StageClock.enterLayer(2, String.class),
                () -> within(
                        StageClock.enter(Stage.CURRENT),
                        () -> within(StageClock.enter(Stage.NORM), Thread::onSpinWait)));
        within(StageClock.enter(Stage.UPDATER), Thread::onSpinWait);

        assertThat(clock.stop().keySet())
                .containsExactly(
                        new Place("", Stage.OTHER),
                        new Place("2 String", Stage.OTHER),
                        new Place("2 String", Stage.CURRENT),
                        new Place("2 String", Stage.NORM),
                        new Place("", Stage.UPDATER));
    }

    @Test
    void stagesOfOtherThreadsAndOfNoClockAreNotTimed() {
        within(StageClock.enter(Stage.POOL), Thread::onSpinWait);
        StageClock clock = StageClock.start();
        CompletableFuture.runAsync(() -> within(StageClock.enter(Stage.POOL), Thread::onSpinWait))
                .join();

        assertThat(clock.stop().keySet()).containsExactly(new Place("", Stage.OTHER));
    }

    @Test
    void secondClockIsRefusedUntilTheFirstStops() {
        StageClock clock = StageClock.start();
        try {
            assertThatThrownBy(StageClock::start).isInstanceOf(IllegalStateException.class);
        } finally {
            clock.stop();
        }
        StageClock.start().stop();
    }

    @Test
    void stoppedClockKeepsItsTimes() {
        StageClock clock = StageClock.start();
        Map<Place, Long> times = clock.stop();

        assertThat(clock.stop()).isEqualTo(times);
    }

    private static void within(Running stage, Runnable body) {
        try (stage) {
            body.run();
        }
    }
}
