package org.spike4j.examples.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;

/** Colours and fonts that all plots share. Blue and orange are told apart by colour-blind readers (Okabe and Ito). */
final class Theme {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x1f2933);
    static final Color MUTED = new Color(0x5b6770);
    static final Color GRID = new Color(0xe4e7eb);
    static final Color BLUE = new Color(0x0072b2);
    static final Color ORANGE = new Color(0xd55e00);

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    /** Width of a plot that spans the report, in units of the drawing. */
    static final int WIDTH = 960;

    /** Space around a plot, in units of the drawing. */
    static final int MARGIN = 16;

    /** Height that title and explanation take, in units of the drawing. */
    static final int HEAD = 62;

    private Theme() {}

    /** Writes title and explanation at the upper left. */
    static void head(Graphics2D page, String title, String explanation) {
        page.setFont(TITLE);
        page.setColor(INK);
        page.drawString(title, MARGIN, 28);
        page.setFont(SMALL);
        page.setColor(MUTED);
        page.drawString(explanation, MARGIN, 47);
    }

    /** Writes a text whose middle is at x and whose base line is at y. */
    static void centre(Graphics2D page, String text, double x, double y) {
        page.drawString(text, (float) (x - page.getFontMetrics().stringWidth(text) / 2.0), (float) y);
    }

    /** Writes a text that ends at x and whose base line is at y. */
    static void right(Graphics2D page, String text, double x, double y) {
        page.drawString(text, (float) (x - page.getFontMetrics().stringWidth(text)), (float) y);
    }

    /** Cuts a text so that it is at most so wide in the font of the page. */
    static String fit(Graphics2D page, String text, int width) {
        String fitted = text;
        while (fitted.length() > 2 && page.getFontMetrics().stringWidth(fitted) > width) {
            fitted = fitted.substring(0, fitted.length() - 2) + "\u2026";
        }
        return fitted;
    }
}
