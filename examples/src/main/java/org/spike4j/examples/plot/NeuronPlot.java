package org.spike4j.examples.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** A neuron at a glance: spikes, membrane and input over time, and beside them its mean output over the input. */
public final class NeuronPlot {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 250;
    private static final int LEFT = 66;
    private static final int TRACE_WIDTH = 400;
    private static final int RIGHT_LEFT = 556;
    private static final int TOP = 14;
    private static final int SPIKES = 18;
    private static final int MEMBRANE = 122;
    private static final int INPUT_TOP = 174;
    private static final int INPUT = 28;
    private static final int FOOT = 44;

    private NeuronPlot() {}

    /**
     * Draws the plot.
     *
     * @param trace of the neuron over time; not modified
     * @param response its mean output over the input; not modified
     * @return the drawing
     */
    public static Picture draw(NeuronTrace trace, ResponseCurve response) {
        return new Picture(WIDTH, HEIGHT, page -> {
            trace(page, trace);
            response(page, response);
        });
    }

    private static void trace(Graphics2D page, NeuronTrace trace) {
        double[] times = trace.times();
        Span time = new Span(0, times.length * trace.step());
        Span potential = Span.around(DoubleStream.concat(Arrays.stream(trace.membrane()), Arrays.stream(trace.output()))
                .toArray());
        Frame membrane = new Frame(LEFT, TOP + SPIKES + 6.0, TRACE_WIDTH, MEMBRANE, time, potential);
        Frame input = new Frame(
                LEFT,
                INPUT_TOP,
                TRACE_WIDTH,
                INPUT,
                time,
                Span.around(trace.input()).including(0));
        membrane.valueAxis(page, withUnit("membrane", trace.membraneUnit()), Theme.MARGIN);
        membrane.curve(page, Theme.BLUE, times, trace.membrane());
        if (trace.output().length > 0) {
            membrane.curve(page, Theme.ORANGE, times, trace.output());
            label(page, "output", Theme.ORANGE);
        } else if (trace.spikes().length > 0) {
            spikes(page, trace, membrane);
            label(page, "spikes", Theme.ORANGE);
        }
        inputAxis(page, trace, input);
        input.stairs(page, Theme.MUTED, times, trace.input());
        input.placeAxis(page, "time (" + trace.timeUnit() + ")");
    }

    private static void label(Graphics2D page, String text, Color colour) {
        page.setFont(Theme.SMALL);
        page.setColor(colour);
        Theme.right(page, text, LEFT - 8.0, TOP + SPIKES - 5.0);
    }

    /** One mark a spike above the membrane; where a step may have several, its height is their number. */
    private static void spikes(Graphics2D page, NeuronTrace trace, Frame membrane) {
        double most = Math.max(1, Arrays.stream(trace.spikes()).max().orElse(1));
        page.setColor(Theme.ORANGE);
        page.setStroke(new BasicStroke(1.4f));
        for (int t = 0; t < trace.spikes().length; t++) {
            if (trace.spikes()[t] != 0) {
                double x = membrane.x(t * trace.step());
                double height = SPIKES * Math.abs(trace.spikes()[t]) / most;
                page.draw(new Line2D.Double(x, TOP + SPIKES, x, TOP + SPIKES - height));
            }
        }
    }

    private static void inputAxis(Graphics2D page, NeuronTrace trace, Frame input) {
        double most = Arrays.stream(trace.input())
                .boxed()
                .max((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
                .orElse(0.0);
        page.setFont(Theme.SMALL);
        page.setStroke(new BasicStroke(1));
        for (double mark : new double[] {0, most}) {
            page.setColor(Theme.GRID);
            page.draw(new Line2D.Double(LEFT, input.y(mark), LEFT + (double) TRACE_WIDTH, input.y(mark)));
            page.setColor(Theme.MUTED);
            Theme.right(page, Ticks.shortest(mark), LEFT - 8.0, input.y(mark) + 4);
        }
        page.setColor(Theme.INK);
        page.drawString("input", LEFT + TRACE_WIDTH + 8f, INPUT_TOP + INPUT / 2f + 4);
    }

    private static void response(Graphics2D page, ResponseCurve response) {
        double width = WIDTH - RIGHT_LEFT - 2.0 * Theme.MARGIN;
        double[] x = response.input();
        Frame frame = new Frame(
                RIGHT_LEFT,
                TOP,
                width,
                HEIGHT - TOP - FOOT - 4.0,
                new Span(x[0], x[x.length - 1]),
                Span.around(response.output()));
        frame.valueAxis(page, response.outputTitle(), RIGHT_LEFT - 46.0);
        frame.curve(page, Theme.BLUE, x, response.output());
        frame.placeAxis(page, response.inputTitle());
    }

    private static String withUnit(String name, String unit) {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }
}
