package dev.sluice.outside.zmq;

import dev.sluice.outside.CallerThread;
import dev.sluice.outside.OutsideException;
import dev.sluice.outside.Setting;
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
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Publishes as MISP does: each message is one frame, the topic, a space, and the data as JSON. The socket belongs to one
 * thread of its own, before which messages wait, bounded by number and by size.
 */
@Singleton
class ZmqPublisher {
    private static final Logger LOG = Logger.getLogger(ZmqPublisher.class);
    private static final int FAREWELL_MILLIS = 1000;

    private final String address;
    private final int mostWaiting;
    private final long mostBytes;
    private final ThreadPoolExecutor thread;
    private final ZmqSocket socket;
    private final AtomicLong bytes = new AtomicLong();

    @Inject
    ZmqPublisher(ZmqConfig config) {
        address = config.address();
        mostWaiting = config.waiting();
        mostBytes = config.waitingBytes().asLongValue();
        socket = new ZmqSocket(address, FAREWELL_MILLIS);
        thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(mostWaiting), ZmqPublisher::daemon);
    }

    /**
     * Publishes one message to whoever is subscribed at that moment. The data is read before this returns; sending starts
     * with the subscription.
     *
     * @return completes once the socket has the message; fails where the address cannot be bound or too much waits
     */
    Uni<Void> publish(String topic, Object data) {
        byte[] frame = frame(topic, data);
        return Uni.createFrom()
                .<Void>emitter(sent -> enqueue(new Message(frame, sent)))
                .emitOn(CallerThread.here());
    }

    /** The address that is really bound, with the port chosen for {@code tcp://127.0.0.1:*}; empty while there is none. */
    Optional<String> boundTo() {
        return socket.boundTo();
    }

    /** Whether the last try to bind the address failed. */
    boolean isFailing() {
        return socket.isFailing();
    }

    /** Gives messages that wait, and those on their way to subscribers, a moment each. */
    @PreDestroy
    void close() {
        thread.shutdown();
        try {
            if (thread.awaitTermination(FAREWELL_MILLIS, TimeUnit.MILLISECONDS)) {
                socket.close();
            } else {
                LOG.warnf("Messages to ZMQ subscribers of %s were still waiting at the end; they are lost.", address);
                thread.shutdownNow().forEach(it -> ((Message) it).fail(ended()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] frame(String topic, Object data) {
        byte[] head = (topic + " ").getBytes(StandardCharsets.UTF_8);
        byte[] json = Json.writeBytes(data);
        byte[] frame = new byte[head.length + json.length];
        System.arraycopy(head, 0, frame, 0, head.length);
        System.arraycopy(json, 0, frame, head.length, json.length);
        return frame;
    }

    private void enqueue(Message message) {
        int size = message.frame.length;
        long all = bytes.addAndGet(size);
        if (all > mostBytes && all > size) {
            message.fail(full(mostBytes + " bytes", Setting.ZMQ_WAITING_BYTES));
            return;
        }
        try {
            thread.execute(message);
        } catch (RejectedExecutionException e) {
            message.fail(thread.isShutdown() ? ended() : full(mostWaiting + " messages", Setting.ZMQ_WAITING));
        }
    }

    private OutsideException ended() {
        return new OutsideException(
                "Nothing is published to ZMQ at " + address + " any more: the program is about to end.");
    }

    private OutsideException full(String limit, Setting setting) {
        return new OutsideException("Too much waits for ZMQ at " + address + ": the limit is " + limit
                + ". To let more wait, set " + setting + ".");
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "zmq-publisher");
        thread.setDaemon(true);
        return thread;
    }

    /** One message on its way to the socket; it counts as waiting until it is sent or has failed. */
    private final class Message implements Runnable {
        private final byte[] frame;
        private final UniEmitter<? super Void> sent;

        Message(byte[] frame, UniEmitter<? super Void> sent) {
            this.frame = frame;
            this.sent = sent;
        }

        @Override
        public void run() {
            try {
                socket.send(frame);
            } catch (RuntimeException | Error e) {
                fail(e);
                return;
            }
            bytes.addAndGet(-frame.length);
            sent.complete(null);
        }

        void fail(Throwable why) {
            bytes.addAndGet(-frame.length);
            sent.fail(why);
        }
    }
}
