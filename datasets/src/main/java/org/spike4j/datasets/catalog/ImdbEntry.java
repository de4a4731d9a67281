package org.spike4j.datasets.catalog;

import org.spike4j.datasets.download.Checksum;
import org.spike4j.datasets.download.RemoteFile;
import org.spike4j.datasets.sets.Imdb;
import org.spike4j.datasets.text.WordSteps;

/** The Large Movie Review data set. */
final class ImdbEntry {
    /** To read every review, few words and steps are enough. */
    private static final int STEPS = 8;

    private static final int VOCABULARY = 100;

    private ImdbEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named("imdb", "IMDB reviews", "Reviews of films that praise or blame, one word a step.")
                .sensor("words", 2)
                .source(
                        "A. Maas et al., Learning Word Vectors for Sentiment Analysis, ACL 2011",
                        "https://ai.stanford.edu/~amaas/data/sentiment/")
                .layout("train/neg, train/pos, test/neg and test/pos full of .txt files, in the folder or in aclImdb")
                .rule(SplitRule.of("official", "other films for testing")
                        .withCounts(25000, 25000, "the authors")
                        .withEqualClasses(2))
                .download(SetDownload.unpacked(RemoteFile.of(
                                "aclImdb_v1.tar.gz",
                                "https://ai.stanford.edu/~amaas/data/sentiment/aclImdb_v1.tar.gz",
                                "https://bj.bcebos.com/dataset/imdb%2FaclImdb_v1.tar.gz")
                        .withChecksum(Checksum.md5("7c2ac02c03563afcf9b574c7e56c153a"))))
                .recipe("text")
                .opener((folder, rule) ->
                        SetContent.of(Imdb.open(folder, new WordSteps(STEPS, WordSteps.Kept.FIRST), VOCABULARY, 0, 0)));
    }
}
