package dev.outsole.cli;

import dev.outsole.job.Build;
import picocli.CommandLine.IVersionProvider;

/** For {@code --version}. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"outsole " + Build.current()};
    }
}
