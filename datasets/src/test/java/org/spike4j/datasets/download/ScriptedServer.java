package org.spike4j.datasets.download;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** A web server that answers each request by the next step of a script, however badly; the last step is repeated. */
final class ScriptedServer implements Closeable {
    private final ServerSocket socket;
    private final Deque<Step> script;
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What happens on a connection. */
    interface Step {
        void answer(Request request, OutputStream out) throws Exception;
    }

    /** The request: its first line, and its headers in lower case. */
    record Request(String line, Map<String, String> headers) {
        /** First byte that is asked for. */
        int from() {
            String range = headers.getOrDefault("range", "bytes=0-");
            return Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        }
    }

    ScriptedServer(Step... steps) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        script = new ArrayDeque<>(Arrays.asList(steps));
        Thread thread = new Thread(this::serve, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "http://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort() + "/file.bin";
    }

    List<Request> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }

    /** The whole file, whatever range is asked for. */
    static Step whole(byte[] file, String... headers) {
        return (request, out) -> {
            head(out, "200 OK", "Content-Length: " + file.length, headers);
            out.write(file);
        };
    }

    /** The file as it should be served: from the byte that is asked for, if the mark is that of the client. */
    static Step ranged(byte[] file, String tag) {
        return (request, out) -> {
            boolean same = request.headers().getOrDefault("if-range", tag).equals(tag);
            if (request.from() == 0 || !same) {
                whole(file, "ETag: " + tag).answer(request, out);
                return;
            }
            head(
                    out,
                    "206 Partial Content",
                    "Content-Length: " + (file.length - request.from()),
                    "Content-Range: bytes " + request.from() + "-" + (file.length - 1) + "/" + file.length,
                    "ETag: " + tag);
            out.write(file, request.from(), file.length - request.from());
        };
    }

    /** The start of the file, then the end of the connection. */
    static Step broken(byte[] file, int after, String... headers) {
        return (request, out) -> {
            head(out, "200 OK", "Content-Length: " + file.length, headers);
            out.write(file, 0, after);
        };
    }

    static Step status(String line, String... headers) {
        return (request, out) -> head(out, line, "Content-Length: 0", headers);
    }

    /** The start of the file, then silence. */
    Step silentAfter(byte[] file, int after) {
        return (request, out) -> {
            head(out, "200 OK", "Content-Length: " + file.length);
            out.write(file, 0, after);
            out.flush();
            closed.await();
        };
    }

    static void head(OutputStream out, String status, String first, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n" + first + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                Request request = read(client);
                requests.add(request);
                Step step = script.size() > 1 ? script.poll() : script.peek();
                step.answer(request, client.getOutputStream());
                client.getOutputStream().flush();
            } catch (Exception e) {
                // the client went away, or the test is over: the test says what is wrong
            }
        }
    }

    private static Request read(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String first = in.readLine();
        Map<String, String> headers = new TreeMap<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            String[] cells = line.split(": ", 2);
            headers.put(cells[0].toLowerCase(Locale.ROOT), cells[1]);
        }
        return new Request(first, headers);
    }
}
