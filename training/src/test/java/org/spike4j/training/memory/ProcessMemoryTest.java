package org.spike4j.training.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProcessMemoryTest {
    private static final String HEAP = "spike4j.heap";

    @AfterEach
    void forget() {
        System.clearProperty(HEAP);
    }

    @Test
    void aHeapThatWasGivenCountsAsItWasGiven() {
        System.setProperty(HEAP, "200m");
        long smaller = ProcessMemory.bytes();
        System.setProperty(HEAP, "300m");
        assertThat(ProcessMemory.bytes() - smaller).isEqualTo(100L << 20);
    }

    @Test
    void aHeapThatWasNotGivenCountsWithWhatItStartsWith() {
        long start = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getInit();
        long counted = ProcessMemory.bytes();
        System.setProperty(HEAP, start + "");
        assertThat(counted).isEqualTo(ProcessMemory.bytes());
    }
}
