package org.spike4j.neuron.equation;

import java.util.List;

/** Reads tokens one after the other, and makes errors that point at them. */
final class TokenReader {
    private final String text;
    private final List<Token> tokens;
    private int at;

    TokenReader(String text) {
        this.text = text;
        tokens = Token.of(text);
    }

    boolean atEnd() {
        return at == tokens.size();
    }

    Token next() {
        return tokens.get(at++);
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The token so many behind the next one; the end of the text repeats. */
    Token peek(int further) {
        return tokens.get(Math.max(0, Math.min(at + further, tokens.size() - 1)));
    }

    boolean accept(String sign) {
        if (!atEnd() && peek().is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    boolean endsStatement() {
        return peek().kind() == Token.Kind.END_OF_STATEMENT;
    }

    void expect(String sign) {
        if (!accept(sign)) {
            throw error(peek(), "'" + sign + "' is wanted here, found " + peek().shown());
        }
    }

    Token expectName(String what) {
        if (peek().kind() != Token.Kind.NAME) {
            throw error(peek(), what + " is wanted here, found " + peek().shown());
        }
        return next();
    }

    void expectEnd() {
        if (!endsStatement()) {
            throw error(peek(), "the statement should end here, found " + peek().shown());
        }
        next();
    }

    EquationException error(Token token, String reason) {
        return new EquationException(text, token.position(), reason);
    }
}
