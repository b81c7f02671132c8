package dev.sluice.modules.action;

import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Step;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** What the answer of a server means for the node that called it, in the words of MISP's webhook. */
final class Delivery {
    private static final int SHOWN_OF_ANSWER = 1_000;
    private static final String HIDDEN = "***";

    private Delivery() {}

    /** 200 to 206 goes on; anything else, and no answer, stops. */
    static Uni<Step> of(Uni<Answer> answer) {
        return of(answer, Delivery::judge);
    }

    /** What a module makes of an answer; no answer at all stops in the same words everywhere. */
    static Uni<Step> of(Uni<Answer> answer, Function<Answer, Uni<? extends Step>> judge) {
        return answer.onItem()
                .<Step>transformToUni(judge)
                .onFailure()
                .recoverWithUni(e ->
                        Step.stop("Something went wrong while sending the request. Error returned: " + e.getMessage()));
    }

    /** By the status alone. */
    static Uni<Step> judge(Answer answer) {
        if (answer.status() >= 200 && answer.status() <= 206) {
            return Step.goOn();
        }
        if (answer.status() == 401 || answer.status() == 403) {
            return Step.stop("Authentication failed.");
        }
        return Step.stop("Something went wrong with the request or the remote side is having issues. Body returned: "
                + shown(answer.body()));
    }

    /** As much of an answer as a reason can hold. */
    static String shown(String body) {
        return body.length() > SHOWN_OF_ANSWER ? body.substring(0, SHOWN_OF_ANSWER) + "…" : body;
    }

    /** An answer that may repeat a secret, without it. */
    static Answer without(String secret, Answer answer) {
        return secret.isEmpty()
                ? answer
                : new Answer(answer.status(), answer.body().replace(secret, HIDDEN));
    }

    /** The answer of a webhook that may repeat its own address, of which all behind the host is a secret. */
    static Answer withoutPath(String url, Answer answer) {
        int host = url.indexOf("://") + 3;
        int path = host < 3 ? -1 : url.indexOf('/', host);
        if (path < 0) {
            return answer;
        }
        String all = url.substring(path + 1);
        int query = all.indexOf('?');
        return without(query < 0 ? "" : all.substring(0, query), without(all, answer));
    }
}
