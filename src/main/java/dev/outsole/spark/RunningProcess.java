package dev.outsole.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process by its number, and the machine whose processes are numbered so: on Linux a start of the machine and, in it, a container. A
 * host's name would not do there, since containers may share it and can't see each other's processes.
 *
 * @param machine empty if nothing is known of it
 */
record RunningProcess(String machine, long number) {
    private static final Path PROC = Path.of("/proc");
    private static final RunningProcess THIS =
            new RunningProcess(machineHere(), ProcessHandle.current().pid());

    static RunningProcess current() {
        return THIS;
    }

    private static String machineHere() {
        try {
            return Files.isDirectory(PROC)
                    ? Files.readString(PROC.resolve("sys/kernel/random/boot_id"))
                                    .strip() + " " + Files.readSymbolicLink(PROC.resolve("self/ns/pid"))
                    : HostName.ofThisMachine();
        } catch (IOException e) {
            return "";
        }
    }

    /** Of a process on another machine nobody can tell from here. */
    boolean hasCertainlyEnded() {
        return isHere() && ProcessHandle.of(number).isEmpty();
    }

    /** As long as its number is not given to another process. */
    boolean certainlyRuns() {
        return isHere() && ProcessHandle.of(number).isPresent();
    }

    private boolean isHere() {
        return !machine.isEmpty() && machine.equals(THIS.machine);
    }
}
