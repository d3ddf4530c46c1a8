package dev.outsole.cluster;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes a bucket, which Hadoop's client can't. */
final class S3Bucket {
    private S3Bucket() {}

    /** Signed as S3 wanted it first (version 2), which takes a few lines. */
    static void create(URI endpoint, String name, String identity, String secret) throws Exception {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        String signed = "PUT\n\n\n\nx-amz-date:" + date + "\n/" + name;
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        HttpRequest put = HttpRequest.newBuilder(endpoint.resolve("/" + name))
                .header("x-amz-date", date)
                .header("Authorization", "AWS " + identity + ":" + signature)
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(put, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no bucket: " + answer.statusCode() + " " + answer.body());
        }
    }
}
