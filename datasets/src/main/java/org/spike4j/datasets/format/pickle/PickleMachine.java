package org.spike4j.datasets.format.pickle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stack machine of pickles, protocols 2 to 5, with the opcodes of plain data alone. Lists and tuples are {@code List},
 * dictionaries {@code Map} with texts as keys, whole numbers {@code Long}, texts {@code String}, bytes {@code byte[]}.
 */
final class PickleMachine {
    private static final Object MARK = new Object();
    private static final String RECONSTRUCT = "_reconstruct";
    private static final String TYPE = "dtype";
    private static final Set<String> KNOWN = Set.of(
            "numpy.core.multiarray." + RECONSTRUCT,
            "numpy._core.multiarray." + RECONSTRUCT,
            "numpy.ndarray",
            "numpy." + TYPE);

    private final PickleBytes bytes;
    private final List<Object> stack = new ArrayList<>();
    private final List<Object> memo = new ArrayList<>();
    private long at;

    /** A class or function that a pickle names. */
    private record Global(String name) {}

    PickleMachine(PickleBytes bytes) {
        this.bytes = bytes;
    }

    /** Runs to the end. */
    Object run() throws IOException {
        while (true) {
            at = bytes.position();
            int code = bytes.next();
            if (code == '.') {
                return pop();
            }
            if (!data(code) && !structure(code)) {
                throw bytes.damaged(at, "an opcode of plain data", "opcode 0x" + Integer.toHexString(code));
            }
        }
    }

    /** Opcodes that push a value; false for others. */
    private boolean data(int code) throws IOException {
        switch (code) {
            case 0x80 -> requireProtocol(bytes.next());
            case 0x95 -> bytes.take(8);
            case 'N' -> stack.add(null);
            case 0x88 -> stack.add(true);
            case 0x89 -> stack.add(false);
            case 'K' -> stack.add((long) bytes.next());
            case 'M' -> stack.add((long) (bytes.take(2).getShort() & 0xffff));
            case 'J' -> stack.add((long) bytes.take(4).getInt());
            case 'G' ->
                stack.add(
                        Double.longBitsToDouble(Long.reverseBytes(bytes.take(8).getLong())));
            case 0x8c -> stack.add(bytes.text(bytes.next()));
            case 'X' -> stack.add(bytes.text(bytes.length()));
            case 'C' -> stack.add(bytes.take(bytes.next()).array());
            case 'B' -> stack.add(bytes.take(bytes.length()).array());
            case ']' -> stack.add(new ArrayList<>());
            case '}' -> stack.add(new LinkedHashMap<String, Object>());
            case ')' -> stack.add(List.of());
            case '(' -> stack.add(MARK);
            case 'h' -> remember(bytes.next());
            case 'j' -> remember(bytes.length());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Opcodes that change what is on the stack; false for others. */
    private boolean structure(int code) throws IOException {
        switch (code) {
            case 0x94 -> memo.add(top());
            case 'q' -> put(bytes.next());
            case 'r' -> put(bytes.length());
            case 0x85 -> tuple(1);
            case 0x86 -> tuple(2);
            case 0x87 -> tuple(3);
            case 't' -> stack.add(popToMark());
            case 'a' -> append(popped(1));
            case 'e' -> append(popToMark());
            case 's' -> setItems(popped(2));
            case 'u' -> setItems(popToMark());
            case 'c' -> stack.add(global(bytes.line(), bytes.line()));
            case 0x93 -> {
                List<Object> names = popped(2);
                stack.add(global(names.get(0), names.get(1)));
            }
            case 'R' -> reduce();
            case 'b' -> build();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void requireProtocol(int protocol) throws IOException {
        if (protocol < 2 || protocol > 5) {
            throw bytes.damaged(at, "a pickle of protocol 2 to 5", "protocol " + protocol);
        }
    }

    private Object global(Object module, Object name) throws IOException {
        String full = module + "." + name;
        if (!KNOWN.contains(full)) {
            throw bytes.error(
                    at,
                    "numpy's arrays as the only class",
                    full,
                    "this reader executes nothing; save plain lists, dictionaries and arrays");
        }
        return new Global(String.valueOf(name));
    }

    /** Calls nothing: the two calls that arrays need are known by name. */
    private void reduce() throws IOException {
        List<Object> call = popped(2);
        if (call.get(0) instanceof Global function && call.get(1) instanceof List<?> arguments) {
            if (function.name().equals(RECONSTRUCT)) {
                stack.add(new PickledArray());
                return;
            }
            if (function.name().equals(TYPE)
                    && !arguments.isEmpty()
                    && arguments.get(0) instanceof String type
                    && PickledArray.Type.isKnown(type)) {
                stack.add(new PickledArray.Type(type));
                return;
            }
        }
        throw bytes.damaged(at, "a numpy array of numbers", "another object");
    }

    private void build() throws IOException {
        Object state = pop();
        Object target = top();
        boolean done = target instanceof PickledArray array && array.build(state)
                || target instanceof PickledArray.Type type && type.build(state);
        if (!done) {
            throw bytes.damaged(at, "the state of a numpy array in c order whose bytes fit its shape", "another state");
        }
    }

    private void append(List<Object> items) throws IOException {
        if (!(top() instanceof ArrayList<?> list)) {
            throw bytes.damaged(at, "a list to append to", "another object");
        }
        @SuppressWarnings("unchecked") // lists that can grow are made here alone
        List<Object> open = (List<Object>) list;
        open.addAll(items);
    }

    private void setItems(List<Object> items) throws IOException {
        if (!(top() instanceof Map<?, ?> found) || items.size() % 2 != 0) {
            throw bytes.damaged(at, "a dictionary to fill with pairs", "another object");
        }
        @SuppressWarnings("unchecked") // dictionaries are made here alone
        Map<String, Object> map = (Map<String, Object>) found;
        for (int i = 0; i < items.size(); i += 2) {
            if (!(items.get(i) instanceof String key)) {
                throw bytes.damaged(at, "a text as key of a dictionary", "another object");
            }
            map.put(key, items.get(i + 1));
        }
    }

    private void tuple(int size) throws IOException {
        stack.add(popped(size));
    }

    private void remember(long place) throws IOException {
        if (place >= memo.size()) {
            throw bytes.damaged(at, "one of the " + memo.size() + " objects so far", "number " + place);
        }
        stack.add(memo.get((int) place));
    }

    /** Files number their objects in order; other numbers could ask for any amount of memory. */
    private void put(long place) throws IOException {
        if (place > memo.size()) {
            throw bytes.damaged(at, "object number " + memo.size(), "number " + place);
        }
        if (place == memo.size()) {
            memo.add(top());
        } else {
            memo.set((int) place, top());
        }
    }

    private Object top() throws IOException {
        requireStack(1);
        return stack.get(stack.size() - 1);
    }

    private Object pop() throws IOException {
        return popped(1).get(0);
    }

    private List<Object> popped(int size) throws IOException {
        requireStack(size);
        List<Object> last = stack.subList(stack.size() - size, stack.size());
        List<Object> items = Collections.unmodifiableList(new ArrayList<>(last));
        last.clear();
        return items;
    }

    private List<Object> popToMark() throws IOException {
        int mark = stack.lastIndexOf(MARK);
        if (mark < 0) {
            throw bytes.damaged(at, "a mark on the stack", "none");
        }
        List<Object> items = popped(stack.size() - mark - 1);
        stack.remove(mark);
        return items;
    }

    private void requireStack(int size) throws IOException {
        if (stack.size() < size) {
            throw bytes.damaged(at, size + " objects on the stack", stack.size() + " objects");
        }
    }
}
