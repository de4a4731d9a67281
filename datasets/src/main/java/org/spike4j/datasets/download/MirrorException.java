package org.spike4j.datasets.download;

import java.io.IOException;

/** A mirror did something wrong; the message is what follows its address. */
final class MirrorException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean worthAnotherTry;

    private MirrorException(String what, boolean worthAnotherTry) {
        super(what);
        this.worthAnotherTry = worthAnotherTry;
    }

    /** It would do the same again. */
    static MirrorException lasting(String what) {
        return new MirrorException(what, false);
    }

    /** It may do better next time. */
    static MirrorException passing(String what) {
        return new MirrorException(what, true);
    }

    boolean isWorthAnotherTry() {
        return worthAnotherTry;
    }
}
