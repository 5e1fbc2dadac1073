package moisson.app.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** Counts what comes over the wire, still packed. The client calls this once for each hop. */
final class Counted implements ExecChainHandler {
    static final String MOST = "moisson.bytes";

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        if (response.getEntity() != null && scope.clientContext.getAttribute(MOST) instanceof Long most) {
            response.setEntity(new HttpEntityWrapper(response.getEntity()) {
                @Override
                public InputStream getContent() throws IOException {
                    return limited(super.getContent(), most);
                }
            });
        }
        return response;
    }

    static RefusedException tooLarge(long most) {
        return new RefusedException("La réponse de la source dépasse la taille permise (" + most + " octets).");
    }

    /** Ends in a failure, never in a shorter feed. */
    static InputStream limited(InputStream body, long most) {
        AtomicLong left = new AtomicLong(most);
        return new FilterInputStream(body) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int got = super.read(bytes, offset, length);
                count(Math.max(got, 0));
                return got;
            }

            private void count(int got) throws IOException {
                if (left.addAndGet(-got) < 0) {
                    throw tooLarge(most);
                }
            }
        };
    }
}
