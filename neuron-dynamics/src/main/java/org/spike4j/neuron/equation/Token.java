package org.spike4j.neuron.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, a number or a sign of a neuron's text.
 *
 * @param kind what it is
 * @param text as written
 * @param position of its first character in the whole text
 */
record Token(Kind kind, String text, int position) {
    /** Kinds of tokens. */
    enum Kind {
        NUMBER,
        NAME,
        SIGN,
        END_OF_STATEMENT
    }

    private static final Pattern PATTERN = Pattern.compile("(?<space>[ \\t\\r]+|#[^\\n]*)"
            + "|(?<end>[\\n;])"
            + "|(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
            + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)"
            + "|(?<sign><=|>=|\\+=|-=|[-+*/^(),<>=:])");

    boolean is(String sign) {
        return text.equals(sign) && kind != Kind.END_OF_STATEMENT;
    }

    /** What a message calls it. */
    String shown() {
        return kind == Kind.END_OF_STATEMENT ? "the end of the statement" : "'" + text + "'";
    }

    /** All tokens of a text; a line break inside parentheses does not end a statement. */
    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = PATTERN.matcher(text);
        int depth = 0;
        for (int at = 0; at < text.length(); at = matcher.end()) {
            if (!matcher.region(at, text.length()).lookingAt()) {
                throw new EquationException(text, at, "'" + text.charAt(at) + "' has no meaning here");
            }
            String found = matcher.group();
            if (matcher.group("space") != null) {
                continue;
            }
            if (matcher.group("end") != null) {
                boolean goesOn = found.equals("\n") && depth > 0;
                if (!goesOn) {
                    tokens.add(new Token(Kind.END_OF_STATEMENT, found, at));
                }
                continue;
            }
            depth += found.equals("(") ? 1 : found.equals(")") ? -1 : 0;
            Kind kind = matcher.group("number") != null
                    ? Kind.NUMBER
                    : matcher.group("name") != null ? Kind.NAME : Kind.SIGN;
            tokens.add(new Token(kind, found, at));
        }
        tokens.add(new Token(Kind.END_OF_STATEMENT, "", text.length()));
        return tokens;
    }
}
