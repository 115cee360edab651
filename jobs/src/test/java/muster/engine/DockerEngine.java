package muster.engine;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** Whether a container engine answers; without one the answer takes no time and logs nothing. */
final class DockerEngine {

    private static final String UNIX = "unix://";
    private static final String PING = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n";

    private DockerEngine() {}

    static boolean answers() {
        String host = System.getenv("DOCKER_HOST");
        if (host == null || host.isBlank()) {
            return ping(Path.of("/var/run/docker.sock"));
        }
        return host.startsWith(UNIX)
                ? ping(Path.of(host.substring(UNIX.length())))
                : DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean ping(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(PING.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(64);
            channel.read(answer);
            return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII).contains(" 200 ");
        } catch (IOException e) {
            // Nothing listens, or we may not ask: either way the embedded server serves.
            return false;
        }
    }
}
