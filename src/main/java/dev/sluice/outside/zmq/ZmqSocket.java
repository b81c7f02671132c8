package dev.sluice.outside.zmq;

import dev.sluice.outside.OutsideException;
import dev.sluice.outside.Setting;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/**
 * A PUB socket that is bound at the first message; a bind that failed is tried again with the next one, and logged only
 * when it begins to fail and when it works again. For one thread at a time.
 */
final class ZmqSocket {
    private static final Logger LOG = Logger.getLogger(ZmqSocket.class);

    private final String address;
    private final int lingerMillis;
    private ZContext zmq;
    private ZMQ.Socket socket;
    private volatile boolean failing;
    private volatile String boundTo;

    ZmqSocket(String address, int lingerMillis) {
        this.address = address;
        this.lingerMillis = lingerMillis;
    }

    /** Sends to whoever is subscribed; throws with a sentence for the user where that is not possible. */
    void send(byte[] frame) {
        if (socket == null) {
            bind();
        }
        try {
            // A PUB socket never waits: subscribers that are too slow miss messages, as they do with MISP.
            if (!socket.send(frame)) {
                throw new OutsideException("ZMQ at " + address + " did not take the message; it is lost.");
            }
        } catch (RuntimeException e) {
            throw e instanceof OutsideException ? e : notTaken(e);
        } catch (Error e) {
            // JeroMQ asserts its own state, and memory may run out in it: what is left of the socket is not to be
            // trusted
            LOG.errorf(e, "ZMQ at %s failed; the next message binds it afresh.", address);
            drop();
            throw notTaken(e);
        }
    }

    /** The address that is really bound, with the port chosen for {@code tcp://127.0.0.1:*}; empty while there is none. */
    Optional<String> boundTo() {
        return Optional.ofNullable(boundTo);
    }

    /** Whether the last try to bind failed. */
    boolean isFailing() {
        return failing;
    }

    /** Gives messages on their way to subscribers a moment. */
    void close() {
        boundTo = null;
        if (zmq != null) {
            zmq.close();
        }
    }

    private void bind() {
        try {
            socket = bound();
        } catch (RuntimeException | Error e) {
            OutsideException told = new OutsideException("ZMQ cannot publish at " + address + ": " + reason(e)
                    + ". Set " + Setting.ZMQ_ADDRESS + " to a free address like tcp://127.0.0.1:50000.");
            if (!failing) {
                LOG.warn(told.getMessage() + " Until then messages fail; each tries again.");
            }
            failing = true;
            throw told;
        }
        boundTo = socket.getLastEndpoint();
        if (failing) {
            LOG.infof("ZMQ publishes at %s now.", boundTo);
        }
        failing = false;
    }

    private ZMQ.Socket bound() {
        if (zmq == null) {
            zmq = new ZContext();
            zmq.setLinger(lingerMillis);
        }
        ZMQ.Socket fresh = zmq.createSocket(SocketType.PUB);
        boolean done = false;
        try {
            done = fresh.bind(address);
            if (!done) {
                throw new ZMQException(fresh.errno());
            }
            return fresh;
        } finally {
            if (!done) {
                zmq.destroySocket(fresh);
            }
        }
    }

    private void drop() {
        zmq.destroySocket(socket);
        socket = null;
        boundTo = null;
    }

    private OutsideException notTaken(Throwable cause) {
        return new OutsideException("ZMQ at " + address + " did not take the message: " + cause.getMessage() + ".");
    }

    private static String reason(Throwable cause) {
        if (cause instanceof ZMQException zmq) {
            return zmq.getErrorCode() == ZError.EADDRINUSE
                    ? "the address is already in use"
                    : "the address is not usable (" + ZMQ.Error.findByCode(zmq.getErrorCode()) + ")";
        }
        return cause instanceof Error ? "its library failed (" + cause + ")" : "this is not a ZMQ address";
    }
}
