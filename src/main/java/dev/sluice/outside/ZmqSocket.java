package dev.sluice.outside;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The PUB socket. ZMQ sockets belong to one thread, so it has one of its own, which messages wait for in a bounded
 * queue. It is bound when the first message comes, and again at the next one where that failed: a port that is taken
 * keeps nobody from starting the program.
 */
@Singleton
class ZmqSocket {
    private static final Logger LOG = Logger.getLogger(ZmqSocket.class);
    private static final long LINGER_MILLIS = 1_000;

    private final String address;
    private final BlockingQueue<Message> waiting;
    private Thread thread;
    private volatile boolean closed;
    private volatile String boundTo = "";

    private record Message(byte[] frame, UniEmitter<? super Void> sent) {}

    ZmqSocket(ZmqConfig config) {
        address = config.address();
        waiting = new ArrayBlockingQueue<>(config.waiting());
    }

    /** Publishes one frame; completes when the socket has it. */
    Uni<Void> send(byte[] frame) {
        return Uni.createFrom().emitter(sent -> {
            start();
            if (closed || !waiting.offer(new Message(frame, sent))) {
                sent.fail(new IllegalStateException("Too many messages wait for the ZMQ socket " + address
                        + ". Publish less, or raise SLUICE_ZMQ_WAITING."));
            }
        });
    }

    /** The address it is bound to, with the port that was taken; "" before the first message. */
    String boundTo() {
        return boundTo;
    }

    private synchronized void start() {
        if (thread == null && !closed) {
            thread = new Thread(this::work, "zmq-publisher");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void work() {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket socket = null;
            while (!closed || !waiting.isEmpty()) {
                Message message = waiting.take();
                if (socket == null) {
                    socket = bound(context, message);
                }
                if (socket != null) {
                    pass(socket, message);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The ZMQ publisher stops");
        }
    }

    private ZMQ.Socket bound(ZContext context, Message waitingFor) {
        ZMQ.Socket socket = context.createSocket(SocketType.PUB);
        try {
            socket.setLinger((int) LINGER_MILLIS);
            if (!socket.bind(address)) {
                throw new IllegalArgumentException("it was refused");
            }
            boundTo = socket.getLastEndpoint();
            LOG.infof("Publishing on %s", boundTo);
            return socket;
        } catch (ZMQException | IllegalArgumentException e) {
            context.destroySocket(socket);
            waitingFor
                    .sent()
                    .fail(new IllegalStateException("The ZMQ address " + address + " cannot be bound (" + e.getMessage()
                            + "). Free it, or set SLUICE_ZMQ_ADDRESS to another."));
            return null;
        }
    }

    private static void pass(ZMQ.Socket socket, Message message) {
        try {
            socket.send(message.frame());
            message.sent().complete(null);
        } catch (ZMQException e) {
            message.sent()
                    .fail(new IllegalStateException("The ZMQ socket did not take the message: " + e.getMessage()));
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        Thread running;
        synchronized (this) {
            closed = true;
            running = thread;
        }
        if (running != null) {
            running.join(waiting.isEmpty() ? 1 : LINGER_MILLIS);
            running.interrupt();
            running.join(LINGER_MILLIS);
        }
    }
}
