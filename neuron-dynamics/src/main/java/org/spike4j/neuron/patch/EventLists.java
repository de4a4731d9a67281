package org.spike4j.neuron.patch;

import java.util.Arrays;

/**
 * The events of all patches of a span whose values are all 1, filled up to whole fours with the row that weighs nothing. Kept
 * while the blocks of outputs of one span follow each other, since finding the events takes longer than adding a block of them.
 */
final class EventLists {
    int[] index = new int[0];
    /** Where the events of an output begin; those of the next begin where they end. */
    int[] starts = new int[0];

    private PatchEvents source;
    private PatchSpan span;

    /** Lists the events of a span, unless they are listed. A source must not change. */
    void read(PatchEvents events, PatchShape shape, PatchSpan wanted, PatchScratch scratch) {
        if (source == events && wanted.equals(span)) {
            return;
        }
        source = events;
        span = wanted;
        starts = starts.length > wanted.outputs() ? starts : new int[wanted.outputs() + 1];
        int end = 0;
        for (int p = 0; p < wanted.outputs(); p++) {
            starts[p] = end;
            int y = wanted.y() + p / wanted.columns();
            int x = wanted.x() + p % wanted.columns();
            int count = events.list(wanted.image(), y, x, scratch.index, scratch.value);
            int padded = (count + 3) / 4 * 4;
            if (index.length < end + padded) {
                index = Arrays.copyOf(index, Math.max(2 * index.length, end + padded));
            }
            System.arraycopy(scratch.index, 0, index, end, count);
            Arrays.fill(index, end + count, end + padded, shape.patch());
            end += padded;
        }
        starts[wanted.outputs()] = end;
    }
}
