package org.spike4j.datasets.batch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.datasets.event.EventFrames;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.sets.EventSample;
import org.spike4j.datasets.transform.mixing.EventMixing;
import org.spike4j.datasets.transform.mixing.MixedEvents;

/** Makes one mini-batch: reads, changes and bins its samples. */
final class EventBatch {
    private final List<EventSample> samples;
    private final int classes;
    private final EventBatching settings;
    private final int slices;

    EventBatch(List<EventSample> samples, int classes, int slices, EventBatching settings) {
        this.samples = samples;
        this.classes = classes;
        this.slices = slices;
        this.settings = settings;
    }

    /**
     * The mini-batch of the samples order[from] to order[to - 1].
     *
     * @return features [N, C, T, H, W], a view of memory [T, N, C, H, W] in c order; C is 2 for counts; labels one-hot
     *     [N, K], or weights where samples are mixed
     */
    DataSet make(int epoch, int[] order, int from, int to) throws IOException {
        EventFrames binning = settings.binning();
        int size = to - from;
        int frame = binning.frameSize();
        float[] counts = new float[Math.toIntExact((long) slices * size * frame)];
        float[] labels = new float[size * classes];
        for (int n = 0; n < size; n++) {
            int number = order[from + n];
            EventSample sample = samples.get(number);
            EventStream events = mixed(changed(number, epoch), number, epoch, labels, n * classes);
            requireSlices(sample, binning.slices(events));
            binning.addInto(events, counts, n * frame, size * frame);
        }
        settings.transform().apply(counts);
        long[] shape = {slices, size, binning.channels(), binning.height(), binning.width()};
        INDArray features = Nd4j.create(counts, shape, 'c').permute(1, 2, 0, 3, 4);
        return new DataSet(features, Nd4j.create(labels, new long[] {size, classes}, 'c'));
    }

    private EventStream changed(int sample, int epoch) throws IOException {
        EventStream events = samples.get(sample).events();
        return settings.augmentation()
                .map(changes -> changes.apply(events, epoch, sample))
                .orElse(events);
    }

    /** Mixes a sample with another one, if it is its turn, and sets its labels, from a place on. */
    private EventStream mixed(EventStream events, int sample, int epoch, float[] labels, int place) throws IOException {
        int label = samples.get(sample).label();
        labels[place + label] = 1;
        Optional<SampleMixing.Draw> draw =
                settings.mixing().flatMap(mixing -> mixing.draw(epoch, sample, samples.size()));
        if (draw.isEmpty()) {
            return events;
        }
        int partner = draw.get().partner();
        EventMixing mixing = settings.mixing().get().mixing();
        MixedEvents mix = mixing.mix(events, changed(partner, epoch), draw.get().random());
        SampleMixing.weighInto(labels, place, label, samples.get(partner).label(), mix.firstShare());
        return mix.events();
    }

    private void requireSlices(EventSample sample, int found) {
        if (found != slices) {
            throw new IllegalArgumentException("all samples of a mini-batch must have " + slices + " slices, "
                    + sample.name() + " has " + found + "; use a slicing with a fixed number, as byWindow(micros, T)");
        }
    }
}
