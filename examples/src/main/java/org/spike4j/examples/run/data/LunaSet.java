package org.spike4j.examples.run.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spike4j.datasets.sets.LunaPatches;
import org.spike4j.datasets.sets.LunaScans;
import org.spike4j.datasets.volume.synthetic.SyntheticVolumeSettings;
import org.spike4j.datasets.volume.synthetic.SyntheticVolumes;
import org.spike4j.training.recipe.DataRecipe;

/** LUNA16, as scans or as patches in a folder of the user, or patches made up once. */
final class LunaSet implements RecipeSet {
    private static final int SIZE = 32;

    @Override
    public RecipeData open(DataRequest request) throws IOException {
        DataRecipe data = request.data();
        data.options().allow();
        int size = data.size() == 0 ? SIZE : data.size();
        Path folder = folder(request);
        long seed = request.run().seed();
        return request.tensors(
                LunaScans.isIn(folder)
                        ? LunaScans.open(folder, data.steps(), size, data.validation(), seed)
                        : LunaPatches.open(folder, data.steps(), size, data.validation(), seed));
    }

    private static Path folder(DataRequest request) throws IOException {
        if (request.source().folder().isPresent()) {
            return request.source().folder().get();
        }
        Path kept = request.kept("luna16");
        SyntheticVolumeSettings settings = SyntheticVolumeSettings.defaults();
        if (!Files.isDirectory(kept)) {
            request.remark("making up " + settings.patches() + " volumes in " + kept + ", once ...");
        }
        return SyntheticVolumes.prepare(kept, settings);
    }
}
