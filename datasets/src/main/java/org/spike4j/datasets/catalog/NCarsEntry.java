package org.spike4j.datasets.catalog;

import org.spike4j.datasets.sets.NCars;
import org.spike4j.datasets.sets.SetOptions;
import org.spike4j.datasets.sets.Split;

/** N-CARS. */
final class NCarsEntry {
    private NCarsEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named("ncars", "N-CARS", "100 ms before a driving event camera, with a car or without.")
                .sensor("up to 120 x 100 pixels", 2)
                .licence("Prophesee's terms")
                .source(
                        "A. Sironi et al., HATS: Histograms of Averaged Time Surfaces for Robust "
                                + "Event-Based Object Classification, CVPR 2018",
                        "https://www.prophesee.ai/2018/03/13/dataset-n-cars/")
                .layout("n-cars_train and n-cars_test (or train and test), each with background "
                        + "and cars full of _td.dat files")
                .rule(SplitRule.of("official", "the division of the authors")
                        .withCounts(15422, 8607, "as papers that use it say")
                        .withClasses(Split.TRAIN, 7482, 7940)
                        .withClasses(Split.TEST, 4211, 4396))
                .byHand("Ask for the set on the home page, accept the terms, and unpack "
                        + "Prophesee_Dataset_n_cars.zip (MD5 553ce464d6e5e617b3c21ce27c19368e), then "
                        + "n-cars_train.zip and n-cars_test.zip in it, each into a folder of its "
                        + "name.")
                .opener((folder, rule) ->
                        SetContent.of(NCars.open(folder, SetOptions.defaults().withCacheBytes(0))));
    }
}
