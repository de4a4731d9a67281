package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.gesture.ListFileException;

/**
 * SHD and SSC from files that PyTables 3.11.1 (shd_*.h5, half precision) and h5py 3.16.0 (packed.h5, double precision,
 * chunked, gzip) wrote.
 */
class HeidelbergSpikesTest {
    @TempDir
    Path folder;

    @Test
    void shdHasTheSpikesThatPyTablesWrote() throws IOException {
        copy("shd_train.h5", "shd_train.h5");
        copy("shd_test.h5", "shd_test.h5");

        HeidelbergSpikes data = HeidelbergSpikes.openShd(folder, SetOptions.defaults());

        assertThat(data.name()).isEqualTo("SHD");
        assertThat(data.width()).isEqualTo(700);
        assertThat(data.classNames()).hasSize(20).startsWith("zero").endsWith("neun");
        assertThat(data.samples(Split.TRAIN)).extracting(EventSample::label).containsExactly(0, 19, 5);
        assertThat(data.samples(Split.VALIDATION)).isEmpty();
        EventAssertions.assertSame(data.samples(Split.TRAIN).get(0).events(), spikes(0, 0, 250_000, 699, 500_000, 7));
        EventAssertions.assertSame(data.samples(Split.TRAIN).get(1).events(), spikes(125_000, 3));
        assertThat(data.samples(Split.TRAIN).get(2).events().size()).isZero();
        EventSample test = data.samples(Split.TEST).get(0);
        EventAssertions.assertSame(test.events(), spikes(977, 42, 1_375_000, 41));
        EventAssertions.assertSame(test.events(), spikes(977, 42, 1_375_000, 41));
    }

    @Test
    void sscHasThreePartsAndAnyPrecision() throws IOException {
        for (String part : List.of("train", "valid", "test")) {
            copy("packed.h5", "ssc_" + part + ".h5");
        }

        HeidelbergSpikes data = HeidelbergSpikes.openSsc(folder, 0);

        assertThat(data.classNames()).hasSize(35).startsWith("0");
        for (Split split : Split.values()) {
            assertThat(data.samples(split)).extracting(EventSample::label).containsExactly(1, 2, 3);
            EventAssertions.assertSame(data.samples(split).get(2).events(), spikes(400_000, 5, 500_000, 6, 600_000, 7));
        }
    }

    @Test
    void aShareOfShdIsHeldOut() throws IOException {
        copy("packed.h5", "shd_train.h5");
        copy("packed.h5", "shd_test.h5");

        HeidelbergSpikes data =
                HeidelbergSpikes.openShd(folder, SetOptions.defaults().withValidation(0.9));

        assertThat(data.samples(Split.VALIDATION)).hasSize(3);
        assertThat(data.samples(Split.TRAIN)).isEmpty();
    }

    @Test
    void aWrongLayoutSaysWhatWasWanted() throws IOException {
        assertThatThrownBy(() -> HeidelbergSpikes.openShd(folder, SetOptions.defaults()))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("shd_train.h5: no such file")
                .hasMessageContaining("shd_train.h5 and shd_test.h5");
        Files.writeString(folder.resolve("ssc_train.h5"), "no HDF5 in here");
        assertThatThrownBy(() -> HeidelbergSpikes.openSsc(folder, 0))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("spikes/times");
        copy("shd_test.h5", "shd_train.h5");
        byte[] cut = Files.readAllBytes(folder.resolve("shd_train.h5"));
        Files.write(folder.resolve("shd_train.h5"), Arrays.copyOf(cut, 3000));
        assertThatThrownBy(() -> HeidelbergSpikes.openShd(folder, SetOptions.defaults()))
                .isInstanceOf(EventFileException.class);
    }

    @Test
    void damagedFilesEndInOneKindOfError() throws IOException {
        copy("shd_test.h5", "shd_test.h5");
        copy("shd_train.h5", "shd_train.h5");
        byte[] whole = Files.readAllBytes(folder.resolve("shd_train.h5"));
        SplittableRandom random = new SplittableRandom(3);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 20; k++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(folder.resolve("shd_train.h5"), damaged);
            try {
                HeidelbergSpikes data = HeidelbergSpikes.openShd(folder, SetOptions.defaults());
                for (EventSample sample : data.samples(Split.TRAIN)) {
                    sample.events();
                }
            } catch (EventFileException | ListFileException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static EventStream spikes(int... timesAndUnits) {
        var events = EventStream.builder(700, 1);
        for (int i = 0; i < timesAndUnits.length; i += 2) {
            events.add(timesAndUnits[i], timesAndUnits[i + 1], 0, 1);
        }
        return events.build();
    }

    private void copy(String resource, String name) throws IOException {
        try (InputStream in = HeidelbergSpikesTest.class.getResourceAsStream(resource + ".gz")) {
            Files.write(folder.resolve(name), new GZIPInputStream(in).readAllBytes());
        }
    }
}
