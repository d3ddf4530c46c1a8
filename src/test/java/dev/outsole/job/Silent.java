package dev.outsole.job;

/** Shows nothing. */
public final class Silent implements Progress {
    @Override
    public void step(String name) {}

    @Override
    public void advance(String name, int done, int total, String detail) {}
}
