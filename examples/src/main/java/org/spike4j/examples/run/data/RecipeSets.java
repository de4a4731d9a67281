package org.spike4j.examples.run.data;

import org.spike4j.training.recipe.DataSetName;

/** The data sets by their name in recipes. */
final class RecipeSets {
    private RecipeSets() {}

    static RecipeSet of(DataSetName name) {
        return switch (name) {
            case GESTURE -> new GestureSet();
            case NMNIST -> new NMnistSet();
            case MNIST -> new MnistSet();
            case LUNA16 -> new LunaSet();
            case IMDB -> new ImdbSet();
            case RECORDINGS -> new RecordingsSet();
            case SPOKEN_DIGITS -> new SpokenDigitsSet();
            case SOUNDS -> new SoundsSet();
            case BRAILLE -> new BrailleSet();
            case VIDEO -> new VideoSet();
        };
    }
}
