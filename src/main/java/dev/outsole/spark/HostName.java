package dev.outsole.spark;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** This machine's name for its users, which need not resolve. */
final class HostName {
    private HostName() {}

    /** The name, or words to that effect: a network that doesn't know its own machine is no reason to fail. */
    static String ofThisMachine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a host without a name";
        }
    }
}
