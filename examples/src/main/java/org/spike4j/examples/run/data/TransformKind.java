package org.spike4j.examples.run.data;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.spike4j.datasets.transform.BackgroundActivityFilter;
import org.spike4j.datasets.transform.CenterCrop;
import org.spike4j.datasets.transform.Crop;
import org.spike4j.datasets.transform.CutOut;
import org.spike4j.datasets.transform.Decimation;
import org.spike4j.datasets.transform.DifferentiatorDownsampling;
import org.spike4j.datasets.transform.DropArea;
import org.spike4j.datasets.transform.DropEvents;
import org.spike4j.datasets.transform.DropPixels;
import org.spike4j.datasets.transform.DropRandomPixels;
import org.spike4j.datasets.transform.DropTime;
import org.spike4j.datasets.transform.EventDrop;
import org.spike4j.datasets.transform.EventTransform;
import org.spike4j.datasets.transform.FlipHorizontal;
import org.spike4j.datasets.transform.FlipPolarity;
import org.spike4j.datasets.transform.FlipVertical;
import org.spike4j.datasets.transform.HotPixelFilter;
import org.spike4j.datasets.transform.IntegratorDownsampling;
import org.spike4j.datasets.transform.MergePolarities;
import org.spike4j.datasets.transform.Nda;
import org.spike4j.datasets.transform.OneOf;
import org.spike4j.datasets.transform.Pixel;
import org.spike4j.datasets.transform.QuarterTurns;
import org.spike4j.datasets.transform.RandomCrop;
import org.spike4j.datasets.transform.RandomTimeWindow;
import org.spike4j.datasets.transform.RefractoryFilter;
import org.spike4j.datasets.transform.Resize;
import org.spike4j.datasets.transform.ReverseTime;
import org.spike4j.datasets.transform.Roll;
import org.spike4j.datasets.transform.Rotation;
import org.spike4j.datasets.transform.Shear;
import org.spike4j.datasets.transform.Sometimes;
import org.spike4j.datasets.transform.SpatialJitter;
import org.spike4j.datasets.transform.TimeAlignment;
import org.spike4j.datasets.transform.TimeJitter;
import org.spike4j.datasets.transform.TimeSkew;
import org.spike4j.datasets.transform.TimeWindow;
import org.spike4j.datasets.transform.Transpose;
import org.spike4j.datasets.transform.UniformNoise;
import org.spike4j.training.recipe.Section;
import org.spike4j.training.recipe.Value;

/**
 * The transforms of events that a recipe can name, each with the keys of its class. Those that are not random hold for
 * every sample, the others for training samples alone.
 */
enum TransformKind {
    BACKGROUND_ACTIVITY_FILTER(
            false,
            s -> new BackgroundActivityFilter(Keys.micros(s, "micros"), s.integer("support", 1, 8, 1)),
            "micros",
            "support"),
    CENTER_CROP(false, s -> new CenterCrop(Keys.side(s, "width"), Keys.side(s, "height")), "width", "height"),
    CROP(
            false,
            s -> new Crop(
                    s.integer("left", 0, Short.MAX_VALUE, 0),
                    s.integer("top", 0, Short.MAX_VALUE, 0),
                    Keys.side(s, "width"),
                    Keys.side(s, "height")),
            "left",
            "top",
            "width",
            "height"),
    CUT_OUT(true, s -> new CutOut(Keys.share(s, "share")), "share"),
    DECIMATION(false, s -> new Decimation(s.get("n").integer(1, 1_000_000)), "n"),
    DIFFERENTIATOR_DOWNSAMPLING(
            false,
            s -> new DifferentiatorDownsampling(
                    Keys.side(s, "width"),
                    Keys.side(s, "height"),
                    Keys.micros(s, "micros"),
                    s.integer("bins", 1, 1000, 2),
                    s.integer("threshold", 1, 1_000_000, 1)),
            "width",
            "height",
            "micros",
            "bins",
            "threshold"),
    DROP_AREA(true, s -> new DropArea(Keys.least(s), Keys.share(s, "most")), "least", "most"),
    DROP_EVENTS(true, s -> new DropEvents(Keys.least(s), Keys.share(s, "most")), "least", "most"),
    DROP_PIXELS(false, s -> new DropPixels(Keys.pixels(s)), "pixels"),
    DROP_RANDOM_PIXELS(true, s -> new DropRandomPixels(Keys.least(s), Keys.share(s, "most")), "least", "most"),
    DROP_TIME(true, s -> new DropTime(Keys.least(s), Keys.share(s, "most")), "least", "most"),
    EVENT_DROP(true, s -> new EventDrop()),
    FLIP_HORIZONTAL(true, s -> new FlipHorizontal(Keys.probability(s)), "probability"),
    FLIP_POLARITY(true, s -> new FlipPolarity(Keys.probability(s)), "probability"),
    FLIP_VERTICAL(true, s -> new FlipVertical(Keys.probability(s)), "probability"),
    HOT_PIXEL_FILTER(false, s -> new HotPixelFilter(s.get("hertz").number(1e-6, 1e9)), "hertz"),
    INTEGRATOR_DOWNSAMPLING(
            false,
            s -> new IntegratorDownsampling(
                    Keys.side(s, "width"),
                    Keys.side(s, "height"),
                    Keys.micros(s, "micros"),
                    s.integer("threshold", 1, 1_000_000, 1)),
            "width",
            "height",
            "micros",
            "threshold"),
    MERGE_POLARITIES(false, s -> new MergePolarities(s.integer("polarity", 0, 1, 1)), "polarity"),
    NDA(true, s -> new Nda(s.integer("intensity", 1, 5, 2)), "intensity"),
    ONE_OF(true, s -> new OneOf(Keys.transforms(s)), "transforms"),
    QUARTER_TURNS(false, s -> new QuarterTurns(s.get("turns").integer(-3, 3)), "turns"),
    /** Tests see the middle. */
    RANDOM_CROP(true, s -> new RandomCrop(Keys.side(s, "width"), Keys.side(s, "height")), "width", "height"),
    RANDOM_TIME_WINDOW(true, s -> new RandomTimeWindow(Keys.micros(s, "micros")), "micros"),
    REFRACTORY_FILTER(
            false, s -> new RefractoryFilter(Keys.micros(s, "micros"), s.flag("renewed", false)), "micros", "renewed"),
    RESIZE(false, s -> new Resize(Keys.side(s, "width"), Keys.side(s, "height")), "width", "height"),
    REVERSE_TIME(true, s -> new ReverseTime(Keys.probability(s)), "probability"),
    ROLL(true, s -> new Roll(s.number("shareX", 0, 1, 0), s.number("shareY", 0, 1, 0)), "shareX", "shareY"),
    ROTATION(
            true,
            s -> new Rotation(
                    s.get("leastDegrees").number(-360, 360),
                    s.get("mostDegrees").number(-360, 360)),
            "leastDegrees",
            "mostDegrees"),
    SHEAR(true, s -> new Shear(s.get("degrees").number(0, 80)), "degrees"),
    SOMETIMES(
            true,
            s -> new Sometimes(TransformKind.read(s.get("transform").section()), Keys.probability(s)),
            "transform",
            "probability"),
    SPATIAL_JITTER(
            true, s -> new SpatialJitter(s.number("stdX", 0, 1e4, 0), s.number("stdY", 0, 1e4, 0)), "stdX", "stdY"),
    TIME_ALIGNMENT(false, s -> new TimeAlignment(s.integer("start", 0, Integer.MAX_VALUE, 0)), "start"),
    TIME_JITTER(true, s -> new TimeJitter(s.get("stdMicros").number(0, 1e9)), "stdMicros"),
    TIME_SKEW(
            true,
            s -> new TimeSkew(
                    s.number("leastScale", 1e-3, 1e3, 1),
                    s.number("mostScale", 1e-3, 1e3, 1),
                    s.integer("leastOffset", -Integer.MAX_VALUE, Integer.MAX_VALUE, 0),
                    s.integer("mostOffset", -Integer.MAX_VALUE, Integer.MAX_VALUE, 0)),
            "leastScale",
            "mostScale",
            "leastOffset",
            "mostOffset"),
    TIME_WINDOW(
            false,
            s -> new TimeWindow(s.integer("start", 0, Integer.MAX_VALUE, 0), Keys.micros(s, "micros")),
            "start",
            "micros"),
    TRANSPOSE(false, s -> new Transpose()),
    UNIFORM_NOISE(
            true,
            s -> new UniformNoise(
                    s.integer("least", 0, 100_000_000, 0), s.get("most").integer(0, 100_000_000)),
            "least",
            "most");

    private final boolean random;
    private final Function<Section, EventTransform> reader;
    private final List<String> keys;

    TransformKind(boolean random, Function<Section, EventTransform> reader, String... keys) {
        this.random = random;
        this.reader = reader;
        this.keys = List.of(keys);
    }

    /** Whether it changes training samples alone. */
    boolean random() {
        return random;
    }

    List<String> keys() {
        return keys;
    }

    /** The name in recipes: RANDOM_CROP is random-crop. */
    String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that a section of one key names. */
    static TransformKind of(Section section) {
        List<String> names =
                List.of(values()).stream().map(TransformKind::spelling).toList();
        String name = section.allow(names)
                .only("transform, as \"- flip-horizontal: {}\"")
                .getKey();
        return values()[names.indexOf(name)];
    }

    /** The transform of a section of one key. */
    static EventTransform read(Section section) {
        TransformKind kind = of(section);
        Section content = section.get(kind.spelling()).section().allow(kind.keys);
        return kind.reader.apply(content);
    }

    /** Values that several kinds have. */
    private static final class Keys {
        private Keys() {}

        static long micros(Section section, String key) {
            return section.get(key).integer(1, Integer.MAX_VALUE);
        }

        static int side(Section section, String key) {
            return section.get(key).integer(1, Short.MAX_VALUE);
        }

        static double share(Section section, String key) {
            return section.get(key).number(0, 1);
        }

        static double least(Section section) {
            return section.number("least", 0, 1, 0);
        }

        static double probability(Section section) {
            return section.number("probability", 0, 1, 0.5);
        }

        static List<EventTransform> transforms(Section section) {
            return section.get("transforms").list().stream()
                    .map(item -> TransformKind.read(item.section()))
                    .toList();
        }

        static Set<Pixel> pixels(Section section) {
            Set<Pixel> pixels = new HashSet<>();
            for (Value item : section.get("pixels").list()) {
                List<Value> pair = item.list();
                if (pair.size() != 2) {
                    throw item.wrong("must be a pixel, [x, y]");
                }
                pixels.add(new Pixel(
                        pair.get(0).integer(0, Short.MAX_VALUE), pair.get(1).integer(0, Short.MAX_VALUE)));
            }
            return pixels;
        }
    }
}
