package org.spike4j.datasets.video.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.spike4j.datasets.video.clip.Clip;
import org.spike4j.datasets.video.clip.ClipReader;
import org.spike4j.datasets.video.clip.ClipTransform;

/**
 * How a clip is made of a video: read, then changed.
 *
 * @param reader chooses and decodes pictures
 * @param transform what becomes of them
 */
public record ClipSource(ClipReader reader, ClipTransform transform) {

    Clip clip(Path video, SplittableRandom random) throws IOException {
        return transform.apply(reader.read(video, random), random);
    }
}
