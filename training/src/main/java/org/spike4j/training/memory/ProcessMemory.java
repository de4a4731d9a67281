package org.spike4j.training.memory;

import java.lang.management.ManagementFactory;

/** What the process takes before the first tensor. */
final class ProcessMemory {
    /**
     * Java machine, compiled code and native libraries: the resident memory of a process on JDK 17, Linux and x86-64 with a
     * network built and not yet trained, 135 to 150 MB in nine networks.
     */
    private static final long LOADED = 150L << 20;

    private ProcessMemory() {}

    /**
     * Bytes of the process without tensors. The collector lets the heap fill what it starts with, by rule a 64th of the
     * machine's memory, before it collects in earnest: the kernels leave short-lived arrays there.
     */
    static long bytes() {
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getInit();
        return LOADED + Math.max(0, heap);
    }
}
