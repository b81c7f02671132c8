package dev.sluice.modules.action;

import dev.sluice.module.Outbound;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** A message to an incoming webhook as Slack made them and Mattermost took them over. */
record ChatHook(String product, String url, String text, String channel, String username) {
    private static final Map<String, String> HEADERS =
            Map.of("Accept", "application/json", "Content-Type", "application/json");

    /** Posts the message; goes on where the server took it. */
    Uni<Step> post(Visit visit, Outbound outbound) {
        if (!outbound.takesArbitraryUrls()) {
            return Step.stop(ArbitraryUrls.OFF);
        }
        if (url.isEmpty()) {
            return Step.stop("URL not provided.");
        }
        if (text.isBlank()) {
            return Step.stop("The message is empty. Write one under Message template.");
        }
        return Delivery.of(
                outbound.send(visit, new Outbound.Request("POST", url, HEADERS, Json.writeBytes(body()), false)),
                answer -> judge(Delivery.withoutPath(url, answer)));
    }

    private Fields body() {
        Fields body = Fields.of("text", text);
        if (!channel.isEmpty()) {
            body.put("channel", channel);
        }
        if (!username.isEmpty()) {
            body.put("username", username);
        }
        return body;
    }

    private Uni<Step> judge(Outbound.Answer answer) {
        int status = answer.status();
        if (status >= 200 && status <= 206) {
            return Step.goOn();
        }
        if (status == 429) {
            return Step.stop(product + " takes no more messages for the moment: too many were sent.");
        }
        String told = Delivery.shown(answer.body().strip());
        return Step.stop(product + " did not take the message (HTTP " + status + ")"
                + (told.isEmpty() ? "." : ": " + told)
                + (status == 401 || status == 403 || status == 404 || status == 410
                        ? " Check that the webhook of the URL still exists and may post to the channel."
                        : ""));
    }
}
