package org.spike4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.aedat31.Aedat31Writer;

/** What the quick commands answer, for people and for programs. */
class AnswersTest {
    @TempDir
    Path folder;

    @Test
    void helpNamesEveryCommand() {
        Spoken spoken = Spoken.by("--help");

        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.out())
                .contains("train", "evaluate", "recipes", "data", "neurons", "conform", "bench", "Exit codes");
        assertThat(spoken.err()).isEmpty();
    }

    @Test
    void everyCommandHasHelp() {
        for (String command : List.of(
                "train",
                "evaluate",
                "recipes",
                "neurons",
                "conform",
                "data info",
                "data stats",
                "data convert",
                "data view",
                "data sets",
                "data download",
                "data verify",
                "bench lif",
                "bench latency",
                "bench all")) {
            Spoken spoken = Spoken.by((Object[]) (command + " --help").split(" "));

            assertThat(spoken.exitCode()).as(command).isZero();
            assertThat(spoken.out()).as(command).contains("Usage: ./spike4j " + command, "--json", "--verbose");
        }
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertThat(Spoken.by("--version").out()).containsPattern("Spike4J \\d+\\.\\d+");
    }

    @Test
    void recipesAreListedWithTheirDescriptions() throws IOException {
        assertThat(Spoken.by("recipes").outLines())
                .hasSize(11)
                .first()
                .asString()
                .startsWith("gesture ");

        Spoken spoken = Spoken.by("recipes", "--json");
        assertThat(spoken.outLines()).hasSize(1);
        JsonNode recipes = spoken.json().get("recipes");
        assertThat(recipes)
                .extracting(recipe -> recipe.get("name").asText())
                .containsExactly(
                        "gesture",
                        "nmnist",
                        "mnist-mlp",
                        "dvs-objects",
                        "spoken-digits",
                        "braille",
                        "volume",
                        "text",
                        "video-frames",
                        "video-differences",
                        "video-events");
        assertThat(recipes)
                .allSatisfy(
                        recipe -> assertThat(recipe.get("description").asText()).isNotBlank());
    }

    @Test
    void infoGivesTheFactsOfTheFile() throws IOException {
        Spoken spoken = Spoken.by("data", "info", recording(), "--json");

        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.outLines()).hasSize(1);
        assertThat(names(spoken.json()))
                .containsExactly(
                        "format",
                        "width",
                        "height",
                        "events",
                        "first",
                        "last",
                        "polarity",
                        "polarityOne",
                        "x",
                        "y",
                        "t",
                        "inOrder",
                        "durationMicros",
                        "sumX",
                        "sumY",
                        "sumT",
                        "bytes",
                        "sha256");
        assertThat(spoken.out())
                .contains("\"format\":\"AEDAT 3.1\"", "\"width\":128", "\"events\":3", "\"durationMicros\":20")
                .contains("\"first\":[[10,1,2,1],[15,3,4,0],[30,5,6,1]]", "\"last\":[[15,3,4,0],[30,5,6,1]]")
                .contains("\"polarity\":{\"0\":1,\"1\":2}", "\"sumX\":9", "\"sumY\":12", "\"sumT\":25");
        assertThat(Spoken.by("data", "info", recording()).out())
                .contains("128 x 128", "3: 2 brighter, 1 darker; the file stores 1 for brighter");
    }

    @Test
    void convertWritesTheFormatOfTheEndingOrOfTheOption() throws IOException {
        Path raw = folder.resolve("x.raw");
        Path text = folder.resolve("x.data");

        Spoken spoken = Spoken.by("data", "convert", recording(), raw, "--json");
        assertThat(spoken.exitCode()).isZero();
        assertThat(names(spoken.json())).containsExactly("format", "events", "path");
        assertThat(spoken.json().get("format").asText()).isEqualTo("Prophesee RAW");
        assertThat(Spoken.by("data", "info", raw, "--json").json().get("sumT").asLong())
                .isEqualTo(25);

        assertThat(Spoken.by("data", "convert", raw, text, "--format", "csv").exitCode())
                .isZero();
        assertThat(text).hasContent("t_us,x,y,p\n10,1,2,1\n15,3,4,0\n30,5,6,1\n");
    }

    @Test
    void viewWritesPictureOrAnimation() throws IOException {
        Path picture = folder.resolve("x.png");
        Path animation = folder.resolve("x.GIF");

        assertThat(Spoken.by("data", "view", recording(), picture).exitCode()).isZero();
        JsonNode answer =
                Spoken.by("data", "view", recording(), animation, "--json").json();

        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(768);
        assertThat(Files.readAllBytes(animation)).startsWith('G', 'I', 'F');
        assertThat(answer.get("frames").asInt()).isEqualTo(10);
        assertThat(answer.get("written").asText()).isEqualTo(animation.toString());
    }

    @Test
    void viewWritesAPageThatPlays() throws IOException {
        Path page = folder.resolve("x.html");

        JsonNode answer = Spoken.by("data", "view", recording(), page, "--json").json();

        assertThat(names(answer)).containsExactly("written", "width", "height", "events", "shown");
        assertThat(answer.get("shown").asInt()).isEqualTo(3);
        assertThat(page).content().contains("x.aedat", "<canvas", "requestAnimationFrame");
    }

    @Test
    void statsTellWhatTheEventsAreLikeAndDrawThem() throws IOException {
        Path plot = folder.resolve("x.png");

        Spoken spoken = Spoken.by("data", "stats", recording(), "--plot", plot, "--json");

        assertThat(spoken.exitCode()).as(spoken.err()).isZero();
        assertThat(names(spoken.json()))
                .containsExactly(
                        "format",
                        "width",
                        "height",
                        "events",
                        "durationMicros",
                        "meanRate",
                        "mostRate",
                        "brighterShare",
                        "rate",
                        "pixels",
                        "between",
                        "atPixel",
                        "orderFaults",
                        "plot");
        assertThat(spoken.out())
                .contains("\"meanRate\":150000.0", "\"octaves\":[0,0,1,1]", "\"darker\":[1]", "\"brighter\":[2]");
        assertThat(ImageIO.read(plot.toFile()).getWidth()).isEqualTo(1920);
        assertThat(Spoken.by("data", "stats", recording()).out())
                .contains("66.7 % brighter", "3 active", "in order of time");
    }

    @Test
    void aPictureOfStatsMustBeAPng() throws IOException {
        Spoken spoken = Spoken.by("data", "stats", recording(), "--plot", folder.resolve("x.svg"));

        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.err()).contains("--plot must end in .png");
    }

    @Test
    void eventsAreShownAsAVideoWhichBecomesEventsAgain() throws IOException {
        Path video = folder.resolve("x.mp4");
        JsonNode written =
                Spoken.by("data", "view", recording(), video, "--json").json();
        assertThat(written.get("frames").asInt()).isEqualTo(10);
        JsonNode facts = Spoken.by("data", "info", video, "--json").json();
        assertThat(facts.get("format").asText()).isEqualTo("video");
        assertThat(facts.get("width").asInt()).isEqualTo(768);
        assertThat(facts.get("pictures").asInt()).isEqualTo(10);
        assertThat(facts.get("durationMicros").asDouble())
                .isCloseTo(9e6 / facts.get("picturesPerSecond").asDouble(), within(1.0));

        Path sheet = folder.resolve("sheet.png");
        JsonNode shown = Spoken.by("data", "view", video, sheet, "--json").json();
        assertThat(shown.get("pictures").asInt()).isEqualTo(10);
        assertThat(ImageIO.read(sheet.toFile()).getWidth()).isEqualTo(768);

        Path events = folder.resolve("again.aedat4");
        JsonNode converted =
                Spoken.by("data", "convert", video, events, "--json").json();
        assertThat(converted.get("format").asText()).isEqualTo("AEDAT 4.0");
        JsonNode info = Spoken.by("data", "info", events, "--json").json();
        assertThat(info.get("width").asInt()).isEqualTo(768);
        assertThat(info.get("events").asLong())
                .isEqualTo(converted.get("events").asLong())
                .isPositive();
    }

    private Path recording() throws IOException {
        Path file = folder.resolve("x.aedat");
        Aedat31Writer.write(
                file,
                EventStream.builder(128, 128)
                        .add(10, 1, 2, 1)
                        .add(15, 3, 4, 0)
                        .add(30, 5, 6, 1)
                        .build());
        return file;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
