package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Option;
import dev.sluice.module.Outbound;
import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.Fields;
import dev.sluice.payload.HashPath;
import dev.sluice.payload.Json;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** The content type and the path are MISP's and change nothing there either; Teams takes JSON only. */
@BuiltInModule
final class MsTeamsWebhook implements Action {
    private static final Param<String> URL = Param.text("url", "MS Teams Webhook URL")
            .placeholder("https://example.webhook.office.com/webhookb2/…")
            .secrets()
            .required();
    private static final Param<String> CONTENT_TYPE = Param.select(
            "content_type", "Content type", "form", Option.of("form", "application/x-www-form-urlencoded"));
    private static final Param<HashPath> PATH =
            Param.hashPath("data_extraction_path", "Data extraction path").standard("");
    private static final Map<String, String> HEADERS =
            Map.of("Accept", "application/json", "Content-Type", "application/json");

    private final Outbound outbound;

    MsTeamsWebhook(Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public Spec spec() {
        return Spec.action("ms-teams-webhook", "MS Teams Webhook")
                .leavesData()
                .version("0.5")
                .describedAs("Posts the data, as JSON in a text message, to a channel of Microsoft Teams.")
                .iconPath("MS_Teams.png")
                .asks(URL, CONTENT_TYPE, PATH)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return ArbitraryUrls.diagnostics(outbound);
    }

    @Override
    public Uni<Step> act(Visit visit) {
        if (!outbound.takesArbitraryUrls()) {
            return Step.stop(ArbitraryUrls.OFF);
        }
        String url = visit.get(URL).strip();
        if (url.isEmpty()) {
            return Step.stop("URL not provided.");
        }
        byte[] body = Json.writeBytes(Fields.of("text", Json.write(visit.data())));
        return Delivery.of(
                outbound.send(visit, new Outbound.Request("POST", url, HEADERS, body, false)),
                answer -> judge(Delivery.withoutPath(url, answer)));
    }

    /** Connectors of Teams answer 200 and tell in the body that the message was not taken: too large, say. */
    private static Uni<Step> judge(Answer answer) {
        return answer.status() == 200 && answer.body().startsWith("Webhook message delivery failed")
                ? Step.stop("Teams did not take the message: " + Delivery.shown(answer.body()))
                : Delivery.judge(answer);
    }
}
