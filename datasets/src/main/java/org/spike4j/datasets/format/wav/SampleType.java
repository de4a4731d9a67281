package org.spike4j.datasets.format.wav;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How a sample is stored. All but the bytes are signed; numbers are little-endian. */
enum SampleType {
    PCM_8(1, 1) {
        @Override
        float at(ByteBuffer bytes, int place) {
            return ((bytes.get(place) & 0xff) - 128) / 128f;
        }
    },
    PCM_16(1, 2) {
        @Override
        float at(ByteBuffer bytes, int place) {
            return bytes.getShort(place) / 32_768f;
        }
    },
    PCM_24(1, 3) {
        @Override
        float at(ByteBuffer bytes, int place) {
            int low = bytes.getShort(place) & 0xffff;
            return (bytes.get(place + 2) << 16 | low) / 8_388_608f;
        }
    },
    PCM_32(1, 4) {
        @Override
        float at(ByteBuffer bytes, int place) {
            return bytes.getInt(place) / 2_147_483_648f;
        }
    },
    FLOAT_32(3, 4) {
        @Override
        float at(ByteBuffer bytes, int place) {
            return bytes.getFloat(place);
        }
    },
    FLOAT_64(3, 8) {
        @Override
        float at(ByteBuffer bytes, int place) {
            return (float) bytes.getDouble(place);
        }
    };

    private final int tag;
    private final int bytes;

    SampleType(int tag, int bytes) {
        this.tag = tag;
        this.bytes = bytes;
    }

    /** The type of a format tag, 1 for whole numbers and 3 for floats, and a number of bits. */
    static Optional<SampleType> of(int tag, int bits) {
        for (SampleType type : values()) {
            if (type.tag == tag && 8 * type.bytes == bits) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    int bytes() {
        return bytes;
    }

    /** The sample that starts at a place, full scale is -1 to 1. */
    abstract float at(ByteBuffer bytes, int place);
}
