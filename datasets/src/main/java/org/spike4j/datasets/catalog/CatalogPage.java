package org.spike4j.datasets.catalog;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.spike4j.datasets.download.Checksum;
import org.spike4j.datasets.sets.Split;

/** The catalogue as a page in Markdown: docs/datasets.md. */
public final class CatalogPage {
    /** Name of the page. */
    public static final String PAGE = "datasets.md";

    private static final String HEAD = """
            # Data sets

            Made from the catalogue by `./spike4j data sets --page docs/datasets.md`; change the entries in
            `org.spike4j.datasets.catalog`, not this page.

            `./spike4j data download NAME DIR` fetches a set: several mirrors, resumed after a broken connection, checked, and unpacked so
            that DIR appears whole or not at all. MD5 is used where the authors publish nothing better: it finds damage, not forgery.
            Where a licence or a server demands a browser, the command says what to do by hand. `./spike4j data verify NAME DIR` reads
            every sample and compares the counts with those below; `--split` chooses among several rules, of which the first is the usual
            one. Counts are those of whoever is named with them, not measured here.

            """;

    private CatalogPage() {}

    /**
     * The page.
     *
     * @return Markdown, lines end in a line feed
     */
    public static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("| name | set | classes | size of a sample | train | validation | test | download |\n");
        page.append("|---|---|---|---|---|---|---|---|\n");
        for (DataSetEntry entry : Catalog.entries()) {
            page.append(row(entry));
        }
        for (DataSetEntry entry : Catalog.entries()) {
            page.append(section(entry));
        }
        return page.toString();
    }

    private static String row(DataSetEntry entry) {
        SplitRule rule = entry.rules().get(0);
        String link = "[" + entry.title() + "](#" + anchor(entry) + ")";
        String classes = entry.classes() == 0 ? "none" : Integer.toString(entry.classes());
        String way = entry.downloads().isEmpty() ? "by hand" : "yes";
        return "| `" + entry.name() + "` | "
                + String.join(
                        " | ",
                        link,
                        classes,
                        entry.sensor(),
                        count(rule, Split.TRAIN),
                        count(rule, Split.VALIDATION),
                        count(rule, Split.TEST),
                        way)
                + " |\n";
    }

    private static String section(DataSetEntry entry) {
        StringBuilder text = new StringBuilder("\n## " + entry.title() + "\n\n" + entry.summary() + "\n\n");
        text.append("- Source: ")
                .append(entry.citation())
                .append(". <")
                .append(entry.homepage())
                .append(">\n");
        text.append("- Licence: ")
                .append(entry.licence())
                .append(". Size: ")
                .append(entry.size())
                .append(".\n");
        text.append("- Folder: ").append(entry.layout()).append(".\n");
        for (SplitRule rule : entry.rules()) {
            text.append("- `--split ").append(rule.name()).append("`: ").append(rule.rule());
            text.append(". ").append(counts(rule)).append("\n");
        }
        text.append("- How to get it: ").append(obtaining(entry)).append("\n");
        if (!entry.recipes().isEmpty()) {
            text.append("- Recipe: ")
                    .append(entry.recipes().stream()
                            .map(name -> "`" + name + "`")
                            .collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        return text.toString();
    }

    private static String obtaining(DataSetEntry entry) {
        if (entry.downloads().isEmpty()) {
            return "by hand. " + entry.instructions();
        }
        List<String> kinds = entry.downloads().stream()
                .map(download -> download.file().checksum().map(Checksum::kind).map(Checksum.Kind::algorithm))
                .map(kind -> kind.orElse("no checksum"))
                .distinct()
                .toList();
        int files = entry.downloads().size();
        return "`./spike4j data download " + entry.name() + " DIR`, " + files + (files == 1 ? " file, " : " files, ")
                + String.join(" or ", kinds) + ".";
    }

    private static String counts(SplitRule rule) {
        if (rule.counts().isEmpty()) {
            return "Counts are not known here.";
        }
        String numbers = rule.counts().entrySet().stream()
                .map(count ->
                        number(count.getValue()) + " " + count.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return numbers + " (" + rule.countsFrom() + ").";
    }

    private static String count(SplitRule rule, Split split) {
        OptionalLong count = rule.count(split);
        return count.isPresent() ? number(count.getAsLong()) : "";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** As the usual renderers name a heading. */
    private static String anchor(DataSetEntry entry) {
        return entry.title().toLowerCase(Locale.ROOT).replace(' ', '-').replaceAll("[^a-z0-9-]", "");
    }
}
