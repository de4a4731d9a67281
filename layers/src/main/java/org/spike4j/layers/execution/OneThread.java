package org.spike4j.layers.execution;

import java.io.Serializable;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Supplier;

/**
 * Lets one thread at a time into a layer, which keeps input, state and what the backward pass needs in its fields. It costs
 * a compare-and-set a pass.
 *
 * <pre>
 * try (var ignored = oneThread.enter(this::layerId)) { ... }
 * </pre>
 */
final class OneThread implements AutoCloseable, Serializable {
    private static final long serialVersionUID = 1L;
    private static final AtomicReferenceFieldUpdater<OneThread, Thread> INSIDE =
            AtomicReferenceFieldUpdater.newUpdater(OneThread.class, Thread.class, "inside");

    private transient volatile Thread inside;
    private transient volatile Thread broughtInput;
    private transient int depth;

    /** Enters to set the input, which the passes of this thread alone may read from now on. */
    OneThread enterWithInput(Supplier<String> layer) {
        enterAnyInput(layer);
        broughtInput = Thread.currentThread();
        return this;
    }

    /** Enters for a pass; {@link #close} leaves. A thread that is inside may enter again. */
    OneThread enter(Supplier<String> layer) {
        enterAnyInput(layer);
        Thread other = broughtInput;
        if (other != null && other != Thread.currentThread()) {
            close();
            throw interference(layer, other);
        }
        return this;
    }

    private void enterAnyInput(Supplier<String> layer) {
        Thread me = Thread.currentThread();
        if (inside != me && !INSIDE.compareAndSet(this, null, me)) {
            throw interference(layer, inside);
        }
        depth++;
    }

    @Override
    public void close() {
        if (--depth == 0) {
            inside = null;
        }
    }

    private static IllegalStateException interference(Supplier<String> layer, Thread other) {
        String first = other == null ? "another thread" : "thread \"" + other.getName() + "\"";
        return new IllegalStateException("thread \"" + Thread.currentThread().getName() + "\" entered a layer that "
                + first + " is using; its network serves one thread at a time: give each thread a network.clone(),"
                + " or a StreamingInference of its own " + layer.get());
    }
}
