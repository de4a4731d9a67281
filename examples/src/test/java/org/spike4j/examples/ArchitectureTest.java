package org.spike4j.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the modules, as ARCHITECTURE.md draws them. */
@AnalyzeClasses(packages = "org.spike4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String NEURON = "org.spike4j.neuron..";
    private static final String LAYERS = "org.spike4j.layers..";
    private static final String TRAINING = "org.spike4j.training..";
    private static final String DATASETS = "org.spike4j.datasets..";
    private static final String BENCHMARKS = "org.spike4j.benchmarks..";
    private static final String EXAMPLES = "org.spike4j.examples..";
    private static final String DEEPLEARNING4J = "org.deeplearning4j..";

    @ArchTest
    static final ArchRule neuronsSeeOnlyNd4j = noClasses()
            .that()
            .resideInAPackage(NEURON)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LAYERS, TRAINING, DATASETS, BENCHMARKS, EXAMPLES, DEEPLEARNING4J);

    @ArchTest
    static final ArchRule layersSeeNeurons = noClasses()
            .that()
            .resideInAPackage(LAYERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TRAINING, DATASETS, BENCHMARKS, EXAMPLES);

    @ArchTest
    static final ArchRule trainingSeesLayersButNoDataSets = noClasses()
            .that()
            .resideInAPackage(TRAINING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DATASETS, BENCHMARKS, EXAMPLES);

    @ArchTest
    static final ArchRule dataSetsSeeNoNetworks = noClasses()
            .that()
            .resideInAPackage(DATASETS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(NEURON, LAYERS, TRAINING, BENCHMARKS, EXAMPLES, DEEPLEARNING4J);

    @ArchTest
    static final ArchRule nothingSeesBenchmarksButTheCommandLine = noClasses()
            .that()
            .resideInAnyPackage(NEURON, LAYERS, TRAINING, DATASETS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BENCHMARKS);

    @ArchTest
    static final ArchRule noLibrarySeesABackend = noClasses()
            .that()
            .resideInAPackage("org.spike4j..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j.linalg.cpu..", "org.nd4j.linalg.jcublas..");

    @ArchTest
    static final ArchRule mainMethodsAreExamples = methods()
            .that()
            .haveName("main")
            .and()
            .arePublic()
            .and()
            .areStatic()
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage(EXAMPLES);
}
