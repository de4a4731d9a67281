package org.spike4j.datasets.transform;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every transform once or more, with settings that do something to a recording of 24x18 pixels. */
final class EveryTransform {
    /** Most events that a transform of the list adds. */
    static final int ADDED = 40;

    private EveryTransform() {}

    static List<EventTransform> list() {
        return Stream.of(geometry(), timeAndPlace(), drops(), filters(), augmentation())
                .flatMap(List::stream)
                .toList();
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

    private static List<EventTransform> timeAndPlace() {
        return List.of(
                new TimeJitter(30),
                new SpatialJitter(1.5, 0.5),
                TimeSkew.of(0.3, -70),
                new TimeSkew(0.5, 2, 0, 100),
                new TimeAlignment(3),
                new UniformNoise(5, ADDED),
                new TimeWindow(500, 2_000),
                new RandomTimeWindow(1_000));
    }

    private static List<EventTransform> drops() {
        return List.of(
                DropEvents.of(0.3),
                new DropEvents(0, 1),
                DropTime.of(0.3),
                new DropTime(0, 1),
                DropArea.of(0.3),
                new DropArea(0.1, 1),
                new DropPixels(Set.of(new Pixel(0, 0), new Pixel(23, 17), new Pixel(12, 9))),
                new DropRandomPixels(0.1, 0.2),
                new EventDrop());
    }

    private static List<EventTransform> filters() {
        return List.of(
                RefractoryFilter.of(800),
                new RefractoryFilter(800, true),
                BackgroundActivityFilter.of(100),
                new BackgroundActivityFilter(2_000, 6),
                new HotPixelFilter(800),
                new Decimation(2),
                new IntegratorDownsampling(6, 5, 200, 2),
                new DifferentiatorDownsampling(6, 5, 600, 3, 1));
    }

    private static List<EventTransform> augmentation() {
        return List.of(new Roll(0.2, 0.1), new Roll(0, 1), new Shear(20), new CutOut(0.5), new Nda(1), new Nda(2));
    }
}
