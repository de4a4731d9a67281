package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Turns the picture clockwise by a multiple of 90 degrees; no event is lost. One turn swaps the sides of the sensor and
 * is
 *
 * <pre>
 * x' = height - 1 - y,  y' = x
 * </pre>
 *
 * @param turns quarter turns clockwise; negative ones go the other way
 */
public record QuarterTurns(int turns) implements EventTransform {
    private static final Transpose SWAP = new Transpose();

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        return switch (Math.floorMod(turns, 4)) {
            case 1 -> FlipHorizontal.always().apply(SWAP.apply(events, random), random);
            case 2 -> FlipHorizontal.always().apply(FlipVertical.always().apply(events, random), random);
            case 3 -> FlipVertical.always().apply(SWAP.apply(events, random), random);
            default -> events;
        };
    }
}
