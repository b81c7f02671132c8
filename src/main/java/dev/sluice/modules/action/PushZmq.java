package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Param;
import dev.sluice.module.Publisher;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.HashPath;
import dev.sluice.payload.PayloadException;
import io.smallrye.mutiny.Uni;

@BuiltInModule
final class PushZmq implements Action {
    private static final String TOPIC = "misp_json_workflow";
    private static final Param<HashPath> PATH = Param.hashPath("data_extraction_path", "Data extraction path")
            .standard("")
            .placeholder("Event._AttributeFlattened.{n}");

    private final Publisher publisher;

    PushZmq(Publisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public Spec spec() {
        return Spec.action("push-zmq", "Push to ZMQ")
                .leavesData()
                .version("0.2")
                .describedAs(
                        "Publishes the data, or the part that a path selects, as JSON on the ZMQ topic " + TOPIC + ".")
                .iconPath("zeromq.png")
                .asks(PATH)
                .build();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        HashPath path = visit.get(PATH);
        Object data;
        try {
            data = path.extract(visit.data());
        } catch (PayloadException e) {
            return Step.stop("Error while trying to extract data with path `" + path.source() + "`: " + e.getMessage());
        }
        return publisher.publish(visit, TOPIC, data).onItem().transformToUni(done -> Step.goOn());
    }
}
