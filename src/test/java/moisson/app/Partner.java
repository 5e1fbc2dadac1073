package moisson.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** A server on loopback that answers bytes, right or wrong: what no well-behaved server could be made to do. */
final class Partner implements AutoCloseable {
    /** Writes an answer to a request, and how long the connection lasts. */
    interface Answer {
        void to(String request, OutputStream out) throws Exception;
    }

    private final ServerSocket socket;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private Partner(ServerSocket socket) {
        this.socket = socket;
    }

    static Partner start() throws IOException {
        Partner partner = new Partner(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().start(partner::serve);
        return partner;
    }

    /** @param path without its query */
    void at(String path, Answer answer) {
        answers.put(path, answer);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** Heads of the requests for a path, in order. */
    List<String> requests(String path) {
        return requests.stream()
                .filter(head -> path(head).split("\\?", 2)[0].equals(path))
                .toList();
    }

    static String path(String head) {
        return head.split(" ", 3)[1];
    }

    static Answer text(int status, String body, String... headers) {
        return bytes(status, body.getBytes(UTF_8), headers);
    }

    static Answer bytes(int status, byte[] body, String... headers) {
        return (request, out) -> {
            out.write(head(status, body.length, headers));
            out.write(body);
        };
    }

    static byte[] head(int status, long length, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\nConnection: close\r\n");
        if (length >= 0) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(ISO_8859_1);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofPlatform().daemon().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int one = client.getInputStream().read();
                if (one < 0) {
                    return;
                }
                head.append((char) one);
            }
            String request = head.toString();
            requests.add(request);
            answers.getOrDefault(path(request).split("\\?", 2)[0], text(404, ""))
                    .to(request, client.getOutputStream());
            client.getOutputStream().flush();
        } catch (Exception e) {
            // The client hung up: that is what some of the tests are about.
        }
    }
}
