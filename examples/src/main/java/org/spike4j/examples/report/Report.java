package org.spike4j.examples.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.spike4j.datasets.file.AtomicFile;

/**
 * The report of a run.
 *
 * @param title heading of the page
 * @param headlines the few values that matter most
 * @param facts the other values
 * @param epochs the measures of each epoch
 * @param recipe text of the recipe
 * @param figures the pictures, in the order they are shown
 */
public record Report(
        String title, List<Fact> headlines, List<Fact> facts, Table epochs, String recipe, List<Figure> figures) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    /** Copies the lists. */
    public Report {
        headlines = List.copyOf(headlines);
        facts = List.copyOf(facts);
        figures = List.copyOf(figures);
    }

    /**
     * Writes the report as one web page.
     *
     * @param file the page; one that exists is replaced
     * @throws IOException if writing fails
     */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, html().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The report as a web page that needs no other file.
     *
     * @return HTML
     * @throws IOException if the template cannot be read
     */
    public String html() throws IOException {
        Map<String, String> parts = Map.of(
                "title", escape(title),
                "headlines", headlines.stream().map(Report::headline).collect(Collectors.joining("\n")),
                "facts", facts.stream().map(Report::row).collect(Collectors.joining("\n")),
                "epochs", table(),
                "recipe", escape(recipe.strip()),
                "figures", figures.stream().map(Report::figure).collect(Collectors.joining("\n")));
        return PLACE.matcher(template()).replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
    }

    private static String template() throws IOException {
        try (InputStream in = Report.class.getResourceAsStream("report.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String headline(Fact fact) {
        return "<div class=\"card\"><b>" + escape(fact.value()) + "</b><span>" + escape(fact.name()) + "</span></div>";
    }

    private static String row(Fact fact) {
        return "<tr><th scope=\"row\">" + escape(fact.name()) + "</th><td>" + escape(fact.value()) + "</td></tr>";
    }

    private static String figure(Figure figure) {
        String data = Base64.getEncoder().encodeToString(figure.png());
        return "<figure id=\"" + escape(figure.name()) + "\"><img alt=\"" + escape(figure.caption())
                + "\" src=\"data:image/png;base64," + data + "\"><figcaption>" + escape(figure.caption())
                + "</figcaption></figure>";
    }

    private String table() {
        String head = epochs.columns().stream()
                .map(column -> "<th scope=\"col\">" + escape(column) + "</th>")
                .collect(Collectors.joining());
        String body = epochs.rows().stream()
                .map(row -> row.stream()
                        .map(cell -> "<td>" + escape(cell) + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>")))
                .collect(Collectors.joining("\n"));
        return "<thead><tr>" + head + "</tr></thead>\n<tbody>" + body + "</tbody>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
