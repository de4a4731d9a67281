package org.spike4j.neuron.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Copies of a class, one for each {@link PlainKind}, so that the JIT sees the kind as a constant. One class for all kinds would
 * be compiled with the branches of all that ever ran in this JVM, which is more than the JIT inlines: three to four times
 * slower.
 *
 * @param <R> what the class implements
 */
final class KindCopies<R> {
    private final Class<? extends R> template;
    private final Map<PlainKind, R> byKind = new ConcurrentHashMap<>();

    /**
     * No copies yet.
     *
     * @param template has a constructor without arguments, and takes its kind from {@link #kindOf}
     */
    KindCopies(Class<? extends R> template) {
        this.template = template;
    }

    /** The copy for a kind, made when first asked for. */
    R of(PlainKind kind) {
        return byKind.computeIfAbsent(kind, this::define);
    }

    /** The kind that a copy is for, to be kept in a constant; null in the template itself. */
    static PlainKind kindOf(MethodHandles.Lookup copy) {
        try {
            return MethodHandles.classData(copy, ConstantDescs.DEFAULT_NAME, PlainKind.class);
        } catch (IllegalAccessException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private R define(PlainKind kind) {
        try (InputStream file = template.getResourceAsStream(template.getSimpleName() + ".class")) {
            return (R) MethodHandles.lookup()
                    .defineHiddenClassWithClassData(file.readAllBytes(), kind, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the vector kernel for " + kind + " could not be made", e);
        }
    }
}
