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

    /** The heap that a process was given for a budget, as {@link MemorySize} reads it. */
    private static final String HEAP = "spike4j.heap";

    /**
     * Bytes of the process without tensors. The heap counts with {@code -Dspike4j.heap}, which goes with a {@code -Xmx} of
     * the same size; else with what it starts with, by rule a 64th of the machine's memory, though nothing then keeps the
     * collector from letting it grow.
     */
    static long bytes() {
        String given = System.getProperty(HEAP);
        long heap = given != null
                ? MemorySize.parse(given)
                : ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getInit();
        return LOADED + Math.max(0, heap);
    }
}
