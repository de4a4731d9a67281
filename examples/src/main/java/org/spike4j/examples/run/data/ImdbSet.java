package org.spike4j.examples.run.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spike4j.datasets.sets.Imdb;
import org.spike4j.datasets.text.WordSteps;
import org.spike4j.datasets.text.synthetic.SyntheticReviewSettings;
import org.spike4j.datasets.text.synthetic.SyntheticReviews;
import org.spike4j.training.recipe.DataRecipe;
import org.spike4j.training.recipe.Section;

/** IMDB reviews, in a folder of the user or made up once. */
final class ImdbSet implements RecipeSet {
    private static final int VOCABULARY = 1000;
    private static final int MOST_WORDS = 100_000;

    @Override
    public RecipeData open(DataRequest request) throws IOException {
        DataRecipe data = request.data();
        Section options = data.options().allow("vocabulary", "keep");
        WordSteps steps = new WordSteps(data.steps(), options.choice("keep", WordSteps.Kept.FIRST));
        int vocabulary = options.integer("vocabulary", 1, MOST_WORDS, VOCABULARY);
        return request.tensors(Imdb.open(
                folder(request),
                steps,
                vocabulary,
                data.validation(),
                request.run().seed()));
    }

    private static Path folder(DataRequest request) throws IOException {
        if (request.source().folder().isPresent()) {
            return request.source().folder().get();
        }
        Path kept = request.kept("imdb");
        SyntheticReviewSettings settings = SyntheticReviewSettings.defaults();
        if (!Files.isDirectory(kept)) {
            request.remark("making up " + settings.reviews() + " reviews in " + kept + ", once ...");
        }
        return SyntheticReviews.prepare(kept, settings);
    }
}
