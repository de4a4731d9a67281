package org.spike4j.datasets.sets;

import java.util.List;
import java.util.stream.IntStream;

/** The classes of MNIST and its relatives. */
final class Digits {
    static final int COUNT = 10;

    private Digits() {}

    static List<String> names() {
        return IntStream.range(0, COUNT).mapToObj(Integer::toString).toList();
    }
}
