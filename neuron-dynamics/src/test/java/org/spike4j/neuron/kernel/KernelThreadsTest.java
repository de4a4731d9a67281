package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KernelThreadsTest {
    private static final int TILES = 1000;
    private int threads;

    @BeforeEach
    void useSeveral() {
        threads = KernelThreads.count();
        KernelThreads.use(4);
    }

    @AfterEach
    void restoreThreads() {
        KernelThreads.use(threads);
    }

    @Test
    void aTaskWithOneThreadStaysInTheCallingOne() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        KernelThreads.withAtMost(1, () -> KernelThreads.forEach(TILES, tile -> seen.add(Thread.currentThread())));
        assertThat(seen).containsExactly(Thread.currentThread());
    }

    @Test
    void theLimitEndsWithTheTaskEvenIfItFails() {
        assertThatThrownBy(() -> KernelThreads.withAtMost(1, () -> {
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        KernelThreads.forEach(4, tile -> {
            seen.add(Thread.currentThread());
            pause();
        });
        assertThat(seen).hasSizeGreaterThan(1);
    }

    @Test
    void passesOfSeveralThreadsRunAtTheSameTimeAndMissNoTile() throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        List<AtomicIntegerArray> counts = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            AtomicIntegerArray count = new AtomicIntegerArray(TILES);
            int most = 1 + k % 4;
            counts.add(count);
            callers.add(new Thread(
                    () -> KernelThreads.withAtMost(most, () -> KernelThreads.forEach(TILES, count::incrementAndGet))));
        }
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
        for (AtomicIntegerArray count : counts) {
            for (int tile = 0; tile < TILES; tile++) {
                assertThat(count.get(tile)).isEqualTo(1);
            }
        }
    }

    @Test
    void aTaskHasAtLeastOneThread() {
        assertThatThrownBy(() -> KernelThreads.withAtMost(0, () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads must be >= 1, was 0");
    }

    private static void pause() {
        try {
            Thread.sleep(50); // long enough for the helpers to take a tile
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
