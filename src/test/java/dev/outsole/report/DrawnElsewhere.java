package dev.outsole.report;

import java.awt.Font;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** A program that says whether its Java finds fonts by itself, then draws pictures, and prints their checksums. */
final class DrawnElsewhere {
    static final String NO_FONTS = "Java finds no fonts";

    private DrawnElsewhere() {}

    public static void main(String[] arguments) {
        System.out.println(findsFonts() ? "Java finds fonts" : NO_FONTS);
        checksums().forEach(System.out::println);
    }

    private static boolean findsFonts() {
        try {
            return !new Font(Font.SANS_SERIF, Font.PLAIN, 12).getFamily().isEmpty();
        } catch (InternalError | RuntimeException e) {
            return false;
        }
    }

    static List<String> checksums() {
        return Examples.ordinary()
                .limit(2)
                .flatMap(picture -> Stream.of(PictureFormat.values())
                        .map(format -> format.fileName(picture) + " "
                                + DigestUtils.sha256Hex(Rendered.bytes(picture, format))))
                .toList();
    }
}
