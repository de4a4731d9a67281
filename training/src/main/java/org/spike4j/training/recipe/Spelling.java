package org.spike4j.training.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a recipe spells the constants of an enum: {@code CROSS_ENTROPY} as {@code cross-entropy}. */
final class Spelling {
    private Spelling() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Spelling::of).toList();
    }
}
