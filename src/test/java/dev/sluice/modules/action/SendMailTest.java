package dev.sluice.modules.action;

import static dev.sluice.modules.action.Sink.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.icegreen.greenmail.util.GreenMail;
import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.module.Action;
import dev.sluice.module.Modules;
import dev.sluice.module.Step;
import dev.sluice.module.Templates;
import dev.sluice.module.Visit;
import dev.sluice.modules.Visits;
import dev.sluice.payload.Fields;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** send-mail and send-log-mail, also against what the original mailed. */
@QuarkusTest
@TestProfile(WithMail.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SendMailTest {
    private static final Set<String> OURS = Set.of("send-mail", "send-log-mail");
    private static final Pattern RECORDED_TEXT =
            Pattern.compile("Content-Transfer-Encoding: 8bit\\n\\n(?!--)(.*?)\\n\\n--<boundary>--", Pattern.DOTALL);

    @Inject
    Modules modules;

    @Inject
    Templates templates;

    @ConfigProperty(name = "sluice.smtp.port")
    int mailPort;

    @ConfigProperty(name = "sluice.misp.url")
    URI mispUrl;

    private GreenMail mail;
    private WireMockServer misp;

    @BeforeEach
    void listen() {
        mail = WithMail.mailServer(mailPort);
        misp = WithMail.misp(mispUrl.getPort());
    }

    @AfterEach
    void close() {
        mail.stop();
        misp.stop();
    }

    static Stream<Arguments> cases() {
        Map<String, Object> file = Conformance.file("action-modules");
        return Conformance.cases("action-modules")
                .filter(it -> OURS.contains(it.get("module")))
                .map(it -> Arguments.of(it.get("id"), it, Recorded.input(file, it)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void mails_as_the_original_did(String id, Map<String, Object> recorded, Map<String, Object> data) {
        Action module = module((String) recorded.get("module"));
        Map<String, Object> params = Recorded.map(recorded.get("indexed_params"));

        Step step = Sink.step(module, Visits.real(module, templates, params, data));

        assertThat(step instanceof Step.GoOn).isEqualTo(recorded.get("returned"));
        assertThat(step instanceof Step.GoOn went ? went.errors() : reasons(step))
                .isEqualTo(recorded.get("errors"));
        assertThat(WithMail.received(mail)).containsExactlyElementsOf(expected(recorded));
    }

    @Test
    void accounts_get_one_mail_each_and_disabled_ones_none() {
        Step step = call("All accounts", "USER@oracle.test", "All admins", "other@example.org");

        assertErrors(step);
        assertThat(WithMail.received(mail))
                .containsExactly(
                        "admin@oracle.test | s 1 | b",
                        "orgadmin@oracle.test | s 1 | b",
                        "user@oracle.test | s 1 | b",
                        "other@example.org | s 1 | b");
    }

    @Test
    void a_disabled_account_that_was_named_gets_nothing_and_that_is_told() {
        assertErrors(
                call("disabled-admin@oracle.test"),
                "The account disabled-admin@oracle.test is disabled in MISP and gets no mail.");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3,orgadmin@oracle.test", "1,admin@oracle.test"})
    void org_admins_are_those_of_the_organisation_of_the_user_in_the_log(String user, String admin) {
        assertErrors(callAboutLog(Fields.of("Log", Fields.of("user_id", user))));
        assertErrors(callAboutLog(Fields.of("Log", Fields.of("user_id", Long.valueOf(user)))));

        assertThat(WithMail.received(mail)).containsExactly(admin + " | s | ", admin + " | s | ");
    }

    @Test
    void a_log_entry_of_nobody_has_no_org_admins() {
        for (Map<String, Object> data : List.<Map<String, Object>>of(
                new Fields(), Fields.of("Log", "x"), Fields.of("Log", Fields.of("user_id", "0")))) {
            assertErrors(callAboutLog(data), "MISP has no enabled account for \"Org admins\".");
        }
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void while_misp_fails_plain_addresses_get_their_mail_and_the_groups_are_told() {
        misp.resetAll();
        misp.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.serverError()));

        Step step = call("All admins", "other@example.org");

        assertThat(step).isInstanceOfSatisfying(Step.GoOn.class, it -> assertThat(it.errors())
                .singleElement()
                .asString()
                .startsWith("Only MISP knows who is in \"All admins\". "));
        assertThat(WithMail.received(mail)).containsExactly("other@example.org | s 1 | b");
        assertThat(reasons(call("All admins")))
                .singleElement()
                .asString()
                .startsWith("Only MISP knows who is in \"All admins\". ")
                .hasSizeGreaterThan(60);
    }

    @Test
    void a_failed_delivery_is_told_and_the_walk_goes_on() {
        mail.stop();

        Step step = call("All accounts", "other@example.org");

        assertErrors(
                step,
                "The connection to the mail server 127.0.0.1:" + mailPort
                        + " was not accepted; check sluice.smtp.host (SLUICE_SMTP_HOST) and sluice.smtp.port"
                        + " (SLUICE_SMTP_PORT).",
                "The other mails (2) were not tried.");
    }

    @Test
    void what_is_wrong_with_one_address_keeps_no_other_from_its_mail() {
        Step step = call("nobody", "no one", "other@example.org");

        assertErrors(
                step,
                "\"nobody\" is no mail address; it should look like name@example.org.",
                "\"no one\" is no mail address; it should look like name@example.org.");
        assertThat(WithMail.received(mail)).containsExactly("other@example.org | s 1 | b");
    }

    @Test
    void a_dry_run_records_the_mails_and_sends_none() {
        Action module = module("send-mail");
        Visit visit = Visits.dry(module, templates, params("All accounts"), event());

        assertErrors(Sink.step(module, visit));

        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(visit.effects().recorded()).hasSize(3).allSatisfy(it -> assertThat(it)
                .containsEntry("kind", "mail.send")
                .containsEntry("subject", "s 1"));
    }

    @Test
    void groups_are_offered_before_the_accounts_page_by_page() {
        String url = "/api/v1/modules/options/send-log-mail/recipients";

        admin().get(url)
                .then()
                .body("total", equalTo(7))
                .body("diagnostic", equalTo(""))
                .body(
                        "options.value",
                        contains(
                                "All accounts",
                                "All admins",
                                "Org admins",
                                "admin@oracle.test",
                                "disabled-admin@oracle.test",
                                "orgadmin@oracle.test",
                                "user@oracle.test"));
        admin().get(url + "?page=2").then().body("total", equalTo(7)).body("options", hasSize(0));
        admin().get(url + "?q=user").then().body("options.value", contains("user@oracle.test"));
    }

    @Test
    void thousands_of_addresses_need_no_deeper_stack() {
        Action module = module("send-mail");
        String[] many = Stream.iterate(0, it -> it + 1)
                .limit(10_000)
                .map(it -> "u" + it + "@example.org")
                .toArray(String[]::new);
        Visit visit = Visits.dry(module, templates, params(many), event());

        assertErrors(Sink.step(module, visit));

        assertThat(visit.effects().recorded()).hasSize(10_000);
    }

    private static RequestSpecification admin() {
        return RestAssured.given().header("Authorization", "test-key-of-the-house");
    }

    private static Stream<String> shownAs(List<?> requests) {
        return requests.stream()
                .map(Recorded::map)
                .filter(it -> it.get("to").equals("smtp"))
                .map(it -> {
                    String body = (String) it.get("body");
                    Matcher text = RECORDED_TEXT.matcher(body);
                    List<?> to = (List<?>) Recorded.map(it.get("headers")).get("to");
                    String subject = body.lines()
                            .filter(line -> line.startsWith("Subject: "))
                            .findFirst()
                            .orElseThrow()
                            .substring("Subject: ".length());
                    return to.get(0) + " | " + subject + " | "
                            + (text.find() ? text.group(1).strip() : "");
                });
    }

    private static List<String> expected(Map<String, Object> recorded) {
        List<String> mails = new ArrayList<>();
        if (Recorded.map(recorded.get("effects")).get("http") instanceof List<?> requests) {
            shownAs(requests).forEach(mails::add);
        }
        return mails;
    }

    private Step call(String... recipients) {
        Action module = module("send-mail");
        return Sink.step(module, Visits.real(module, templates, params(recipients), event()));
    }

    private Step callAboutLog(Map<String, Object> data) {
        Action module = module("send-log-mail");
        Map<String, Object> params = Fields.of("recipients", List.of("Org admins"), "mail_template_subject", "s");
        return Sink.step(module, Visits.real(module, templates, params, data));
    }

    private static Map<String, Object> params(String... recipients) {
        return Fields.of(
                "recipients",
                List.of(recipients),
                "mail_template_subject",
                "s {{ Event.id }}",
                "mail_template_body",
                "b");
    }

    private static Map<String, Object> event() {
        return Fields.of("Event", Fields.of("id", "1"));
    }

    private Action module(String id) {
        return (Action) modules.find("action", id).orElseThrow();
    }

    private static void assertErrors(Step step, String... errors) {
        assertThat(step).isInstanceOfSatisfying(Step.GoOn.class, it -> assertThat(it.errors())
                .containsExactly(errors));
    }
}
