package org.spike4j.neuron.equation;

/** Text that is no neuron: says where and why, and shows the line with a mark under the column. */
public final class EquationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    EquationException(String text, int position, String reason) {
        super(message(text, position, reason));
        line = lineOf(text, position);
        column = columnOf(text, position);
    }

    /**
     * Where the trouble is.
     *
     * @return the line, from 1
     */
    public int line() {
        return line;
    }

    /**
     * Where the trouble is.
     *
     * @return the column, from 1
     */
    public int column() {
        return column;
    }

    private static String message(String text, int position, String reason) {
        int column = columnOf(text, position);
        String shown =
                text.lines().skip(lineOf(text, position) - 1L).findFirst().orElse("");
        return "line " + lineOf(text, position) + ", column " + column + ": " + reason + "\n" + shown + "\n"
                + " ".repeat(column - 1) + "^";
    }

    private static int lineOf(String text, int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static int columnOf(String text, int position) {
        return position - text.lastIndexOf('\n', position - 1);
    }
}
