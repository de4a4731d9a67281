package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.text.Vocabulary;
import org.spike4j.datasets.text.WordSteps;
import org.spike4j.datasets.text.WordSteps.Kept;
import org.spike4j.datasets.text.Words;

class ImdbTest {
    @TempDir
    private Path folder;

    @Test
    void wordsAreLowerCaseWithoutMarkupAndKeepApostrophes() {
        assertThat(Words.of("It's NOT bad,<br /><br />really: 10/10 (don\u2019t miss)!"))
                .containsExactly("it's", "not", "bad", "really", "10", "10", "don't", "miss");
        assertThat(Words.of(" ... ")).isEmpty();
        assertThat(Words.of("a < b")).containsExactly("a", "b");
    }

    @Test
    void frequentWordsHaveLowNumbersAndEqualOnesTheOrderOfTheAlphabet() {
        Vocabulary known = Vocabulary.of(List.of(List.of("b", "a", "c", "b"), List.of("d", "c", "b")), 3);

        assertThat(known.size()).isEqualTo(3);
        assertThat(known.numbers(List.of("b", "c", "a", "d", "z"))).containsExactly(1, 2, 3, 0, 0);
    }

    @Test
    void aShortTextEndsAtTheLastStepAndALongOneIsCut() {
        List<String> words = List.of("a", "b", "c");

        assertThat(new WordSteps(2, Kept.FIRST).cut(words)).containsExactly("a", "b");
        assertThat(new WordSteps(2, Kept.LAST).cut(words)).containsExactly("b", "c");
        assertThat(new WordSteps(5, Kept.FIRST).cut(words)).isEqualTo(words);
        assertThat(new WordSteps(3, Kept.FIRST).oneHot(new int[] {2, 0}, 3)).containsExactly(0, 0, 0, 0, 0, 1, 1, 0, 0);
    }

    @Test
    void vocabularyIsThatOfTheReviewsToTrainOn() throws IOException {
        write("train/neg/0_1.txt", "dull dull film");
        write("train/pos/0_9.txt", "nice film");
        write("train/unsup/0_0.txt", "nobody reads this");
        write("test/neg/0_2.txt", "tedious film");
        write("test/pos/0_8.txt", "Nice!");
        Imdb reviews = Imdb.open(folder, new WordSteps(2, Kept.FIRST), 3, 0, 1);

        assertThat(reviews.classNames()).containsExactly("negative", "positive");
        assertThat(reviews.samples(Split.TRAIN).stream().map(TensorSample::label))
                .containsExactly(0, 1);
        TensorSample tedious = reviews.samples(Split.TEST).get(0);
        assertThat(tedious.name()).isEqualTo("0_2.txt");
        // dull 1, film 2, nice 3: tedious is unknown, 0
        assertThat(tedious.source().read()).containsExactly(1, 0, 0, 0, 0, 0, 1, 0);
        assertThat(reviews.samples(Split.TEST).get(1).source().read()).containsExactly(0, 0, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void wordsOfHeldOutReviewsAreUnknown() throws IOException {
        for (int i = 0; i < 4; i++) {
            write("train/neg/" + i + "_1.txt", "bad" + i);
            write("train/pos/" + i + "_9.txt", "good" + i);
        }
        write("test/neg/0_2.txt", "bad0");
        write("test/pos/0_8.txt", "good0");
        Imdb reviews = Imdb.open(folder, new WordSteps(1, Kept.FIRST), 20, 0.25, 3);

        assertThat(reviews.samples(Split.TRAIN)).hasSize(6);
        assertThat(reviews.samples(Split.VALIDATION)).hasSize(2);
        for (TensorSample held : reviews.samples(Split.VALIDATION)) {
            assertThat(held.source().read()[Vocabulary.UNKNOWN]).isEqualTo(1);
        }
        for (TensorSample learned : reviews.samples(Split.TRAIN)) {
            assertThat(learned.source().read()[Vocabulary.UNKNOWN]).isZero();
        }
    }

    @Test
    void missingFoldersAreNamedWithWhatIsWanted() {
        assertThatThrownBy(() -> Imdb.open(folder, new WordSteps(1, Kept.FIRST), 1, 0, 1))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("train/neg")
                .hasMessageContaining("test/pos");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("aclImdb").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
