package dev.outsole.spark;

/**
 * A fitted stage that may be loaded with a saved model: the class says so by this, not the model's files, which may be anybody's. So it runs
 * nothing that its parameters or files could bring in. Outsole's own are applied without Spark as well, by {@link dev.outsole.model.Scorer}.
 */
public interface PlainStage {}
