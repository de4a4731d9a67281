package org.spike4j.datasets.volume;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.table.NumberType;

/**
 * A volume in the MetaImage format: a header (.mhd) and the numbers in a file of their own (.raw), or both in one (.mha).
 * Slices are read when they are asked for.
 *
 * <p>The voxel (i, j, k) of column, row and slice lies at x = Offset + TransformMatrix diag(ElementSpacing) (i, j, k),
 * millimetres. Matrices that only mirror axes are read, compressed files are not.
 *
 * <p>Names follow itk.org/Wiki/MetaIO/Documentation.
 */
public final class MetaImage {
    private static final int AXES = 3;

    private final Path data;
    private final long start;
    private final int[] size;
    private final double[] origin;
    private final double[] step;
    private final NumberType type;
    private final ByteOrder order;

    private MetaImage(
            Path data, long start, int[] size, double[] origin, double[] step, NumberType type, ByteOrder order) {
        this.data = data;
        this.start = start;
        this.size = size;
        this.origin = origin;
        this.step = step;
        this.type = type;
        this.order = order;
    }

    /**
     * Reads a header.
     *
     * @param file .mhd or .mha
     * @return the volume
     * @throws EventFileException if the header is not as it should be, or the numbers are missing
     * @throws IOException if a file cannot be read
     */
    public static MetaImage open(Path file) throws IOException {
        MetaHeader header = MetaHeader.read(file);
        header.require("NDims", "3");
        if (header.flag("CompressedData")) {
            throw header.error("CompressedData = False", "True", "write the volume again without compression");
        }
        double[] spacing = header.numbers("ElementSpacing", AXES);
        double[] matrix = header.has("TransformMatrix") ? header.numbers("TransformMatrix", AXES * AXES) : null;
        double[] step = new double[AXES];
        int[] size = new int[AXES];
        double[] sizes = header.numbers("DimSize", AXES);
        for (int axis = 0; axis < AXES; axis++) {
            step[axis] = spacing[axis] * direction(header, matrix, axis);
            size[axis] = (int) sizes[axis];
            if (size[axis] < 1 || size[axis] != sizes[axis] || !(spacing[axis] > 0)) {
                throw header.error(
                        "a size of 1 or more voxels above 0 mm on each axis",
                        Arrays.toString(sizes) + " of " + Arrays.toString(spacing),
                        "the file is damaged");
            }
        }
        NumberType type = type(header);
        ByteOrder order = header.flag("BinaryDataByteOrderMSB") || header.flag("ElementByteOrderMSB")
                ? ByteOrder.BIG_ENDIAN
                : ByteOrder.LITTLE_ENDIAN;
        MetaImage image = new MetaImage(
                header.data(), header.dataStart(), size, header.numbers("Offset", AXES), step, type, order);
        image.requireWhole();
        return image;
    }

    /** 1 or -1, the only entry of a row that is not 0. */
    private static double direction(MetaHeader header, double[] matrix, int axis) throws IOException {
        if (matrix == null) {
            return 1;
        }
        for (int column = 0; column < AXES; column++) {
            double wanted = column == axis ? 1 : 0;
            if (Math.abs(Math.abs(matrix[axis * AXES + column]) - wanted) > 1e-6) {
                throw header.error(
                        "a TransformMatrix that only mirrors axes",
                        Arrays.toString(matrix),
                        "resample the volume to the axes of the body");
            }
        }
        return Math.signum(matrix[axis * AXES + axis]);
    }

    private static NumberType type(MetaHeader header) throws IOException {
        Map<String, NumberType> types = Map.of(
                "MET_CHAR", NumberType.INT8,
                "MET_UCHAR", NumberType.UINT8,
                "MET_SHORT", NumberType.INT16,
                "MET_USHORT", NumberType.UINT16,
                "MET_INT", NumberType.INT32,
                "MET_UINT", NumberType.UINT32,
                "MET_FLOAT", NumberType.FLOAT,
                "MET_DOUBLE", NumberType.DOUBLE);
        NumberType type = types.get(header.text("ElementType"));
        if (type == null) {
            throw header.error("a known ElementType", header.text("ElementType"), "write the volume as MET_SHORT");
        }
        return type;
    }

    private void requireWhole() throws IOException {
        long wanted = start + (long) size[0] * size[1] * size[2] * type.bytes();
        long found = Files.isRegularFile(data) ? Files.size(data) : -1;
        if (found < wanted) {
            throw new EventFileException(
                    data,
                    Math.max(0, found),
                    wanted + " bytes of voxels",
                    found < 0 ? "no such file" : found + " bytes",
                    "copy or download the volume again");
        }
    }

    /**
     * Voxels on each axis.
     *
     * @return columns, rows, slices
     */
    public int[] size() {
        return size.clone();
    }

    /**
     * A slice.
     *
     * @param number 0 to slices - 1
     * @return its voxels, row by row
     * @throws IOException if it cannot be read
     */
    public float[] slice(int number) throws IOException {
        if (number < 0 || number >= size[2]) {
            throw new IndexOutOfBoundsException("slice " + number + " of " + size[2]);
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(size[0] * size[1], type.bytes()))
                .order(order);
        try (FileChannel channel = FileChannel.open(data)) {
            long position = start + (long) number * bytes.capacity();
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, position + bytes.position()) < 0) {
                    throw new EventFileException(data, position, "a slice", "the end of the file", "copy it again");
                }
            }
        }
        float[] voxels = new float[size[0] * size[1]];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (float) type.decimal(bytes, i * type.bytes());
        }
        return voxels;
    }

    /**
     * Numbers around a place, by trilinear interpolation between voxels: element (d, h, w) lies at the place plus
     * millimetres times (w - (size - 1) / 2, h - (size - 1) / 2, d - (depth - 1) / 2).
     *
     * @param place x, y, z of the middle in millimetres; not modified
     * @param depth slices of the patch
     * @param side rows and columns of the patch
     * @param millimetres from one element to the next
     * @param outside value beyond the volume
     * @return [depth, side, side] in c order
     * @throws IOException if the volume cannot be read
     */
    public float[] patch(double[] place, int depth, int side, double millimetres, float outside) throws IOException {
        float[] patch = new float[depth * side * side];
        float[][] slices = new float[size[2]][];
        for (int d = 0; d < depth; d++) {
            double k = voxel(2, place[2] + (d - (depth - 1) / 2.0) * millimetres);
            int below = (int) Math.floor(k);
            for (int number = below; number <= below + 1; number++) {
                if (number >= 0 && number < size[2] && slices[number] == null) {
                    slices[number] = slice(number);
                }
            }
            for (int at = 0; at < side * side; at++) {
                double i = voxel(0, place[0] + (at % side - (side - 1) / 2.0) * millimetres);
                double j = voxel(1, place[1] + (at / side - (side - 1) / 2.0) * millimetres);
                patch[d * side * side + at] = (float) ((below + 1 - k) * flat(slices, below, i, j, outside)
                        + (k - below) * flat(slices, below + 1, i, j, outside));
            }
        }
        return patch;
    }

    private double voxel(int axis, double millimetres) {
        return (millimetres - origin[axis]) / step[axis];
    }

    /** A number of a slice between four voxels. */
    private double flat(float[][] slices, int number, double i, double j, float outside) {
        int left = (int) Math.floor(i);
        int upper = (int) Math.floor(j);
        double value = 0;
        for (int corner = 0; corner < 4; corner++) {
            int column = left + corner % 2;
            int row = upper + corner / 2;
            boolean inside =
                    number >= 0 && number < size[2] && column >= 0 && column < size[0] && row >= 0 && row < size[1];
            double weight = (1 - Math.abs(i - column)) * (1 - Math.abs(j - row));
            value += weight * (inside ? slices[number][row * size[0] + column] : outside);
        }
        return value;
    }
}
