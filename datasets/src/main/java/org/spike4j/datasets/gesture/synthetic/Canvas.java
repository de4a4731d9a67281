package org.spike4j.datasets.gesture.synthetic;

/**
 * A picture that solid shapes are painted on, later ones over earlier ones.
 *
 * <p>Edges are anti-aliased: a pixel whose middle lies d pixels outside the edge is covered by
 * c = min(1, max(0, 1/2 - d)) and becomes (1 - c) old + c new. Round shapes get darker towards their edge, by
 * {@value #SHADE} of their tone, so that a limb stands out before cloth of its own tone.
 */
final class Canvas {
    private static final float SHADE = 0.3f;

    private final int size;
    private final float[] pixels;

    Canvas(int size) {
        this.size = size;
        this.pixels = new float[size * size];
    }

    /** The picture itself, row by row; the caller must not keep it over the next painting. */
    float[] pixels() {
        return pixels;
    }

    /** Starts again with a background of the same size. */
    void fill(float[] background) {
        System.arraycopy(background, 0, pixels, 0, pixels.length);
    }

    /** Multiplies the whole picture. */
    void dim(float factor) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] *= factor;
        }
    }

    /** A limb: all points within a radius of the line between two points. */
    void capsule(double x0, double y0, double x1, double y1, double radius, Cloth cloth) {
        float dx = (float) (x1 - x0);
        float dy = (float) (y1 - y0);
        float length2 = Math.max(1e-6f, dx * dx + dy * dy);
        float length = (float) Math.sqrt(length2);
        float reach = (float) radius + 0.5f;
        int top = first(Math.min(y0, y1) - reach);
        int bottom = last(Math.max(y0, y1) + reach);
        int start = first(Math.min(x0, x1) - reach);
        int end = last(Math.max(x0, x1) + reach);
        for (int row = top; row <= bottom; row++) {
            for (int column = start; column <= end; column++) {
                float px = column - (float) x0;
                float py = row - (float) y0;
                float along = Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
                float ox = px - along * dx;
                float oy = py - along * dy;
                float away2 = ox * ox + oy * oy;
                if (away2 < reach * reach) {
                    blend(row * size + column, (float) radius, away2, cloth.at(along * length));
                }
            }
        }
    }

    /** A ball. */
    void disc(double x, double y, double radius, Cloth cloth) {
        capsule(x, y, x, y, radius, cloth);
    }

    /** A box with round corners, stripes across, no shade; from a top edge down to the lower edge of the picture. */
    void trunk(double x, double top, double halfWidth, double corner, Cloth cloth) {
        int start = first(x - halfWidth - 1);
        int end = last(x + halfWidth + 1);
        for (int row = first(top - 1); row < size; row++) {
            float down = (float) Math.max(0, corner - (row - top));
            float tone = cloth.at((float) (row - top));
            for (int column = start; column <= end; column++) {
                float out = (float) (Math.abs(column - x) - (halfWidth - corner));
                float edge = out > 0 && down > 0
                        ? (float) Math.sqrt(out * out + down * down) - (float) corner
                        : Math.max(out, down) - (float) corner;
                mix(row * size + column, 0.5f - edge, tone);
            }
        }
    }

    private void blend(int pixel, float radius, float away2, float tone) {
        float inner = radius - 0.5f;
        float cover = away2 <= inner * inner && inner > 0 ? 1 : radius + 0.5f - (float) Math.sqrt(away2);
        mix(pixel, cover, tone * (1 - SHADE * Math.min(1, away2 / (radius * radius))));
    }

    private void mix(int pixel, float cover, float tone) {
        if (cover > 0) {
            float share = Math.min(1, cover);
            pixels[pixel] += share * (tone - pixels[pixel]);
        }
    }

    private int first(double edge) {
        return (int) Math.max(0, Math.floor(edge));
    }

    private int last(double edge) {
        return (int) Math.min(size - 1, Math.ceil(edge));
    }
}
