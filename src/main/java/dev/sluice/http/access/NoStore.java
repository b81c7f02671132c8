package dev.sluice.http.access;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers are for whoever asked, and true at that moment: nothing on the way and no browser keeps them. */
@Singleton
class NoStore {
    @ServerResponseFilter
    void say(ContainerResponseContext answer) {
        answer.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
    }
}
