package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.config.Settings;
import dev.outsole.image.ImageClass;
import dev.outsole.spark.DataClasses;
import dev.outsole.spark.IdxFolder;
import dev.outsole.spark.Sessions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/**
 * Settings that know the classes of the data: normal and abnormal ones are named among these.
 *
 * @param warning of classes that are left out, if there are any
 */
public record KnownClasses(Settings settings, Optional<String> warning) {

    /**
     * Looks at the data that the settings name.
     *
     * @throws UserError if there are neither a table nor files
     */
    public static KnownClasses of(Settings settings) {
        Configuration hadoop = Sessions.hadoop();
        String source = settings.source();
        DataClasses found =
                DataClasses.of(hadoop, settings.table(), () -> IdxFolder.find(hadoop, source), settings.givenClasses());
        return new KnownClasses(settings.withClasses(found.names(), found.empty()), warning(found.empty()));
    }

    /** Of classes without images, if there are any. */
    static Optional<String> warning(List<ImageClass> empty) {
        return empty.isEmpty()
                ? Optional.empty()
                : Optional.of("warning: no images for training, or none for testing, of "
                        + (empty.size() == 1 ? "class " : "classes ")
                        + empty.stream().map(ImageClass::name).collect(Collectors.joining(", "))
                        + ": left out where all classes are meant");
    }
}
