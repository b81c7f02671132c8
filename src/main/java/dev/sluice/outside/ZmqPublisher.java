package dev.sluice.outside;

import dev.sluice.payload.Json;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/**
 * A PUB socket as MISP has one: each message is one frame, the topic, a space, and the data as JSON. The socket belongs
 * to one thread of its own and is bound at the first message; a bind that failed is tried again with the next one.
 */
@Singleton
class ZmqPublisher {
    private static final Logger LOG = Logger.getLogger(ZmqPublisher.class);
    private static final int FAREWELL_MILLIS = 1000;

    private final String address;
    private final int waiting;
    private final ThreadPoolExecutor thread;
    private ZContext zmq;
    private ZMQ.Socket socket;
    private volatile String boundTo;

    @Inject
    ZmqPublisher(ZmqConfig config) {
        address = config.address();
        waiting = config.waiting();
        thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), ZmqPublisher::daemon);
    }

    /**
     * Publishes one message to whoever is subscribed at that moment. The data is read before this returns; sending starts
     * with the subscription.
     *
     * @return completes once the socket has the message; fails where the address cannot be bound or too many wait
     */
    Uni<Void> publish(String topic, Object data) {
        byte[] frame = frame(topic, data);
        return Uni.createFrom().<Void>emitter(sent -> enqueue(frame, sent)).emitOn(CallerThread.here());
    }

    /** The address that is really bound, with the port chosen for {@code tcp://127.0.0.1:*}; empty while there is none. */
    Optional<String> boundTo() {
        return Optional.ofNullable(boundTo);
    }

    /** Gives messages that wait, and those on their way to subscribers, a moment each. */
    @PreDestroy
    void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(FAREWELL_MILLIS, TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
                LOG.warnf("Messages to ZMQ subscribers of %s were still waiting at the end; they are lost.", address);
            } else if (zmq != null) {
                zmq.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boundTo = null;
    }

    private static byte[] frame(String topic, Object data) {
        byte[] head = (topic + " ").getBytes(StandardCharsets.UTF_8);
        byte[] json = Json.writeBytes(data);
        byte[] frame = new byte[head.length + json.length];
        System.arraycopy(head, 0, frame, 0, head.length);
        System.arraycopy(json, 0, frame, head.length, json.length);
        return frame;
    }

    private void enqueue(byte[] frame, UniEmitter<? super Void> sent) {
        try {
            thread.execute(() -> send(frame, sent));
        } catch (RejectedExecutionException e) {
            sent.fail(new OutsideException(
                    thread.isShutdown()
                            ? "Nothing is published to ZMQ at " + address + " any more: the program is about to end."
                            : "Too many messages wait for ZMQ at " + address + " (SLUICE_ZMQ_ADDRESS): the limit is "
                                    + waiting + " (SLUICE_ZMQ_WAITING)."));
        }
    }

    private void send(byte[] frame, UniEmitter<? super Void> sent) {
        try {
            if (socket == null) {
                bind();
            }
            // A PUB socket never waits: subscribers that are too slow miss messages, as they do with MISP.
            socket.send(frame);
            sent.complete(null);
        } catch (RuntimeException e) {
            sent.fail(
                    e instanceof OutsideException
                            ? e
                            : new OutsideException(
                                    "ZMQ at " + address + " did not take the message: " + e.getMessage() + "."));
        }
    }

    private void bind() {
        if (zmq == null) {
            zmq = new ZContext();
            zmq.setLinger(FAREWELL_MILLIS);
        }
        ZMQ.Socket fresh = zmq.createSocket(SocketType.PUB);
        try {
            if (!fresh.bind(address)) {
                throw new OutsideException(cannotBind("it was refused"));
            }
        } catch (RuntimeException e) {
            zmq.destroySocket(fresh);
            throw e instanceof OutsideException ? e : new OutsideException(cannotBind(reason(e)));
        }
        socket = fresh;
        boundTo = fresh.getLastEndpoint();
    }

    private String cannotBind(String reason) {
        return "ZMQ cannot publish at " + address + ": " + reason + ". Set SLUICE_ZMQ_ADDRESS to a free address like"
                + " tcp://127.0.0.1:50000.";
    }

    private static String reason(RuntimeException e) {
        if (e instanceof ZMQException zmq) {
            return zmq.getErrorCode() == ZError.EADDRINUSE
                    ? "the address is already in use"
                    : "the address is not usable (" + ZMQ.Error.findByCode(zmq.getErrorCode()) + ")";
        }
        return "this is not a ZMQ address";
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "zmq-publisher");
        thread.setDaemon(true);
        return thread;
    }
}
