package dev.outsole.spark;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.outsole.UserError;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Options of the JVM by which it would end itself without a word. */
final class JvmOptions {
    /** The first ends with 3, the gate's code for a regression; the second with 134. */
    private static final List<String> ENDING = List.of("ExitOnOutOfMemoryError", "CrashOnOutOfMemoryError");

    private JvmOptions() {}

    /**
     * That it has none of them, wherever its options come from.
     *
     * @throws UserError if it has
     */
    static void check() {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (jvm == null) {
            return; // a JVM of another kind
        }
        for (String option : ENDING) {
            if (isSet(jvm, option)) {
                throw new UserError("the JVM has -XX:+" + option
                        + ", by which it would end at a lack of memory without a word, and with a code that says something"
                        + " else: take it out of spark.driver.extraJavaOptions, JAVA_TOOL_OPTIONS or JDK_JAVA_OPTIONS;"
                        + " Outsole says which memory was too small, and ends with 1");
            }
        }
    }

    private static boolean isSet(HotSpotDiagnosticMXBean jvm, String option) {
        try {
            return Boolean.parseBoolean(jvm.getVMOption(option).getValue());
        } catch (IllegalArgumentException e) {
            return false; // one that this JVM doesn't know
        }
    }
}
