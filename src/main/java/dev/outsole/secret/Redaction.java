package dev.outsole.secret;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves secrets out of texts. What counts as one is written once more, for Spark and the launcher, in {@code conf/spark-defaults.conf}
 * ({@code spark.redaction.regex}) and for the log in {@code conf/log4j2.properties}; a test holds them equal.
 */
public final class Redaction {
    /**
     * Found in a setting's name, the value is a secret; found in a value, that is or holds one. Names are those of Spark, of AWS, Azure and
     * Google for storage, and of the webhook. Only what Java's and bash's regular expressions have in common.
     */
    public static final String SETTINGS =
            "(?i)secret|passw(or)?d|passphrase|token|credential|(access|account|private)[._-]?key"
                    + "|encryption[.]key([.]|$)|[.]sas[.]|webhook|[?&](sig|x-(amz|goog)-signature)=|://[^/@]+:[^/@]+@";

    /** Of a URL with a user, what stands behind the colon. */
    public static final String URL_PASSWORD = "(://[^/@:\\s]*):[^/@\\s]+@";
    /** Of a URL that is signed, the signature, and the key that it is by. */
    public static final String URL_SIGNATURE =
            "((?i)[?&](?:sig|x-amz-signature|x-amz-security-token|x-goog-signature|access_token)=)[^&'\"\\s]+";

    private static final String STAND_IN = "(redacted)";
    private static final Pattern SECRET = Pattern.compile(SETTINGS);
    private static final Pattern ASSIGNED = Pattern.compile("([A-Za-z0-9._-]+)=(\\S+)");
    private static final Pattern PASSWORD = Pattern.compile(URL_PASSWORD);
    private static final Pattern SIGNATURE = Pattern.compile(URL_SIGNATURE);

    private Redaction() {}

    /** The text without passwords and signatures in URLs, and without the values in what reads like {@code secret.key=VALUE}. */
    public static String of(String text) {
        String urls = SIGNATURE
                .matcher(PASSWORD.matcher(text).replaceAll("$1:" + STAND_IN + "@"))
                .replaceAll("$1" + STAND_IN);
        return ASSIGNED.matcher(urls)
                .replaceAll(found -> SECRET.matcher(found.group(1)).find()
                        ? found.group(1) + "=" + STAND_IN
                        : Matcher.quoteReplacement(found.group()));
    }

    /** The value of a setting, or what stands in for it if the setting's name says that it is a secret. */
    public static String of(String key, String value) {
        return SECRET.matcher(key).find() ? STAND_IN : of(value);
    }

    /** Settings, nested or not, without what is secret in them. */
    public static Map<String, Object> of(Map<String, ?> settings) {
        Map<String, Object> redacted = new LinkedHashMap<>();
        settings.forEach((key, value) -> redacted.put(key, SECRET.matcher(key).find() ? STAND_IN : value(value)));
        return redacted;
    }

    @SuppressWarnings("unchecked") // JSON's objects have texts for keys
    private static Object value(Object value) {
        if (value instanceof Map<?, ?> nested) {
            return of((Map<String, ?>) nested);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Redaction::value).toList();
        }
        return value instanceof String text ? of(text) : value;
    }
}
