package org.spike4j.neuron.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors in off-heap memory. JDK 17 reads them from direct buffers, newer JDKs from memory segments, and neither knows the
 * other's method; so both are reached through constant method handles, which the JIT inlines as it does a direct call.
 */
final class VectorMemory {
    private static final boolean SEGMENTS = usesSegments();
    private static final MethodHandle OF_BUFFER = ofBuffer();
    private static final MethodHandle LOAD = load();

    /**
     * The class of the vectors. Casting what is loaded to it tells the JIT; otherwise it has to find out from profiles of the
     * library's methods, and boxes the vectors in runs of the JVM where it compiled such a method without one.
     */
    private static final Class<? extends FloatVector> FLOATS =
            FloatVector.zero(VectorStep.SPECIES).getClass();

    private static final MethodHandle STORE = store();

    private VectorMemory() {}

    /** The memory of a direct buffer, as {@link #load} and {@link #store} take it; null for null. */
    static Object of(ByteBuffer buffer) {
        if (buffer == null || !SEGMENTS) {
            return buffer;
        }
        try {
            return OF_BUFFER.invoke(buffer);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static FloatVector load(Object memory, int at) {
        try {
            return FLOATS.cast((FloatVector) LOAD.invokeExact(memory, at));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void store(FloatVector vector, Object memory, int at) {
        try {
            STORE.invokeExact(vector, memory, at);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static boolean usesSegments() {
        try {
            FloatVector.class.getMethod(
                    "fromByteBuffer", VectorSpecies.class, ByteBuffer.class, int.class, ByteOrder.class);
            return false;
        } catch (NoSuchMethodException e) {
            return true;
        }
    }

    private static Class<?> memoryType() throws ClassNotFoundException {
        return SEGMENTS ? Class.forName("java.lang.foreign.MemorySegment") : ByteBuffer.class;
    }

    private static MethodHandle ofBuffer() {
        if (!SEGMENTS) {
            return null;
        }
        try {
            Class<?> segment = memoryType();
            Class<?> buffer = Buffer.class;
            return MethodHandles.lookup()
                    .findStatic(segment, "ofBuffer", MethodType.methodType(segment, buffer))
                    .asType(MethodType.methodType(Object.class, ByteBuffer.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static MethodHandle load() {
        try {
            Class<?> offset = SEGMENTS ? long.class : int.class;
            MethodType type = MethodType.methodType(
                    FloatVector.class, VectorSpecies.class, memoryType(), offset, ByteOrder.class);
            String name = SEGMENTS ? "fromMemorySegment" : "fromByteBuffer";
            MethodHandle load = MethodHandles.lookup().findStatic(FloatVector.class, name, type);
            return MethodHandles.insertArguments(
                            MethodHandles.insertArguments(load, 3, VectorStep.ORDER), 0, VectorStep.SPECIES)
                    .asType(MethodType.methodType(FloatVector.class, Object.class, int.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static MethodHandle store() {
        try {
            Class<?> offset = SEGMENTS ? long.class : int.class;
            MethodType type = MethodType.methodType(void.class, memoryType(), offset, ByteOrder.class);
            String name = SEGMENTS ? "intoMemorySegment" : "intoByteBuffer";
            MethodHandle store = MethodHandles.lookup().findVirtual(FloatVector.class, name, type);
            return MethodHandles.insertArguments(store, 3, VectorStep.ORDER)
                    .asType(MethodType.methodType(void.class, FloatVector.class, Object.class, int.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** What the vector methods throw themselves; the handles add nothing. */
    private static RuntimeException unexpected(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }
}
