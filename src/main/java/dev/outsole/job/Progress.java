package dev.outsole.job;

/** Who a job tells how far it is: a bar on a terminal, log lines elsewhere. */
public interface Progress {

    /** A step whose length is not known, such as "fitting pixels", has begun; the step before is over. */
    void step(String name);

    /**
     * A step of countable parts is this far.
     *
     * @param done parts that are done, from 1
     * @param detail what else there is to say, such as the loss
     */
    void advance(String name, int done, int total, String detail);
}
