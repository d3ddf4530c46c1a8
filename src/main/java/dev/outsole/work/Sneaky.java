package dev.outsole.work;

/** Throws on what was caught, as it was. */
final class Sneaky {

    private Sneaky() {}

    /** Never returns: the result only tells the compiler so. */
    static RuntimeException thrown(Throwable thrown) {
        throw Sneaky.<RuntimeException>unchecked(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased, so that anything gets through
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
