package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.volume.MetaImage;

/** Scans of which each voxel has the density x + 2 y + 3 z at its place in millimetres. */
class LunaScansTest {
    private static final double[] SPACING = {0.5, 0.5, 2};
    private static final double[] OFFSET = {-10, -20, 30};
    private static final int[] SIZE = {40, 36, 12};

    @TempDir
    private Path folder;

    @Test
    void aPatchHasTheDensitiesOfItsPlaces() throws IOException {
        float[] patch = MetaImage.open(scan("subset0/a", 1)).patch(new double[] {-2, -11, 40}, 3, 5, 1, 0);

        for (int at = 0; at < patch.length; at++) {
            double x = -2 + at % 5 - 2;
            double y = -11 + at / 5 % 5 - 2;
            double z = 40 + at / 25 - 1;
            assertThat(patch[at]).isEqualTo((float) (x + 2 * y + 3 * z), within(1e-3f));
        }
    }

    @Test
    void mirroredScansHaveTheSamePatches() throws IOException {
        double[] place = {-2, -11, 40};
        float[] straight = MetaImage.open(scan("subset0/a", 1)).patch(place, 4, 6, 1, 0);
        float[] mirrored = MetaImage.open(scan("subset0/b", -1)).patch(place, 4, 6, 1, 0);

        for (int at = 0; at < straight.length; at++) {
            assertThat(mirrored[at]).isEqualTo(straight[at], within(1e-3f));
        }
    }

    @Test
    void beyondTheScanIsTheGivenValue() throws IOException {
        float[] patch = MetaImage.open(scan("subset0/a", 1)).patch(new double[] {1000, 0, 0}, 2, 2, 1, -7);

        assertThat(patch).containsOnly(-7);
    }

    @Test
    void nodulesAndAsManyOthersAreSamplesAndSubset9IsTheTest() throws IOException {
        scan("subset0/a", 1);
        scan("subset3/b", 1);
        scan("subset9/c", 1);
        String places = ",-2,-11,40,";
        Files.writeString(
                folder.resolve("candidates.csv"),
                "seriesuid,coordX,coordY,coordZ,class\n"
                        + ("a" + places + "0\n").repeat(5)
                        + "a" + places + "1\n" + "b" + places + "1\n" + "b" + places + "0\n"
                        + "c" + places + "0\n" + "c,-3,-12,41,1\n" + "missing" + places + "1\n");
        LunaScans scans = LunaScans.open(folder, 2, 4, 0.5, 1);

        assertThat(LunaScans.isIn(folder)).isTrue();
        assertThat(scans.samples(Split.TRAIN))
                .hasSize(2)
                .allMatch(
                        s -> s.group().equals(scans.samples(Split.TRAIN).get(0).group()));
        assertThat(scans.samples(Split.VALIDATION)).hasSize(2);
        assertThat(scans.samples(Split.TEST)).extracting(TensorSample::label).containsExactly(0, 1);
        // first element: x -4.5, y -13.5, z 40.5, so 90 Hounsfield units
        assertThat(scans.samples(Split.TEST).get(1).source().read()[0]).isEqualTo((90 + 1200) / 1800f, within(1e-5f));
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertThatThrownBy(() -> LunaScans.open(folder, 2, 4, 0, 1))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("candidates");
        Files.writeString(folder.resolve("candidates.csv"), "seriesuid,coordX,coordY,coordZ,class\na,1,2,x,1\n");
        assertThatThrownBy(() -> LunaScans.open(folder, 2, 4, 0, 1))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("subset9");
        scan("subset0/a", 1);
        scan("subset9/b", 1);
        assertThatThrownBy(() -> LunaScans.open(folder, 2, 4, 0, 1))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void headersThatCannotBeReadAreRefused() throws IOException {
        Path scan = scan("subset0/a", 1);
        String header = Files.readString(scan);
        for (String[] change : new String[][] {
            {"CompressedData = False", "CompressedData = True"},
            {"MET_FLOAT", "MET_STRANGE"},
            {"TransformMatrix = 1 0 0", "TransformMatrix = 0 1 0"},
            {"DimSize = 40", "DimSize = -40"},
            {"DimSize = 40", "DimSize = 41"},
            {"NDims = 3", "NDims = 2"},
            {"Offset = -10", "Offset = far"},
            {"ElementDataFile = a.raw", "ElementDataFile = gone.raw"}
        }) {
            Files.writeString(scan, header.replace(change[0], change[1]));
            assertThatThrownBy(() -> MetaImage.open(scan)).as(change[1]).isInstanceOf(EventFileException.class);
        }
        Files.writeString(scan, "no header");
        assertThatThrownBy(() -> MetaImage.open(scan)).isInstanceOf(EventFileException.class);
    }

    /** A scan, straight or with columns and rows the other way round. */
    private Path scan(String name, int direction) throws IOException {
        Path header = folder.resolve(name + ".mhd");
        Files.createDirectories(header.getParent());
        String series = header.getFileName().toString().replace(".mhd", "");
        double[] offset = OFFSET.clone();
        for (int axis = 0; direction < 0 && axis < 2; axis++) {
            offset[axis] += (SIZE[axis] - 1) * SPACING[axis];
        }
        Files.writeString(
                header,
                "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\n"
                        + "CompressedData = False\nTransformMatrix = " + direction + " 0 0 0 " + direction
                        + " 0 0 0 1\nOffset = " + offset[0] + " " + offset[1] + " " + offset[2]
                        + "\nCenterOfRotation = 0 0 0\nAnatomicalOrientation = RAI\nElementSpacing = 0.5 0.5 2\n"
                        + "DimSize = 40 36 12\nElementType = MET_FLOAT\nElementDataFile = " + series + ".raw\n");
        ByteBuffer voxels = ByteBuffer.allocate(SIZE[0] * SIZE[1] * SIZE[2] * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < SIZE[0] * SIZE[1] * SIZE[2]; at++) {
            double x = offset[0] + direction * SPACING[0] * (at % SIZE[0]);
            double y = offset[1] + direction * SPACING[1] * (at / SIZE[0] % SIZE[1]);
            double z = offset[2] + SPACING[2] * (at / SIZE[0] / SIZE[1]);
            voxels.putFloat((float) (x + 2 * y + 3 * z));
        }
        Files.write(header.resolveSibling(series + ".raw"), voxels.array());
        return header;
    }
}
