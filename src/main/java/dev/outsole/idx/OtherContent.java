package dev.outsole.idx;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Says what a file holds that should be IDX: most often what a server answered instead of the file. */
final class OtherContent {
    /** First bytes that tell. */
    static final int TELLING = 64;

    private static final int SHOWN = 40;

    private OtherContent() {}

    /** In the form "…, not IDX: …". */
    static String describe(byte[] start) {
        if (start.length == 0) {
            return "empty, not IDX: fetch the file again";
        }
        String text =
                new String(start, StandardCharsets.UTF_8).replace("\ufeff", "").strip();
        if (text.startsWith("<")) {
            return "a web page, not IDX: the download failed; fetch the file again";
        }
        if (text.startsWith("version https://git-lfs")) {
            return "a pointer of Git LFS, not IDX: fetch the file itself with 'git lfs pull'";
        }
        if (isText(start)) {
            return "a text ('" + firstLine(text) + "'), not IDX: the download failed; fetch the file again";
        }
        return start[0] == 'P' && start[1] == 'K'
                ? "a zip archive, not IDX: unpack it"
                : String.format(
                        Locale.ROOT, "neither gzip nor IDX (it begins with %s); fetch the file again", hex(start));
    }

    /** Bytes of no text: what stands for them when they are read as such, or control characters. */
    private static boolean isText(byte[] start) {
        if (start.length < 4) {
            return false;
        }
        for (byte value : start) {
            if (value >= 0 && value < ' ' && value != '\n' && value != '\r' && value != '\t') {
                return false;
            }
        }
        return (start[0] & 0xff) < 0x80 && start[0] != 0x7f;
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }

    private static String hex(byte[] start) {
        StringBuilder hex = new StringBuilder("0x");
        for (int i = 0; i < Math.min(4, start.length); i++) {
            hex.append(String.format(Locale.ROOT, "%02x", start[i] & 0xff));
        }
        return hex.toString();
    }
}
