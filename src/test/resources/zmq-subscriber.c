/* A subscriber of libzmq, the library MISP's own tools use: prints the first message of a topic. */
#include <stdio.h>
#include <string.h>
#include <zmq.h>

int main(int count, char **args) {
    void *context = zmq_ctx_new();
    void *subscriber = zmq_socket(context, ZMQ_SUB);
    int patience = 20000;
    zmq_setsockopt(subscriber, ZMQ_RCVTIMEO, &patience, sizeof patience);
    zmq_setsockopt(subscriber, ZMQ_SUBSCRIBE, args[2], strlen(args[2]));
    if (zmq_connect(subscriber, args[1]) != 0) {
        return 1;
    }
    char frame[65536];
    int size = zmq_recv(subscriber, frame, sizeof frame, 0);
    if (size < 0) {
        return 2;
    }
    int more;
    size_t more_size = sizeof more;
    zmq_getsockopt(subscriber, ZMQ_RCVMORE, &more, &more_size);
    fwrite(frame, 1, size, stdout);
    return more ? 3 : 0;
}
