package dev.sluice.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.subscription.Cancellable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses modules may call. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AddressGuardTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, loopback",
        "127.255.255.254, loopback",
        "::1, loopback",
        "::ffff:127.0.0.1, loopback",
        "0.0.0.0, unspecified",
        "::, unspecified",
        "10.0.0.1, private",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.168.1.1, private",
        "fec0::1, private",
        "fc00::1, unique-local",
        "fdff:ffff::1, unique-local",
        "169.254.169.254, metadata",
        "fe80::1, link-local",
        "fd00:ec2::254, unique-local",
        "168.63.129.16, metadata",
        "192.0.0.192, metadata",
        "100.64.0.1, carrier",
        "100.100.100.200, carrier",
        "100.127.255.255, carrier",
        "224.0.0.1, multicast",
        "ff02::1, multicast",
        "255.255.255.255, reserved",
        "198.18.0.1, reserved",
        "::127.0.0.1, reserved",
        "64:ff9b::a00:1, private",
        "64:ff9b:1::1, reserved",
        "2002:7f00:1::1, loopback",
        "2002:a9fe:a9fe::, metadata",
        "2001:0:53aa:64c::1, reserved"
    })
    void what_is_not_public_is_refused_and_the_setting_named(String address, String kind) {
        AddressGuard guard = guard(List.of(), address);

        assertThatThrownBy(() -> guard.open("hooks.example.org").await().atMost(PATIENCE))
                .hasMessageStartingWith("The host hooks.example.org has ")
                .hasMessageContaining(kind)
                .hasMessageEndingWith("which modules may not call. To allow it, list the host or its address in"
                        + " sluice.outbound.allow (SLUICE_OUTBOUND_ALLOW).")
                .hasMessageNotContaining(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "100.63.255.255",
                "100.128.0.0",
                "169.253.255.255",
                "223.255.255.255",
                "2606:4700::1111",
                "64:ff9b::101:101",
                "2002:101:101::1"
            })
    void what_is_public_is_open(String address) throws UnknownHostException {
        assertThat(guard(List.of(), address).open("hooks.example.org").await().atMost(PATIENCE))
                .isEqualTo(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, hooks.example.org, 10.1.2.3, true",
        "10.1.0.0/16, hooks.example.org, 10.1.2.3, true",
        "10.1.0.0/16, hooks.example.org, 10.2.2.3, false",
        "hooks.example.org, hooks.example.org, 10.1.2.3, true",
        "Hooks.Example.ORG., HOOKS.example.org, 10.1.2.3, true",
        "hooks.example.org, hooks.example.org., 10.1.2.3, true",
        "hooks.example.org, other.example.org, 10.1.2.3, false",
        "example.org, hooks.example.org, 10.1.2.3, false",
        "fd00::/8, hooks.example.org, fd12::1, true",
        "[::1], hooks.example.org, ::1, true",
        "127.0.0.1, hooks.example.org, ::ffff:127.0.0.1, true"
    })
    void what_is_listed_is_open_besides(String listed, String host, String address, boolean open) {
        var call = guard(List.of("192.0.2.1", listed), address).open(host);

        if (open) {
            assertThatCode(() -> call.await().atMost(PATIENCE)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> call.await().atMost(PATIENCE)).isInstanceOf(OutsideException.class);
        }
    }

    @Test
    void of_several_addresses_the_first_open_one_is_called() throws UnknownHostException {
        AddressGuard guard = guard(List.of(), "10.0.0.1", "1.1.1.1", "1.0.0.1");

        assertThat(guard.open("hooks.example.org").await().atMost(PATIENCE))
                .isEqualTo(InetAddress.getByName("1.1.1.1"));
    }

    @Test
    void a_name_is_asked_for_once_a_call() {
        List<String> asked = new ArrayList<>();
        AddressGuard guard = new AddressGuard(List.of(), host -> {
            asked.add(host);
            return List.of(InetAddress.getByName("1.1.1.1"));
        });

        guard.open("hooks.example.org").await().atMost(PATIENCE);
        guard.open("hooks.example.org").await().atMost(PATIENCE);

        assertThat(asked).containsExactly("hooks.example.org", "hooks.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/99", "10.0.0", "300.0.0.1", "http://example.org", "a b", "*.example.org", "[::"})
    void what_cannot_be_listed_stops_the_start(String entry) {
        assertThatThrownBy(() -> guard(List.of(entry), "1.1.1.1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sluice.outbound.allow (SLUICE_OUTBOUND_ALLOW) will not do: \"");
    }

    @Test
    void names_are_looked_up_away_from_who_asks_even_in_brackets() {
        CompletableFuture<Thread> asked = new CompletableFuture<>();
        AddressGuard guard = new AddressGuard(List.of(), host -> {
            asked.complete(Thread.currentThread());
            return List.of(InetAddress.getByName("1.1.1.1"));
        });

        guard.open("[decade.de]").await().atMost(PATIENCE);

        assertThat(asked.join()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void while_the_name_service_is_silent_only_so_many_wait_and_who_gave_up_does_not() throws Exception {
        CountDownLatch silent = new CountDownLatch(1);
        CountDownLatch asking = new CountDownLatch(Lookups.AT_ONCE);
        AddressGuard guard = new AddressGuard(List.of(), host -> {
            asking.countDown();
            try {
                silent.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of(InetAddress.getByName("1.1.1.1"));
        });
        List<Cancellable> given = new ArrayList<>();
        CompletableFuture<InetAddress> last = new CompletableFuture<>();
        try (guard) {
            for (int i = 0; i < Lookups.AT_ONCE + Lookups.WAITING; i++) {
                given.add(guard.open("host" + i + ".example.org").subscribe().with(it -> {}));
            }
            assertThat(asking.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> guard.open("late.example.org").await().atMost(PATIENCE))
                    .hasMessage(
                            "The name service of this machine does not answer: 200 names wait to be looked up already."
                                    + " Try again when it does.");
            given.forEach(Cancellable::cancel);
            guard.open("later.example.org").subscribe().with(last::complete, last::completeExceptionally);
            silent.countDown();
            assertThat(last.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(InetAddress.getByName("1.1.1.1"));
        }
    }

    private static AddressGuard guard(List<String> allowed, String... addresses) {
        return new AddressGuard(allowed, host -> {
            List<InetAddress> all = new ArrayList<>();
            for (String each : addresses) {
                all.add(InetAddress.getByName(each));
            }
            return all;
        });
    }
}
