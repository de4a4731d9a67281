package org.spike4j.datasets.format.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickles of protocol 4, opcode by opcode, the way Python writes lists of dictionaries with arrays. */
public final class PickleSample {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A file that is open for a list of rows. */
    public PickleSample() {
        op(0x80, 4).op(']').op(0x94).op('(');
    }

    /** A row of a letter and an array [T, sides] of doubles. */
    public PickleSample row(String letter, double[][] taxels) {
        op('}').op('(').text("letter").text(letter).text("taxel_data").array(taxels);
        return op('u');
    }

    /** The bytes of the whole file. */
    public byte[] bytes() {
        op('e').op('.');
        return out.toByteArray();
    }

    PickleSample op(int... bytes) {
        for (int value : bytes) {
            out.write(value);
        }
        return this;
    }

    PickleSample text(String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        op(0x8c, letters.length);
        out.writeBytes(letters);
        return op(0x94);
    }

    PickleSample global(String module, String name) {
        return text(module).text(name).op(0x93);
    }

    private PickleSample array(double[][] rows) {
        global("numpy.core.multiarray", "_reconstruct").global("numpy", "ndarray");
        op('K', 0, 0x85, 'C', 1, 'b', 0x87, 'R');
        op('(', 'K', 1, 'K', rows.length, 'K', rows[0].length, 0x86);
        global("numpy", "dtype").text("f8").op(0x89, 0x88, 0x87, 'R');
        op('(', 'K', 3).text("<").op('N', 'N', 'N', 'J', 255, 255, 255, 255, 'J', 255, 255, 255, 255, 'K', 0, 't', 'b');
        op(0x89);
        ByteBuffer numbers =
                ByteBuffer.allocate(8 * rows.length * rows[0].length).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] row : rows) {
            for (double value : row) {
                numbers.putDouble(value);
            }
        }
        op('B');
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(numbers.capacity())
                .array());
        out.writeBytes(numbers.array());
        return op('t', 'b');
    }
}
