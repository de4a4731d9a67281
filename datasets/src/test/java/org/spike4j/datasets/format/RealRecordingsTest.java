package org.spike4j.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.spike4j.datasets.SharedData;
import org.spike4j.datasets.event.EventStream;

/** Facts of real recordings equal those that independent parsers found (shared/data/expected.json). */
class RealRecordingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "aestream/davis.aedat4",
                "dv_processing_tests/python/tests/data/sample_data.aedat4",
                "dv_processing_tests/tests/io/test_files/sample_data.aedat4",
                "dv_processing_tests/tests/io/test_files/test-minimal.aedat4",
                "snndelays/X_15Hz_sample_0000.aedat4",
                "snndelays/X_15Hz_sample_0001.aedat4",
                "snndelays/X_15Hz_sample_0002.aedat4",
                "snndelays/X_15Hz_sample_0094.aedat4"
            })
    void aedat4FactsEqualThoseExpected(String name) throws IOException {
        JsonNode expected = expected(name);
        RecordingFacts facts = facts(SharedData.require(name), ReadOptions.defaults());

        assertFacts(facts, expected.path("streams").path("0"));
        assertThat(facts.format()).isEqualTo("AEDAT 4.0");
        assertThat(facts.width())
                .isEqualTo(expected.at("/container/info_sizes/0/1").asInt());
        assertThat(facts.height())
                .isEqualTo(expected.at("/container/info_sizes/1/1").asInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dv_processing_tests/tests/data/test_files/test-frame.aedat4",
                "dv_processing_tests/tests/io/test_files/empty_stereo.aedat4"
            })
    void aedat4WithoutEventsHasNone(String name) throws IOException {
        RecordingFacts facts = facts(SharedData.require(name), ReadOptions.defaults());

        assertThat(facts.events()).isZero();
        assertThat(facts.durationMicros()).isZero();
        assertThat(facts.first()).isEmpty();
        assertThat(facts.width())
                .isEqualTo(expected(name).at("/container/info_sizes/0/1").asInt());
    }

    @Test
    void secondStreamOfAStereoFileCanBeChosen() throws IOException {
        Path stereo = SharedData.require("dv_processing_tests/tests/io/test_files/empty_stereo.aedat4");

        assertThat(facts(stereo, ReadOptions.defaults().withStream(1)).events()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aedat1_for_testing", "aedat2_led", "aedat3_fluorescent"})
    void aedat31LeavesInvalidEventsOutUnlessAsked(String file) throws IOException {
        String name = "aedat31_synthetic/" + file + ".aedat";
        Path path = SharedData.require(name);
        JsonNode expected = expected(name);

        assertThat(facts(path, ReadOptions.defaults()).events())
                .isEqualTo(expected.path("valid_events").asLong());
        ReadOptions all = ReadOptions.defaults().withInvalid(true);
        assertFacts(facts(path, all), expected.path("ignoring_valid_bit"));
        assertThat(facts(path, all).width()).isEqualTo(128);
        assertEvents(EventFile.read(path, all), expected.path("all_events"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.bs2", "60001.bs2"})
    void nmnistFactsEqualThoseExpected(String name) throws IOException {
        Path path = SharedData.require("nmnist_small/" + name);
        RecordingFacts facts = facts(path, ReadOptions.defaults());

        assertFacts(facts, expected("nmnist_small/").path(name));
        assertThat(facts.width()).isEqualTo(34);
        assertThat(facts.height()).isEqualTo(34);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train1K", "test100"})
    void allNmnistRecordingsTogetherHaveTheExpectedTotals(String list) throws IOException {
        Path folder = SharedData.require("nmnist_small/" + list + ".txt").getParent();
        JsonNode expected = expected("nmnist_small/").path(list);
        long events = 0;
        long latest = 0;
        int files = 0;
        for (String line : Files.readAllLines(folder.resolve(list + ".txt"))) {
            String number = line.strip().split("\\s+")[0];
            if (!number.matches("\\d+")) {
                continue;
            }
            EventStream stream = EventFile.read(folder.resolve(number + ".bs2"));
            events += stream.size();
            for (int i = 0; i < stream.size(); i++) {
                latest = Math.max(latest, stream.t(i));
            }
            files++;
        }
        assertThat(files).isEqualTo(expected.path("samples").asInt());
        assertThat(events).isEqualTo(expected.path("events").asLong());
        assertThat(latest).isEqualTo(expected.path("max_t").asLong());
    }

    /** The facts of DVS128 files list bit 0, which is 1 for darker. */
    @ParameterizedTest
    @ValueSource(strings = {"Caixa", "Caneca", "Celular", "Estilete", "Lapiseira", "Mouse", "Tesoura"})
    void aedat2FactsOfDvs128EqualThoseExpected(String file) throws IOException {
        String name = "dvs128_biolab/DataSet2/" + file + ".aedat";
        RecordingFacts facts =
                facts(SharedData.require(name), ReadOptions.defaults().withStoredPolarity(true));

        assertFacts(facts, expected(name).path("facts_rawx_rawy_bit0"));
        assertThat(facts.format()).isEqualTo("AEDAT 2.0");
        assertThat(facts.width()).isEqualTo(128);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IMU_rotDisk",
                "synth_OscillatingDoubleBar",
                "synth_RotatingBar",
                "synth_TranslatingBarX",
                "synth_TranslatingBarY",
                "synth_TranslatingSquare"
            })
    void aedat2FactsOfDavisEqualThoseExpected(String file) throws IOException {
        String name = "pyaedattools/" + file + ".aedat";
        RecordingFacts facts = facts(SharedData.require(name), ReadOptions.defaults());

        assertFacts(facts, expected(name).path("facts_dvs"));
        assertThat(facts.width()).isEqualTo(240);
        assertThat(facts.height()).isEqualTo(180);
    }

    @ParameterizedTest
    @CsvSource({
        "expelliarmus/evt2_sample.raw, Prophesee RAW EVT 2.0, 640, 480",
        "expelliarmus/evt3_sample.raw, Prophesee RAW EVT 3.0, 1280, 720",
        "faery/dvs.es, Event Stream ES 2.0, 320, 240",
        "faery/color.es, Event Stream ES 2.0, 320, 240"
    })
    void otherFactsEqualThoseExpected(String name, String format, int width, int height) throws IOException {
        RecordingFacts facts = facts(SharedData.require(name), ReadOptions.defaults());

        assertFacts(facts, expected(name).path("facts"));
        assertThat(facts.format()).isEqualTo(format);
        assertThat(facts.width()).isEqualTo(width);
        assertThat(facts.height()).isEqualTo(height);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rpg_slider_depth/events_chunk.txt",
                "rpg_ecd_tubrip/boxes_rotation/events.txt",
                "rpg_ecd_tubrip/dynamic_rotation/events.txt",
                "rpg_ecd_tubrip/poster_rotation/events.txt",
                "rpg_ecd_tubrip/shapes_rotation/events.txt"
            })
    void rpgTextFactsEqualThoseExpected(String name) throws IOException {
        RecordingFacts facts = facts(SharedData.require(name), ReadOptions.defaults());
        JsonNode expected = expected(name);

        assertThat(facts.events()).isEqualTo(expected.path("lines").asLong());
        assertThat(facts.polarity()).containsEntry("1", expected.path("pos").asLong());
        for (int i = 0; i < 3; i++) {
            assertThat(facts.first().get(i))
                    .isEqualTo(rpgEvent(expected.path("first3").path(i)));
        }
        assertThat(facts.last().get(1)).isEqualTo(rpgEvent(expected.path("last")));
        assertThat(facts.width()).isEqualTo(240);
        assertThat(facts.height()).isEqualTo(180);
    }

    private static List<Long> rpgEvent(JsonNode event) {
        return List.of(
                Math.round(event.path(0).asDouble() * 1e6),
                event.path(1).asLong(),
                event.path(2).asLong(),
                event.path(3).asLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"boxes_rotation", "dynamic_rotation", "poster_rotation", "shapes_rotation"})
    void npyFactsEqualThoseExpected(String folder) throws IOException {
        String name = "rpg_ecd_tubrip/" + folder + "/events.npy";
        RecordingFacts facts = facts(SharedData.require(name), ReadOptions.defaults());
        JsonNode expected = expected(name);

        assertThat(facts.events()).isEqualTo(expected.at("/shape/0").asLong());
        assertThat(facts.first().get(0)).isEqualTo(npyEvent(expected.at("/first2/0")));
        assertThat(facts.first().get(1)).isEqualTo(npyEvent(expected.at("/first2/1")));
        assertThat(facts.last().get(1)).isEqualTo(npyEvent(expected.path("last")));
        assertThat(facts.width()).isEqualTo(240);
        assertThat(facts.height()).isEqualTo(180);
    }

    @Test
    void recordingsOfANpzAreChosenByNumber() throws IOException {
        Path path = SharedData.require("nmnist_npz/events.npz");
        JsonNode arrays = expected("nmnist_npz/events.npz").path("arrays");
        for (int i = 0; i < arrays.size(); i++) {
            RecordingFacts facts = facts(path, ReadOptions.defaults().withStream(i));

            assertThat(facts.events())
                    .isEqualTo(arrays.path("arr_" + i).at("/1/0").asLong());
        }
        assertThat(facts(path, ReadOptions.defaults()).first().get(0)).isEqualTo(List.of(912L, 10L, 4L, 1L));
    }

    private static List<Long> npyEvent(JsonNode event) {
        return List.of(
                Math.round(event.path(0).asDouble() * 1e6),
                Math.round(event.path(1).asDouble()),
                Math.round(event.path(2).asDouble()),
                event.path(3).asLong());
    }

    private static RecordingFacts facts(Path path, ReadOptions options) throws IOException {
        try (EventReader reader = EventFile.open(path, options)) {
            RecordingFacts facts = RecordingFacts.of(reader);
            assertThat(reader.next()).isEqualTo(Optional.empty());
            return facts;
        }
    }

    private static void assertFacts(RecordingFacts facts, JsonNode expected) {
        assertThat(expected.isMissingNode()).isFalse();
        assertThat(facts.events()).isEqualTo(expected.path("events").asLong());
        assertThat(facts.first()).isEqualTo(events(expected.path("first5")));
        assertThat(facts.last()).isEqualTo(events(expected.path("last2")));
        assertThat(facts.polarity())
                .containsEntry("0", expected.at("/pol/0").asLong())
                .containsEntry("1", expected.at("/pol/1").asLong());
        assertThat(facts.durationMicros()).isEqualTo(expected.path("duration").asLong());
        assertThat(facts.x()).isEqualTo(whole(expected.path("x")));
        assertThat(facts.y()).isEqualTo(whole(expected.path("y")));
        assertThat(facts.t())
                .containsExactly(
                        expected.at("/t/0").asLong(), expected.at("/t/1").asLong());
        assertThat(facts.inOrder()).isEqualTo(expected.path("monotonic").asBoolean());
        assertThat(facts.sumX()).isEqualTo(expected.path("sum_x").asLong());
        assertThat(facts.sumY()).isEqualTo(expected.path("sum_y").asLong());
        assertThat(facts.sumT()).isEqualTo(expected.path("sum_t_minus_t0").asLong());
    }

    private static List<Integer> whole(JsonNode pair) {
        return List.of(pair.path(0).asInt(), pair.path(1).asInt());
    }

    private static void assertEvents(EventStream stream, JsonNode expected) {
        List<List<Long>> events = new ArrayList<>();
        for (int i = 0; i < stream.size(); i++) {
            events.add(List.of(stream.t(i), (long) stream.x(i), (long) stream.y(i), (long) stream.polarity(i)));
        }
        assertThat(events).isEqualTo(events(expected));
    }

    private static List<List<Long>> events(JsonNode array) {
        List<List<Long>> events = new ArrayList<>();
        for (JsonNode event : array) {
            List<Long> values = new ArrayList<>();
            event.forEach(value -> values.add(value.asLong()));
            events.add(values);
        }
        return events;
    }

    private static JsonNode expected(String name) throws IOException {
        JsonNode all =
                new ObjectMapper().readTree(SharedData.require("expected.json").toFile());
        return all.path(name);
    }
}
