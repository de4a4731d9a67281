package org.spike4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** What {@code data info} says of every real recording equals what independent parsers found (shared/data/expected.json). */
class ExpectedFactsTest {
    /** Where the facts of events stand in the entry of a file. */
    private static final List<String> FACTS =
            List.of("/streams/0", "/facts", "/facts_dvs", "/facts_rawx_rawy_bit0", "/ignoring_valid_bit");

    @TestFactory
    Stream<DynamicTest> infoEqualsTheFactsOfEveryEventFile() throws IOException {
        Path data = data();
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : entries(data)) {
            JsonNode expected = entry.getValue();
            Path file = data.resolve(entry.getKey());
            facts(expected)
                    .ifPresent(facts -> tests.add(
                            DynamicTest.dynamicTest(entry.getKey(), () -> assertInfo(file, expected, facts))));
            if (expected.path("format").asText().equals("AEDAT 4.0")
                    && expected.path("streams").isEmpty()) {
                tests.add(DynamicTest.dynamicTest(entry.getKey(), () -> assertWithoutEvents(file, expected)));
            }
            if (expected.path("format").asText().equals("RPG text")) {
                tests.add(DynamicTest.dynamicTest(entry.getKey(), () -> assertText(file, expected)));
            }
            if (expected.path("format").asText().startsWith("npy ")) {
                tests.add(DynamicTest.dynamicTest(entry.getKey(), () -> assertArray(file, expected)));
            }
        }
        assertThat(tests).hasSize(39);
        return tests.stream();
    }

    @Test
    void infoEqualsTheFactsOfNmnist() throws IOException {
        Path folder = data().resolve("nmnist_small");
        JsonNode expected = expected(data()).path("nmnist_small/");
        for (String name : List.of("1.bs2", "60001.bs2")) {
            assertFacts(info(folder.resolve(name)), expected.path(name));
        }
        for (String list : List.of("train1K", "test100")) {
            JsonNode part = expected.path(list);
            long events = 0;
            long latest = 0;
            int right = 0;
            int bottom = 0;
            int samples = 0;
            long[] labels = new long[10];
            for (String line : Files.readAllLines(folder.resolve(list + ".txt"))) {
                String[] cells = line.strip().split("\\s+");
                if (cells[0].matches("\\d+")) {
                    JsonNode info = info(folder.resolve(cells[0] + ".bs2"));
                    events += info.path("events").asLong();
                    latest = Math.max(latest, info.at("/t/1").asLong());
                    right = Math.max(right, info.at("/x/1").asInt());
                    bottom = Math.max(bottom, info.at("/y/1").asInt());
                    labels[Integer.parseInt(cells[1])]++;
                    samples++;
                }
            }
            assertThat(samples).isEqualTo(part.path("samples").asInt());
            assertThat(events).isEqualTo(part.path("events").asLong());
            assertThat(latest).isEqualTo(part.path("max_t").asLong());
            assertThat(List.of(right, bottom)).isEqualTo(whole(part.path("max_xy")));
            for (int digit = 0; digit < labels.length; digit++) {
                assertThat(labels[digit])
                        .isEqualTo(part.at("/label_counts/" + digit).asLong());
            }
        }
    }

    @Test
    void infoEqualsTheFactsOfEveryRecordingOfAnNpz() throws IOException {
        JsonNode expected = expected(data()).path("nmnist_npz/events.npz");
        for (int stream = 0; stream < expected.path("arrays").size(); stream++) {
            JsonNode array = expected.path("arrays").path("arr_" + stream);
            JsonNode info = info(data().resolve("nmnist_npz/events.npz"), "--stream", stream);

            assertThat(info.path("events").asLong()).isEqualTo(array.at("/1/0").asLong());
            String rows = array.path(2).asText().replaceAll("[\\[\\]() ]", "");
            String[] numbers = rows.split(",");
            for (int i = 0; i < 4; i++) { // rows are x, y, t, p
                assertThat(info.at("/first/" + i + "/1").asText()).isEqualTo(numbers[4 * i]);
                assertThat(info.at("/first/" + i + "/2").asText()).isEqualTo(numbers[4 * i + 1]);
                assertThat(info.at("/first/" + i + "/0").asText()).isEqualTo(numbers[4 * i + 2]);
                assertThat(info.at("/first/" + i + "/3").asText()).isEqualTo(numbers[4 * i + 3]);
            }
            assertFile(info, expected);
        }
    }

    private static void assertInfo(Path file, JsonNode expected, JsonNode facts) throws IOException {
        JsonNode info = info(file, "--include-invalid");
        assertFile(info, expected);
        assertFacts(info, facts);
        assertThat(expected.path("format").asText())
                .startsWith(info.path("format").asText());
        assertSize(info, expected);
        if (expected.has("valid_events")) {
            assertThat(info(file).path("events").asLong())
                    .isEqualTo(expected.path("valid_events").asLong());
        }
    }

    private static void assertWithoutEvents(Path file, JsonNode expected) throws IOException {
        JsonNode info = info(file);
        assertFile(info, expected);
        assertSize(info, expected);
        assertThat(info.path("events").asLong()).isZero();
        assertThat(info.path("first")).isEmpty();
    }

    /** Times of the text are seconds. */
    private static void assertText(Path file, JsonNode expected) throws IOException {
        JsonNode info = info(file);
        assertFile(info, expected);
        assertThat(info.path("events").asLong())
                .isEqualTo(expected.path("lines").asLong());
        assertThat(info.at("/polarity/1").asLong())
                .isEqualTo(expected.path("pos").asLong());
        assertThat(info.at("/polarity/0").asLong())
                .isEqualTo(expected.path("other").asLong());
        for (int i = 0; i < 3; i++) {
            assertRow(info.at("/first/" + i), expected.at("/first3/" + i));
        }
        assertRow(info.at("/last/1"), expected.path("last"));
        for (int end = 0; end < 2; end++) {
            JsonNode column = expected.path(end == 0 ? "col_min" : "col_max");
            assertThat(info.at("/t/" + end).asLong()).isEqualTo(micros(column.path(0)));
            assertThat(info.at("/x/" + end).asLong()).isEqualTo(column.path(1).asLong());
            assertThat(info.at("/y/" + end).asLong()).isEqualTo(column.path(2).asLong());
        }
    }

    /** Rows are time in seconds, places between pixels, which are rounded, and polarity. */
    private static void assertArray(Path file, JsonNode expected) throws IOException {
        JsonNode info = info(file);
        assertFile(info, expected);
        assertThat(info.path("events").asLong())
                .isEqualTo(expected.at("/shape/0").asLong());
        assertRow(info.at("/first/0"), expected.at("/first2/0"));
        assertRow(info.at("/first/1"), expected.at("/first2/1"));
        assertRow(info.at("/last/1"), expected.path("last"));
        for (int end = 0; end < 2; end++) {
            JsonNode row = expected.path(end == 0 ? "min" : "max");
            assertThat(info.at("/t/" + end).asLong()).isEqualTo(micros(row.path(0)));
            assertThat(info.at("/x/" + end).asLong())
                    .isEqualTo(Math.round(row.path(1).asDouble()));
            assertThat(info.at("/y/" + end).asLong())
                    .isEqualTo(Math.round(row.path(2).asDouble()));
        }
    }

    private static void assertRow(JsonNode event, JsonNode row) {
        assertThat(event.path(0).asLong()).isEqualTo(micros(row.path(0)));
        for (int i = 1; i < 4; i++) {
            assertThat(event.path(i).asLong()).isEqualTo(Math.round(row.path(i).asDouble()));
        }
    }

    private static long micros(JsonNode seconds) {
        return Math.round(seconds.asDouble() * 1e6);
    }

    private static void assertFile(JsonNode info, JsonNode expected) {
        assertThat(info.path("bytes").asLong()).isEqualTo(expected.path("size").asLong());
        assertThat(info.path("sha256").asText())
                .isEqualTo(expected.path("sha256").asText());
    }

    /** The sensor, where the file tells its size. */
    private static void assertSize(JsonNode info, JsonNode expected) {
        JsonNode sizes = expected.at("/container/info_sizes");
        if (!sizes.isMissingNode()) {
            assertThat(info.path("width").asInt()).isEqualTo(sizes.at("/0/1").asInt());
            assertThat(info.path("height").asInt()).isEqualTo(sizes.at("/1/1").asInt());
        }
        JsonNode head = expected.at("/hdr/size");
        if (!head.isMissingNode()) {
            assertThat(List.of(info.path("width").asInt(), info.path("height").asInt()))
                    .isEqualTo(whole(head));
        }
    }

    /** Every field of the facts: one that is not compared is an error. */
    private static void assertFacts(JsonNode info, JsonNode facts) {
        facts.fields().forEachRemaining(fact -> {
            JsonNode value = fact.getValue();
            switch (fact.getKey()) {
                case "events" -> assertThat(info.path("events")).hasToString(value.toString());
                case "first5" -> assertThat(info.path("first")).hasToString(value.toString());
                case "last2" -> assertThat(info.path("last")).hasToString(value.toString());
                case "x", "y", "t" -> assertThat(info.path(fact.getKey())).hasToString(value.toString());
                case "duration" -> assertThat(info.path("durationMicros")).hasToString(value.toString());
                case "monotonic" -> assertThat(info.path("inOrder")).hasToString(value.toString());
                case "sum_x" -> assertThat(info.path("sumX")).hasToString(value.toString());
                case "sum_y" -> assertThat(info.path("sumY")).hasToString(value.toString());
                case "sum_t_minus_t0" -> assertThat(info.path("sumT")).hasToString(value.toString());
                case "pol" -> {
                    for (String polarity : List.of("0", "1")) {
                        assertThat(info.path("polarity").path(polarity).asLong())
                                .isEqualTo(value.path(polarity).asLong());
                    }
                }
                default -> throw new AssertionError("a fact that is not compared: " + fact);
            }
        });
    }

    private static Optional<JsonNode> facts(JsonNode expected) {
        return FACTS.stream()
                .map(expected::at)
                .filter(node -> node.has("events"))
                .findFirst();
    }

    private static List<Integer> whole(JsonNode pair) {
        return List.of(pair.path(0).asInt(), pair.path(1).asInt());
    }

    private static JsonNode info(Path file, Object... options) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("data", "info", file, "--json"));
        arguments.addAll(List.of(options));
        Spoken spoken = Spoken.by(arguments.toArray());
        assertThat(spoken.exitCode()).as(spoken.err()).isZero();
        return spoken.json();
    }

    private static List<Map.Entry<String, JsonNode>> entries(Path data) throws IOException {
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>();
        expected(data).fields().forEachRemaining(entries::add);
        return entries;
    }

    private static JsonNode expected(Path data) throws IOException {
        return new ObjectMapper().readTree(data.resolve("expected.json").toFile());
    }

    private static Path data() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("shared/data/expected.json"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "shared/data/expected.json is not beside the repository");
        return folder.resolve("shared/data");
    }
}
