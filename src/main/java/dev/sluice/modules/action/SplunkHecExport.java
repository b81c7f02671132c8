package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Option;
import dev.sluice.module.Outbound;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.PayloadException;
import io.smallrye.mutiny.Uni;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Many events go out in few requests, one after the other, as the HTTP Event Collector of Splunk takes them. */
@BuiltInModule
final class SplunkHecExport implements Action {
    private static final Param<String> URL = Param.text("url", "HEC URL")
            .placeholder("https://splunk.example.org:8088/services/collector/event")
            .secrets()
            .required();
    private static final Param<String> VERIFY =
            Param.select("verify_tls", "Verify HTTPS Certificate", 1L, Option.of("1", "True", "0", "False"));
    private static final Param<String> TOKEN =
            Param.text("hec_token", "HEC Token").secrets().required();
    private static final Param<String> SOURCE_TYPE =
            Param.text("source_type", "Source Type").standard("").placeholder("misp:event");
    private static final Param<String> PER_ATTRIBUTE = Param.select(
            "event_per_attribute", "Create one Splunk Event per Attribute", 0L, Option.of("1", "True", "0", "False"));
    private static final Param<String> MODEL = Param.textArea("data_extraction_model", "Data extraction model (JSON)")
            .standard("")
            .placeholder("{\"info\": \"Event.info\", \"values\": \"Event._AttributeFlattened.{n}.value\"}");

    private final Outbound outbound;

    SplunkHecExport(Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public Spec spec() {
        return Spec.action("splunk-hec-export", "Splunk HEC export")
                .leavesData()
                .version("0.2")
                .describedAs("Sends the data to the HTTP Event Collector of Splunk: whole, or one Splunk event for each"
                        + " attribute of the event (as Attribute, beside the Event without its attributes). A model"
                        + " {\"field\": \"path\"} picks what of it is sent.")
                .iconPath("Splunk.png")
                .leadsTo()
                .coreFormat()
                .asks(URL, VERIFY, TOKEN, SOURCE_TYPE, PER_ATTRIBUTE, MODEL)
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
        String token = visit.get(TOKEN).strip();
        if (token.isEmpty()) {
            return Step.stop("Authorization token not provided.");
        }
        SplunkEvents events;
        try {
            events = SplunkEvents.of(
                    visit.data(),
                    visit.get(PER_ATTRIBUTE).equals("1"),
                    visit.get(MODEL),
                    visit.get(SOURCE_TYPE).strip());
        } catch (PayloadException e) {
            return Step.stop(e.getMessage());
        }
        Map<String, String> headers = Map.of(
                "Accept", "application/json",
                "Content-Type", "application/json",
                "Authorization", "Splunk " + token);
        boolean trusting = visit.get(VERIFY).equals("0");
        return next(visit, events.inBatches(), body -> new Outbound.Request("POST", url, headers, body, trusting));
    }

    /** The next batch goes out once the one before it was taken. */
    private Uni<Step> next(Visit visit, Iterator<byte[]> batches, Function<byte[], Outbound.Request> request) {
        if (!batches.hasNext()) {
            return Step.goOn();
        }
        return Delivery.of(outbound.send(visit, request.apply(batches.next())))
                .onItem()
                .transformToUni(step -> step instanceof Step.GoOn
                        ? next(visit, batches, request)
                        : Uni.createFrom().item(step));
    }
}
