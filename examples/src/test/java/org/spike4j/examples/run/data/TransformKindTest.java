package org.spike4j.examples.run.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.transform.CenterCrop;
import org.spike4j.datasets.transform.Chain;
import org.spike4j.datasets.transform.CutOut;
import org.spike4j.datasets.transform.EventTransform;
import org.spike4j.datasets.transform.FlipHorizontal;
import org.spike4j.datasets.transform.FlipVertical;
import org.spike4j.datasets.transform.OneOf;
import org.spike4j.datasets.transform.RandomCrop;
import org.spike4j.datasets.transform.RefractoryFilter;
import org.spike4j.datasets.transform.Sometimes;
import org.spike4j.datasets.transform.mixing.EventMixing;
import org.spike4j.training.recipe.RecipeException;
import org.spike4j.training.recipe.RecipeReader;
import org.spike4j.training.recipe.Section;

class TransformKindTest {
    private static final Path PAGE = Path.of("../docs/recipes.md");

    @Test
    void everyTransformCanBeNamedWithTheKeysOfItsClass() {
        Map<String, List<String>> classes = records("org.spike4j.datasets.transform", EventTransform.class);
        classes.remove("chain"); // the list of a recipe is one

        Map<String, List<String>> kinds = new TreeMap<>();
        for (TransformKind kind : TransformKind.values()) {
            kinds.put(kind.spelling(), kind.keys());
        }
        assertThat(kinds).isEqualTo(classes);
    }

    @Test
    void everyMixingCanBeNamed() {
        assertThat(records("org.spike4j.datasets.transform.mixing", EventMixing.class)
                        .keySet())
                .containsExactlyElementsOf(Arrays.stream(MixingKind.values())
                        .map(MixingKind::spelling)
                        .toList());
    }

    @Test
    void pageNamesEveryKindAndKey() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        for (TransformKind kind : TransformKind.values()) {
            assertThat(lines).as(kind.spelling()).anySatisfy(line -> {
                assertThat(line).contains("`" + kind.spelling() + "`");
                kind.keys().forEach(key -> assertThat(line).contains("`" + key + "`"));
            });
        }
        for (MixingKind kind : MixingKind.values()) {
            assertThat(lines).anySatisfy(line -> assertThat(line).contains("`" + kind.spelling() + "`"));
        }
    }

    @Test
    void randomOnesAreForTrainingAndTestsSeeTheMiddleOfRandomCrops() {
        RecipeTransforms transforms = RecipeTransforms.of(sections("""
                    - refractory-filter: {micros: 100}
                    - random-crop: {width: 20, height: 10}
                    - sometimes: {transform: {cut-out: {share: 0.25}}, probability: 0.1}
                    - one-of: {transforms: [flip-horizontal: {}, flip-vertical: {probability: 1}]}
                """));

        EventTransform refractory = new RefractoryFilter(100, false);
        assertThat(transforms.training())
                .contains(Chain.of(
                        refractory,
                        new RandomCrop(20, 10),
                        new Sometimes(new CutOut(0.25), 0.1),
                        OneOf.of(new FlipHorizontal(0.5), new FlipVertical(1))));
        assertThat(transforms.testing()).contains(Chain.of(refractory, new CenterCrop(20, 10)));
        EventStream sensor = transforms.sensor(34, 34);
        assertThat(sensor.width()).isEqualTo(20);
        assertThat(sensor.height()).isEqualTo(10);
        assertThat(transforms
                        .training()
                        .get()
                        .apply(sensor, new SplittableRandom(1))
                        .size())
                .isZero();
    }

    @Test
    void unknownKindsAndKeysAreNamedWithTheNearestOne() {
        assertThatThrownBy(() -> RecipeTransforms.of(sections("    - flip-horizontl: {}")))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("flip-horizontal?");
        assertThatThrownBy(() -> RecipeTransforms.of(sections("    - drop-time: {least: 0.1, mots: 0.2}")))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("data.transforms[0].drop-time.mots");
    }

    private static List<Section> sections(String transforms) {
        String recipe = """
                name: x
                data:
                  set: nmnist
                  steps: 4
                  transforms:
                """ + transforms + "\nlayers: [dense: {units: 10}, rate-readout: {}]\ntraining: {epochs: 1}\n";
        return RecipeReader.parse("x", recipe).data().transforms();
    }

    /** The public records of a package that are of a type: their names as recipes spell them, and their components. */
    private static Map<String, List<String>> records(String packageName, Class<?> type) {
        JavaClasses classes = new ClassFileImporter().importPackages(packageName);
        Map<String, List<String>> found = new TreeMap<>();
        for (JavaClass each : classes) {
            if (each.getPackageName().equals(packageName) && each.isRecord() && each.isAssignableTo(type)) {
                String name = each.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
                found.put(
                        name.toLowerCase(Locale.ROOT),
                        Arrays.stream(each.reflect().getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList());
            }
        }
        return found;
    }
}
