package org.spike4j.datasets.format.aedat2;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The camera of a recording.
 *
 * @param layout of its addresses
 * @param width columns
 * @param height rows
 */
record Camera(AddressLayout layout, int width, int height) {
    private static final Pattern CHIP = Pattern.compile("# *AEChip: *(\\S.*)");
    private static final Pattern MODEL = Pattern.compile("(DVS128|DAVIS(?:128|208|240|346|640))");

    /** The camera that a header line names, if one does and it is known. */
    static Optional<Camera> ofHeader(List<String> lines) {
        for (String line : lines) {
            Matcher chip = CHIP.matcher(line);
            if (chip.matches()) {
                Matcher model = MODEL.matcher(chip.group(1).toUpperCase(Locale.ROOT));
                return model.find() ? Optional.of(ofModel(model.group())) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Camera ofModel(String model) {
        return switch (model) {
            case "DVS128" -> new Camera(AddressLayout.DVS128, 128, 128);
            case "DAVIS128" -> new Camera(AddressLayout.DAVIS, 128, 128);
            case "DAVIS208" -> new Camera(AddressLayout.DAVIS, 208, 192);
            case "DAVIS240" -> new Camera(AddressLayout.DAVIS, 240, 180);
            case "DAVIS346" -> new Camera(AddressLayout.DAVIS, 346, 260);
            default -> new Camera(AddressLayout.DAVIS, 640, 480);
        };
    }
}
