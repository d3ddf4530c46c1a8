package dev.outsole.spark;

import com.sun.security.auth.module.UnixSystem;
import java.util.Optional;
import org.apache.hadoop.security.UserGroupInformation;

/**
 * Hadoop's login where the system has no name for the user who runs this, as in a container that is started with a number of its own
 * choice: Hadoop would refuse it, and nothing could be read or written.
 */
public final class NamelessUser {
    private static final String CHOSEN_NAME = "HADOOP_USER_NAME";

    private NamelessUser() {}

    /**
     * Logs the user in by {@code HADOOP_USER_NAME}, or by the number; a user with a name is left to Hadoop. To be called before the first
     * file is looked for.
     */
    public static void logIn() {
        UnixSystem system = new UnixSystem();
        if (system.getUsername() == null) {
            String name = Optional.ofNullable(System.getenv(CHOSEN_NAME)).orElse("uid-" + system.getUid());
            UserGroupInformation.setLoginUser(UserGroupInformation.createRemoteUser(name));
        }
    }
}
