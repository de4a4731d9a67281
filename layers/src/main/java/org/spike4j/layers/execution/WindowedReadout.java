package org.spike4j.layers.execution;

/**
 * A readout that, in training, can go on from the window before: its output is that of all steps since the start of the
 * sequence, and the gradient ends at the start of the window.
 *
 * <p>Life cycle of a sequence: {@link #startWindows}, passes of the first window, {@link #nextWindow}, passes of the second,
 * and so on, {@link #endWindows}. A window may be passed more than once.
 */
public interface WindowedReadout {

    /** The passes that follow are those of the first window of a sequence. */
    void startWindows();

    /** The passes that follow are those of the next window; what it carries is that of the last pass. */
    void nextWindow();

    /** The passes that follow are those of whole sequences. */
    void endWindows();
}
