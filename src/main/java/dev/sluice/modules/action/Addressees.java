package dev.sluice.modules.action;

import dev.sluice.module.Misp.Account;
import dev.sluice.module.Step;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whom the recipients of a mail stand for: each address once, accounts that are disabled left out. */
final class Addressees {
    private final Map<String, Mailing.Group> groups;
    private final Map<String, Object> data;
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();
    private boolean asked;

    Addressees(Map<String, Mailing.Group> groups, Map<String, Object> data) {
        this.groups = groups;
        this.data = data;
    }

    /** In the order of the recipients, and of the accounts within a group. */
    List<String> addresses() {
        return List.copyOf(addresses.values());
    }

    /** Who gets no mail and why, a sentence each. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    /** What a node answers where there is no address: as the original, but where MISP could not be asked. */
    Uni<Step> nobody() {
        return asked ? Step.goOnDespite(errors) : Step.stop(errors.toArray(String[]::new));
    }

    /** Plain addresses only; of the groups, why nobody knows them. */
    Addressees withoutMisp(List<String> recipients, String why) {
        List<String> unknown = recipients.stream().filter(groups::containsKey).toList();
        if (!unknown.isEmpty()) {
            errors.add("Only MISP knows who is in \"" + String.join("\", \"", unknown) + "\". " + why);
        }
        recipients.stream().filter(it -> !groups.containsKey(it)).forEach(this::add);
        return this;
    }

    /** Groups and plain addresses. */
    Addressees with(List<String> recipients, List<Account> accounts) {
        asked = true;
        for (String recipient : recipients) {
            Mailing.Group group = groups.get(recipient);
            if (group != null) {
                addGroup(recipient, group.of(accounts, data));
            } else if (accounts.stream()
                    .anyMatch(it -> it.disabled() && it.email().equalsIgnoreCase(recipient))) {
                errors.add("The account " + recipient + " is disabled in MISP and gets no mail.");
            } else {
                add(recipient);
            }
        }
        return this;
    }

    private void addGroup(String name, List<Account> accounts) {
        List<Account> enabled = accounts.stream().filter(it -> !it.disabled()).toList();
        if (enabled.isEmpty()) {
            errors.add("MISP has no enabled account for \"" + name + "\".");
        }
        enabled.forEach(it -> add(it.email()));
    }

    private void add(String address) {
        addresses.putIfAbsent(address.toLowerCase(Locale.ROOT), address);
    }
}
