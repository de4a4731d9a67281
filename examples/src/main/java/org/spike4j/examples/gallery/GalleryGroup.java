package org.spike4j.examples.gallery;

import java.util.List;

/**
 * Models of the gallery that belong together.
 *
 * @param title heading
 * @param entries in the order of the page
 */
record GalleryGroup(String title, List<GalleryEntry> entries) {

    /** Takes a copy. */
    GalleryGroup {
        entries = List.copyOf(entries);
    }
}
