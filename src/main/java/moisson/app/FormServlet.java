package moisson.app;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;

/**
 * Camel's door for the form, with a look at the body before Camel reads it: what cannot be read is the sender's fault
 * and gets 400 or 413, where Camel would answer 500 and fill the log.
 */
final class FormServlet extends CamelHttpTransportServlet {
    private static final long serialVersionUID = 1L;
    private static final int LARGEST = 256 * 1024;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        try {
            byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            } else if (!decodes(new String(body, StandardCharsets.ISO_8859_1))) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            } else {
                super.service(new Read(request, body), response);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean decodes(String form) {
        try {
            return URLDecoder.decode(form, StandardCharsets.UTF_8) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A request whose body has been read already. */
    private static final class Read extends HttpServletRequestWrapper {
        private final byte[] body;

        private Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return bytes.read(into, from, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("the body is here already");
                }
            };
        }
    }
}
