package org.spike4j.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecipePageTest {

    static Stream<Arguments> words() {
        Stream<Arguments> names = Stream.<Class<? extends Enum<?>>>of(
                        LayerKind.class, NeuronKind.class, LossKind.class, FilterKind.class, SurrogateFamily.class)
                .flatMap(kinds -> Arrays.stream(kinds.getEnumConstants())
                        .map(kind -> Arguments.of(kinds.getSimpleName(), Spelling.of(kind))));
        Stream<Arguments> keys = Arrays.stream(NeuronKind.values())
                .flatMap(kind -> kind.keys().stream().map(key -> Arguments.of(Spelling.of(kind), key)));
        return Stream.concat(names, keys).distinct();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("words")
    void thePageNamesEveryWordOfARecipe(String of, String word) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "recipes.md"));
        String line = page.lines()
                .filter(row -> row.startsWith("| `" + of + "`") || row.contains(", `" + of + "` |"))
                .findFirst()
                .orElse(page);
        boolean common = FiringKeys.KEYS.contains(word) || word.equals("inhibition");
        assertThat(common ? page : line).as("key or name %s of %s", word, of).contains("`" + word + "`");
    }
}
