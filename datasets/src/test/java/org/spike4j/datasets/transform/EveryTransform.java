package org.spike4j.datasets.transform;

import java.util.List;
import java.util.stream.Stream;

/** Every transform once or more, with settings that do something to a recording of 24x18 pixels. */
final class EveryTransform {
    /** Most events that a transform of the list adds. */
    static final int ADDED = 40;

    private EveryTransform() {}

    static List<EventTransform> list() {
        return Stream.of(geometry()).flatMap(List::stream).toList();
    }

    private static List<EventTransform> geometry() {
        return List.of(
                new Crop(3, 2, 20, 16),
                new CenterCrop(11, 7),
                new RandomCrop(5, 18),
                new Resize(7, 5),
                new Resize(48, 19),
                FlipHorizontal.always(),
                new FlipHorizontal(0.5),
                FlipVertical.always(),
                new FlipVertical(0.5),
                FlipPolarity.always(),
                new FlipPolarity(0.5),
                ReverseTime.always(),
                new ReverseTime(0.5),
                new MergePolarities(1),
                new Transpose(),
                new QuarterTurns(1),
                new QuarterTurns(-6),
                Rotation.by(33),
                Rotation.upTo(20),
                new Sometimes(new Transpose(), 0.5),
                OneOf.of(new Transpose(), new Resize(2, 2)),
                Chain.of(new Transpose(), new FlipVertical(0.5)));
    }
}
