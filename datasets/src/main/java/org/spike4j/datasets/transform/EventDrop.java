package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * EventDrop, Gu et al. 2021, "EventDrop: Data augmentation for event-based learning": one of four changes, drawn anew
 * for each recording and equally likely.
 *
 * <pre>
 * none
 * DropTime    share of the duration     0.1, 0.2, ... 0.9
 * DropArea    share of each side        0.05, 0.1, ... 0.25
 * DropEvents  share of the events       0.1, 0.2, ... 0.9
 * </pre>
 *
 * <p>A recording of which nothing would be left stays as it is.
 */
public record EventDrop() implements EventTransform {
    private static final int CHANGES = 4;

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        EventTransform change = switch (random.nextInt(CHANGES)) {
            case 1 -> DropTime.of(random.nextInt(1, 10) / 10.0);
            case 2 -> DropArea.of(random.nextInt(1, 6) / 20.0);
            case 3 -> DropEvents.of(random.nextInt(1, 10) / 10.0);
            default -> Chain.of();
        };
        EventStream changed = change.apply(events, random);
        return changed.size() == 0 ? events : changed;
    }
}
