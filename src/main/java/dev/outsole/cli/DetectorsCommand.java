package dev.outsole.cli;

import dev.outsole.detector.Detector;
import dev.outsole.detector.Detectors;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code outsole detectors}. */
@Command(
        name = "detectors",
        mixinStandardHelpOptions = true,
        description = "List the detectors that there are, those of other jars on the class path among them.")
final class DetectorsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Override
    public Integer call() {
        List<Detector> detectors = Detectors.all();
        int width = DetectorColumn.width(detectors.stream().map(Detector::key).toList());
        PrintWriter out = spec.commandLine().getOut();
        detectors.forEach(
                detector -> out.println(DetectorColumn.padded(detector.key(), width) + "  " + detector.summary()));
        out.flush();
        return 0;
    }
}
