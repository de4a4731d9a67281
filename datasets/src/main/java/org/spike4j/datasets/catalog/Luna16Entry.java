package org.spike4j.datasets.catalog;

import org.spike4j.datasets.sets.LunaPatches;
import org.spike4j.datasets.sets.LunaScans;
import org.spike4j.datasets.sets.TensorDataSet;

/** LUNA16, scans or patches. */
final class Luna16Entry {
    private static final int DEPTH = 8;
    private static final int SIDE = 32;

    private Luna16Entry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "luna16",
                        "LUNA16",
                        "Patches of computed tomographies of the lung around nodules and what looks like them, slices as time.")
                .sensor("8 x 32 x 32 voxels of 1 mm", 2)
                .licence("CC BY 4.0")
                .source(
                        "A. Setio et al., Validation, comparison, and combination of algorithms for automatic detection of"
                                + " pulmonary nodules in computed tomography images: the LUNA16 challenge, Medical Image"
                                + " Analysis 2017",
                        "https://luna16.grand-challenge.org/Data/")
                .layout(
                        "subset0 to subset9 full of SERIES.mhd and .raw beside candidates_V2.csv; or train and test full of"
                                + " patches LABEL_SERIES_INDEX.npy")
                .rule(
                        SplitRule.of(
                                "subset9",
                                "subset 9 is for testing, with as many other candidates as nodules; patches are divided already"))
                .byHand("Download candidates_V2.csv and subset0.zip to subset9.zip (888 scans) from"
                        + " https://zenodo.org/records/3723295 and https://zenodo.org/records/4121926, and unpack them into"
                        + " one folder; one of subset0 to subset8 and subset9 are enough to begin with.")
                .recipe("volume")
                .opener((folder, rule) -> {
                    TensorDataSet data = LunaScans.isIn(folder)
                            ? LunaScans.open(folder, DEPTH, SIDE, 0, 0)
                            : LunaPatches.open(folder, DEPTH, SIDE, 0, 0);
                    return SetContent.of(data);
                });
    }
}
