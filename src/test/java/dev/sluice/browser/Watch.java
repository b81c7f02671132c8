package dev.sluice.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hears what a browser says and asks for, and knows what of that is a fault. */
final class Watch {
    private final List<String> log = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();
    private final Set<String> others = new HashSet<>();
    private String origin;

    /** @param origin where all requests have to go, with a slash at the end */
    Watch(BrowserContext context, String origin) {
        this.origin = origin;
        context.onConsoleMessage(this::said);
        context.onWebError(it -> fault("An error reached the window: " + it.error()));
        context.onRequest(this::asked);
        context.onRequestFailed(it -> log.add("failed: " + it.method() + " " + it.url() + " " + it.failure()));
        context.onResponse(this::answered);
    }

    void stayWithin(String other) {
        origin = other;
    }

    /** Requests to this origin are what the test is about, too. */
    void allow(String other) {
        others.add(other);
    }

    /** Answers of this status are no fault; that nobody is signed in yet never is one. */
    void expect(int status) {
        expected.add(status);
    }

    List<String> faults() {
        return faults;
    }

    List<String> log() {
        return log;
    }

    private void fault(String text) {
        faults.add(text);
        log.add("FAULT " + text);
    }

    private void said(ConsoleMessage message) {
        String text = message.type() + ": " + message.text() + " (" + message.location() + ")";
        log.add(text);
        // What was answered badly is looked at where it is answered.
        boolean ofAnswer = message.text().startsWith("Failed to load resource: the server responded");
        if (message.type().equals("error") && !ofAnswer) {
            fault(text);
        }
    }

    private void asked(Request request) {
        String url = request.url();
        if (!url.startsWith(origin)
                && others.stream().noneMatch(url::startsWith)
                && !url.startsWith("data:")
                && !url.startsWith("blob:")) {
            fault("A request left the host: " + request.method() + " " + url);
        }
    }

    private void answered(Response response) {
        Request request = response.request();
        String text = request.method() + " " + response.url() + " " + response.status();
        log.add(text);
        boolean stranger = response.status() == 401 && response.url().endsWith("/api/v1/session");
        if (response.status() >= 400 && !expected.contains(response.status()) && !stranger) {
            fault("An unexpected answer: " + text);
        }
    }
}
