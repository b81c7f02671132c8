package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Outbound;
import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.smallrye.mutiny.Uni;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Telegram wants the token of the bot in the path, so nothing that may repeat the path is told as it is. */
@BuiltInModule
final class TelegramSendAlert implements Action {
    private static final Param<String> TOKEN = Param.text("bot_token", "Telegram Bot Token")
            .placeholder("123456789:AAE…")
            .required();
    private static final Param<String> CHAT = Param.text("chat_id", "Telegram Chat id")
            .placeholder("-1001234567890")
            .required();
    private static final Param<String> MESSAGE = Param.textArea("message_body_template", "Message Body Template")
            .placeholder("Event <b>{{ Event.info | e }}</b>")
            .template();
    private static final Map<String, String> HEADERS =
            Map.of("Accept", "application/json", "Content-Type", "application/json");

    private final Outbound outbound;
    private final String server;

    TelegramSendAlert(Outbound outbound, TelegramConfig config) {
        this.outbound = outbound;
        String url = config.url();
        server = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    @Override
    public Spec spec() {
        return Spec.action("telegram-send-alert", "Telegram Send Alert")
                .leavesData()
                .version("0.1")
                .describedAs("Sends a message, in the HTML that Telegram understands, to a chat of Telegram. Write"
                        + " {{ … | e }} around values that may hold < or &.")
                .iconPath("Telegram.png")
                .asks(TOKEN, CHAT, MESSAGE)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return ArbitraryUrls.diagnostics(outbound);
    }

    @Override
    public Uni<Step> act(Visit visit) {
        String token = visit.get(TOKEN).strip();
        String inPath = URLEncoder.encode(token, StandardCharsets.UTF_8)
                .replace("%3A", ":")
                .replace("+", "%20");
        byte[] body = Json.writeBytes(
                Fields.of("chat_id", visit.get(CHAT), "text", visit.get(MESSAGE), "parse_mode", "HTML"));
        String url = server + "/bot" + inPath + "/sendMessage";
        return Delivery.of(
                outbound.send(visit, new Outbound.Request("POST", url, HEADERS, body, false)),
                answer -> judge(Delivery.without(inPath, Delivery.without(token, answer))));
    }

    private static Uni<Step> judge(Answer answer) {
        if (answer.status() >= 200 && answer.status() <= 299) {
            return Step.goOn();
        }
        return Step.stop(
                answer.status() == 401
                        ? "Authentication failed"
                        : "Something went wrong with the request: " + Delivery.shown(answer.body()));
    }
}
