package org.spike4j.datasets.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All data sets that are known. */
public final class Catalog {
    private Catalog() {}

    /**
     * The entries.
     *
     * @return events first, then spikes of sound and touch, scenes, images, videos, volumes and texts
     */
    public static List<DataSetEntry> entries() {
        return List.of(
                DvsGestureEntry.entry(),
                TonicGestureEntry.entry(),
                NMnistEntry.entry(),
                Cifar10DvsEntry.entry(),
                NCaltech101Entry.entry(),
                NCarsEntry.entry(),
                AslDvsEntry.entry(),
                DvsLipEntry.entry(),
                PokerDvsEntry.entry(),
                MnistDvsEntry.entry(),
                EsImageNetEntry.entry(),
                HardvsEntry.entry(),
                ShdEntry.entry(),
                SscEntry.entry(),
                NTidigitsEntry.entry(),
                SpokenDigitsEntry.entry(),
                BrailleEntry.entry(),
                DsecEntry.entry(),
                Gen1Entry.entry(),
                OneMegapixelEntry.entry(),
                MnistEntry.entry(),
                FashionMnistEntry.entry(),
                Cifar10Entry.entry(),
                Ucf101Entry.entry(),
                JesterEntry.entry(),
                RgbGestureEntry.entry(),
                Luna16Entry.entry(),
                ImdbEntry.entry());
    }

    /**
     * Finds an entry.
     *
     * @param name its name, in any case
     * @return the entry
     * @throws IllegalArgumentException if there is none of this name
     */
    public static DataSetEntry find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return entries().stream()
                .filter(entry -> entry.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no data set " + name + "; there are "
                        + entries().stream().map(DataSetEntry::name).collect(Collectors.joining(", "))));
    }
}
