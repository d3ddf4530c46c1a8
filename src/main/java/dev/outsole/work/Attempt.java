package dev.outsole.work;

/**
 * What became of a unit of work. Scala throws checked exceptions that Java's compiler doesn't see, and memory may run out anywhere: so whatever
 * is thrown is a failure, and no list of exceptions decides what is one.
 */
public sealed interface Attempt<T> {

    /** The work has been done. */
    record Done<T>(T value) implements Attempt<T> {}

    /** The work has thrown. */
    record Failed<T>(Failure failure) implements Attempt<T> {}

    /** A unit of work with a result. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws Throwable;
    }

    /** A unit of work without one. */
    @FunctionalInterface
    interface Action {
        void run() throws Throwable;
    }

    /** Does the work. A thread that was interrupted in it stays interrupted. */
    static <T> Attempt<T> of(Work<T> work) {
        try {
            return new Done<>(work.run());
        } catch (Throwable thrown) {
            return new Failed<>(failure(thrown));
        }
    }

    /** Does the same with work that has no result, whose value is {@code true}. */
    static Attempt<Boolean> run(Action action) {
        return of(() -> {
            action.run();
            return true;
        });
    }

    /** Does something last, such as closing or telling; what it throws as well is kept beside the failure, and never in its place. */
    default Attempt<T> andFinally(Action last) {
        if (run(last) instanceof Failed<Boolean> alsoFailed) {
            return this instanceof Failed<T> failed
                    ? new Failed<>(failed.failure().with(alsoFailed.failure()))
                    : new Failed<>(alsoFailed.failure());
        }
        return this;
    }

    /** Undoes what was begun, if the work has failed; what that throws as well is kept beside the failure. */
    default Attempt<T> ifFailed(Action undo) {
        return this instanceof Failed<T> ? andFinally(undo) : this;
    }

    /** The result, or the very thing that was thrown: checked or not, and undeclared. */
    default T orThrow() {
        if (this instanceof Done<T> done) {
            return done.value();
        }
        throw Sneaky.thrown(((Failed<T>) this).failure().thrown());
    }

    private static Failure failure(Throwable thrown) {
        Failure failure = new Failure(thrown);
        Trace.complete(thrown);
        if (failure.isInterruption()) {
            Thread.currentThread().interrupt();
        }
        return failure;
    }
}
