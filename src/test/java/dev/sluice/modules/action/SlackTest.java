package dev.sluice.modules.action;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SlackTest extends ChatHookPromises {
    @Override
    String product() {
        return "Slack";
    }

    @Override
    String path() {
        return "/services/T0/B0/secret";
    }

    @Override
    String shownPath() {
        return "/services/***";
    }

    /** Only there does that path mean a key. */
    @Override
    String dryUrl() {
        return "https://hooks.slack.com" + path();
    }
}
