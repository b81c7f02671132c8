package dev.sluice.modules.action;

import dev.sluice.module.Outbound;
import dev.sluice.module.Param;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** Messages to an incoming webhook as Slack made them and Mattermost took them over. */
final class ChatHook {
    private static final Map<String, String> HEADERS =
            Map.of("Accept", "application/json", "Content-Type", "application/json");
    private static final Param<String> USERNAME =
            Param.text("username", "User name (leave empty for the webhook's own)");

    private final String product;
    private final Outbound outbound;
    private final Param<String> url;
    private final Param<String> channel;
    private final Param<String> message;

    /** For a product by its name; the others are examples of what to fill in. */
    ChatHook(String product, Outbound outbound, String url, String channel, String message) {
        this.product = product;
        this.outbound = outbound;
        this.url = Param.text("url", product + " webhook URL")
                .placeholder(url)
                .secrets()
                .required();
        this.channel = Param.text("channel", "Channel (leave empty for the webhook's own)")
                .placeholder(channel);
        this.message = Param.textArea("message_template", "Message template")
                .placeholder(message)
                .template()
                .required();
    }

    Param<?>[] params() {
        return new Param<?>[] {url, channel, USERNAME, message};
    }

    List<String> diagnostics() {
        return ArbitraryUrls.diagnostics(outbound);
    }

    /** Posts the message; goes on where the server took it. */
    Uni<Step> act(Visit visit) {
        if (!outbound.takesArbitraryUrls()) {
            return Step.stop(ArbitraryUrls.OFF);
        }
        String address = visit.get(url).strip();
        if (address.isEmpty()) {
            return Step.stop("URL not provided.");
        }
        String text = visit.get(message);
        if (text.isBlank()) {
            return Step.stop("The message is empty. Write one under Message template.");
        }
        byte[] body = Json.writeBytes(
                body(text, visit.get(channel).strip(), visit.get(USERNAME).strip()));
        return Delivery.of(
                outbound.send(visit, new Outbound.Request("POST", address, HEADERS, body, false)),
                answer -> judge(Delivery.withoutPath(address, answer)));
    }

    private static Fields body(String text, String channel, String username) {
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
