package org.spike4j.neuron.kernel;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.WeakHashMap;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.SimpleCompiler;
import org.spike4j.neuron.equation.Node;
import org.spike4j.neuron.equation.Op;
import org.spike4j.neuron.equation.StepProgram;
import org.spike4j.neuron.surrogate.Surrogate;

/**
 * Makes executable rows of programs, and keeps them as long as the program is in use. Compiled classes are hidden ones, which
 * the JVM unloads with the last of their objects.
 */
final class ProgramCompiler {
    private record Key(Node output, List<Integer> wanted, boolean compiled) {}

    private static final Map<StepProgram, Map<Key, ProgramRows<?>>> KNOWN =
            Collections.synchronizedMap(new WeakHashMap<>());

    private ProgramCompiler() {}

    /** Rows on vectors of floats. */
    @SuppressWarnings("unchecked")
    static ProgramRows<float[]> compiled(StepProgram program, Node output, SortedSet<Integer> wanted) {
        return (ProgramRows<float[]>) rows(program, new Key(output, new ArrayList<>(wanted), true), wanted);
    }

    /** Rows of doubles, the reference. */
    @SuppressWarnings("unchecked")
    static ProgramRows<double[]> interpreted(StepProgram program, Node output, SortedSet<Integer> wanted) {
        return (ProgramRows<double[]>) rows(program, new Key(output, new ArrayList<>(wanted), false), wanted);
    }

    private static ProgramRows<?> rows(StepProgram program, Key key, SortedSet<Integer> wanted) {
        Map<Key, ProgramRows<?>> own =
                KNOWN.computeIfAbsent(program, any -> Collections.synchronizedMap(new HashMap<>()));
        return own.computeIfAbsent(key, missing -> {
            ProgramCode code = ProgramCode.of(program, key.output(), wanted);
            return key.compiled() ? compile(code) : new RowInterpreter(code);
        });
    }

    private static FloatRows compile(ProgramCode code) {
        String source = VectorProgramPrinter.print(code);
        try {
            SimpleCompiler compiler = new SimpleCompiler();
            compiler.setParentClassLoader(ProgramCompiler.class.getClassLoader());
            compiler.cook(source);
            byte[] bytes = compiler.getBytecodes().get("org.spike4j.neuron.kernel." + VectorProgramPrinter.NAME);
            return (FloatRows) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getConstructor(Surrogate.class)
                    .newInstance(surrogate(code.program()));
        } catch (CompileException | ReflectiveOperationException e) {
            throw new IllegalStateException("a neuron's program did not compile: " + e.getMessage() + "\n" + source, e);
        }
    }

    private static Surrogate surrogate(StepProgram program) {
        for (int k = 0; k < program.graph().size(); k++) {
            if (program.graph().node(k).op() == Op.SLOPE) {
                return program.graph().node(k).surrogate();
            }
        }
        return null;
    }
}
