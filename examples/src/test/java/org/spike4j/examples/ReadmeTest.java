package org.spike4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void theSnippetOfTheReadmeIsTheCompiledOne() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String source = Files.readString(Path.of("src/test/java/org/spike4j/examples/ReadmeSnippet.java"));
        String shown = between(readme, "```java\n", "```");
        String compiled = between(source, "// snippet\n", "// end");
        assertThat(withoutSpaces(shown)).isEqualTo(withoutSpaces(compiled)).isNotEmpty();
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String withoutSpaces(String code) {
        return code.replaceAll("\\s+", "");
    }
}
