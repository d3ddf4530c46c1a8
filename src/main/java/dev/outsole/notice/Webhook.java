package dev.outsole.notice;

import dev.outsole.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts messages to a webhook. One that is dead is tried again for a while, and then given up with a word in the log: a night goes on. */
final class Webhook {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(10);
    private static final int TOO_MANY_REQUESTS = 429;

    private final SecretUrl url;
    private final Duration limit;
    private final Duration firstPause;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECTING).build();

    /** How an attempt went. */
    private enum Outcome {
        DELIVERED,
        REFUSED,
        TRY_AGAIN
    }

    /** With pauses of 1, 2, 4, … seconds between attempts, which end by this limit. */
    Webhook(SecretUrl url, Duration limit) {
        this(url, limit, Duration.ofSeconds(1));
    }

    /**
     * @param limit no attempt goes on for longer than this from the start
     * @param firstPause between the first two attempts; each next one is twice as long
     */
    Webhook(SecretUrl url, Duration limit, Duration firstPause) {
        this.url = url;
        this.limit = limit;
        this.firstPause = firstPause;
    }

    /** Posts it; tells whether it was taken. */
    boolean post(Message message) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        Duration pause = firstPause;
        while (true) {
            Duration left = Duration.between(Instant.now(), end);
            if (left.isNegative() || left.isZero()) {
                LOG.warn("the webhook could not be reached in {} s: nobody was told", limit.toSeconds());
                return false;
            }
            switch (attempt(message, left.compareTo(ANSWERING) < 0 ? left : ANSWERING)) {
                case DELIVERED -> {
                    return true;
                }
                case REFUSED -> {
                    return false;
                }
                case TRY_AGAIN -> Thread.sleep(Math.min(pause.toMillis(), Math.max(1, left.toMillis())));
            }
            pause = pause.multipliedBy(2);
        }
    }

    /** Errors are told by their class alone: their texts may hold the URL. */
    private Outcome attempt(Message message, Duration timeout) throws InterruptedException {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            Json.write(body, message);
            HttpRequest request = HttpRequest.newBuilder(url.address())
                    .timeout(timeout)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                    .build();
            return judge(
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            LOG.info("the webhook can't be reached: {}", e.getClass().getSimpleName());
            return Outcome.TRY_AGAIN;
        }
    }

    private static Outcome judge(int status) {
        if (status / 100 == 2) {
            return Outcome.DELIVERED;
        }
        if (status / 100 == 5 || status == TOO_MANY_REQUESTS) {
            LOG.info("the webhook answers with status {}", status);
            return Outcome.TRY_AGAIN;
        }
        LOG.warn("the webhook refuses the message with status {}: nobody was told", status);
        return Outcome.REFUSED;
    }
}
