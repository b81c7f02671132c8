package dev.sluice.modules.action;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class MattermostTest extends ChatHookPromises {
    @Override
    String product() {
        return "Mattermost";
    }

    @Override
    String path() {
        return "/hooks/secret";
    }

    @Override
    String shownPath() {
        return "/hooks/***";
    }
}
