package dev.sluice.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one Sluice and one browser for all tests, and gives each test visitors of its own. */
final class Browsing implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {
    private static final Namespace OURS = Namespace.create(Browsing.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Path> executable = Chromium.executable();
        if (executable.isPresent()) {
            return ConditionEvaluationResult.enabled("with " + executable.get());
        }
        String reason = "No chromium is installed, so the pages are not tried in a browser (apt-get install chromium,"
                + " or -Dsluice.browser.executable=...).";
        if (context.getTestMethod().isEmpty()) {
            System.out.println(context.getDisplayName() + " is skipped. " + reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Visitor.class || type == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Site site = context.getRoot().getStore(OURS).computeIfAbsent(Site.class, it -> Site.open(), Site.class);
        if (parameter.getParameter().getType() == Site.class) {
            return site;
        }
        return visits(context).come(site);
    }

    private static Visits visits(ExtensionContext context) {
        return context.getStore(OURS).computeIfAbsent(Visits.class, it -> new Visits(nameOf(context)), Visits.class);
    }

    private static String nameOf(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Visits visits = visits(context);
        if (context.getExecutionException().isPresent()) {
            visits.tell();
            return;
        }
        List<String> faults = visits.faults();
        if (!faults.isEmpty()) {
            visits.tell();
            throw new AssertionError("The browser complained:\n" + String.join("\n", faults));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        visits(context).close();
    }
}
